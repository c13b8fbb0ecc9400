// Dates on the calendar: absolute ones, and those whose year or week the tense tells.
#include <array>

#include "times/context/context.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

bool read_date(const TimeMatch& m, TimeExpression& e) {
    const AtomView& view = m.sentence.view;
    // "$12 December 27", "12:30 December 27th", "107.31 August 2019"
    if (m.elements.front().classes.has(DAY) && m.begin > 0) {
        static constexpr std::string_view currencies[] = {"$", "\u00a3", "\u20ac"};
        const std::string_view before = view.lower(m.begin - 1);
        for (const std::string_view mark : currencies)
            if (before == mark) return false;
        if ((before == ":" || before == ".") && m.begin > 1 && view.joined(m.begin) &&
            view.is(m.begin - 2, AtomKind::digits))
            return false;
    }
    e.month = m.whole(MONTH);
    e.day = m.has(DAY) ? m.whole(DAY) : m.has(ORD) ? m.whole(ORD) : m.whole(SAIDDAY);
    e.year = m.has(YEAR) ? m.whole(YEAR) : m.has(TWO) ? full_year(m.whole(TWO)) : 0;
    e.kind = e.year > 0 ? Kind::absolute : Kind::open;
    e.unit = e.day > 0 ? TimeUnit::day : TimeUnit::month;
    if (e.day > 0 && !is_day(e.year, e.month, e.day))
        return (ends_before_a_noun(m) || is_before_a_clock(m)) && put_no_day(e, e.year, e.month, e.day);
    // "may" is a verb, "march" too; the months of dates are written with a capital, or all is in small
    // letters.
    const std::uint32_t at = m.find(MONTH)->at;
    return e.day > 0 || e.year > 0 || view.is_capital(at);
}

// "May twenty-nine", "twenty-five January 1986"; "in May twenty people died" counts people.
bool read_day_in_words(const TimeMatch& m, TimeExpression& e) {
    const AtomView& view = m.sentence.view;
    if (!read_date(m, e) || e.value.size() > 0) return false;
    const bool counted = m.begin > 0 && view.lower(m.begin - 1) == "in";
    return m.has(YEAR) || (view.is_capital(m.find(MONTH)->at) && !counted && ends_before_a_noun(m));
}

// "next 6th of April", "last May 3": the one after today, or before it.
bool read_next_date(const TimeMatch& m, TimeExpression& e) {
    if (!read_date(m, e) || e.kind != Kind::open) return false;
    e.kind = Kind::relative;
    e.strict = true;
    e.offset = m.has(NEXT) ? 1 : -1;
    return ends_before_a_noun(m);
}

// "October, 1st"
bool read_day_after_comma(const TimeMatch& m, TimeExpression& e) {
    return ends_before_a_noun(m) && read_date(m, e) && e.kind != Kind::fixed;
}

// "15 April of 87"
bool read_date_of_short_year(const TimeMatch& m, TimeExpression& e) {
    constexpr int last_day = 31;
    return m.whole(TWO) > last_day && ends_before_a_noun(m) && read_date(m, e);
}

// "2017 April", "2017 April 5"
bool read_year_before_month(const TimeMatch& m, TimeExpression& e) {
    const AtomView& view = m.sentence.view;
    const std::uint32_t month = m.find(MONTH)->at;
    if (!is_year_here(m, m.find(YEAR)->at) || view.lower(month) == "may") return false;
    if (!m.sentence.words[month].is(NAMED) && !m.has(DAY) && !m.has(ORD)) return false;
    return (m.has(DAY) || m.has(ORD) || ends_before_a_noun(m)) && read_date(m, e);
}

// "Monday the 21st", "Tue 13th", "Monday 21".
bool read_weekday_and_day(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.weekday = m.has(WEEKDAY) ? m.whole(WEEKDAY) : m.whole(WDAY);
    e.day = m.has(ORD) ? m.whole(ORD) : m.whole(DAY);
    return ends_before_a_noun(m) || is_before_a_clock(m);
}

// "Dec-2018", "Dec/2018".
bool read_joined_month(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::month;
    e.month = m.whole(MONTH);
    e.year = m.whole(YEAR);
    return m.sentence.view.is_capital(m.begin);
}

bool read_month(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.unit = TimeUnit::month;
    e.month = m.has(NAMED) ? m.whole(NAMED) : m.whole(SHORTMONTH);
    return is_month_here(m, m.elements.front().at);
}

bool read_weekday(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.weekday = m.whole(WEEKDAY);
    return true;
}

// "on Sat", and not the Sun.
bool read_short_weekday(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.weekday = m.whole(WDAY);
    const bool on = m.begin > 0 && m.sentence.view.lower(m.begin - 1) == "on";
    // "TUEs" are exemptions.
    const std::string_view form = m.sentence.view.form(m.begin), lower = m.sentence.view.lower(m.begin);
    const bool capital = m.sentence.view.is_capital(m.begin) && form.substr(1) == lower.substr(1);
    return on && capital && ends_before_a_noun(m);
}

bool read_day_of_month(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.day = m.whole(ORD);
    return is_day_of_month_here(m);
}

bool read_holiday(const TimeMatch& m, TimeExpression& e) {
    if (m.word(*m.find(HOLIDAY)).is(NEWYEAR) && !is_new_year_here(m)) return false;
    e.holiday = m.text(HOLIDAY);
    set_year(m, e);
    if (m.has(PREVIOUS) || m.has(FOLLOWING)) {
        e.strict = e.from_reference = true;
        e.offset = m.has(PREVIOUS) ? -1 : 1;
        e.kind = Kind::relative;
    }
    if (m.has(LAST) || m.has(NEXT) || m.has(THIS)) {
        e.strict = !m.has(THIS);
        e.offset = m.has(LAST) ? -1 : m.has(NEXT) ? 1 : 0;
        e.kind = Kind::relative;
    }
    return true;
}

bool read_event(const TimeMatch& m, TimeExpression& e) {
    e.value = m.text(EVENT);
    return true;
}

}  // namespace

std::span<const TimePattern> date_patterns() {
    static constexpr std::array patterns{
        TimePattern{"day month year", "WEEKDAY|WDAY? COMMA? THE? DAY|ORD OF? MONTH COMMA? YEAR", read_date,
                    "Thursday, 25 May 2017"},
        TimePattern{"month day year", "WEEKDAY|WDAY? COMMA? MONTH THE? DAY|ORD COMMA? YEAR", read_date,
                    "Thursday, May 25, 2017"},
        TimePattern{"day month", "WEEKDAY|WDAY? COMMA? THE? DAY|ORD OF? MONTH", read_date, "the 25th of May"},
        TimePattern{"month day", "WEEKDAY|WDAY? COMMA? MONTH THE? DAY|ORD", read_date, "May 25"},
        TimePattern{"day month year with dashes", "DAY DASH+ MONTH+ DASH+ YEAR+", read_date, "25-May-2017"},
        TimePattern{"day month short year", "DAY|ORD OF? MONTH APOS TWO", read_date, "25 May '17"},
        TimePattern{"day in words and month", "SAIDDAY OF? MONTH COMMA? YEAR?", read_day_in_words,
                    "twenty-five January 1986"},
        TimePattern{"month and day in words", "MONTH SAIDDAY COMMA? YEAR?", read_day_in_words,
                    "May twenty-nine"},
        TimePattern{"month and day after a comma", "MONTH COMMA ORD", read_day_after_comma, "October, 1st"},
        TimePattern{"month of short year", "DAY|ORD? MONTH OF TWO", read_date_of_short_year,
                    "15 April of 87"},
        TimePattern{"year month", "YEAR MONTH", read_year_before_month, "2017 April"},
        TimePattern{"year month day", "YEAR MONTH DAY|ORD", read_year_before_month, "2017 April 5"},
        TimePattern{"month year day with dashes", "MONTH DASH+ YEAR+ DASH+ DAY+", read_date,
                    "September-2020-23"},
        TimePattern{"year day month", "YEAR SLASH|DASH+ DAY+ SLASH|DASH+ MONTH+", read_date, "2020/23/Sep"},
        TimePattern{"day year month with dashes", "DAY DASH+ YEAR+ DASH+ MONTH+", read_date,
                    "23-2020-September"},
        TimePattern{"month year", "MONTH COMMA|OF? YEAR", read_date, "May 2017"},
        TimePattern{"month short year", "MONTH APOS TWO", read_date, "May '17"},
        TimePattern{"next date", "NEXT|LAST DAY|ORD OF? MONTH", read_next_date, "next 6th of April"},
        TimePattern{"month and day with slash", "MONTH SLASH+ DAY+", read_date, "Oct/2"},
        TimePattern{"year month day with slashes", "YEAR SLASH|DASH+ MONTH+ SLASH|DASH+ DAY+", read_date,
                    "2019-Aug-1"},
        TimePattern{"day month year with slashes", "DAY SLASH+ MONTH+ SLASH+ YEAR+", read_date,
                    "23/Sep/2020"},
        TimePattern{"month day year with dashes", "MONTH DASH+ DAY+ DASH+ YEAR+", read_date, "Sep-23-2020"},
        TimePattern{"month and year joined", "MONTH SLASH|DASH+ YEAR+", read_joined_month, "Dec/2018"},
        TimePattern{"weekday and day with dashes", "THIS? WEEKDAY DASH MONTH DASH+ DAY+", read_date,
                    "this Friday-Jun-16"},
        TimePattern{"weekday and day of the month", "WEEKDAY|WDAY COMMA? THE? ORD", read_weekday_and_day,
                    "Monday the 22nd"},
        TimePattern{"weekday and number of its day", "WEEKDAY DAY", read_weekday_and_day, "on Monday 22"},
        TimePattern{"month", "NAMED", read_month, "in October"},
        TimePattern{"month in short", "SHORTMONTH", read_month, "in Sept."},
        TimePattern{"weekday", "WEEKDAY", read_weekday, "on Monday"},
        TimePattern{"weekday in short", "WDAY", read_short_weekday, "on Fri"},
        TimePattern{"day of the month", "THE? ORD", read_day_of_month, "on the 25th"},
        TimePattern{"holiday", "HOLIDAY YEAR?", read_holiday, "Christmas 2016"},
        TimePattern{"relative holiday", "LAST|NEXT|THIS|PREVIOUS|FOLLOWING HOLIDAY", read_holiday,
                    "last Easter"},
        TimePattern{"day known by an event", "EVENT", read_event, "9/11"},
    };
    return patterns;
}

}  // namespace lede::times
