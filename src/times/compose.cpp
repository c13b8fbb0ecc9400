#include "times/compose.h"

#include "quantities/decimal.h"
#include "times/made.h"
#include "times/readers.h"

namespace lede {

namespace {

using Kind = TimeExpression::Kind;

bool is(const TimeSentence& s, std::uint32_t at, TimeClass c) {
    return at < s.words.size() && s.words[at].is(c);
}

const TimeReading* reading_of(const TimeSentence& s, std::uint32_t at, TimeClass c) {
    if (at >= s.words.size()) return nullptr;
    for (const TimeReading& reading : s.words[at].readings)
        if (reading.classes.has(c)) return &reading;
    return nullptr;
}

bool is_on_calendar(const TimeExpression& e) { return e.kind != Kind::fixed && e.hour < 0; }
bool is_clock(const TimeExpression& e) {
    return e.hour >= 0 && e.day == 0 && e.weekday == 0 && e.kind == Kind::open;
}

// "October of last year", "the first quarter of 2009", "11 February this year".
void add_year(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    const bool lacks_year = e.kind == Kind::open && e.year == 0 && e.weekday == 0 &&
                            (e.month > 0 || e.part > 0 || !e.holiday.empty());
    if (!lacks_year) return;
    // "28 June in 2020"
    const bool in = e.month > 0 && is(s, e.end, TimeClass::IN);
    const bool of = in || is(s, e.end, TimeClass::OF);
    const auto year = grammar.read(s, e.end + (of ? 1 : 0));
    if (!year || year->unit != TimeUnit::year || year->type != TimeType::date) return;
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
    const auto week = grammar.read(s, e.end + (is(s, e.end, TimeClass::OF) ? 1 : 0));
    if (!week || week->unit != TimeUnit::week || week->kind != Kind::relative) return;
    e.week_is_relative = true;
    e.week_offset = week->offset;
    e.end = week->end;
}

// "next week on Tuesday", "last week Monday".
void add_day_to_week(const TimeSentence& s, TimeExpression& e) {
    if (e.kind != Kind::relative || e.unit != TimeUnit::week || e.type != TimeType::date) return;
    const std::uint32_t at = e.end + (is(s, e.end, TimeClass::ON) ? 1 : 0);
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
    e.kind = Kind::open;
    e.unit = TimeUnit::day;
    e.offset = 0;
    e.end = day->end;
}

// "half past six in the morning", "3:30 in the afternoon".
void add_part_to_clock(const TimeSentence& s, TimeExpression& e) {
    if (!is_clock(e) || e.hour > 12 || !is(s, e.end, TimeClass::IN) || !is(s, e.end + 1, TimeClass::THE))
        return;
    const TimeReading* part = reading_of(s, e.end + 2, TimeClass::PART);
    if (!part) return;
    e.hour = hour_of_part(value_of(part->value, TimeClass::PART), e.hour);
    e.end = part->end;
}

void add_part_of_day(const TimeSentence& s, TimeExpression& e) {
    if (!is_on_calendar(e) || e.unit != TimeUnit::day || e.type != TimeType::date) return;
    const TimeReading* part = reading_of(s, e.end, TimeClass::PART);
    if (!part) return;
    e.type = TimeType::time;
    e.daypart = value_of(part->value, TimeClass::PART);
    e.end = part->end;
}

// "the morning of 22 December", "the night of Monday".
void add_day_to_part(const TimeGrammar& grammar, const TimeSentence& s, TimeExpression& e) {
    if (e.pattern != "part of day" || !is(s, e.end, TimeClass::OF)) return;
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
    if (!is_clock(e)) return;
    const auto day = grammar.read(s, e.end + (is(s, e.end, TimeClass::ON) ? 1 : 0));
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

// "late 2006", "the end of last year", "mid-May", "later this year", "early on Thursday".
std::optional<TimeExpression> read_modified(const TimeGrammar& grammar, const TimeSentence& s,
                                            std::uint32_t at) {
    const TimeReading* mod = reading_of(s, at, TimeClass::MOD);
    const TimeReading* later = mod ? nullptr : reading_of(s, at, TimeClass::MODLATE);
    if (!mod && !later) return std::nullopt;
    std::uint32_t next = mod ? mod->end : later->end;
    if (mod && s.view.is_dash(next)) ++next;
    if (mod && (is(s, next, TimeClass::IN) || is(s, next, TimeClass::ON))) ++next;
    std::optional<TimeExpression> e;
    if (later && is(s, next, TimeClass::IN)) {
        e = read_unit_at_hand(s, next + 1);
        if (e) e->offset = 0;
    } else {
        e = read_plain_time(grammar, s, next);
        if (!e && mod) e = read_unit_at_hand(s, next);
    }
    if (!e || !is_on_calendar(*e) || !e->mod.empty()) return std::nullopt;
    if (later && ((e->kind != Kind::relative && !e->prefers_publication) || e->offset != 0))
        return std::nullopt;
    const std::string_view value =
        mod ? value_of(mod->value, TimeClass::MOD) : value_of(later->value, TimeClass::MODLATE);
    if (!later || e->unit != TimeUnit::day) e->mod = value;
    return e;
}

bool joins(const TimeSentence& s, std::uint32_t at) {
    return s.view.is_dash(at) || is(s, at, TimeClass::TO) || is(s, at, TimeClass::AND) ||
           s.view.lower(at) == "through" || s.view.lower(at) == "until" || s.view.lower(at) == "till";
}

// Of the words that a time made of others can begin with.
constexpr TimeClasses openings = [] {
    TimeClasses classes;
    for (const TimeClass c : {TimeClass::BLOCK, TimeClass::MOD, TimeClass::MODLATE, TimeClass::LIMIT,
                              TimeClass::NUM, TimeClass::A, TimeClass::THE, TimeClass::UNIT, TimeClass::UNITS,
                              TimeClass::DAY, TimeClass::ORD, TimeClass::LAST, TimeClass::LASTPART})
        classes.add(c);
    return classes;
}();

}  // namespace

bool can_begin_time(const TimeGrammar& grammar, const TimeWord& word) {
    return word.classes.meets(openings) || grammar.can_begin(word.classes);
}

std::optional<TimeExpression> read_unit_at_hand(const TimeSentence& s, std::uint32_t at) {
    // "end of year"
    const bool bare = at > 0 && is(s, at - 1, TimeClass::OF);
    if (!is(s, at, TimeClass::THE) && !bare) return std::nullopt;
    const TimeReading* unit = reading_of(s, at + (is(s, at, TimeClass::THE) ? 1 : 0), TimeClass::UNIT);
    if (!unit) return std::nullopt;
    TimeExpression e;
    e.unit = unit_of(value_of(unit->value, TimeClass::UNIT));
    // "the end of the day" is a figure of speech; "the end of the week of talks" is another week's.
    if (e.unit <= TimeUnit::day || is(s, unit->end, TimeClass::OF)) return std::nullopt;
    e.kind = Kind::anaphoric;
    e.prefers_publication = true;
    e.end = unit->end;
    e.pattern = "unit at hand";
    return e;
}

std::optional<TimeExpression> read_plain_time(const TimeGrammar& grammar, const TimeSentence& s,
                                              std::uint32_t at) {
    auto e = grammar.read(s, at);
    if (!e) return e;
    add_year(grammar, s, *e);
    add_week(grammar, s, *e);
    add_day_to_week(s, *e);
    add_part_of_day(s, *e);
    add_day_to_part(grammar, s, *e);
    add_part_to_clock(s, *e);
    add_day_to_clock(grammar, s, *e);
    if (e->needs_year && e->kind == Kind::open && !e->year_is_relative) return std::nullopt;
    return e;
}

namespace {

// "Easter weekend", "Labor Day 2021 weekend", "Halloween weekend 2021".
void add_weekend(const TimeSentence& s, TimeExpression& e) {
    const TimeReading* unit = reading_of(s, e.end, TimeClass::UNIT);
    if (!unit || value_of(unit->value, TimeClass::UNIT) != "WE") return;
    e.made = TimeExpression::Made::around;
    e.made_unit = TimeUnit::weekend;
    e.end = unit->end;
    const TimeReading* year = e.year == 0 ? reading_of(s, e.end, TimeClass::YEAR) : nullptr;
    if (!year) return;
    e.year = static_cast<int>(s.words[e.end].number.value);
    e.kind = Kind::absolute;
    e.end = year->end;
}

}  // namespace

std::optional<TimeExpression> read_time(const TimeGrammar& grammar, const TimeSentence& s, std::uint32_t at) {
    auto modified = read_modified(grammar, s, at);
    auto plain = read_plain_time(grammar, s, at);
    if (modified && (!plain || modified->end > plain->end)) plain = std::move(modified);
    if (plain && !plain->holiday.empty()) add_weekend(s, *plain);
    auto made = read_made(grammar, s, at);
    if (made && (!plain || made->end > plain->end)) return made;
    return plain;
}

namespace {

// "7", "the 7th": a day without its month.
struct BareDay {
    std::uint32_t end = 0;
    int day = 0;
};
std::optional<BareDay> read_bare_day(const TimeSentence& s, std::uint32_t at) {
    if (is(s, at, TimeClass::THE)) ++at;
    if (at >= s.words.size()) return std::nullopt;
    const TimeWord& word = s.words[at];
    if (!word.is(TimeClass::DAY) && !word.is(TimeClass::ORD)) return std::nullopt;
    return BareDay{word.number.end, static_cast<int>(word.number.value)};
}

}  // namespace

std::optional<SharedTime> read_shared_after(const TimeSentence& s, const TimeExpression& time) {
    if (time.type != TimeType::date || !joins(s, time.end)) return std::nullopt;
    const std::uint32_t at = time.end + 1;
    SharedTime shared{at, time};
    // "1871 – 72": the dash of stretches may stand by itself.
    const bool spaced = !s.view.joined(at) && s.view.lower(time.end) == "\u2013";
    if (time.unit == TimeUnit::year && time.kind == Kind::absolute && is(s, at, TimeClass::TWO) &&
        (s.view.joined(at) || spaced)) {
        const int two = static_cast<int>(s.words[at].number.value);
        // "2015-32" is no year and "+86 2010-2015-86" a telephone number.
        if (s.view.joined(at + 1) && (!s.view.is(at + 1, AtomKind::symbol) || s.view.is_dash(at + 1)))
            return std::nullopt;
        if (spaced && (two <= time.year % 100 || s.view.is(at + 1, AtomKind::word))) return std::nullopt;
        if (two != (time.year + 1) % 100 && two <= time.year % 100) return std::nullopt;
        shared.expression.year = time.year / 100 * 100 + two + (two < time.year % 100 ? 100 : 0);
        shared.expression.end = at + 1;
    } else if (time.unit == TimeUnit::day && time.month > 0 && time.day > 0 && time.pattern == "month day") {
        const auto day = read_bare_day(s, at);
        if (!day) return std::nullopt;
        const auto goes_on = [&](TimeClass c) { return is(s, day->end, c); };
        if (day->day <= time.day || goes_on(TimeClass::MONTH) || goes_on(TimeClass::UNITS) ||
            goes_on(TimeClass::UNIT) || goes_on(TimeClass::COLON) ||
            (s.view.joined(day->end) && !s.view.is(day->end, AtomKind::symbol)))
            return std::nullopt;
        shared.expression.day = day->day;
        shared.expression.end = day->end;
    } else {
        return std::nullopt;
    }
    shared.expression.weekday = 0;
    return shared;
}

std::optional<SharedTime> read_shared_before(const TimeGrammar& grammar, const TimeSentence& s,
                                             std::uint32_t at) {
    const auto day = read_bare_day(s, at);
    if (!day || !joins(s, day->end)) return std::nullopt;
    auto later = grammar.read(s, day->end + 1);
    if (!later || later->unit != TimeUnit::day || later->month == 0 || later->day == 0 ||
        !read_bare_day(s, day->end + 1) || later->pattern.substr(0, 9) != "day month")
        return std::nullopt;
    if (day->day >= later->day) return std::nullopt;
    later->day = day->day;
    later->end = day->end;
    return SharedTime{at, *later};
}

}  // namespace lede
