// A process that reads articles for the command line, so that one that kills it costs no other article.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <memory>
#include <vector>

#include "cli/answer.h"
#include "cli/message.h"

namespace lede::cli {

/// The command line's side of one process. It dies with its Worker, and with the command line.
class Worker {
  public:
    /// Starts a process that shares the opened resources. @param others sockets that it must not keep open.
    /// Returns nothing, with errno set, where the system gives no process or no socket.
    static std::unique_ptr<Worker> start(const Settings& settings, const Resources& resources,
                                         const std::vector<int>& others);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// For messages; it does not wait. -1 after end().
    int socket() const { return socket_; }

    /// Time for which the process has run on a processor.
    std::chrono::duration<double> processor_time() const;

    /// Ends the process if it has not ended and says how it ended, as waitpid() does.
    int end();

    Incoming incoming;

  private:
    Worker(pid_t process, int socket) : process_(process), socket_(socket) {}

    pid_t process_;
    int socket_;
};

/// What is wrong with an article whose process ended with such a status.
Error death(int status, const Settings& settings);

}  // namespace lede::cli
