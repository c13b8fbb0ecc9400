// Durations and sets.
#include <array>

#include "numbers/decimal.h"
#include "times/context/context.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

// "aged 34 years", "the age of four months", "aged 8 to 10 years" (which the duration ends)
bool follows_age(const TimeSentence& s, std::uint32_t begin) {
    const AtomView& view = s.view;
    std::uint32_t i = begin;
    const auto before = [&](std::uint32_t back) {
        return i >= back ? view.lower(i - back) : std::string_view();
    };
    const std::string_view link = before(1);
    if (i >= 2 && view.is(i, AtomKind::digits) &&
        (view.is_dash(i - 1) || link == "to" || link == "and" || link == "or") &&
        view.is(i - 2, AtomKind::digits))
        i -= 2;
    if (before(1) == "between" || before(1) == "from") --i;
    return s.context.has("age", before(1)) ||
           (before(1) == "of" && (before(2) == "age" || before(2) == "ages"));
}

bool is_age(const TimeMatch& m) {
    // The match may begin at the unit.
    if (follows_age(m.sentence, m.begin) || (m.begin > 0 && follows_age(m.sentence, m.begin - 1)))
        return true;
    std::uint32_t next = m.end;
    if (m.sentence.view.is_dash(next)) ++next;
    const std::string_view word = m.sentence.view.lower(next);
    return m.sentence.context.has("old", word) || (word == "of" && m.sentence.view.lower(next + 1) == "age");
}

bool read_duration(const TimeMatch& m, TimeExpression& e) {
    if (is_age(m)) return false;
    e.type = TimeType::duration;
    const std::string_view code = unit_code(m);
    if (code == "Q" && m.has(UNIT) && m.has(DASH)) return false;  // a rugby three-quarter
    if (code == "Q" && !m.has(NUM)) return false;  // "some quarters", "about a quarter of them"
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
    if (m.has(A) || m.has(ONE)) amount = m.has(QUARTER) ? "1.25" : amount;
    if (amount == "0.5" && code == "TH") {
        e.value = "PT30M";
    } else if (amount == "0.5" && code == "Y") {
        e.value = "P6M";
    } else {
        e.value = duration(amount, code);
    }
    e.mod = m.text(LIMIT);
    // "within nine months" begins today.
    const bool within = m.begin > 0 && m.sentence.view.lower(m.begin - 1) == "within";
    if (within && e.mod.empty() && m.has(NUM) && unit_of(code) >= TimeUnit::day && code != "WE" &&
        code != "2W") {
        const Number& number = m.word(*m.find(NUM)).number;
        if (number.whole && number.value < 5000) e.window = to_int(number.value);
        e.window_unit = unit_of(code);
        e.window_has_today = true;
        e.window_is_of_work = code == "BD";
    }
    return true;
}

// "for 3h", "3h 20m": hours in short, and days, weeks and years where something is said to last.
bool read_unit_letter(const TimeMatch& m, TimeExpression& e) {
    const AtomView& view = m.sentence.view;
    const Number& number = m.word(*m.find(NUM)).number;
    const std::string_view code = unit_code(m);
    if (!view.is(m.begin, AtomKind::digits) || view.joined(m.begin)) return false;
    if (view.joined(m.end) && !view.is(m.end, AtomKind::symbol)) return false;
    // "3D", "4D" are no days.
    constexpr int dimensions = 4;
    const std::string_view before = m.begin > 0 ? view.lower(m.begin - 1) : "";
    const bool lasts = m.sentence.context.has("lasting", before);
    if (code != "TH" && (!lasts || (code == "D" && number.value <= dimensions))) return false;
    e.type = TimeType::duration;
    e.value = duration(digits_of(number.value), code);
    return number.value < 1000;
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

// "all day", "another week", "the whole year".
bool read_whole_unit(const TimeMatch& m, TimeExpression& e) {
    if (m.has(THE) && !m.has(WHOLE)) return false;
    if (m.begin > 0 && m.sentence.view.is_capital(m.begin)) return false;  // "Die Another Day"
    const std::string_view code = unit_code(m);
    if (is_age(m) || code == "Q" || code == "CE" || code == "TS") return false;
    e.type = TimeType::duration;
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
    const std::string_view code = unit_code(m);
    e.value = duration(m.has(NUM) ? digits_of(number.value) : m.has(UNITS) ? "X" : "1", code);
    // Its days are counted from the day of publication.
    e.window_unit = unit_of(code);
    const bool counted = m.has(NUM) ? number.whole && number.value < 5000 : !m.has(UNITS);
    if (counted && e.window_unit >= TimeUnit::day && code != "WE")
        e.window = (m.has(LAST) || m.has(PAST) || m.has(PREVIOUS) ? -1 : 1) * to_int(number.value);
    e.window_has_today = m.begin > 0 && m.sentence.view.lower(m.begin - 1) == "within";
    e.window_is_of_work = code == "BD";
    return true;
}

bool read_fortnight(const TimeMatch& m, TimeExpression& e) {
    return unit_code(m) == "2W" && read_stretch(m, e);
}

bool read_set(const TimeMatch& m, TimeExpression& e);

bool read_day_of_every_month(const TimeMatch& m, TimeExpression& e) {
    return unit_code(m) == "M" && read_set(m, e);
}

// "any day now" is soon.
bool read_any_unit(const TimeMatch& m, TimeExpression& e) {
    const std::string_view code = unit_code(m);
    return (code == "Y" || code == "WE") && read_set(m, e);
}

bool read_set(const TimeMatch& m, TimeExpression& e) {
    e.type = TimeType::set;
    if (m.has(WEEKDAY) || m.has(WEEKDAYS)) {
        e.value = "XXXX-WXX-" + std::to_string(m.has(WEEKDAY) ? m.whole(WEEKDAY) : m.whole(WEEKDAYS));
        if (m.has(PART) || m.has(PARTS) || m.has(NIGHTS)) {
            e.value += 'T';
            e.value += m.has(PART) ? m.text(PART) : m.has(PARTS) ? m.text(PARTS) : m.text(NIGHTS);
        }
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
        // "weekdays", "every weekend": days of every week.
        e.value = "XXXX-WXX-";
        e.value += m.has(WEEKEND) ? m.text(WEEKEND) : m.text(WEEKENDS);
    } else if (m.has(ORD)) {
        const int day = m.whole(ORD);
        e.value = std::string("XXXX-XX-") + (day < 10 ? "0" : "") + std::to_string(day);
    } else if (unit_code(m) == "WE" && !m.has(NUM)) {
        e.value = "XXXX-WXX-WE";
    } else {
        const std::string amount = m.has(NUM)     ? digits_of(m.word(*m.find(NUM)).number.value)
                                   : m.has(OTHER) ? "2"
                                                  : "1";
        e.value = duration(amount, unit_code(m));
    }
    return true;
}

}  // namespace

std::span<const TimePattern> duration_patterns() {
    static constexpr std::array patterns{
        TimePattern{"duration", "LIMIT? NUM DASH? UNIT|UNITS|SHORT|NIGHT", read_duration,
                    "more than 15 years"},
        TimePattern{"vague duration", "LIMIT? SEVERAL UNITS|NIGHT", read_duration, "several weeks"},
        TimePattern{"half a unit", "LIMIT? HALF A UNIT", read_duration, "half an hour"},
        TimePattern{"unit and a half", "LIMIT? A UNIT AND A HALF", read_duration, "a year and a half"},
        TimePattern{"units and a half", "LIMIT? NUM UNITS AND A HALF", read_duration, "two years and a half"},
        TimePattern{"duration of two units", "LIMIT? NUM UNIT|UNITS COMMA|AND? NUM UNIT|UNITS",
                    read_long_duration, "two years and three months"},
        TimePattern{"one unit", "A|ONE DASH? UNIT", read_one_unit, "a decade"},
        TimePattern{"unit and a half of it", "LIMIT? A|ONE UNIT AND A? HALF", read_duration,
                    "one hour and a half"},
        TimePattern{"unit and a quarter of it", "LIMIT? A|ONE UNIT AND A QUARTER", read_duration,
                    "a year and a quarter"},
        TimePattern{"duration with a letter", "NUM UNITLETTER+", read_unit_letter, "for 3h"},
        TimePattern{"whole unit", "ALL|ANOTHER|THE WHOLE? UNIT", read_whole_unit, "all day"},
        TimePattern{"about one unit", "LIMIT A|ONE UNIT", read_duration, "nearly a decade"},
        TimePattern{"bare units", "UNITS", read_bare_units, "weeks of talks"},
        TimePattern{"stretch", "THE? LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING NUM|SEVERAL UNIT|UNITS",
                    read_stretch, "the past two years"},
        TimePattern{"stretch with its number first", "THE NUM LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING UNITS",
                    read_stretch, "the three next weeks"},
        TimePattern{"vague stretch", "THE LAST|PAST|NEXT|COMING UNITS", read_stretch, "the coming weeks"},
        TimePattern{"stretch of one unit", "THE? PAST|COMING UNIT", read_stretch, "the past week"},
        TimePattern{"stretch of a fortnight", "THE? LAST|NEXT|THIS UNIT", read_fortnight,
                    "the next fortnight"},
        TimePattern{"recent units", "REF UNITS", read_stretch, "recent years"},

        TimePattern{"set", "EVERY UNIT|WEEKDAY|MONTH|PART|SEASON|WEEKEND", read_set, "every Monday"},
        TimePattern{"set of several units", "EVERY NUM UNITS", read_set, "every two years"},
        TimePattern{"set of every other unit", "OTHER UNIT|WEEKDAY", read_set, "every other week"},
        TimePattern{"set in a word", "SETWORD", read_set, "annually"},
        TimePattern{"weekdays", "WEEKDAYS|WEEKENDS|PARTS", read_set, "on Mondays"},
        TimePattern{"parts of a weekday", "WEEKDAY PARTS|NIGHTS", read_set, "on Friday mornings"},
        TimePattern{"part of every weekday", "EVERY WEEKDAY PART", read_set, "every Monday morning"},
        TimePattern{"day of every month", "THE? ORD OF EVERY UNIT", read_day_of_every_month,
                    "the 19th of every month"},
        TimePattern{"any unit", "ANY UNIT", read_any_unit, "any year"},
        TimePattern{"times a unit", "TIMES A|PER UNIT", read_set, "twice a week"},
    };
    return patterns;
}

}  // namespace lede::times
