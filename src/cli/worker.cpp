#include "cli/worker.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <new>
#include <utility>

namespace lede::cli {

namespace {

constexpr int status_out_of_memory = 86;

#if defined(__has_feature)
#define LEDE_HAS_FEATURE(name) __has_feature(name)
#else
#define LEDE_HAS_FEATURE(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || LEDE_HAS_FEATURE(address_sanitizer)
constexpr bool may_limit_memory = false;  // the sanitizer reserves more address space than there is memory
#else
constexpr bool may_limit_memory = true;
#endif

void limit_memory(std::size_t megabytes) {
    if (!may_limit_memory) return;
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0) return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, static_cast<rlim_t>(megabytes) << 20);
    ::setrlimit(RLIMIT_AS, &limit);
}

/// Standard input and output belong to the command line: whoever waits for their end must not wait for this
/// process.
void leave_standard_descriptors() {
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    if (nothing > STDERR_FILENO) ::close(nothing);
}

/// Answers tasks until the command line closes its side.
[[noreturn]] void serve(int socket, const Settings& settings, const Resources& resources) {
    // A process that has run out of memory can do nothing but say so.
    std::set_new_handler([] { ::_exit(status_out_of_memory); });
    // The command line tells how the process ended.
    std::set_terminate([] { std::abort(); });
    limit_memory(settings.memory_megabytes);
    const auto send = [&](Message message) {
        if (Outgoing(std::move(message)).send(socket) != Outgoing::State::sent) ::_exit(0);
    };
    const auto identified = [&](const Identity& identity) {
        send({MessageKind::identity, false, 0, identity.id, identity.name});
    };
    Incoming incoming;
    while (incoming.receive(socket) == Incoming::State::complete) {
        Message message = incoming.take();
        Answer given =
            answer({message.number, message.flag, std::move(message.first), std::move(message.second)},
                   settings, resources, identified);
        send({MessageKind::answer, given.bad, 0, std::move(given.message), std::move(given.out)});
    }
    ::_exit(0);
}

}  // namespace

std::unique_ptr<Worker> Worker::start(const Settings& settings, const Resources& resources,
                                      const std::vector<int>& others) {
    std::array<int, 2> sockets{};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, sockets.data()) != 0) return nullptr;
    const pid_t parent = ::getpid();
    const pid_t process = ::fork();
    if (process < 0) {
        const int reason = errno;
        ::close(sockets[0]);
        ::close(sockets[1]);
        errno = reason;
        return nullptr;
    }
    if (process == 0) {
#ifdef __linux__
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
        if (::getppid() != parent) ::_exit(0);
        ::close(sockets[0]);
        for (const int other : others) ::close(other);
        leave_standard_descriptors();
        serve(sockets[1], settings, resources);
    }
    ::close(sockets[1]);
    ::fcntl(sockets[0], F_SETFL, O_NONBLOCK);
    return std::unique_ptr<Worker>(new Worker(process, sockets[0]));
}

Worker::~Worker() { end(); }

std::chrono::duration<double> Worker::processor_time() const {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(process_, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

int Worker::end() {
    int status = 0;
    if (process_ < 0) return status;
    // Changes nothing for a process that is ending by itself.
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    ::close(socket_);
    process_ = -1;
    socket_ = -1;
    return status;
}

Error death(int status, const Settings& settings) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == status_out_of_memory)
        return {ErrorCode::out_of_memory,
                "the article needs more than " + std::to_string(settings.memory_megabytes) + " MB of memory"};
    if (WIFSIGNALED(status))
        return {ErrorCode::crashed, "the process that read the article was killed by signal " +
                                        std::to_string(WTERMSIG(status)) + " (" +
                                        ::strsignal(WTERMSIG(status)) + ")"};
    return {ErrorCode::crashed,
            "the process that read the article exited with status " + std::to_string(WEXITSTATUS(status))};
}

}  // namespace lede::cli
