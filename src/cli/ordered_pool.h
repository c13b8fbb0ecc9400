// Work done by several threads and delivered in the order in which it was handed in.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace lede::cli {

/// add() waits while `capacity` tasks are under way, so that memory does not grow with the number of tasks. A
/// result is delivered as soon as it and all before it are ready, by one thread at a time.
template <class Result>
class OrderedPool {
  public:
    OrderedPool(unsigned threads, std::function<void(Result)> deliver)
        : capacity_(std::size_t{4} * threads), deliver_(std::move(deliver)) {
        for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
    }

    ~OrderedPool() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        changed_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

    OrderedPool(const OrderedPool&) = delete;
    OrderedPool& operator=(const OrderedPool&) = delete;

    void add(std::function<Result()> task) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return pending_.size() < capacity_; });
        const auto job = std::make_shared<Job>(Job{std::move(task), std::nullopt});
        pending_.push_back(job);
        waiting_.push_back(job);
        lock.unlock();
        changed_.notify_all();
    }

  private:
    struct Job {
        std::function<Result()> task;
        std::optional<Result> result;
    };

    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            const std::shared_ptr<Job> job = std::move(waiting_.front());
            waiting_.pop_front();
            lock.unlock();
            Result result = job->task();
            job->task = nullptr;
            lock.lock();
            job->result = std::move(result);
            while (!pending_.empty() && pending_.front()->result) {
                deliver_(*std::move(pending_.front()->result));
                pending_.pop_front();
            }
            changed_.notify_all();
        }
    }

    std::size_t capacity_;
    std::function<void(Result)> deliver_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::shared_ptr<Job>> pending_;  // handed in and not delivered, in order
    std::deque<std::shared_ptr<Job>> waiting_;  // of these, the ones that no thread has taken
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace lede::cli
