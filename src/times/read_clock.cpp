// Times of day.
#include <array>

#include "times/context.h"
#include "times/readers.h"

namespace lede {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

bool read_clock(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.type = TimeType::time;
    if (m.has(NOON)) {
        e.hour = m.whole(NOON) % 24;
        e.minute = 0;
    } else if (m.has(FOUR)) {
        e.hour = m.whole(FOUR) / 100;
        e.minute = m.whole(FOUR) % 100;
    } else {
        e.hour = m.whole(CLOCKHOUR);
        e.minute = m.has(TWO) ? m.whole(TWO) : 0;
        if (m.find(TWO, 1)) e.second = m.whole(TWO, 1);
    }
    if (m.has(AMPM)) {
        if (e.hour > 12) return false;
        e.hour = e.hour % 12 + m.whole(AMPM);
    } else if (m.has(OCLOCK) && e.hour > 12) {
        return false;
    }
    if (e.hour > 24 || e.minute > 59 || e.second > 59) return false;
    e.is_utc = m.text(ZONE) == "Z";
    if (!m.has(AMPM) && !m.has(ZONE) && !m.has(OCLOCK) && !m.has(NOON) && !is_clock_here(m)) return false;
    return true;
}

}  // namespace

std::span<const TimePattern> clock_patterns() {
    static constexpr std::array patterns{
        TimePattern{"clock", "CLOCKHOUR COLON+ TWO+ AMPM? ZONE?", read_clock, "10:30 GMT"},
        TimePattern{"clock with seconds", "CLOCKHOUR COLON+ TWO+ COLON+ TWO+ AMPM? ZONE?", read_clock,
                    "at 10:30:15 GMT"},
        TimePattern{"clock with a dot", "CLOCKHOUR DOT+ TWO+ AMPM ZONE?", read_clock, "10.30 pm"},
        TimePattern{"hour", "CLOCKHOUR AMPM ZONE?", read_clock, "3 p.m."},
        TimePattern{"hour of the clock", "CLOCKHOUR OCLOCK", read_clock, "three o'clock"},
        TimePattern{"clock without colon", "FOUR ZONE", read_clock, "1800 GMT"},
        TimePattern{"noon", "NOON", read_clock, "at noon"},

    };
    return patterns;
}

}  // namespace lede
