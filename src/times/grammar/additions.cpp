#include "times/grammar/additions.h"

#include "numbers/decimal.h"
#include "times/calendar/calendar_units.h"
#include "times/grammar/pieces.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using Kind = TimeExpression::Kind;

// "October of last year", "the first quarter of 2009", "11 February this year".
void add_year(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    const bool lacks_year = e.kind == Kind::open && e.year == 0 && e.weekday == 0 &&
                            (e.month > 0 || e.part > 0 || !e.holiday.empty());
    if (!lacks_year) return;
    // "28 June in 2020"
    const bool in = e.month > 0 && has_class(s, e.end, TimeClass::IN);
    const bool of = in || has_class(s, e.end, TimeClass::OF);
    const auto year = grammar.read(s, e.end + (of ? 1 : 0));
    if (!year || year->unit != TimeUnit::year || year->type != TimeType::date) return;
    e.other_year = year->other_year;
    if (year->kind == Kind::relative) {
        e.year_is_relative = true;
        e.year_offset = year->offset;
    } else if (year->kind == Kind::absolute && of) {
        e.year = year->year;
        e.kind = Kind::absolute;
    } else {
        return;
    }
    e.end = year->end;
}

// "Thursday of last week", "Tuesday next week".
void add_week(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    if (e.kind != Kind::open || e.weekday == 0) return;
    const auto week = grammar.read(s, e.end + (has_class(s, e.end, TimeClass::OF) ? 1 : 0));
    if (!week || week->unit != TimeUnit::week || week->kind != Kind::relative) return;
    e.week_is_relative = true;
    e.week_offset = week->offset;
    e.end = week->end;
}

// "next week on Tuesday", "last week Monday".
void add_day_to_week(const TimeSentence& s, TimeExpression& e) {
    // "the previous week" is that before the one spoken of.
    const bool spoken_of = e.kind == Kind::anaphoric && e.offset != 0;
    if ((e.kind != Kind::relative && !spoken_of) || e.unit != TimeUnit::week || e.type != TimeType::date)
        return;
    const bool linked = has_class(s, e.end, TimeClass::ON) || s.view.is_dash(e.end);
    const std::uint32_t at = e.end + (linked ? 1 : 0);
    const TimeReading* day = reading_of(s, at, TimeClass::WEEKDAY);
    const TimeReading* short_day =
        day || !s.view.is_capital(at) ? nullptr : reading_of(s, at, TimeClass::WDAY);
    if (!day && !short_day) return;
    const std::string_view number =
        day ? value_of(day->value, TimeClass::WEEKDAY) : value_of(short_day->value, TimeClass::WDAY);
    if (!day) day = short_day;
    e.weekday = static_cast<int>(to_whole(number));
    e.week_is_relative = true;
    e.week_offset = e.offset;
    e.from_reference = spoken_of;
    e.kind = Kind::open;
    e.unit = TimeUnit::day;
    e.offset = 0;
    e.end = day->end;
}

// "half past six in the morning", "3:30 in the afternoon".
void add_part_to_clock(const TimeSentence& s, TimeExpression& e) {
    if (!is_bare_clock(e) || e.hour > 12 || !has_class(s, e.end, TimeClass::IN) ||
        !has_class(s, e.end + 1, TimeClass::THE))
        return;
    const TimeReading* part = reading_of(s, e.end + 2, TimeClass::PART);
    if (!part) return;
    e.hour = hour_of_part(value_of(part->value, TimeClass::PART), e.hour);
    e.end = part->end;
}

void add_part_of_day(const TimeSentence& s, TimeExpression& e) {
    if (!is_on_calendar(e) || e.unit != TimeUnit::day || e.type != TimeType::date) return;
    // "Sunday late evening"
    const bool modified =
        has_class(s, e.end, TimeClass::MOD) && s.words[e.end].readings[phrase_reading].end == e.end + 1;
    const TimeReading* part = reading_of(s, e.end + (modified ? 1 : 0), TimeClass::PART);
    if (!part) return;
    e.type = TimeType::time;
    e.daypart = value_of(part->value, TimeClass::PART);
    e.end = part->end;
}

// "on Sunday evening at 10:00": at 22:00.
void add_clock_to_part(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    if (e.type != TimeType::time || e.daypart.empty() || e.hour >= 0 || e.unit != TimeUnit::day ||
        !has_class(s, e.end, TimeClass::AT))
        return;
    const auto clock = grammar.read(s, e.end + 1);
    constexpr int noon = 12;
    if (!clock || !is_bare_clock(*clock) || clock->hour > noon) return;
    e.hour = hour_of_part(e.daypart, clock->hour % 24 == noon && e.daypart == "NI" ? 24 : clock->hour);
    e.minute = clock->minute;
    e.second = clock->second;
    e.is_utc = clock->is_utc;
    e.daypart = {};
    e.end = clock->end;
}

// "March eighteenth nine thirty".
void add_words_of_clock(const TimeSentence& s, TimeExpression& e) {
    const auto in_words = [&](std::uint32_t at, double least, double most) -> const Number* {
        if (at >= s.words.size() || !s.words[at].is(TimeClass::NUM)) return nullptr;
        const Number& number = s.words[at].number;
        const bool fits = number.form == NumberForm::words && number.whole && number.value >= least;
        return fits && number.value <= most ? &number : nullptr;
    };
    if (!is_on_calendar(e) || e.type != TimeType::date || e.month == 0 || e.day == 0) return;
    const Number* hour = in_words(e.end, 1, 12);
    const Number* minute = hour ? in_words(hour->end, 10, 59) : nullptr;
    if (!minute || s.view.is_dash(minute->end)) return;
    if (minute->end < s.view.size() && !s.view.is(minute->end, AtomKind::symbol)) return;
    e.type = TimeType::time;
    e.hour = to_int(hour->value);
    e.minute = to_int(minute->value);
    e.end = minute->end;
}

// "Mondays at 4 p.m.", "every Thursday at 17:30".
void add_clock_to_set(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    constexpr std::string_view weekly = "XXXX-WXX-";
    if (e.type != TimeType::set || e.value.size() != weekly.size() + 1 || !e.value.starts_with(weekly) ||
        !has_class(s, e.end, TimeClass::AT))
        return;
    const auto clock = grammar.read(s, e.end + 1);
    if (!clock || !is_bare_clock(*clock) || clock->hour >= 24) return;
    e.value += "T" + digits(clock->hour, 2) + ":" + digits(clock->minute, 2) + (clock->is_utc ? "Z" : "");
    e.end = clock->end;
}

// "the morning of 22 December", "the night of Monday".
void add_day_to_part(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    if (e.pattern != "part of day" || !has_class(s, e.end, TimeClass::OF)) return;
    const auto day = grammar.read(s, e.end + 1);
    if (!day || !is_on_calendar(*day) || day->unit != TimeUnit::day || day->type != TimeType::date) return;
    TimeExpression whole = *day;
    whole.type = TimeType::time;
    whole.daypart = e.daypart;
    whole.pattern = e.pattern;
    e = std::move(whole);
}

// "12:00 UTC Monday", "3 p.m. on 25 May".
void add_day_to_clock(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    if (!is_bare_clock(e)) return;
    const auto day = grammar.read(s, e.end + (has_class(s, e.end, TimeClass::ON) ? 1 : 0));
    if (!day || !is_on_calendar(*day) || day->unit != TimeUnit::day) return;
    const bool has_part = day->type == TimeType::time && day->hour < 0 && !day->daypart.empty();
    if (day->type != TimeType::date && !has_part) return;
    TimeExpression whole = *day;
    whole.type = TimeType::time;
    whole.hour = day->daypart.empty() ? e.hour : hour_of_part(day->daypart, e.hour);
    whole.daypart = {};
    whole.minute = e.minute;
    whole.second = e.second;
    whole.is_utc = e.is_utc;
    whole.pattern = e.pattern;
    e = std::move(whole);
}

}  // namespace

void add_what_follows(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    add_year(grammar, s, e);
    add_week(grammar, s, e);
    add_day_to_week(s, e);
    add_part_of_day(s, e);
    add_clock_to_part(grammar, s, e);
    add_clock_to_set(grammar, s, e);
    add_words_of_clock(s, e);
    add_day_to_part(grammar, s, e);
    add_part_to_clock(s, e);
    add_day_to_clock(grammar, s, e);
}

// "the first week of October on Friday".
void add_day_of_week(const TimeSentence& s, TimeExpression& e) {
    using Derivation = TimeExpression::Derivation;
    const bool week = (e.derivation == Derivation::nth || e.derivation == Derivation::around) &&
                      e.derived_unit == TimeUnit::week;
    const TimeReading* day =
        week && has_class(s, e.end, TimeClass::ON) ? reading_of(s, e.end + 1, TimeClass::WEEKDAY) : nullptr;
    if (!day) return;
    e.derived_weekday = static_cast<int>(to_whole(value_of(day->value, TimeClass::WEEKDAY)));
    e.end = day->end;
}

// "Easter weekend", "Labor Day 2021 weekend", "Halloween weekend 2021".
void add_weekend(const TimeSentence& s, TimeExpression& e) {
    const TimeReading* unit = reading_of(s, e.end, TimeClass::UNIT);
    if (!unit || value_of(unit->value, TimeClass::UNIT) != "WE") return;
    e.derivation = TimeExpression::Derivation::around;
    e.derived_unit = TimeUnit::weekend;
    e.end = unit->end;
    const TimeReading* year = e.year == 0 ? reading_of(s, e.end, TimeClass::YEAR) : nullptr;
    if (!year) return;
    e.year = to_int(s.words[e.end].number.value);
    e.kind = Kind::absolute;
    e.end = year->end;
}

}  // namespace lede::times
