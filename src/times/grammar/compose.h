// Times made of more than one expression: "Thursday night", "late 2006", "October of next year", "3 p.m. on
// Monday".
#pragma once

#include <optional>

#include "times/grammar/patterns.h"

namespace lede::times {

/// Can a time begin with a word, or one that none is meant in (of the class BLOCK)? What nearly every word is
/// asked, and nearly none is.
bool can_begin_time(const TimeGrammar& grammar, const TimeWord& word);

/// The whole time that begins at an atom.
std::optional<TimeExpression> read_time(const TimeGrammar& grammar, const TimeSentence& sentence,
                                        std::uint32_t at);

/// The same without "late", "the week of" and the like before it.
std::optional<TimeExpression> read_plain_time(const TimeGrammar& grammar, const TimeSentence& sentence,
                                              std::uint32_t at);

/// "the year", "the week" after "the end of", "later in", "the last day of": the one that the day of
/// publication lies in, or the one told of.
std::optional<TimeExpression> read_unit_at_hand(const TimeSentence& sentence, std::uint32_t at);

/// A day or year that shares what another says: "27" in "May 25-27", "25" in "between 25 and 27 May", "17" in
/// "2016-17".
struct SharedTime {
    std::uint32_t begin = 0;
    TimeExpression expression;
};
/// After a time.
std::optional<SharedTime> read_shared_after(const TimeSentence& sentence, const TimeExpression& time);
/// Before a time, which is read too.
std::optional<SharedTime> read_shared_before(const TimeGrammar& grammar, const TimeSentence& sentence,
                                             std::uint32_t at);

}  // namespace lede::times
