// What the command line and its worker processes say to each other through a socket.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace lede::cli {

enum class MessageKind : std::uint32_t {
    task = 1,  ///< an input: its number, whether it was cut, its name, its bytes
    identity,  ///< what the article is called, as soon as that is known: its id, its name
    answer,    ///< whether it is bad, what is for standard output, what is for standard error
};

struct Message {
    MessageKind kind = MessageKind::task;
    bool flag = false;
    std::uint64_t number = 0;
    std::string first;
    std::string second;
};

/// A message on its way out.
class Outgoing {
  public:
    Outgoing() = default;
    explicit Outgoing(Message message);

    enum class State { sent, blocked, failed };
    /// Sends as much as the socket takes. `blocked` comes of sockets that do not wait, `failed` when the
    /// other side is gone.
    State send(int socket);
    bool is_sent() const { return sent_ == size(); }
    /// Begins again, for another socket.
    void rewind() { sent_ = 0; }
    std::size_t size() const { return head_.size() + second_.size(); }

  private:
    std::string head_;  // the header and the first part
    std::string second_;
    std::size_t sent_ = 0;
};

/// A message on its way in.
class Incoming {
  public:
    enum class State { complete, blocked, ended };
    /// Receives as much as there is of one message. `ended` also where what came is no message.
    State receive(int socket);
    bool is_begun() const { return got_ > 0; }
    /// The complete message; the next one may come.
    Message take();

  private:
    std::array<char, 40> header_{};
    std::size_t got_ = 0;
    Message message_;
};

}  // namespace lede::cli
