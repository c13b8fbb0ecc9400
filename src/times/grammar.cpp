// What each pattern of time expressions looks like, and what its words mean.
//
// Sources: the TIMEX3 annotation guidelines (Saurí et al. 2006, TimeML 1.2.1; ISO 24617-1) for what is a time
// and how its value is written; the rule sets described for HeidelTime (Strötgen and Gertz 2013) and SUTime
// (Chang and Manning 2012) for which patterns news needs.
#include <array>

#include "quantities/decimal.h"
#include "times/calendar.h"
#include "times/context.h"
#include "times/patterns.h"

namespace lede {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

TimeUnit unit_of(std::string_view code) {
    if (code == "Y") return TimeUnit::year;
    if (code == "M") return TimeUnit::month;
    if (code == "W") return TimeUnit::week;
    if (code == "D") return TimeUnit::day;
    if (code == "TH") return TimeUnit::hour;
    if (code == "TM") return TimeUnit::minute;
    if (code == "TS") return TimeUnit::second;
    if (code == "DE") return TimeUnit::decade;
    if (code == "CE") return TimeUnit::century;
    if (code == "Q") return TimeUnit::quarter;
    if (code == "WE") return TimeUnit::weekend;
    return TimeUnit::fortnight;
}

// The unit's code among the words of a match, wherever it stands.
std::string_view unit_code(const TimeMatch& m) {
    for (TimeClass c : {UNIT, UNITS, SHORT, NIGHT})
        if (m.has(c)) return m.text(c);
    return "";
}

int season_number(std::string_view code) {
    return code == "SP" ? 1 : code == "SU" ? 2 : code == "FA" ? 3 : 4;
}

int full_year(int two_digits) { return two_digits + (two_digits < 50 ? 2000 : 1900); }

bool is_day(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year > 0 ? year : 2000, month);
}

// "P2Y", "PT30M", "P2.5Y", "PXD".
std::string duration(std::string_view amount, std::string_view unit) {
    std::string value = "P";
    if (unit == "2W")
        return value + (amount == "X"                ? "XW"
                        : std::string(amount) == "1" ? "2W"
                                                     : std::string(amount) + "2W");
    if (unit == "Q") return amount == "1" ? "P3M" : value + std::string(amount) + "Q";
    if (unit[0] == 'T') {
        value += 'T';
        unit.remove_prefix(1);
    }
    return value + std::string(amount) + std::string(unit);
}

std::string digits_of(double number) {
    // Halves, quarters and tenths are all that durations are written with.
    const auto hundredths = static_cast<std::uint64_t>(number * 100 + 0.5);
    std::string text = std::to_string(hundredths / 100);
    if (const std::uint64_t rest = hundredths % 100; rest != 0) {
        text += '.';
        text += static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
    }
    return text;
}

// --- absolute and open dates ---------------------------------------------------------------------------

bool read_date(const TimeMatch& m, TimeExpression& e) {
    e.month = m.whole(MONTH);
    e.day = m.has(DAY) ? m.whole(DAY) : m.whole(ORD);
    e.year = m.has(YEAR) ? m.whole(YEAR) : m.has(TWO) ? full_year(m.whole(TWO)) : 0;
    e.kind = e.year > 0 ? Kind::absolute : Kind::open;
    e.unit = e.day > 0 ? TimeUnit::day : TimeUnit::month;
    if (e.day > 0 && !is_day(e.year, e.month, e.day)) return false;
    // "may" is a verb, "march" too; the months of dates are written with a capital, or all is in small
    // letters.
    const std::uint32_t at = m.find(MONTH)->at;
    return e.day > 0 || e.year > 0 || m.sentence.view.is_capital(at);
}

bool read_iso(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.year = m.whole(YEAR);
    e.month = m.whole(TWO, 0);
    e.day = m.whole(TWO, 1);
    e.unit = TimeUnit::day;
    return is_day(e.year, e.month, e.day);
}

// "25/05/2017", "5/25/17", "25.05.2017": the day first unless only the other order is a date, or the
// separator is a slash and both are; then the American order, which agencies of that custom use.
bool read_numeric(const TimeMatch& m, TimeExpression& e) {
    const int first = m.whole(DAY, 0), second = m.whole(DAY, 1);
    e.kind = Kind::absolute;
    e.year = m.has(YEAR) ? m.whole(YEAR) : full_year(m.whole(TWO));
    const bool day_first = is_day(e.year, second, first);
    const bool month_first = is_day(e.year, first, second);
    if (!day_first && !month_first) return false;
    const bool american = month_first && (!day_first || m.has(SLASH));
    e.month = american ? first : second;
    e.day = american ? second : first;
    return true;
}

bool read_month(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.unit = TimeUnit::month;
    e.month = m.whole(NAMED);
    return is_month_here(m, m.find(NAMED)->at);
}

bool read_year(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::year;
    e.year = m.whole(YEAR);
    return m.has(FISCAL) || is_year_here(m, m.find(YEAR)->at);
}

bool read_short_year(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::year;
    e.year = full_year(m.whole(TWO));
    return true;
}

bool read_era(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::year;
    e.year = m.whole(NUM);
    e.before_christ = m.text(ERA) == "BC";
    return e.year > 0 && e.year < 10000;
}

bool read_decade(const TimeMatch& m, TimeExpression& e) {
    e.unit = TimeUnit::decade;
    const int year = m.has(YEAR) ? m.whole(YEAR) : m.has(DECADE) ? m.whole(DECADE) : m.whole(TWO);
    if (year % 10 != 0) return false;
    // "his 80s" is an age.
    if (!m.has(YEAR) && is_after_possessive(m)) return false;
    e.kind = Kind::absolute;
    e.year = (m.has(YEAR) ? year : year + (year < 20 ? 2000 : 1900)) / 10;
    return true;
}

bool read_century(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::century;
    e.year = m.whole(ORD) - 1;
    return e.year < 22;
}

bool read_quarter(const TimeMatch& m, TimeExpression& e) {
    e.unit = TimeUnit::quarter;
    e.part = m.has(QUARTERNO) ? m.whole(QUARTERNO) : m.has(LASTPART) ? 4 : m.whole(ORD);
    e.year = m.has(YEAR) ? m.whole(YEAR) : 0;
    e.kind = e.year > 0 ? Kind::absolute : Kind::open;
    return e.part >= 1 && e.part <= 4;
}

bool read_half(const TimeMatch& m, TimeExpression& e) {
    e.unit = TimeUnit::half;
    e.part = m.has(HALFNO) ? m.whole(HALFNO) : m.whole(ORD);
    e.year = m.has(YEAR) ? m.whole(YEAR) : 0;
    e.kind = e.year > 0 ? Kind::absolute : Kind::open;
    e.needs_year = e.year == 0 && !m.has(HALFNO);
    return e.part == 1 || e.part == 2;
}

bool read_season(const TimeMatch& m, TimeExpression& e) {
    e.unit = TimeUnit::season;
    e.part = season_number(m.text(SEASON));
    e.year = m.whole(YEAR);
    e.kind = e.year > 0 ? Kind::absolute : Kind::open;
    return e.year > 0 || is_season_here(m, m.find(SEASON)->at);
}

bool read_weekday(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.weekday = m.whole(WEEKDAY);
    return m.sentence.view.is_capital(m.find(WEEKDAY)->at) || is_in_small_letters(m.sentence.view);
}

bool read_day_of_month(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.day = m.whole(ORD);
    return is_day_of_month_here(m);
}

bool read_holiday(const TimeMatch& m, TimeExpression& e) {
    e.holiday = m.text(HOLIDAY);
    e.year = m.whole(YEAR);
    e.kind = e.year > 0 ? Kind::absolute : Kind::open;
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

// --- relative dates ------------------------------------------------------------------------------------

bool read_relative_day(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.offset = m.whole(DAYREL);
    if (m.has(TONIGHT) || m.has(PART)) {
        e.type = TimeType::time;
        e.daypart = m.has(TONIGHT) ? "NI" : m.text(PART);
    }
    return true;
}

int direction_of(const TimeMatch& m) {
    return m.has(LAST) || m.has(PAST) || m.has(PREVIOUS)      ? -1
           : m.has(NEXT) || m.has(COMING) || m.has(FOLLOWING) ? 1
                                                              : 0;
}

// "last week", "this month", "next year".
bool read_relative_unit(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.unit = unit_of(unit_code(m));
    e.offset = direction_of(m);
    if (e.unit < TimeUnit::day) return false;  // "last minute"
    // "the last day", "the last year of the war" are last of something else.
    if (m.has(THE) && (e.unit == TimeUnit::day || m.sentence.view.lower(m.end) == "of")) return false;
    // "This day" is the one spoken of; "this time" and the like do not come here.
    if (e.unit == TimeUnit::day) e.kind = Kind::anaphoric;
    return true;
}

// "last night", "this morning".
bool read_relative_part(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.type = TimeType::time;
    e.offset = direction_of(m);
    e.daypart = m.text(PART);
    return true;
}

// "last Thursday", "next May", "this summer".
bool read_relative_name(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.offset = direction_of(m);
    e.strict = e.offset != 0;
    if (m.has(WEEKDAY)) e.weekday = m.whole(WEEKDAY);
    if (m.has(MONTH)) {
        e.unit = TimeUnit::month;
        e.month = m.whole(MONTH);
    }
    if (m.has(SEASON)) {
        e.unit = TimeUnit::season;
        e.part = season_number(m.text(SEASON));
    }
    return true;
}

// "two days ago", "a year earlier", "10 months from now", "in three weeks".
bool read_shifted(const TimeMatch& m, TimeExpression& e) {
    const int sign = m.has(AGO) || m.has(LATER) || m.has(BEFORE) ? 1 : m.has(FROMNOW) || m.has(IN) ? 1 : 0;
    const std::string_view code = unit_code(m);
    e.unit = unit_of(code);
    e.kind = m.has(LATER) || m.has(BEFORE) ? Kind::anaphoric : Kind::relative;
    int direction = sign;
    if (m.has(AGO)) direction = m.whole(AGO) == 1 ? 1 : -1;
    if (m.has(LATER)) direction = m.whole(LATER);
    if (m.has(BEFORE)) direction = m.whole(BEFORE);
    if (m.has(BEFORE) && !ends_a_phrase(m)) return false;
    if (m.has(IN) && !is_ahead(m)) return false;
    if (m.has(SEVERAL) || e.unit < TimeUnit::day) {
        // How many days "a few weeks ago" are is not said, and hours seldom leave the day.
        e.kind = Kind::fixed;
        e.value = direction < 0 ? "PAST_REF" : "FUTURE_REF";
        if (e.unit < TimeUnit::day && !m.has(SEVERAL)) {
            e.value =
                duration(m.has(NUM) ? digits_of(m.sentence.words[m.find(NUM)->at].number.value) : "1", code);
            e.type = TimeType::duration;
        }
        return true;
    }
    const Number& number = m.has(NUM) ? m.word(*m.find(NUM)).number : Number{.value = 1};
    if (number.value > 5000) return false;
    const int amount = static_cast<int>(number.value);
    e.offset = direction * (code == "2W" ? 2 * amount : amount);
    if (code == "2W") e.unit = TimeUnit::week;
    return true;
}

// "the previous day", "the next year", "that week", "the same month".
bool read_anaphoric(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::anaphoric;
    e.offset = m.has(BEFORE) ? m.whole(BEFORE) : direction_of(m);
    const std::string_view code = unit_code(m);
    if (code.empty()) {
        e.type = TimeType::time;
        e.daypart = m.text(PART);
        return true;
    }
    e.unit = unit_of(code);
    if (m.has(BEFORE) && !ends_a_phrase(m)) return false;
    return e.unit >= TimeUnit::day;
}

// "the morning", "overnight".
bool read_part_of_day(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::anaphoric;
    e.type = TimeType::time;
    e.daypart = m.text(PART);
    return is_part_of_day_here(m);
}

bool read_reference(const TimeMatch& m, TimeExpression& e) {
    e.value = m.text(REF);
    return is_reference_here(m);
}

// --- durations and sets --------------------------------------------------------------------------------

bool is_age(const TimeMatch& m) {
    std::uint32_t next = m.end;
    if (m.sentence.view.is_dash(next)) ++next;
    const std::string_view word = m.sentence.view.lower(next);
    return word == "old" || word == "olds" || (word == "of" && m.sentence.view.lower(next + 1) == "age");
}

bool read_duration(const TimeMatch& m, TimeExpression& e) {
    if (is_age(m)) return false;
    e.type = TimeType::duration;
    const std::string_view code = unit_code(m);
    if (m.has(SEVERAL) && code == "Q") return false;  // "some quarters"
    std::string amount = m.has(SEVERAL) ? "X" : "1";
    if (m.has(NUM)) {
        const Number& number = m.word(*m.find(NUM)).number;
        if (number.value >= 1e9) return false;
        if (m.word(*m.find(NUM)).is(YEAR) && m.has(UNIT) && code == "Y") return false;  // "the 2005 year"
        amount = digits_of(number.value);
    } else if (m.has(HALF)) {
        amount = "0.5";
        if (m.find(UNIT)->at < m.find(HALF)->at) amount = "1.5";
    } else if (m.has(UNITS) && !m.has(SEVERAL)) {
        amount = "X";
    }
    if (m.has(NUM) && m.find(UNITS) && m.has(HALF)) amount += ".5";
    if (amount == "0.5" && code == "TH") {
        e.value = "PT30M";
    } else if (amount == "0.5" && code == "Y") {
        e.value = "P6M";
    } else {
        e.value = duration(amount, code);
    }
    e.mod = m.text(LIMIT);
    return true;
}

// "two years and three months".
bool read_long_duration(const TimeMatch& m, TimeExpression& e) {
    e.type = TimeType::duration;
    const auto* first = m.find(NUM, 0);
    const auto* second = m.find(NUM, 1);
    const auto unit_after = [&](const TimeMatch::Element& number) {
        for (const auto& element : m.elements)
            if (element.at > number.at && (element.classes.has(UNIT) || element.classes.has(UNITS)))
                return value_of(m.word(element).readings[element.reading].value,
                                element.classes.has(UNIT) ? UNIT : UNITS);
        return std::string_view();
    };
    const std::string_view large = unit_after(*first), small = unit_after(*second);
    if (large.empty() || small.empty() || large.size() > 2 || small.size() > 2) return false;
    const std::string rest = duration(digits_of(m.word(*second).number.value), small);
    e.value = duration(digits_of(m.word(*first).number.value), large);
    // The time designator stands once.
    e.value += large[0] == 'T' && small[0] == 'T' ? rest.substr(2) : rest.substr(1);
    return unit_of(large) > unit_of(small);
}

// "a week", which is a rate after an amount: "twice a week", "$30 a week".
bool read_one_unit(const TimeMatch& m, TimeExpression& e) {
    if (is_age(m)) return false;
    const std::string_view code = unit_code(m);
    if (code == "TS" && !m.has(ONE)) return false;
    if (code == "Q") return false;
    e.type = is_rate_here(m) ? TimeType::set : TimeType::duration;
    e.value = duration("1", code);
    return true;
}

// "years of war", "hours before the summit".
bool read_bare_units(const TimeMatch& m, TimeExpression& e) {
    if (is_age(m) || !is_span_of_time_here(m)) return false;
    e.type = TimeType::duration;
    e.value = duration("X", unit_code(m));
    return true;
}

// "the past two years", "the next few weeks", "the last decade", "recent years".
bool read_stretch(const TimeMatch& m, TimeExpression& e) {
    e.type = TimeType::duration;
    const Number number = m.has(NUM) ? m.word(*m.find(NUM)).number : Number{.value = 1};
    e.value = duration(m.has(NUM) ? digits_of(number.value) : m.has(UNITS) ? "X" : "1", unit_code(m));
    return true;
}

bool read_set(const TimeMatch& m, TimeExpression& e) {
    e.type = TimeType::set;
    if (m.has(WEEKDAY) || m.has(WEEKDAYS)) {
        e.value = "XXXX-WXX-" + std::to_string(m.has(WEEKDAY) ? m.whole(WEEKDAY) : m.whole(WEEKDAYS));
    } else if (m.has(MONTH)) {
        const int month = m.whole(MONTH);
        e.value = std::string("XXXX-") + (month < 10 ? "0" : "") + std::to_string(month);
    } else if (m.has(PART) || m.has(PARTS)) {
        e.value = "XXXX-XX-XXT" + std::string(m.has(PART) ? m.text(PART) : m.text(PARTS));
    } else if (m.has(SEASON)) {
        e.value = "XXXX-" + std::string(m.text(SEASON));
    } else if (m.has(SETWORD)) {
        if (is_newspaper_here(m)) return false;
        e.value = m.text(SETWORD);
    } else if (m.has(WEEKEND) || m.has(WEEKENDS)) {
        e.value = "P1WD";
    } else {
        const std::string amount = m.has(NUM)     ? digits_of(m.word(*m.find(NUM)).number.value)
                                   : m.has(OTHER) ? "2"
                                                  : "1";
        e.value = duration(amount, unit_code(m));
    }
    return true;
}

// --- times of day --------------------------------------------------------------------------------------

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

std::span<const TimePattern> time_patterns() {
    static constexpr std::array patterns{
        TimePattern{"day month year", "WEEKDAY|WDAY? COMMA? THE? DAY|ORD OF? MONTH COMMA? YEAR", read_date,
                    "Thursday, 25 May 2017"},
        TimePattern{"month day year", "WEEKDAY|WDAY? COMMA? MONTH THE? DAY|ORD COMMA? YEAR", read_date,
                    "Thursday, May 25, 2017"},
        TimePattern{"day month", "WEEKDAY|WDAY? COMMA? THE? DAY|ORD OF? MONTH", read_date, "the 25th of May"},
        TimePattern{"month day", "WEEKDAY|WDAY? COMMA? MONTH THE? DAY|ORD", read_date, "May 25"},
        TimePattern{"day month year with dashes", "DAY DASH+ MONTH+ DASH+ YEAR+", read_date, "25-May-2017"},
        TimePattern{"day month short year", "DAY|ORD OF? MONTH APOS TWO", read_date, "25 May '17"},
        TimePattern{"month year", "MONTH COMMA|OF? YEAR", read_date, "May 2017"},
        TimePattern{"month short year", "MONTH APOS TWO", read_date, "May '17"},
        TimePattern{"ISO date", "YEAR DASH+ TWO+ DASH+ TWO+", read_iso, "2017-05-25"},
        TimePattern{"ISO date with slashes", "YEAR SLASH+ TWO+ SLASH+ TWO+", read_iso, "2017/05/25"},
        TimePattern{"numeric date", "DAY SLASH+ DAY+ SLASH+ YEAR|TWO+", read_numeric, "25/05/2017"},
        TimePattern{"numeric date with dots", "DAY DOT+ DAY+ DOT+ YEAR+", read_numeric, "25.05.2017"},
        TimePattern{"numeric date with dashes", "DAY DASH+ DAY+ DASH+ YEAR+", read_numeric, "25-05-2017"},
        TimePattern{"month", "NAMED", read_month, "in October"},
        TimePattern{"year", "YEAR", read_year, "in 2017"},
        TimePattern{"fiscal year", "THE? FISCAL YEAR", read_year, "fiscal 2018"},
        TimePattern{"short year", "APOS TWO+", read_short_year, "the class of '92"},
        TimePattern{"year of an era", "NUM ERA", read_era, "400 BC"},
        TimePattern{"year of an era after it", "ERA NUM", read_era, "AD 79"},
        TimePattern{"decade", "THE? YEAR APOS? S+", read_decade, "the 1990s"},
        TimePattern{"short decade", "THE? APOS? TWO APOS? S+", read_decade, "the 90s"},
        TimePattern{"decade in words", "THE DECADE", read_decade, "the sixties"},
        TimePattern{"century", "THE? ORD DASH? CENTURY", read_century, "the 19th century"},
        TimePattern{"quarter", "THE? ORD|LASTPART DASH? QUARTER", read_quarter, "the fourth quarter"},
        TimePattern{"numbered quarter", "QUARTERNO YEAR?", read_quarter, "Q3"},
        TimePattern{"half", "THE? ORD DASH? HALF", read_half, "the first half of 2016"},
        TimePattern{"numbered half", "HALFNO YEAR?", read_half, "H1 2016"},
        TimePattern{"season of a year", "THE? SEASON OF? YEAR", read_season, "summer 2015"},
        TimePattern{"season", "THE? SEASON", read_season, "in the spring"},
        TimePattern{"weekday", "WEEKDAY", read_weekday, "on Monday"},
        TimePattern{"day of the month", "THE ORD", read_day_of_month, "on the 25th"},
        TimePattern{"holiday", "HOLIDAY YEAR?", read_holiday, "Christmas 2016"},
        TimePattern{"relative holiday", "LAST|NEXT|THIS HOLIDAY", read_holiday, "last Easter"},
        TimePattern{"day known by an event", "EVENT", read_event, "9/11"},

        TimePattern{"relative day", "LATER? DAYREL|TONIGHT", read_relative_day, "earlier today"},
        TimePattern{"part of a relative day", "DAYREL PART", read_relative_day, "tomorrow night"},
        TimePattern{"relative unit", "LAST|NEXT|THIS|COMING UNIT", read_relative_unit, "last week"},
        TimePattern{"relative unit with article", "THE LAST UNIT", read_relative_unit, "the last year"},
        TimePattern{"relative part of day", "LAST|THIS PART", read_relative_part, "last night"},
        TimePattern{"relative name", "LAST|NEXT|THIS|COMING WEEKDAY|MONTH|SEASON", read_relative_name,
                    "next Friday"},
        TimePattern{"past unit", "THIS PAST UNIT|WEEKDAY|MONTH|SEASON", read_relative_name,
                    "this past Friday"},
        TimePattern{"units ago", "LIMIT? NUM|SEVERAL UNIT|UNITS AGO", read_shifted, "two days ago"},
        TimePattern{"a unit ago", "A UNIT AGO", read_shifted, "a year ago"},
        TimePattern{"units from now", "A|NUM|SEVERAL UNIT|UNITS FROMNOW", read_shifted, "10 years from now"},
        TimePattern{"in units", "IN NUM UNIT|UNITS", read_shifted, "will end in three weeks"},
        TimePattern{"units later", "A|NUM|SEVERAL UNIT|UNITS LATER|BEFORE", read_shifted, "a year earlier"},
        TimePattern{"unit spoken of", "THE PREVIOUS|FOLLOWING|SAME|NEXT UNIT|PART", read_anaphoric,
                    "the previous day"},
        TimePattern{"that unit", "THAT SAME? UNIT|PART", read_anaphoric, "that year"},
        TimePattern{"unit before", "THE UNIT BEFORE|PREVIOUS|LATER", read_anaphoric, "the year before"},
        TimePattern{"part of day", "THE? PART", read_part_of_day, "in the morning"},
        TimePattern{"reference", "REF", read_reference, "currently"},

        TimePattern{"duration", "LIMIT? NUM DASH? UNIT|UNITS|SHORT|NIGHT", read_duration,
                    "more than 15 years"},
        TimePattern{"vague duration", "LIMIT? SEVERAL UNITS|NIGHT", read_duration, "several weeks"},
        TimePattern{"half a unit", "LIMIT? HALF A UNIT", read_duration, "half an hour"},
        TimePattern{"unit and a half", "LIMIT? A UNIT AND A HALF", read_duration, "a year and a half"},
        TimePattern{"units and a half", "LIMIT? NUM UNITS AND A HALF", read_duration, "two years and a half"},
        TimePattern{"duration of two units", "LIMIT? NUM UNIT|UNITS COMMA|AND? NUM UNIT|UNITS",
                    read_long_duration, "two years and three months"},
        TimePattern{"one unit", "A|ONE DASH? UNIT", read_one_unit, "a decade"},
        TimePattern{"about one unit", "LIMIT A|ONE UNIT", read_duration, "nearly a decade"},
        TimePattern{"bare units", "UNITS", read_bare_units, "weeks of talks"},
        TimePattern{"stretch", "THE? LAST|PAST|NEXT|COMING|FOLLOWING NUM|SEVERAL UNIT|UNITS", read_stretch,
                    "the past two years"},
        TimePattern{"vague stretch", "THE LAST|PAST|NEXT|COMING UNITS", read_stretch, "the coming weeks"},
        TimePattern{"stretch of one unit", "THE PAST|COMING UNIT", read_stretch, "the past week"},
        TimePattern{"recent units", "REF UNITS", read_stretch, "recent years"},

        TimePattern{"set", "EVERY UNIT|WEEKDAY|MONTH|PART|SEASON|WEEKEND", read_set, "every Monday"},
        TimePattern{"set of several units", "EVERY NUM UNITS", read_set, "every two years"},
        TimePattern{"set of every other unit", "OTHER UNIT|WEEKDAY", read_set, "every other week"},
        TimePattern{"set in a word", "SETWORD", read_set, "annually"},
        TimePattern{"weekdays", "WEEKDAYS|WEEKENDS|PARTS", read_set, "on Mondays"},
        TimePattern{"times a unit", "TIMES A|PER UNIT", read_set, "twice a week"},

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
