#include "cli/output.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/unicode.h"

namespace lede::cli {

namespace {

/// Returns 0, or errno of the write that failed.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            pollfd ready{descriptor, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

void append_hex(char kind, std::uint32_t value, int digits, std::string& out) {
    out += '\\';
    out += kind;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(value >> shift) & 15];
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        const std::string_view bytes = text.substr(at, c.size);
        at += c.size;
        if (c.code == '\n') {
            out += "\\n";
        } else if (c.code == replacement && bytes != "\uFFFD") {
            for (char byte : bytes) append_hex('x', static_cast<unsigned char>(byte), 2, out);
        } else if (!is_control(c.code)) {
            out += bytes;
        } else if (c.code < 0x100) {
            append_hex('x', c.code, 2, out);
        } else {
            append_hex('u', c.code, c.code < 0x10000 ? 4 : 6, out);
        }
    }
    return out;
}

void say(std::string_view message) { write_all(STDERR_FILENO, "lede: " + printable(message) + "\n"); }

void keep_standard_descriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest free descriptor is this one, since all before it are open.
        ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

void Output::write(std::string_view bytes) {
    if (broken_) return;
    const int reason = write_all(STDOUT_FILENO, bytes);
    if (reason != 0) fail(reason);
}

void Output::finish() {
    if (!broken_ && ::close(STDOUT_FILENO) != 0) fail(errno);
}

void Output::fail(int reason) {
    broken_ = true;
    if (reason != EPIPE) say("standard output: " + std::string(std::strerror(reason)));
}

}  // namespace lede::cli
