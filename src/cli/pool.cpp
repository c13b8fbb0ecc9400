#include "cli/pool.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/worker.h"

namespace lede::cli {

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

// Time in which the command line itself was stopped, or waited for the reader of its results, must not be
// counted as time in which an article was read. It wakes up this often while articles are read.
constexpr Seconds max_step{1};

/// An input that was handed in and whose answer was not delivered.
struct Slot {
    Outgoing outgoing;  // the input, until a process has told that it has it
    Identity identity;
    std::uint64_t number = 0;
    Seconds allowed{};
    bool is_tried_again = false;
    std::optional<Answer> answer;
};

struct Post {
    std::unique_ptr<Worker> worker;
    Slot* slot = nullptr;    // what it reads; nothing while idle
    Seconds waited{};        // since it was given that
    Seconds used_before{};   // its processor time then
    Seconds next_look{};     // `waited` at the next look at its processor time
    Seconds window_begin{};  // `waited` where the window began in which it must use some,
    Seconds window_used{};   // and what it had used of it for this input by then
};

class Pool {
  public:
    Pool(Source& source, unsigned jobs, const Settings& settings, const Resources& resources)
        : source_(source), jobs_(jobs), settings_(settings), resources_(resources) {}

    int run(const std::function<bool(const Answer&)>& deliver) {
        while (true) {
            take_inputs();
            if (const int fault = hand_out(); fault != 0) return fault;
            while (!slots_.empty() && slots_.front().answer) {
                const Answer answer = *std::move(slots_.front().answer);
                held_bytes_ -= answer.out.size();
                slots_.pop_front();
                if (!deliver(answer)) return 0;
            }
            if (slots_.empty() && source_state_ == Source::State::end) return 0;
            const bool is_idle =
                slots_.empty() ? source_state_ == Source::State::need_more : !slots_.front().answer;
            if (is_idle) wait();
        }
    }

  private:
    bool has_room() const {
        constexpr std::size_t max_held_bytes = std::size_t{64} << 20;
        if (slots_.empty()) return true;
        return !source_.may_wait() && slots_.size() < std::size_t{4} * jobs_ && held_bytes_ < max_held_bytes;
    }

    void take_inputs() {
        while (source_state_ == Source::State::task && has_room()) {
            Task task;
            std::optional<Error> fault;
            source_state_ = source_.next(task, fault);
            if (source_state_ != Source::State::task) return;
            Slot& slot = slots_.emplace_back();
            slot.identity.name = task.name;
            slot.number = task.number;
            if (fault) {
                settle(slot, refuse(*fault, slot.identity, slot.number, settings_));
                continue;
            }
            constexpr std::size_t megabyte = 1'000'000;
            slot.allowed =
                Seconds(settings_.timeout_seconds * static_cast<double>(1 + task.bytes.size() / megabyte));
            slot.outgoing = Outgoing(
                {MessageKind::task, task.cut, task.number, std::move(task.name), std::move(task.bytes)});
            held_bytes_ += slot.outgoing.size();
            waiting_.push_back(&slot);
        }
    }

    /// Gives waiting inputs to idle processes, and starts processes while there are too few.
    int hand_out() {
        for (Post& post : posts_)
            if (post.slot == nullptr && !waiting_.empty()) hand_to(post);
        forget_the_dead();
        while (!waiting_.empty() && posts_.size() < jobs_) {
            std::vector<int> sockets;
            for (const Post& post : posts_) sockets.push_back(post.worker->socket());
            auto worker = Worker::start(settings_, resources_, sockets);
            if (!worker && posts_.empty()) return errno;
            if (!worker) break;
            hand_to(posts_.emplace_back(Post{std::move(worker)}));
            forget_the_dead();
        }
        return 0;
    }

    void hand_to(Post& post) {
        post.slot = waiting_.front();
        waiting_.pop_front();
        post.waited = post.window_begin = post.window_used = Seconds(0);
        post.next_look = post.slot->allowed;
        post.used_before = post.worker->processor_time();
        send(post);
    }

    /// That the process has ended is seen when its answer is received.
    void send(Post& post) { post.slot->outgoing.send(post.worker->socket()); }

    void wait() {
        std::vector<pollfd> polled;
        bool is_any_busy = false;
        Seconds until = max_step;
        for (const Post& post : posts_) {
            const bool is_sending = post.slot != nullptr && !post.slot->outgoing.is_sent();
            polled.push_back(
                {post.worker->socket(), static_cast<short>(POLLIN | (is_sending ? POLLOUT : 0)), 0});
            if (post.slot == nullptr) continue;
            is_any_busy = true;
            until = std::min(until, post.next_look - post.waited);
        }
        const bool is_source_polled = source_state_ == Source::State::need_more && has_room();
        if (is_source_polled) polled.push_back({source_.descriptor(), POLLIN, 0});
        const int milliseconds =
            is_any_busy ? 1 + static_cast<int>(std::max(until, Seconds(0)).count() * 1000) : -1;
        const int ready = ::poll(polled.data(), polled.size(), milliseconds);
        const Clock::time_point now = Clock::now();
        const Seconds step = std::min(Seconds(now - last_), max_step);
        last_ = now;
        if (ready > 0 && is_source_polled && polled.back().revents != 0) {
            source_.read_more();
            source_state_ = Source::State::task;
        }
        for (std::size_t i = 0; i < posts_.size(); ++i) {
            Post& post = posts_[i];
            const short events = ready > 0 ? polled[i].revents : 0;
            if ((events & POLLOUT) != 0 && post.slot != nullptr) send(post);
            if ((events & ~POLLOUT) != 0) receive(post);
            if (post.slot == nullptr) continue;
            post.waited += step;
            if (post.waited >= post.next_look && !post.worker->incoming.is_begun() && is_overdue(post))
                time_out(post);
        }
        forget_the_dead();
    }

    void receive(Post& post) {
        while (true) {
            const auto state = post.worker->incoming.receive(post.worker->socket());
            if (state == Incoming::State::blocked) return;
            if (state == Incoming::State::ended) return bury(post);
            Message message = post.worker->incoming.take();
            if (post.slot == nullptr) return bury(post);  // nobody asked
            if (message.kind == MessageKind::identity) {
                post.slot->identity = {std::move(message.first), std::move(message.second)};
                release(*post.slot);
            } else {
                settle(*post.slot, {std::move(message.second), std::move(message.first), message.flag});
                post.slot = nullptr;
            }
        }
    }

    void bury(Post& post) {
        const int status = post.worker->end();
        Slot* const slot = std::exchange(post.slot, nullptr);
        if (slot == nullptr) return;
        if (slot->outgoing.size() > 0 && !slot->is_tried_again) {
            // The process may have been dead before it was given the input.
            slot->is_tried_again = true;
            slot->outgoing.rewind();
            waiting_.push_front(slot);
        } else {
            give_up(*slot, death(status, settings_));
        }
    }

    /// An article is allowed processor time, so that a busy machine or many jobs are not held against it. A
    /// process that takes none is not waiting for a processor: it hangs.
    bool is_overdue(Post& post) {
        constexpr Seconds least_window{2};
        constexpr double least_share = 0.002;
        constexpr Seconds least_step{0.05};
        const Seconds used = post.worker->processor_time() - post.used_before;
        const Seconds left = post.slot->allowed - used;
        if (left <= Seconds(0)) return true;
        const Seconds window = post.waited - post.window_begin;
        if (window >= least_window) {
            if (used - post.window_used < least_share * window) return true;
            post.window_begin = post.waited;
            post.window_used = used;
        }
        post.next_look = post.waited + std::clamp(left, least_step, least_window);
        return false;
    }

    void time_out(Post& post) {
        post.worker->end();
        std::array<char, 32> seconds{};
        std::snprintf(seconds.data(), seconds.size(), "%g", post.slot->allowed.count());
        give_up(*post.slot,
                {ErrorCode::timed_out, "the article took longer than " + std::string(seconds.data()) + " s"});
        post.slot = nullptr;
    }

    void give_up(Slot& slot, const Error& error) {
        settle(slot, refuse(error, slot.identity, slot.number, settings_));
    }

    void release(Slot& slot) {
        held_bytes_ -= slot.outgoing.size();
        slot.outgoing = Outgoing();
    }

    void settle(Slot& slot, Answer answer) {
        release(slot);
        held_bytes_ += answer.out.size();
        slot.answer = std::move(answer);
    }

    void forget_the_dead() {
        std::erase_if(posts_, [](const Post& post) { return post.worker->socket() < 0; });
    }

    Source& source_;
    unsigned jobs_;
    const Settings& settings_;
    const Resources& resources_;
    Source::State source_state_ = Source::State::task;
    std::deque<Slot> slots_;     // in order
    std::deque<Slot*> waiting_;  // of these, the ones that no process has
    std::size_t held_bytes_ = 0;
    std::vector<Post> posts_;
    Clock::time_point last_ = Clock::now();
};

}  // namespace

int read_all(Source& source, unsigned jobs, const Settings& settings, const Resources& resources,
             const std::function<bool(const Answer&)>& deliver) {
    return Pool(source, jobs, settings, resources).run(deliver);
}

}  // namespace lede::cli
