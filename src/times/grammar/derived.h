// Times derived from another: "two weeks before Christmas", "the week of 3 May", "the first week of October",
// "the last three days of the month".
#pragma once

#include <optional>

#include "times/calendar/calendar_units.h"
#include "times/grammar/patterns.h"

namespace lede::times {

/// A derived time that begins at an atom; it holds the fields of the time that it is derived from.
std::optional<TimeExpression> read_derived(const TimeGrammar& grammar, const TimeSentence& sentence,
                                           std::uint32_t at);

/// The days of a derived time, from those of the time that the expression's other fields say. Unknown where
/// those are.
ResolvedTime derive(const TimeExpression& expression, const ResolvedTime& base);

}  // namespace lede::times
