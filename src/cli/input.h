// Reading files, whole and by lines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "error.h"

namespace lede::cli {

/// A file's bytes; "-" is standard input. Error: too_large past max_text_bytes; bad_request with the system's
/// reason where the file cannot be read.
Expected<std::string> read_file(const std::string& path);

/// Lines of standard input, one at a time, in memory that does not grow with their number.
class LineReader {
  public:
    /// A line as large as the largest text with every byte written as an escape, and some more.
    static constexpr std::size_t max_line_bytes = 128u << 20;

    /// The next line, without its line break; nothing at the end. A longer line comes cut off: is_cut().
    bool next(std::string& line);
    bool is_cut() const { return cut_; }
    bool has_failed() const { return failed_; }

  private:
    std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    bool cut_ = false;
    bool failed_ = false;
};

}  // namespace lede::cli
