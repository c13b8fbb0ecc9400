// Standard output and standard error: nothing is lost without a word, and nothing reaches a terminal raw.
#pragma once

#include <string>
#include <string_view>

namespace lede::cli {

/// The text with control and format characters and ill-formed UTF-8 as escapes: \n, \x1b, \xff, \u202e.
std::string printable(std::string_view text);

/// Writes "lede: MESSAGE" and a line break to standard error, the message made printable.
void say(std::string_view message);

/// Opens descriptors 0 to 2 where the caller has closed them, such that using them fails: otherwise the next
/// file or socket to be opened would become standard output.
void keep_standard_descriptors();

/// Writes to standard output. After the first failure, which is told on standard error, nothing more is
/// written. A reader that went away is no fault to tell of.
class Output {
  public:
    /// All bytes have gone out when it returns: who writes a line into a pipe may wait for its result.
    void write(std::string_view bytes);

    /// Closes standard output: some file systems tell only then that a write failed.
    void finish();

    bool is_broken() const { return broken_; }

  private:
    void fail(int reason);

    bool broken_ = false;
};

}  // namespace lede::cli
