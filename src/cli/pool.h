// Inputs to worker processes, answers in the order of the inputs.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "cli/answer.h"

namespace lede::cli {

/// Where inputs come from.
class Source {
  public:
    enum class State { task, need_more, end };

    virtual ~Source() = default;
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    /// The next input. Where it cannot be read, `fault` says why, and of the task only its name is filled.
    virtual State next(Task& task, std::optional<Error>& fault) = 0;
    /// After need_more: the descriptor on which more will come, and the call that reads it.
    virtual int descriptor() const = 0;
    virtual void read_more() = 0;
    /// May next() wait? It is called then only when nobody else waits for anything.
    virtual bool may_wait() const = 0;
};

/// Has every input read by one of `jobs` processes, restarts those that die, and hands each answer to
/// `deliver` as soon as it and all before it are there. At most a window of inputs is held, so memory does
/// not grow with their number.
/// @param deliver returns false to stop.
/// @return errno where no process can be started; 0 otherwise.
int read_all(Source& source, unsigned jobs, const Settings& settings, const Resources& resources,
             const std::function<bool(const Answer&)>& deliver);

}  // namespace lede::cli
