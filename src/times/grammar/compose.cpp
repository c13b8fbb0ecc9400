#include "times/grammar/compose.h"

#include "numbers/decimal.h"
#include "times/grammar/additions.h"
#include "times/grammar/derived.h"
#include "times/grammar/pieces.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using Kind = TimeExpression::Kind;

// "late 2006", "the end of last year", "mid-May", "later this year", "early on Thursday".
std::optional<TimeExpression> read_modified(const TimeGrammar& grammar, const TimeSentence& s,
                                            std::uint32_t at) {
    const TimeReading* mod = reading_of(s, at, TimeClass::MOD);
    const TimeReading* later = mod ? nullptr : reading_of(s, at, TimeClass::MODLATE);
    if (!mod && !later) return std::nullopt;
    std::uint32_t next = mod ? mod->end : later->end;
    if (mod && s.view.is_dash(next)) ++next;
    if (mod && (has_class(s, next, TimeClass::IN) || has_class(s, next, TimeClass::ON))) ++next;
    std::optional<TimeExpression> e;
    if (later && has_class(s, next, TimeClass::IN)) {
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
    return s.view.is_dash(at) || has_class(s, at, TimeClass::TO) || has_class(s, at, TimeClass::AND) ||
           s.view.lower(at) == "through" || s.view.lower(at) == "until" || s.view.lower(at) == "till";
}

// Of the words that a time made of others can begin with.
constexpr TimeClasses openings = [] {
    TimeClasses classes;
    for (const TimeClass c :
         {TimeClass::BLOCK, TimeClass::MOD, TimeClass::MODLATE, TimeClass::LIMIT, TimeClass::NUM,
          TimeClass::A, TimeClass::THE, TimeClass::UNIT, TimeClass::UNITS, TimeClass::DAY, TimeClass::ORD,
          TimeClass::LAST, TimeClass::LASTPART, TimeClass::WEEKOF})
        classes.add(c);
    return classes;
}();

}  // namespace

bool can_begin_time(const TimeGrammar& grammar, const TimeWord& word) {
    return word.classes.meets(openings) || grammar.can_begin(word.classes);
}

std::optional<TimeExpression> read_unit_at_hand(const TimeSentence& s, std::uint32_t at) {
    // "end of year"
    const bool bare = at > 0 && has_class(s, at - 1, TimeClass::OF);
    if (!has_class(s, at, TimeClass::THE) && !bare) return std::nullopt;
    const TimeReading* unit = reading_of(s, at + (has_class(s, at, TimeClass::THE) ? 1 : 0), TimeClass::UNIT);
    if (!unit) return std::nullopt;
    TimeExpression e;
    e.unit = unit_of(value_of(unit->value, TimeClass::UNIT));
    // "the end of the day" is a figure of speech; "the end of the week of talks" is another week's.
    if (e.unit <= TimeUnit::day || has_class(s, unit->end, TimeClass::OF)) return std::nullopt;
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
    add_what_follows(grammar, s, *e);
    if (e->needs_year && e->kind == Kind::open && !e->year_is_relative) return std::nullopt;
    return e;
}

std::optional<TimeExpression> read_time(const TimeGrammar& grammar, const TimeSentence& s, std::uint32_t at) {
    auto modified = read_modified(grammar, s, at);
    auto plain = read_plain_time(grammar, s, at);
    if (modified && (!plain || modified->end > plain->end)) plain = std::move(modified);
    if (plain && !plain->holiday.empty()) add_weekend(s, *plain);
    auto derivation = read_derived(grammar, s, at);
    if (derivation) add_day_of_week(s, *derivation);
    if (derivation && (!plain || derivation->end > plain->end)) return derivation;
    return plain;
}

namespace {

// "7", "the 7th": a day without its month.
struct BareDay {
    std::uint32_t end = 0;
    int day = 0;
};
std::optional<BareDay> read_bare_day(const TimeSentence& s, std::uint32_t at) {
    if (has_class(s, at, TimeClass::THE)) ++at;
    if (at >= s.words.size()) return std::nullopt;
    const TimeWord& word = s.words[at];
    constexpr double longest_month = 31;
    if ((!word.is(TimeClass::DAY) && !word.is(TimeClass::ORD)) || word.number.value > longest_month)
        return std::nullopt;
    return BareDay{word.number.end, to_int(word.number.value)};
}

}  // namespace

std::optional<SharedTime> read_shared_after(const TimeSentence& s, const TimeExpression& time) {
    if (time.type != TimeType::date || !joins(s, time.end)) return std::nullopt;
    const std::uint32_t at = time.end + 1;
    SharedTime shared{at, time};
    // "1871 – 72": the dash of stretches may stand by itself.
    const bool spaced = !s.view.joined(at) && s.view.lower(time.end) == "\u2013";
    if (time.unit == TimeUnit::year && time.kind == Kind::absolute && has_class(s, at, TimeClass::TWO) &&
        (s.view.joined(at) || spaced)) {
        const int two = to_int(s.words[at].number.value);
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
        const auto goes_on = [&](TimeClass c) { return has_class(s, day->end, c); };
        // "from 27 April to the third": of the month after.
        const bool next_month = day->day <= time.day && time.year == 0 && has_class(s, at, TimeClass::THE) &&
                                s.view.lower(time.end) == "to" &&
                                (day->end >= s.view.size() || s.view.is(day->end, AtomKind::symbol));
        if ((day->day <= time.day && !next_month) || goes_on(TimeClass::MONTH) || goes_on(TimeClass::UNITS) ||
            goes_on(TimeClass::UNIT) || goes_on(TimeClass::COLON) ||
            (s.view.joined(day->end) && !s.view.is(day->end, AtomKind::symbol)))
            return std::nullopt;
        shared.expression.day = day->day;
        constexpr int months = 12;
        if (next_month) shared.expression.month = time.month % months + 1;
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

}  // namespace lede::times
