// Times made of another: "two weeks before Christmas", "the week of 3 May", "the first week of October", "the
// last three days of the month".
#pragma once

#include <optional>

#include "times/calendar/calendar_units.h"
#include "times/grammar/patterns.h"

namespace lede::times {

/// A made time that begins at an atom; it holds the fields of the time that it is made of.
std::optional<TimeExpression> read_made(const TimeGrammar& grammar, const TimeSentence& sentence,
                                        std::uint32_t at);

/// What is made of the time that the expression's other fields say. Where that has no days, nor has this.
ResolvedTime make_of(const TimeExpression& expression, const ResolvedTime& base);

}  // namespace lede::times
