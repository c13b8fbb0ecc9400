// Times of day.
#include <array>

#include "numbers/decimal.h"
#include "times/context/context.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

// The hour by the part of its day: "7 in the evening", "one in the morning".
bool is_after_noon(std::string_view part, int hour) {
    if (part == "AF" || part == "EV") return hour < 12;
    return part == "NI" && hour >= 5 && hour < 12;
}

void put_clock(TimeExpression& e, int hour, int minute) {
    e.kind = Kind::open;
    e.type = TimeType::time;
    e.hour = hour;
    e.minute = minute;
}

bool is_time_of_day(const TimeExpression& e) { return e.hour <= 24 && e.minute <= 59 && e.second <= 59; }

bool read_clock(const TimeMatch& m, TimeExpression& e) {
    put_clock(e, m.whole(CLOCKHOUR), m.has(TWO) ? m.whole(TWO) : 0);
    if (m.find(TWO, 1)) e.second = m.whole(TWO, 1);
    if (m.has(NOON)) {
        if (m.has(CLOCKHOUR) && e.hour != 12) return false;
        put_clock(e, m.whole(NOON) % 24, 0);
    } else if (m.has(FOUR)) {
        put_clock(e, m.whole(FOUR) / 100, m.whole(FOUR) % 100);
    }
    if (m.has(AMPM)) {
        if (e.hour > 12) return false;
        e.hour = e.hour % 12 + m.whole(AMPM);
    } else if (m.has(OCLOCK) && e.hour > 12) {
        return false;
    }
    if (!is_time_of_day(e)) return false;
    e.is_utc = m.text(ZONE) == "Z";
    return m.has(AMPM) || m.has(ZONE) || m.has(OCLOCK) || m.has(NOON) || is_clock_here(m);
}

// "half past seven", "a quarter to eight", "20 minutes past ten", "10 past 9".
bool read_past_the_hour(const TimeMatch& m, TimeExpression& e) {
    const bool before = m.has(TO);
    // "16 months to four years"
    if (const std::string_view unit = unit_code(m); !unit.empty() && unit != "TM" && unit != "Q")
        return false;
    const auto& hour = m.elements[m.elements.size() - (m.has(OCLOCK) ? 2 : 1)];
    const double at = m.word(hour).number.value;
    const double minutes = m.has(HALF) ? 30 : m.has(QUARTER) ? 15 : m.word(*m.find(NUM)).number.value;
    if (at < 1 || at > 12 || minutes < 1 || minutes > 59) return false;
    // "won 10 to 9", "drew 5 to 5": only what is said to be a time is one.
    const bool named = m.has(HALF) || m.has(QUARTER) || m.has(UNITS) || m.has(SHORT) || m.has(OCLOCK);
    const bool past_the_hour = m.has(CLOCKPAST) && minutes <= 29;
    if (!named && !past_the_hour && !is_hour_here(m)) return false;
    const int total = static_cast<int>(at) * 60 + (before ? -1 : 1) * static_cast<int>(minutes);
    put_clock(e, total / 60, total % 60);
    return true;
}

// "at 7 tonight", "on Monday at 4", "at half eight", "tomorrow at nine thirty", "at 7.30 on Friday".
bool read_bare_hour(const TimeMatch& m, TimeExpression& e) {
    const TimeMatch::Element* minutes = m.find(TWO);
    put_clock(e, m.whole(CLOCKHOUR), minutes ? m.whole(TWO) : 0);
    if (const auto* words = minutes ? nullptr : m.find(NUM)) {
        const TimeWord& word = m.word(*words);
        if (word.number.form != NumberForm::words || m.sentence.view.is(m.begin, AtomKind::digits))
            return false;
        e.minute = to_int(word.number.value);
        if (e.minute < 10) return false;
    }
    if (m.has(AMLETTER)) {
        if (e.hour > 12 || e.hour == 0) return false;
        e.hour = e.hour % 12 + m.whole(AMLETTER);
    }
    const bool plain = m.has(COLON) && m.has(AMLETTER);  // "9:15p"
    if (e.hour < 1 || !is_time_of_day(e) || (!plain && !is_hour_here(m) && !is_schedule_here(m)))
        return false;
    // "last night at 8", "in the afternoon at 3"
    if (m.begin >= 2 && e.hour <= 12 && !m.has(AMLETTER)) {
        const TimeWord& before = m.sentence.words[m.begin - 2];
        for (const TimeReading& reading : before.readings)
            for (const TimeClass c : {PART, TONIGHT})
                if (reading.classes.has(c) && reading.end == m.begin - 1)
                    e.hour = hour_of_part(value_of(reading.value, c), e.hour);
    }
    return true;
}

// "one thirty p.m."
bool read_words_of_clock(const TimeMatch& m, TimeExpression& e) {
    const Number& minutes = m.word(*m.find(NUM)).number;
    constexpr int least_minutes = 10;
    if (minutes.form != NumberForm::words || !minutes.whole || minutes.value < least_minutes) return false;
    put_clock(e, m.whole(CLOCKHOUR), minutes.value > 59 ? 60 : to_int(minutes.value));
    if (e.hour < 1 || e.hour > 12 || !is_time_of_day(e)) return false;
    e.hour = e.hour % 12 + m.whole(AMPM);
    return true;
}

// "8 in the evening", "3:30 this afternoon" without its day, "11 at night".
bool read_hour_of_part(const TimeMatch& m, TimeExpression& e) {
    put_clock(e, m.whole(CLOCKHOUR), m.has(TWO) ? m.whole(TWO) : 0);
    const std::string_view part = m.text(PART);
    if (e.hour < 1 || e.hour > 12 || !is_time_of_day(e)) return false;
    if (is_after_noon(part, e.hour)) e.hour += 12;
    if (e.hour == 12 && (part == "MO" || part == "NI")) e.hour = part == "MO" ? 0 : 24;
    return true;
}

}  // namespace

int hour_of_part(std::string_view part, int hour) { return hour + (is_after_noon(part, hour) ? 12 : 0); }

std::span<const TimePattern> clock_patterns() {
    static constexpr std::array patterns{
        TimePattern{"clock", "CLOCKHOUR COLON+ TWO+ AMPM? ZONE?", read_clock, "10:30 GMT"},
        TimePattern{"clock with seconds", "CLOCKHOUR COLON+ TWO+ COLON+ TWO+ AMPM? ZONE?", read_clock,
                    "at 10:30:15 GMT"},
        TimePattern{"clock with a dot", "CLOCKHOUR DOT+ TWO+ AMPM ZONE?", read_clock, "10.30 pm"},
        TimePattern{"hour", "CLOCKHOUR DOT? AMPM ZONE?", read_clock, "3 p.m."},
        TimePattern{"hour of the clock", "CLOCKHOUR OCLOCK", read_clock, "three o'clock"},
        TimePattern{"clock without colon", "FOUR ZONE|AMPM", read_clock, "1800 GMT"},
        TimePattern{"noon", "CLOCKHOUR? NOON", read_clock, "at noon"},
        TimePattern{"half past", "HALF CLOCKPAST CLOCKHOUR OCLOCK?", read_past_the_hour, "half past seven"},
        TimePattern{"quarter past or to", "A? QUARTER CLOCKPAST|TO CLOCKHOUR OCLOCK?", read_past_the_hour,
                    "a quarter to eight"},
        TimePattern{"minutes past or to", "NUM UNITS|SHORT? CLOCKPAST|TO CLOCKHOUR OCLOCK?",
                    read_past_the_hour, "20 minutes past ten"},
        TimePattern{"hour of a part of the day", "CLOCKHOUR IN THE PART", read_hour_of_part,
                    "eight in the evening"},
        TimePattern{"minute of a part of the day", "CLOCKHOUR COLON|DOT+ TWO+ IN THE PART", read_hour_of_part,
                    "5:30 in the morning"},
        TimePattern{"hour at night", "CLOCKHOUR AT PART", read_hour_of_part, "11 at night"},
        TimePattern{"hour and minutes in words", "CLOCKHOUR DASH? NUM AMPM", read_words_of_clock,
                    "one thirty p.m."},
        TimePattern{"bare hour", "CLOCKHOUR", read_bare_hour, "at 7 tonight"},
        TimePattern{"bare hour and minutes", "CLOCKHOUR DOT+ TWO+", read_bare_hour, "at 7.30 tonight"},
        TimePattern{"bare hour and minutes in words", "CLOCKHOUR DASH? NUM", read_bare_hour,
                    "tomorrow at nine thirty"},
        TimePattern{"hour and a letter", "CLOCKHOUR AMLETTER+", read_bare_hour, "today at 9p"},
        TimePattern{"clock and a letter", "CLOCKHOUR COLON+ TWO+ AMLETTER+", read_bare_hour,
                    "today at 9:15p"},
    };
    return patterns;
}

}  // namespace lede::times
