// From a written time to its TIMEX3 value and its days.
#pragma once

#include <optional>

#include "times/calendar/calendar_units.h"
#include "times/context/context.h"
#include "times/grammar/expression.h"

namespace lede::times {

/// What is known of where in time a sentence stands.
struct TimeAnchor {
    std::optional<Date> published;
    /// The first day of the last calendar time spoken of that is no coarser than the expression's unit: "the
    /// next day" is the one after it.
    std::optional<Date> reference;
    Direction direction = Direction::unknown;
};

/// Never fails: what cannot be known is written with X, as in "XXXX-WXX-4".
ResolvedTime resolve(const TimeExpression& expression, const TimeAnchor& anchor);

}  // namespace lede::times
