// What readers of times made of several expressions ask of a sentence and of an expression.
#pragma once

#include "times/grammar/patterns.h"

namespace lede::times {

/// Has the word at an atom a class? False after the end.
inline bool has_class(const TimeSentence& s, std::uint32_t at, TimeClass c) {
    return at < s.words.size() && s.words[at].is(c);
}

/// The reading of a class at an atom; null where there is none.
inline const TimeReading* reading_of(const TimeSentence& s, std::uint32_t at, TimeClass c) {
    if (at >= s.words.size()) return nullptr;
    for (const TimeReading& reading : s.words[at].readings)
        if (reading.classes.has(c)) return &reading;
    return nullptr;
}

inline bool is_on_calendar(const TimeExpression& e) {
    return e.kind != TimeExpression::Kind::fixed && e.hour < 0;
}

/// A time of day without its day.
inline bool is_bare_clock(const TimeExpression& e) {
    return e.hour >= 0 && e.day == 0 && e.weekday == 0 && e.kind == TimeExpression::Kind::open;
}

}  // namespace lede::times
