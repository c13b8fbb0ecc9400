// Dates in numbers alone: "2017-05-25", "25/05/2017", "11/20", "2015-12".
#include <algorithm>
#include <array>

#include "numbers/decimal.h"
#include "times/context/context.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

bool read_iso(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.year = m.whole(YEAR);
    e.month = m.whole(TWO, 0);
    e.day = m.whole(TWO, 1);
    e.unit = TimeUnit::day;
    return is_day(e.year, e.month, e.day);
}

// "20161016", by the basic format of ISO 8601.
bool read_basic_iso(const TimeMatch& m, TimeExpression& e) {
    const int number = to_int(m.word(m.elements.front()).number.value);
    e.kind = Kind::absolute;
    e.year = number / 10000;
    e.month = number / 100 % 100;
    e.day = number % 100;
    return e.year >= 1900 && e.year < 2100 && is_day(e.year, e.month, e.day) && !is_in_a_number(m);
}

// "2016 10 16"
bool read_spaced_iso(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.year = m.whole(YEAR);
    e.month = m.whole(TWO, 0);
    e.day = m.whole(TWO, 1);
    for (const auto& element : m.elements)
        if (m.sentence.view.joined(element.at)) return false;
    return is_day(e.year, e.month, e.day) && !is_in_a_number(m);
}

// "25/05/2017", "5/25/17", "25.05.2017": the day first unless only the other order is a date, or the
// separator is a slash and both are; then the American order, which agencies of that custom use.
bool read_numeric(const TimeMatch& m, TimeExpression& e) {
    const int first = m.whole(DAY, 0), second = m.whole(DAY, 1);
    e.kind = Kind::absolute;
    e.year = m.has(YEAR) ? m.whole(YEAR) : full_year(m.whole(TWO));
    const bool day_first = is_day(e.year, second, first);
    const bool month_first = is_day(e.year, first, second);
    if (!day_first && !month_first)
        return m.has(SLASH) && !is_in_a_number(m) &&
               (put_no_day(e, e.year, first, second) || put_no_day(e, e.year, second, first));
    // "133-03-03-2020" is no date, "10/1/2018-10/7/2018" two.
    if (m.sentence.view.joined(m.begin) && !m.has(SLASH)) return false;
    const bool american = month_first && (!day_first || m.has(SLASH));
    e.month = american ? first : second;
    e.day = american ? second : first;
    return true;
}

// "11/20", "22/04": the American order unless only the other is a date.
bool read_numeric_day(const TimeMatch& m, TimeExpression& e) {
    const int first = m.whole(DAY, 0), second = m.whole(DAY, 1);
    e.kind = Kind::open;
    const bool american = is_day(0, first, second);
    if (!american && !is_day(0, second, first)) return false;
    e.month = american ? first : second;
    e.day = american ? second : first;
    // "by 1/3", "from 1/2 to 3/4": fractions, unless with a weekday.
    constexpr int halves_to_eighths[] = {2, 3, 4, 5, 6, 8};
    const bool fraction =
        first < second && std::find(std::begin(halves_to_eighths), std::end(halves_to_eighths), second) !=
                              std::end(halves_to_eighths);
    if (fraction && !m.has(WEEKDAY)) return false;
    if (m.has(THIS)) e.year_is_relative = true;
    if (m.has(NEXT)) {
        e.kind = Kind::relative;
        e.strict = true;
        e.offset = 1;
    }
    const std::uint32_t at = m.find(DAY)->at;
    return !m.sentence.words[at].is(EVENT) && is_numeric_day_here(m);
}

// "2015-12", "2015-3", "12-2015": a month by ISO 8601 or the other way round. "2005-06" is two years.
bool read_numbered_month(const TimeMatch& m, TimeExpression& e) {
    const AtomView& view = m.sentence.view;
    constexpr int months = 12, tens = 10, hundreds = 100;
    const bool year_first = m.elements.front().classes.has(YEAR);
    const auto* number = m.has(TWO) ? m.find(TWO) : m.find(DAY);
    e.month = to_int(m.word(*number).number.value);
    e.year = m.whole(YEAR);
    e.kind = Kind::absolute;
    e.unit = TimeUnit::month;
    if (e.month < 1 || e.month > months || is_in_a_number(m)) return false;
    if (!year_first) return m.has(TWO) && e.year >= 1900;
    const bool two = m.word(*number).number.plain_digits == 2;
    return e.month < e.year % (two ? hundreds : tens) && is_year_here(m, m.find(YEAR)->at) &&
           !view.is_dash(m.end);
}

}  // namespace

std::span<const TimePattern> numeric_date_patterns() {
    static constexpr std::array patterns{
        TimePattern{"year and number of month", "YEAR DASH+ TWO|DAY+", read_numbered_month, "2015-12"},
        TimePattern{"number of month and year", "TWO DASH+ YEAR+", read_numbered_month, "12-2015"},
        TimePattern{"basic ISO date", "EIGHT", read_basic_iso, "20161016"},
        TimePattern{"ISO date with spaces", "YEAR TWO TWO", read_spaced_iso, "2016 10 16"},
        TimePattern{"ISO date", "YEAR DASH+ TWO+ DASH+ TWO+", read_iso, "2017-05-25"},
        TimePattern{"ISO date with slashes", "YEAR SLASH+ TWO+ SLASH+ TWO+", read_iso, "2017/05/25"},
        TimePattern{"numeric date", "DAY SLASH+ DAY+ SLASH+ YEAR|TWO+", read_numeric, "25/05/2017"},
        TimePattern{"numeric date with dots", "DAY DOT+ DAY+ DOT+ YEAR+", read_numeric, "25.05.2017"},
        TimePattern{"numeric date with dashes", "DAY DASH+ DAY+ DASH+ YEAR+", read_numeric, "25-05-2017"},
        TimePattern{"numeric day", "WEEKDAY? COMMA? DAY SLASH+ DAY+", read_numeric_day, "on 11/20"},
        TimePattern{"numeric day at hand", "THIS WEEKDAY? COMMA? DAY SLASH+ DAY+", read_numeric_day,
                    "this Friday 5/12"},
        TimePattern{"next numeric day", "NEXT DAY SLASH+ DAY+", read_numeric_day, "next 5/12"},
        TimePattern{"numeric day and year", "DAY SLASH+ DAY+ COMMA YEAR", read_numeric, "5/7, 2020"},
    };
    return patterns;
}

}  // namespace lede::times
