#include "times/grammar/derived.h"

#include <algorithm>

#include "numbers/decimal.h"
#include "times/calendar/calendar.h"
#include "times/grammar/compose.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;
using Derivation = TimeExpression::Derivation;

bool is_day_or_longer(const TimeExpression& e) {
    return e.kind != Kind::fixed && e.hour < 0 && e.type == TimeType::date &&
           e.derivation == Derivation::as_is;
}

std::string_view unit_at(const TimeSentence& s, std::uint32_t at) {
    if (at >= s.words.size()) return "";
    for (const TimeReading& reading : s.words[at].readings)
        for (const TimeClass c : {UNIT, UNITS})
            if (reading.classes.has(c)) return value_of(reading.value, c);
    return "";
}

// The words of a derived time before the time that it is derived from.
struct Opening {
    std::uint32_t end = 0;  // the atom of the other time
    Derivation derivation = Derivation::as_is;
    TimeUnit unit = TimeUnit::day;
    int count = 0;
    bool from_a_day = false;  // a stretch that begins on the other time
    std::string_view mod = {};
};

// "two weeks before", "three days after", "a month from".
std::optional<Opening> read_distance(const TimeSentence& s, std::uint32_t at) {
    std::string_view limit;
    if (s.words[at].is(LIMIT)) {
        limit = value_of(s.words[at].readings[phrase_reading].value, LIMIT);
        at = s.words[at].readings[phrase_reading].end;
        if (at >= s.words.size()) return std::nullopt;
    }
    const TimeWord& first = s.words[at];
    if (!first.is(NUM) && !first.is(A)) return std::nullopt;
    const bool counted = first.is(NUM) && first.number.whole && first.number.value < 5000;
    if (first.is(NUM) && !counted) return std::nullopt;
    const std::uint32_t unit = first.is(NUM) ? first.number.end : at + 1;
    const std::string_view code = unit_at(s, unit);
    if (code.empty() || unit_of(code) < TimeUnit::day || code == "WE" || code == "BD") return std::nullopt;
    // "for a week, from Monday"
    const bool for_a_while = at > 0 && s.view.lower(at - 1) == "for";
    const std::uint32_t link =
        unit + (for_a_while && s.view.lower(unit + 1) == "," && s.view.lower(unit + 2) == "from" ? 2 : 1);
    const std::string_view word = s.view.lower(link);
    const bool before = word == "before", after = word == "after" || word == "from" || word == "since";
    const int count = first.is(NUM) ? to_int(first.number.value) : 1;
    // "for two weeks from Monday", "a week starting tomorrow"
    const bool lasting = word == "from" && for_a_while;
    if (link < s.words.size() && (lasting || s.words[unit + 1].is(STARTING)))
        return Opening{lasting ? link + 1 : s.words[unit + 1].readings[phrase_reading].end, Derivation::first,
                       unit_of(code), count, true};
    if (!before && !after) return std::nullopt;
    const std::string_view mod = limit == "MORE_THAN"   ? (before ? "BEFORE" : "AFTER")
                                 : limit == "LESS_THAN" ? (before ? "AFTER" : "BEFORE")
                                 : limit == "APPROX"    ? limit
                                                        : "";
    return Opening{unit + 2, Derivation::shifted, unit_of(code), before ? -count : count, false, mod};
}

// "the week of", "the weekend of", "the week beginning".
std::optional<Opening> read_around(const TimeSentence& s, std::uint32_t at) {
    if (s.words[at].is(WEEKOF))  // "w/c 4 May"
        return Opening{s.words[at].readings[phrase_reading].end, Derivation::around, TimeUnit::week, 0};
    const std::uint32_t unit = at + (s.words[at].is(THE) ? 1 : 0);
    const std::string_view code = unit_at(s, unit);
    if ((code != "W" && code != "WE") || unit + 1 >= s.words.size()) return std::nullopt;
    const TimeWord& link = s.words[unit + 1];
    if (!link.is(OF) && !link.is(STARTING)) return std::nullopt;
    return Opening{link.readings[phrase_reading].end, Derivation::around, unit_of(code), 0};
}

// "week 3 of".
std::optional<Opening> read_numbered_week(const TimeSentence& s, std::uint32_t at) {
    const std::uint32_t week = at + (s.words[at].is(THE) ? 1 : 0);
    if (unit_at(s, week) != "W" || week + 2 >= s.words.size()) return std::nullopt;
    const TimeWord& number = s.words[week + 1];
    if (!number.is(NUM) || !number.number.whole || number.number.value < 1 || number.number.value > 53)
        return std::nullopt;
    if (number.number.end >= s.words.size() || !s.words[number.number.end].is(OF)) return std::nullopt;
    return Opening{number.number.end + 1, Derivation::nth, TimeUnit::week, to_int(number.number.value)};
}

// "the first week of", "the last three days of", "the 15th day of".
std::optional<Opening> read_part(const TimeSentence& s, std::uint32_t at) {
    std::uint32_t next = at + (s.words[at].is(THE) ? 1 : 0);
    if (next >= s.words.size()) return std::nullopt;
    const TimeWord& which = s.words[next];
    const bool last = which.is(LAST) || which.is(LASTPART);
    if (!last && !which.is(ORD)) return std::nullopt;
    int count = last ? -1 : to_int(which.number.value);
    next = last ? next + 1 : which.number.end;
    if (next >= s.words.size()) return std::nullopt;
    Opening opening{0, Derivation::nth, TimeUnit::day, count};
    if (const TimeWord& number = s.words[next]; number.is(NUM) && (last || count == 1)) {
        if (!number.number.whole || number.number.value > 400) return std::nullopt;
        opening.derivation = last ? Derivation::last : Derivation::first;
        opening.count = to_int(number.number.value);
        next = number.number.end;
    }
    const std::string_view code = unit_at(s, next);
    // "the 21st of next month", "the 21st this month"
    const std::uint32_t month = next + (s.words[next].is(OF) ? 1 : 0);
    if (opening.derivation == Derivation::nth && !last && month < s.words.size() &&
        (s.words[month].is(THIS) || s.words[month].is(NEXT) || s.words[month].is(LAST)) &&
        unit_at(s, month + 1) == "M") {
        opening.end = month;
        return opening;
    }
    if (code.empty() || code == "Q" || code == "BD" || next + 1 >= s.words.size()) return std::nullopt;
    opening.unit = unit_of(code);
    if (opening.unit < TimeUnit::day || !s.words[next + 1].is(OF)) return std::nullopt;
    opening.end = next + 2;
    return opening;
}

Date week_day_near(Date day) {
    // A holiday on a Monday or Tuesday makes the weekend before it long.
    return weekday(day) <= 2 ? plus_days(day, -7) : day;
}

std::string stretch_value(const TimeExpression& e) {
    constexpr std::string_view codes[] = {"TS", "TM", "TH", "D", "WE", "W",  "2W",
                                          "M",  "Q",  "Q",  "Y", "Y",  "DE", "CE"};
    return duration(std::to_string(e.derived_count), codes[static_cast<std::size_t>(e.derived_unit)]);
}

ResolvedTime unknown_of(const TimeExpression& e) {
    const bool stretch = e.derivation == Derivation::first || e.derivation == Derivation::last;
    if (stretch) return {stretch_value(e), {}, {}, {}};
    switch (e.derived_unit) {
        case TimeUnit::week:
            return {"XXXX-WXX", {}, {}, {}};
        case TimeUnit::weekend:
            return {"XXXX-WXX-WE", {}, {}, {}};
        case TimeUnit::month:
            return {"XXXX-XX", {}, {}, {}};
        case TimeUnit::day:
            return {"XXXX-XX-XX", {}, {}, {}};
        default:
            return {"XXXX", {}, {}, {}};
    }
}

// The first week is the one with the first Thursday (ISO 8601), the last the one with the last.
constexpr int half_a_week = 3;

Date week_begin(Date day) { return plus_days(day, 1 - weekday(day)); }

// "the first two weeks of 2021" begin as the first week of it does.
bool counts_weeks(const TimeExpression& e) {
    return e.derived_unit == TimeUnit::week && !e.derived_from_a_day && e.unit >= TimeUnit::month;
}

ResolvedTime day_of_week(const TimeExpression& e, const ResolvedTime& week) {
    if (e.derived_weekday == 0 || !week.begin) return week;
    return unit_around(TimeUnit::day, plus_days(*week.begin, e.derived_weekday - 1));
}

// The week, month … of a longer time, by the days that most of it lies in.
ResolvedTime nth_of(const TimeExpression& e, Date begin, Date end) {
    const bool last = e.derived_count < 0;
    if (e.derived_unit == TimeUnit::weekend) {
        constexpr int saturday = 6, week = 7;
        const Date day =
            last ? plus_days(end, -((weekday(end) + week - saturday) % week))
                 : plus_days(begin, (saturday - weekday(begin) + week) % week + week * (e.derived_count - 1));
        return unit_around(TimeUnit::weekend, day);
    }
    const bool week = e.derived_unit == TimeUnit::week;
    const Date first =
        last ? plus_days(end, week ? -half_a_week : 0) : plus_days(begin, week ? half_a_week : 0);
    return unit_around(e.derived_unit, shift(e.derived_unit, first, last ? 0 : e.derived_count - 1));
}

}  // namespace

std::optional<TimeExpression> read_derived(const TimeGrammar& grammar, const TimeSentence& s,
                                           std::uint32_t at) {
    if (at >= s.words.size()) return std::nullopt;
    auto opening = read_distance(s, at);
    if (!opening) opening = read_around(s, at);
    if (!opening) opening = read_numbered_week(s, at);
    if (!opening) opening = read_part(s, at);
    if (!opening || opening->derivation == Derivation::as_is) return std::nullopt;
    auto base = read_plain_time(grammar, s, opening->end);
    if (!base && opening->derivation != Derivation::shifted) base = read_unit_at_hand(s, opening->end);
    if (!base || !is_day_or_longer(*base)) return std::nullopt;
    // "three months from October to December" are those.
    const std::string_view link = s.view.lower(opening->end - 1), next = s.view.lower(base->end);
    if (opening->derivation == Derivation::shifted && link == "from" &&
        (next == "to" || next == "until" || next == "through" || s.view.is_dash(base->end)))
        return std::nullopt;
    switch (opening->derivation) {
        case Derivation::around:
            if (base->unit != TimeUnit::day) return std::nullopt;
            break;
        case Derivation::nth:
        case Derivation::first:
        case Derivation::last:
            if (opening->from_a_day) {
                if (base->unit != TimeUnit::day) return std::nullopt;
                break;
            }
            if (base->unit <= opening->unit || base->unit > TimeUnit::year) return std::nullopt;
            break;
        default:
            break;
    }
    base->derivation = opening->derivation;
    base->derived_unit = opening->unit;
    base->derived_count = opening->count;
    base->derived_from_a_day = opening->from_a_day;
    if (opening->derivation == Derivation::first || opening->derivation == Derivation::last)
        base->type = TimeType::duration;
    base->mod = opening->mod;
    base->pattern = "derived from another";
    return base;
}

namespace {

ResolvedTime derived_days(const TimeExpression& e, const ResolvedTime& base) {
    switch (e.derivation) {
        case Derivation::shifted: {
            const TimeUnit unit = std::min(e.unit, e.derived_unit);
            return unit_around(e.unit == TimeUnit::day ? TimeUnit::day : unit,
                               shift_to_the_day(e.derived_unit, *base.begin, e.derived_count));
        }
        case Derivation::around:
            return day_of_week(e, unit_around(e.derived_unit, e.derived_unit == TimeUnit::weekend
                                                                  ? week_day_near(*base.begin)
                                                                  : *base.begin));
        case Derivation::nth: {
            ResolvedTime found = nth_of(e, *base.begin, *base.end);
            if (found.begin && *found.begin > *base.end) return unknown_of(e);
            return day_of_week(e, found);
        }
        case Derivation::first:
            if (counts_weeks(e)) {
                const Date monday = week_begin(plus_days(*base.begin, half_a_week));
                return {stretch_value(e), monday, plus_days(monday, 7 * e.derived_count - 1), {}};
            }
            return {stretch_value(e),
                    base.begin,
                    plus_days(shift_to_the_day(e.derived_unit, *base.begin, e.derived_count), -1),
                    {}};
        case Derivation::last:
            if (counts_weeks(e)) {
                const Date sunday = plus_days(week_begin(plus_days(*base.end, -half_a_week)), 6);
                return {stretch_value(e), plus_days(sunday, 1 - 7 * e.derived_count), sunday, {}};
            }
            return {stretch_value(e),
                    shift_to_the_day(e.derived_unit, plus_days(*base.end, 1), -e.derived_count),
                    base.end,
                    {}};
        case Derivation::as_is:
            break;
    }
    return base;
}

}  // namespace

ResolvedTime derive(const TimeExpression& e, const ResolvedTime& base) {
    if (!base.begin || !base.end) return unknown_of(e);
    ResolvedTime found = derived_days(e, base);
    return has_valid_days(found) ? found : unknown_of(e);
}

}  // namespace lede::times
