// Dates counted from the day of publication or from the time spoken of before.
#include <array>

#include "numbers/decimal.h"
#include "times/context/context.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

void set_part_of_day(std::string_view part, TimeExpression& e) {
    e.type = TimeType::time;
    e.daypart = part;
}

bool read_relative_day(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.offset = m.whole(DAYREL);
    if (m.has(TONIGHT) || m.has(PART)) set_part_of_day(m.has(TONIGHT) ? "NI" : m.text(PART), e);
    return true;
}

int direction_of(const TimeMatch& m) {
    if (m.has(FARREL)) return m.whole(FARREL);
    return m.has(LAST) || m.has(PAST) || m.has(PREVIOUS)      ? -1
           : m.has(NEXT) || m.has(COMING) || m.has(FOLLOWING) ? 1
                                                              : 0;
}

// "last week", "this month", "next year".
bool read_relative_unit(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.unit = unit_of(unit_code(m));
    e.offset = direction_of(m);
    if (e.unit < TimeUnit::day || unit_code(m) == "BD") return false;  // "last minute"
    if (e.unit == TimeUnit::fortnight) return false;                   // no unit of the calendar: a stretch
    if (m.has(CURRENT) && m.sentence.view.lower(m.end) == "of") return false;
    // "the last day", "the last year of the war" are last of something else.
    if (e.unit == TimeUnit::year) e.other_year = m.text(FISCAL);
    if (m.has(THE) && (e.unit == TimeUnit::day || m.sentence.view.lower(m.end) == "of")) return false;
    // "This day" is the one spoken of; "this time" and the like do not come here.
    if (e.unit == TimeUnit::day) e.kind = Kind::anaphoric;
    return true;
}

// "this school year": the word is part of the phrase.
bool read_other_year(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.unit = TimeUnit::year;
    e.offset = direction_of(m);
    e.other_year = m.text(FISCAL);
    return m.sentence.view.lower(m.end - 1) == "year" && m.sentence.view.lower(m.end) != "of";
}

// "last night", "this morning".
bool read_relative_part(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.offset = direction_of(m);
    set_part_of_day(m.text(PART), e);
    return true;
}

// "last Thursday", "next May", "this summer".
bool read_relative_name(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.offset = direction_of(m);
    e.strict = e.offset != 0;
    e.from_reference = m.has(PREVIOUS) || m.has(FOLLOWING);
    if (m.has(WEEKDAY)) e.weekday = m.whole(WEEKDAY);
    // "this past Friday", "the coming Friday" may be beside today.
    e.skips_neighbours =
        e.weekday > 0 && e.strict && !m.has(COMING) && m.sentence.view.lower(m.begin) != "this";
    if (m.has(MONTH) && m.has(THIS) && !m.has(PAST)) {
        e.kind = Kind::open;
        e.year_is_relative = true;
    }
    if (m.has(MONTH)) {
        // "This may take a while."
        const std::uint32_t month = m.find(MONTH)->at;
        const std::string_view word = m.sentence.view.lower(month);
        if ((word == "may" || word == "march") && !m.sentence.view.is_capital(month)) return false;
        // "in this Dec. 13, 2016, file photo"
        if (m.end < m.sentence.words.size() && m.sentence.words[m.end].is(DAY)) return false;
        e.unit = TimeUnit::month;
        e.month = m.whole(MONTH);
    }
    if (m.has(SEASON)) {
        e.unit = TimeUnit::season;
        e.part = season_number(m.text(SEASON));
    }
    return true;
}

// "over the weekend": the last or the coming one, by the tense.
bool read_weekend(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::open;
    e.unit = TimeUnit::weekend;
    e.weekday = 6;
    return unit_code(m) == "WE" && is_weekend_here(m);
}

// "year-end": the end of the year spoken of.
bool read_year_end(const TimeMatch&, TimeExpression& e) {
    e.kind = Kind::anaphoric;
    e.unit = TimeUnit::year;
    e.prefers_publication = true;
    e.mod = "END";
    return true;
}

// "sales in the year to date".
bool read_year_to_date(const TimeMatch&, TimeExpression& e) {
    e.kind = Kind::relative;
    e.unit = TimeUnit::year;
    e.ends_today = true;
    return true;
}

// "in week 31": of this year, by ISO 8601. A league's and a drug trial's weeks are other weeks.
bool read_week_of_year(const TimeMatch& m, TimeExpression& e) {
    constexpr int weeks = 53;
    const AtomView& view = m.sentence.view;
    const std::uint32_t week = m.find(UNIT)->at;
    const auto* number = m.find(NUM);
    if (unit_code(m) != "W" || view.is_capital(week) || !view.is(number->at, AtomKind::digits)) return false;
    if (view.joined(week) || is_of_a_course(m)) return false;
    if (!ends_before_a_noun(m) && !is_before_a_clock(m)) return false;
    const Number& said = m.word(*number).number;
    if (!said.whole || said.value < 1 || said.value > weeks) return false;
    e.kind = Kind::relative;
    e.unit = TimeUnit::year;
    e.derivation = TimeExpression::Derivation::nth;
    e.derived_unit = TimeUnit::week;
    e.derived_count = to_int(said.value);
    return true;
}

// "up for the year", "fell in the quarter": the unit at hand.
bool read_unit_at_hand_alone(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::anaphoric;
    e.unit = unit_of(unit_code(m));
    e.prefers_publication = true;
    return is_unit_at_hand_here(m) &&
           (e.unit == TimeUnit::day || e.unit == TimeUnit::week || e.unit == TimeUnit::month ||
            e.unit == TimeUnit::quarter || e.unit == TimeUnit::year);
}

// "the previous day", "the next year", "that week", "the same month".
bool read_anaphoric(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::anaphoric;
    e.offset = m.has(BEFORE) ? m.whole(BEFORE) : direction_of(m);
    const std::string_view code = unit_code(m);
    if (code.empty()) {
        set_part_of_day(m.text(PART), e);
        return true;
    }
    e.unit = unit_of(code);
    if (m.has(BEFORE) && !ends_a_phrase(m)) return false;
    return e.unit >= TimeUnit::day && e.unit != TimeUnit::fortnight;
}

// "the morning", "overnight".
bool read_part_of_day(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::anaphoric;
    set_part_of_day(m.text(PART), e);
    return is_part_of_day_here(m);
}

// "the week before last", "the night before last".
bool read_far(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::relative;
    e.offset = m.whole(FARREL);
    if (m.has(PART)) {
        set_part_of_day(m.text(PART), e);
        return true;
    }
    e.unit = unit_of(unit_code(m));
    return e.unit >= TimeUnit::day;
}

bool read_reference(const TimeMatch& m, TimeExpression& e) {
    e.value = m.text(REF);
    return is_reference_here(m);
}

}  // namespace

std::span<const TimePattern> relative_patterns() {
    static constexpr std::array patterns{
        TimePattern{"relative day", "LATER? DAYREL|TONIGHT", read_relative_day, "earlier today"},
        TimePattern{"part of a relative day", "DAYREL PART", read_relative_day, "tomorrow night"},
        TimePattern{"relative unit", "LAST|NEXT|THIS|COMING|CURRENT UNIT", read_relative_unit, "last week"},
        TimePattern{"current unit", "THE CURRENT UNIT", read_relative_unit, "the current quarter"},
        TimePattern{"fiscal year by now", "LAST|NEXT|THIS|CURRENT FISCAL UNIT", read_relative_unit,
                    "last fiscal year"},
        TimePattern{"school year by now", "LAST|NEXT|THIS|CURRENT FISCAL", read_other_year,
                    "this school year"},
        TimePattern{"weekend", "THE UNIT", read_weekend, "over the weekend"},
        TimePattern{"week of the year", "UNIT NUM", read_week_of_year, "in week 31"},
        TimePattern{"unit at hand by itself", "THE UNIT", read_unit_at_hand_alone, "for the year"},
        TimePattern{"end of the year", "THE? YEAREND", read_year_end, "by year-end"},
        TimePattern{"year to date", "THE? TODATE", read_year_to_date, "in the year to date"},
        TimePattern{"the one after the next", "THE UNIT|PART FARREL", read_far, "the week before last"},
        TimePattern{"relative unit with article", "THE LAST UNIT", read_relative_unit, "the last year"},
        TimePattern{"relative part of day", "LAST|THIS PART", read_relative_part, "last night"},
        TimePattern{"relative name", "LAST|NEXT|THIS|COMING WEEKDAY|MONTH|SEASON", read_relative_name,
                    "next Friday"},
        TimePattern{"name after what was spoken of", "THE? PREVIOUS|FOLLOWING WEEKDAY|MONTH|SEASON",
                    read_relative_name, "the following Monday"},
        TimePattern{"past unit", "THIS PAST UNIT|WEEKDAY|MONTH|SEASON", read_relative_name,
                    "this past Friday"},
        TimePattern{"unit spoken of", "THE? PREVIOUS|FOLLOWING UNIT|PART", read_anaphoric,
                    "the following day"},
        TimePattern{"the same unit", "THE SAME|NEXT UNIT|PART", read_anaphoric, "the same day"},
        TimePattern{"that unit", "THAT SAME? UNIT|PART", read_anaphoric, "that year"},
        TimePattern{"unit before", "THE UNIT BEFORE|PREVIOUS|LATER", read_anaphoric, "the year before"},
        TimePattern{"part of day", "THE? PART", read_part_of_day, "in the morning"},
        TimePattern{"reference", "REF", read_reference, "currently"},
    };
    return patterns;
}

}  // namespace lede::times
