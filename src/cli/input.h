// Reading files whole, and standard input by lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"

namespace lede::cli {

/// A file's bytes; "-" is standard input. Of more than max_text_bytes a byte more is read, enough for
/// analyze() to refuse it. Error: bad_request with the system's reason where the file cannot be read.
Expected<std::string> read_file(const std::string& path);

/// Is a file called as one that holds HTML? Its tags would be read as words.
bool is_html(std::string_view path);

/// Lines of standard input, in memory that does not grow with their number. Never waits unless told to:
/// whoever uses it has more to wait for.
class LineReader {
  public:
    /// A line as large as the largest text with every byte written as an escape, and some more.
    static constexpr std::size_t max_line_bytes = 128u << 20;

    enum class State { line, need_more, end };

    /// The next line of what was read, without its line break. A longer line comes empty: is_cut().
    State next(std::string& line);
    bool is_cut() const { return cut_; }

    /// Reads once more; waits where nothing is there to read.
    void read_more();

    /// errno of the read that failed; 0 where none did.
    int fault() const { return fault_; }

  private:
    void append(const char* bytes, std::size_t size);

    std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::string line_;  // what was read of the next line
    bool is_line_begun_ = false;
    bool is_too_long_ = false;  // the next line
    bool cut_ = false;          // the line that was given last
    bool ended_ = false;
    int fault_ = 0;
};

}  // namespace lede::cli
