// Stretches from one time to another: "from 3 to 5 May", "between 2014 and 2016", "Monday to Friday".
#pragma once

#include <vector>

#include "times/calendar/resolve.h"
#include "times/grammar/patterns.h"

namespace lede::times {

/// An expression where it stands in its sentence.
struct FoundTime {
    std::uint32_t begin = 0;  ///< atom
    TimeExpression expression;
};

/// Two times that follow each other among those found in a sentence, and the words that make them the ends of
/// a stretch. TIMEX3 marks all three: the ends, and a duration from the one to the other.
struct TimeRange {
    std::uint32_t begin = 0, end = 0;  ///< atoms
    std::size_t first = 0;             ///< of the times found; the second is the next one
};

/// In text order; no time belongs to two. Gives an end without a year that of the other: "June to August
/// 1992".
void find_ranges(const TimeSentence& sentence, std::vector<FoundTime>& found, std::vector<TimeRange>& ranges);

/// The ends, so that the second is not before the first: "from November to March" of the same winter.
struct ResolvedEnds {
    ResolvedTime first, second;
};
ResolvedEnds resolve_ends(const TimeExpression& first, const TimeExpression& second,
                          const TimeAnchor& anchor);

/// The duration from one end to the other, with its days; no value where the second is before the first.
ResolvedTime duration_between(const TimeExpression& first, const ResolvedTime& from,
                              const TimeExpression& second, const ResolvedTime& to);

}  // namespace lede::times
