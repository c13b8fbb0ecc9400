#include "times/calendar/resolve.h"

#include <algorithm>
#include <cstdlib>

#include "times/calendar/calendar.h"
#include "times/calendar/holidays.h"
#include "times/grammar/derived.h"

namespace lede::times {

namespace {

using Kind = TimeExpression::Kind;
using OptionalDate = std::optional<Date>;

// Of days a year, a month or a week apart, the one that the tense means. `day_of` gives the candidate of a
// cycle.
template <typename DayOf>
Date choose(DayOf day_of, int cycle, Date anchor, Direction direction, bool strict) {
    const Date before = day_of(cycle - 1), here = day_of(cycle), after = day_of(cycle + 1);
    const auto is_past = [&](Date d) { return strict ? d < anchor : d <= anchor; };
    const auto is_future = [&](Date d) { return strict ? d > anchor : d >= anchor; };
    const auto distance = [&](Date d) { return std::abs(to_days(d) - to_days(anchor)); };
    switch (direction) {
        case Direction::past:
            return is_past(here) ? here : before;
        case Direction::future:
            return is_future(here) ? here : after;
        default: {
            Date best = here;
            if (distance(before) < distance(best)) best = before;
            if (distance(after) < distance(best)) best = after;
            return best;
        }
    }
}

struct Resolver {
    const TimeExpression& e;
    const TimeAnchor& anchor;

    Direction direction() const {
        if (e.kind == Kind::relative && e.strict) return e.offset < 0 ? Direction::past : Direction::future;
        return anchor.direction;
    }

    int known_year() const {
        if (e.year > 0) return e.year;
        if (e.year_is_relative && anchor.published) return anchor.published->year + e.year_offset;
        return 0;
    }

    ResolvedTime unknown() const {
        switch (e.unit) {
            case TimeUnit::year:
            case TimeUnit::decade:
            case TimeUnit::century:
                return {"XXXX", {}, {}, {}};
            case TimeUnit::month:
                return {e.month > 0 ? "XXXX-" + digits(e.month, 2) : "XXXX-XX", {}, {}, {}};
            case TimeUnit::quarter:
                return {e.part > 0 ? "XXXX-Q" + digits(e.part, 1) : "XXXX-QX", {}, {}, {}};
            case TimeUnit::half:
                return {"XXXX-H" + digits(e.part, 1), {}, {}, {}};
            case TimeUnit::season:
                return {e.part > 0 ? "XXXX-" + std::string(season_codes[static_cast<std::size_t>(e.part - 1)])
                                   : "XXXX",
                        {},
                        {},
                        {}};
            case TimeUnit::week:
                return {"XXXX-WXX", {}, {}, {}};
            case TimeUnit::weekend:
                return {"XXXX-WXX-WE", {}, {}, {}};
            default:
                if (e.weekday > 0 && e.day == 0) return {"XXXX-WXX-" + digits(e.weekday, 1), {}, {}, {}};
                if (e.day > 0)
                    return {(e.month > 0 ? "XXXX-" + digits(e.month, 2) : std::string("XXXX-XX")) + "-" +
                                digits(e.day, 2),
                            {},
                            {},
                            {}};
                if (e.holiday.size() == 5) return {"XXXX-" + std::string(e.holiday), {}, {}, {}};
                return {"XXXX-XX-XX", {}, {}, {}};
        }
    }

    // Weekday, month, day of month, holiday, quarter or season in a cycle that the tense chooses.
    ResolvedTime open() const {
        const int year = known_year();
        const OptionalDate& today =
            e.from_reference && anchor.reference ? anchor.reference : anchor.published;
        if (year == 0 && !today && !(e.week_is_relative)) return unknown();
        const int month_of_part = e.unit == TimeUnit::quarter ? e.part * 3 - 2
                                  : e.unit == TimeUnit::half  ? e.part * 6 - 5
                                  : e.unit == TimeUnit::season
                                      ? season_months[static_cast<std::size_t>(std::max(e.part, 1) - 1)]
                                      : e.month;
        const auto in_year = [&](int y) {
            if (!e.holiday.empty()) return holiday_in(e.holiday, y);
            const int month = std::max(month_of_part, 1);
            const int day = std::clamp(e.day, 1, days_in_month(y, month));
            return make_date(y, month, day);
        };
        if (!e.holiday.empty() || month_of_part > 0) {
            if (year > 0) return unit_around(e.unit, in_year(year));
            if (e.month == 2 && e.day == 29) return leap_day(*today);
            if (e.unit == TimeUnit::day)
                return unit_around(e.unit, choose(in_year, today->year, *today, direction(), e.strict));
            // A month is past from its first day on: "in May", written in May, is this one.
            const Date here = make_date(today->year, today->month, 1);
            const bool ahead = direction() == Direction::future;
            Date at = e.unit == TimeUnit::month ? here : *unit_around(e.unit, *today).begin;
            if (direction() == Direction::past || ahead)
                return unit_around(e.unit, choose(in_year, today->year, at, direction(), e.strict));
            return unit_around(e.unit, choose(in_year, today->year, at, Direction::unknown, false));
        }
        if (!today) return unknown();
        if (e.weekday > 0 && e.day > 0) {
            // The month in which that day of the month falls on that weekday, the nearest one first.
            constexpr int reach = 14;
            const auto in_month = [&](int month) -> OptionalDate {
                const Date first = plus_months(*today, month);
                if (e.day > days_in_month(first.year, first.month)) return {};
                const Date day = make_date(first.year, first.month, e.day);
                return weekday(day) == e.weekday ? OptionalDate(day) : std::nullopt;
            };
            const bool ahead = direction() == Direction::future || direction() == Direction::present;
            for (int step = 0; step <= reach; ++step)
                for (const int month : {ahead ? step : -step, ahead ? -step : step})
                    if (const auto day = in_month(month)) return unit_around(TimeUnit::day, *day);
            return unknown();
        }
        if (e.weekday > 0) {
            const Date monday = plus_days(*today, 1 - weekday(*today));
            const auto in_week = [&](int week) { return plus_days(monday, 7 * week + e.weekday - 1); };
            if (e.week_is_relative) return unit_around(TimeUnit::day, in_week(e.week_offset));
            // "this Friday" is the coming one unless it is told as past.
            const bool coming = e.kind == Kind::relative && !e.strict && anchor.direction != Direction::past;
            const bool ahead =
                coming || direction() == Direction::future || direction() == Direction::present;
            constexpr int sunday = 7;  // which begins a week for some
            const bool next_week =
                e.skips_neighbours && e.offset > 0 && !e.from_reference && e.weekday != sunday;
            const Date day =
                next_week ? in_week(1)
                          : choose(in_week, 0, *today, ahead ? Direction::future : Direction::past, e.strict);
            // "Next Friday" is that of next week; the one of this week is "Friday" or "this Friday".
            // Nobody calls tomorrow so, nor yesterday "last Wednesday".
            const bool spoken_of = e.from_reference && anchor.reference;
            const bool beside = std::abs(to_days(day) - to_days(*today)) == 1;
            if (e.skips_neighbours && beside && !spoken_of)
                return unit_around(e.unit, plus_days(day, ahead ? 7 : -7));
            return unit_around(e.unit, day);
        }
        if (e.day > 0) {
            const auto in_month = [&](int month) {
                const Date first = plus_months(*today, month);
                return make_date(first.year, first.month,
                                 std::min(e.day, days_in_month(first.year, first.month)));
            };
            return unit_around(TimeUnit::day, choose(in_month, 0, *today, direction(), false));
        }
        return unknown();
    }

    // 29 February, of the last leap year or the next one.
    ResolvedTime leap_day(Date today) const {
        const bool past = direction() == Direction::past;
        int year = today.year;
        const auto fits = [&](int y) {
            const Date day = make_date(y, 2, 29);
            return is_leap_year(y) && (past ? day <= today : day >= today);
        };
        constexpr int longest = 9;  // 1896 to 1904
        for (int left = longest; left > 0 && !fits(year); --left) year += past ? -1 : 1;
        return unit_around(TimeUnit::day, make_date(year, 2, is_leap_year(year) ? 29 : 28));
    }

    ResolvedTime absolute() const {
        if (e.before_christ) return {"BC" + digits(e.year, 4), {}, {}, {}};
        if (e.unit == TimeUnit::decade) return unit_around(e.unit, make_date(e.year * 10, 1, 1));
        if (e.unit == TimeUnit::century)
            return unit_around(e.unit, make_date(std::max(e.year * 100, 1), 1, 1));
        if (e.unit == TimeUnit::year) return unit_around(e.unit, make_date(e.year, 1, 1));
        return open();
    }

    ResolvedTime counted_from(Date base) const {
        if (e.months_too != 0) base = shift_to_the_day(TimeUnit::month, base, e.months_too);
        const Date day =
            e.counts_days ? shift_to_the_day(e.unit, base, e.offset) : shift(e.unit, base, e.offset);
        ResolvedTime found = unit_around(e.unit, day);
        if (e.counts_days) found.begin = found.end = day;
        if (e.ends_today) found.end = base;
        return found;
    }

    ResolvedTime calendar() const {
        switch (e.kind) {
            case Kind::absolute:
                return absolute();
            case Kind::open:
                return open();
            case Kind::relative:
                if (e.weekday > 0 || e.month > 0 || e.part > 0 || !e.holiday.empty()) return open();
                if (!anchor.published) return unknown();
                return counted_from(*anchor.published);
            case Kind::anaphoric: {
                // What is told of as past may have been another year, but no later one.
                const bool told = anchor.direction == Direction::past && anchor.reference &&
                                  anchor.published && *anchor.reference < *anchor.published;
                const bool now = e.prefers_publication && !told && anchor.published;
                const OptionalDate& base = anchor.reference && !now ? anchor.reference : anchor.published;
                if (!base) return unknown();
                return counted_from(*base);
            }
            case Kind::fixed:
                break;
        }
        return {e.value, {}, {}, {}};
    }
};

// The count-th working day after a day, before it where negative.
Date working_day_beside(Date day, int count) {
    constexpr int friday = 5;
    const int step = count < 0 ? -1 : 1;
    // Whole weeks at once: counts go into the thousands.
    constexpr int week = 7, working_week = 5;
    while (weekday(day) > friday) day = plus_days(day, -step);
    day = plus_days(day, count / working_week * week);
    for (int left = count % working_week; left != 0; left -= step) do
            day = plus_days(day, step);
        while (weekday(day) > friday);
    return day;
}

// The days of a stretch such as "the past year", counted from the day of publication.
void cover_window(const TimeExpression& e, Date today, ResolvedTime& found) {
    const bool ahead = e.window > 0;
    if (e.window_unit == TimeUnit::quarter) {
        // Business counts whole quarters.
        const auto quarter = [&](int offset) {
            return unit_around(TimeUnit::quarter, plus_months(today, 3 * offset));
        };
        found.begin = quarter(ahead ? 1 : e.window).begin;
        found.end = quarter(ahead ? e.window : -1).end;
        return;
    }
    if (e.window_is_of_work) {
        const Date first = working_day_beside(today, ahead ? 1 : -1),
                   last = working_day_beside(today, e.window);
        found.begin = ahead ? first : last;
        found.end = ahead ? last : first;
        return;
    }
    const Date there = shift_to_the_day(e.window_unit, today, e.window);
    found.begin = ahead ? plus_days(today, e.window_has_today ? 0 : 1) : there;
    found.end = ahead ? there : plus_days(today, -1);
}

// Where what was ahead is told of as past, the day of publication is not where it began.
void add_window(const TimeExpression& e, const TimeAnchor& anchor, ResolvedTime& found) {
    if (!anchor.published || (e.window > 0 && anchor.direction == Direction::past)) return;
    cover_window(e, *anchor.published, found);
    for (OptionalDate* const day : {&found.begin, &found.end})
        if (*day && !is_valid(**day)) day->reset();
}

// "late July", "mid-November": the days of its half or of its middle.
void narrow_month(const TimeExpression& e, ResolvedTime& found) {
    if (found.unit != TimeUnit::month || e.mod.empty() || !found.begin) return;
    constexpr int end_of_first_half = 15, begin_of_middle = 10, end_of_middle = 20;
    const Date first = *found.begin;
    if (e.mod == "START") found.end = plus_days(first, end_of_first_half - 1);
    if (e.mod == "END") found.begin = plus_days(first, end_of_first_half);
    if (e.mod != "MID") return;
    found.begin = plus_days(first, begin_of_middle - 1);
    found.end = plus_days(first, end_of_middle - 1);
}

}  // namespace

ResolvedTime resolve(const TimeExpression& e, const TimeAnchor& anchor) {
    const Resolver resolver{e, anchor};
    ResolvedTime found = resolver.calendar();
    if (e.hour == 24 && found.begin) found = unit_around(TimeUnit::day, plus_days(*found.begin, 1));
    if (!has_valid_days(found)) found = resolver.unknown();
    if (e.window != 0) add_window(e, anchor, found);
    if (e.derivation != TimeExpression::Derivation::as_is) found = derive(e, found);
    if (e.kind == Kind::fixed) return found;
    if (!e.other_year.empty()) return {std::string(e.other_year) + found.value, {}, {}, {}};
    narrow_month(e, found);
    if (e.hour >= 0) {
        found.value += "T" + digits(e.hour % 24, 2) + ":" + digits(e.minute, 2);
        if (e.second >= 0) found.value += ":" + digits(e.second, 2);
        if (e.is_utc) found.value += "Z";
    } else if (!e.daypart.empty()) {
        found.value += "T" + std::string(e.daypart);
    }
    return found;
}

}  // namespace lede::times
