#include "cli/input.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "analyze.h"

namespace lede::cli {

namespace {

struct Close {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};

}  // namespace

Expected<std::string> read_file(const std::string& path) {
    const auto failed = [] { return fail(ErrorCode::bad_request, std::strerror(errno)); };
    errno = 0;
    const std::unique_ptr<std::FILE, Close> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) return failed();
    std::string bytes;
    std::array<char, std::size_t{1} << 16> buffer;
    // One byte past the limit is enough to have the text refused as too large.
    while (bytes.size() <= max_text_bytes) {
        const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get());
        if (size == 0) break;
        bytes.append(buffer.data(), size);
    }
    if (std::ferror(file.get()) != 0) return failed();
    return bytes;
}

bool LineReader::next(std::string& line) {
    line.clear();
    cut_ = false;
    bool any = false;
    while (true) {
        if (at_ == size_) {
            // read() hands over a line as soon as it was written; fread() would wait for a full buffer.
            ssize_t got = 0;
            do got = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
            while (got < 0 && errno == EINTR);
            failed_ = failed_ || got < 0;
            if (got <= 0) return any;
            at_ = 0;
            size_ = static_cast<std::size_t>(got);
        }
        any = true;
        const char* const begin = buffer_.data() + at_;
        const auto* const line_break = static_cast<const char*>(std::memchr(begin, '\n', size_ - at_));
        const std::size_t size =
            line_break != nullptr ? static_cast<std::size_t>(line_break - begin) : size_ - at_;
        const std::size_t room = max_line_bytes - line.size();
        cut_ = cut_ || size > room;
        line.append(begin, std::min(size, room));
        at_ += size;
        if (line_break != nullptr) {
            ++at_;
            return true;
        }
    }
}

}  // namespace lede::cli
