#include "cli/input.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "analyze.h"

namespace lede::cli {

namespace {

/// Closes a file at the end of its scope; standard input stays open.
class File {
  public:
    explicit File(const std::string& path)
        : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~File() {
        if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

/// read() that waits, also where the descriptor does not.
ssize_t read_some(int descriptor, char* buffer, std::size_t size) {
    while (true) {
        const ssize_t got = ::read(descriptor, buffer, size);
        if (got >= 0) return got;
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            pollfd ready{descriptor, POLLIN, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return got;
        }
    }
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equals_folded(std::string_view text, std::string_view folded) {
    return std::equal(text.begin(), text.end(), folded.begin(), folded.end(),
                      [](char a, char b) { return lower(a) == b; });
}

}  // namespace

bool is_html(std::string_view path) {
    for (const std::string_view ending : {".html", ".htm", ".xhtml"})
        if (path.size() > ending.size() && equals_folded(path.substr(path.size() - ending.size()), ending))
            return true;
    return false;
}

Expected<std::string> read_file(const std::string& path) {
    const File file(path);
    if (file.descriptor() < 0) return fail(ErrorCode::bad_request, std::strerror(errno));
    std::string bytes;
    std::array<char, std::size_t{1} << 16> buffer;
    while (bytes.size() <= max_text_bytes) {
        const ssize_t got = read_some(file.descriptor(), buffer.data(), buffer.size());
        if (got < 0) return fail(ErrorCode::bad_request, std::strerror(errno));
        if (got == 0) break;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return bytes;
}

void LineReader::read_more() {
    const ssize_t got = read_some(STDIN_FILENO, buffer_.data(), buffer_.size());
    if (got < 0) fault_ = errno;
    ended_ = got <= 0;
    at_ = 0;
    size_ = ended_ ? 0 : static_cast<std::size_t>(got);
}

void LineReader::append(const char* bytes, std::size_t size) {
    is_line_begun_ = true;
    is_too_long_ = is_too_long_ || size > max_line_bytes - line_.size();
    if (is_too_long_)
        std::string().swap(line_);
    else
        line_.append(bytes, size);
}

LineReader::State LineReader::next(std::string& line) {
    const char* const begin = buffer_.data() + at_;
    const auto* const line_break = static_cast<const char*>(std::memchr(begin, '\n', size_ - at_));
    const std::size_t size =
        line_break != nullptr ? static_cast<std::size_t>(line_break - begin) : size_ - at_;
    if (size > 0 || line_break != nullptr) append(begin, size);
    at_ += size + (line_break != nullptr ? 1 : 0);
    if (line_break == nullptr && !ended_) return State::need_more;
    if (!is_line_begun_) return State::end;
    line = std::exchange(line_, std::string());
    cut_ = std::exchange(is_too_long_, false);
    is_line_begun_ = false;
    return State::line;
}

}  // namespace lede::cli
