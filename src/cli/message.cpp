#include "cli/message.h"

#include <sys/socket.h>
#include <sys/types.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace lede::cli {

namespace {

// Both sides are one program, so its own representation will do.
struct Header {
    std::uint32_t magic = magic_number;
    MessageKind kind = MessageKind::task;
    std::uint64_t flag = 0;
    std::uint64_t number = 0;
    std::uint64_t first_size = 0;
    std::uint64_t second_size = 0;

    static constexpr std::uint32_t magic_number = 0x4C656465;
};
static_assert(sizeof(Header) == 40);

// What is larger was written by a process that has lost its mind.
constexpr std::uint64_t max_part_bytes = std::uint64_t{4} << 30;

}  // namespace

Outgoing::Outgoing(Message message) : second_(std::move(message.second)) {
    Header header;
    header.kind = message.kind;
    header.flag = message.flag ? 1 : 0;
    header.number = message.number;
    header.first_size = message.first.size();
    header.second_size = second_.size();
    head_.resize(sizeof(header));
    std::memcpy(head_.data(), &header, sizeof(header));
    head_ += message.first;
}

Outgoing::State Outgoing::send(int socket) {
    while (!is_sent()) {
        std::array<iovec, 2> parts{};
        const std::size_t of_head = std::min(sent_, head_.size());
        const std::size_t of_second = sent_ - of_head;
        parts[0] = {head_.data() + of_head, head_.size() - of_head};
        parts[1] = {second_.data() + of_second, second_.size() - of_second};
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.size();
        const ssize_t sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
        if (sent >= 0)
            sent_ += static_cast<std::size_t>(sent);
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            return State::blocked;
        else if (errno != EINTR)
            return State::failed;
    }
    return State::sent;
}

Incoming::State Incoming::receive(int socket) {
    while (true) {
        const std::size_t first_end = header_.size() + message_.first.size();
        char* to = nullptr;
        std::size_t room = 0;
        if (got_ < header_.size()) {
            to = header_.data() + got_;
            room = header_.size() - got_;
        } else if (got_ < first_end) {
            to = message_.first.data() + (got_ - header_.size());
            room = first_end - got_;
        } else {
            to = message_.second.data() + (got_ - first_end);
            room = first_end + message_.second.size() - got_;
        }
        if (room == 0) return State::complete;
        const ssize_t got = ::recv(socket, to, room, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return State::blocked;
        if (got <= 0) return State::ended;
        const std::size_t before = got_;
        got_ += static_cast<std::size_t>(got);
        if (before < header_.size() && got_ == header_.size()) {
            Header header;
            std::memcpy(&header, header_.data(), sizeof(header));
            if (header.magic != Header::magic_number || header.first_size > max_part_bytes ||
                header.second_size > max_part_bytes)
                return State::ended;
            message_.kind = header.kind;
            message_.flag = header.flag != 0;
            message_.number = header.number;
            message_.first.resize(header.first_size);
            message_.second.resize(header.second_size);
        }
    }
}

Message Incoming::take() {
    got_ = 0;
    return std::exchange(message_, Message());
}

}  // namespace lede::cli
