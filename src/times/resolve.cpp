#include "times/resolve.h"

#include <algorithm>
#include <cstdlib>

#include "quantities/decimal.h"
#include "times/calendar.h"

namespace lede {

namespace {

using Kind = TimeExpression::Kind;
using OptionalDate = std::optional<Date>;

Date make_date(int year, int month, int day) {
    return {static_cast<std::int16_t>(std::clamp(year, 1, 9999)), static_cast<std::uint8_t>(month),
            static_cast<std::uint8_t>(day)};
}

Date plus_days(Date date, int days) { return from_days(to_days(date) + days); }

// The first day of the month so many months away.
Date plus_months(Date date, int months) {
    const int count = date.year * 12 + date.month - 1 + months;
    return make_date(count / 12, count % 12 + 1, 1);
}

Date last_of_month(Date date) {
    return make_date(date.year, date.month, days_in_month(date.year, date.month));
}

std::string digits(int value, int size) {
    std::string text(static_cast<std::size_t>(size), '0');
    for (int i = size - 1; i >= 0; --i, value /= 10)
        text[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    return text;
}

constexpr std::string_view season_codes[] = {"SP", "SU", "FA", "WI"};
constexpr int season_months[] = {3, 6, 9, 12};

// The unit of the calendar that a day lies in.
ResolvedTime unit_around(TimeUnit unit, Date day) {
    const std::string year = digits(day.year, 4);
    ResolvedTime found;
    found.unit = unit;
    const auto cover = [&](Date first, Date last) {
        found.begin = first;
        found.end = last;
    };
    const auto cover_months = [&](Date first, int months) {
        cover(first, last_of_month(plus_months(first, months - 1)));
    };
    switch (unit) {
        case TimeUnit::week:
        case TimeUnit::weekend: {
            const IsoWeek week = iso_week(day);
            const Date monday = plus_days(day, 1 - weekday(day));
            const bool whole = unit == TimeUnit::week;
            found.value = digits(week.year, 4) + "-W" + digits(week.week, 2) + (whole ? "" : "-WE");
            cover(plus_days(monday, whole ? 0 : 5), plus_days(monday, 6));
            break;
        }
        case TimeUnit::month:
            found.value = year + "-" + digits(day.month, 2);
            cover_months(make_date(day.year, day.month, 1), 1);
            break;
        case TimeUnit::quarter:
            found.value = year + "-Q" + digits((day.month + 2) / 3, 1);
            cover_months(make_date(day.year, (day.month - 1) / 3 * 3 + 1, 1), 3);
            break;
        case TimeUnit::half:
            found.value = year + "-H" + (day.month <= 6 ? "1" : "2");
            cover_months(make_date(day.year, day.month <= 6 ? 1 : 7, 1), 6);
            break;
        case TimeUnit::season: {
            // Meteorological seasons of the northern half; winter belongs to the year of its December.
            const int shifted = (day.month + 9) % 12;  // March = 0
            const int number = shifted / 3;
            const int of_year = day.month <= 2 ? day.year - 1 : day.year;
            found.value = digits(of_year, 4) + "-" + std::string(season_codes[number]);
            cover_months(make_date(of_year, season_months[number], 1), 3);
            break;
        }
        case TimeUnit::year:
            found.value = year;
            cover(make_date(day.year, 1, 1), make_date(day.year, 12, 31));
            break;
        case TimeUnit::decade:
            found.value = year.substr(0, 3);
            cover(make_date(day.year / 10 * 10, 1, 1), make_date(day.year / 10 * 10 + 9, 12, 31));
            break;
        case TimeUnit::century:
            found.value = year.substr(0, 2);
            cover(make_date(day.year / 100 * 100, 1, 1), make_date(day.year / 100 * 100 + 99, 12, 31));
            break;
        default:
            found.unit = TimeUnit::day;
            found.value = to_iso(day);
            cover(day, day);
    }
    return found;
}

Date shift(TimeUnit unit, Date day, int offset) {
    const auto years = [&](int count) {
        return make_date(day.year + count, day.month, std::min<int>(day.day, 28));
    };
    switch (unit) {
        case TimeUnit::week:
        case TimeUnit::weekend:
            return plus_days(day, 7 * offset);
        case TimeUnit::fortnight:
            return plus_days(day, 14 * offset);
        case TimeUnit::month:
            return plus_months(day, offset);
        case TimeUnit::quarter:
        case TimeUnit::season:
            return plus_months(day, 3 * offset);
        case TimeUnit::half:
            return plus_months(day, 6 * offset);
        case TimeUnit::year:
            return years(offset);
        case TimeUnit::decade:
            return years(10 * offset);
        case TimeUnit::century:
            return years(100 * offset);
        default:
            return plus_days(day, offset);
    }
}

// Gregorian Easter Sunday (J. Meeus, Astronomical Algorithms, chapter 8, after Butcher).
Date easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    const int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 19 * l) / 433;
    const int month = (h + l - 7 * m + 90) / 25;
    return make_date(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

int read_number(std::string_view& text) {
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    std::size_t size = 0;
    while (size < text.size() && text[size] >= '0' && text[size] <= '9') ++size;
    const int value = static_cast<int>(to_whole(text.substr(0, size)));
    text.remove_prefix(size);
    return negative ? -value : value;
}

// By the rules of the table time_words: "12-25", "N11-4-4+1", "E-2".
Date holiday_in(std::string_view rule, int year) {
    if (rule[0] == 'E') {
        rule.remove_prefix(1);
        return plus_days(easter(year), read_number(rule));
    }
    const bool nth = rule[0] == 'N';
    if (nth) rule.remove_prefix(1);
    const int month = read_number(rule);
    rule.remove_prefix(1);
    const int second = read_number(rule);
    if (!nth) return make_date(year, month, second);
    rule.remove_prefix(1);
    const int number = read_number(rule);
    const int after = read_number(rule);
    const Date first = make_date(year, month, 1);
    const int to_weekday = (second - weekday(first) + 7) % 7;
    Date day = plus_days(first, to_weekday + 7 * (std::min(number, 5) - 1));
    while (day.month != month) day = plus_days(day, -7);
    return plus_days(day, after);
}

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
                return {e.part > 0 ? "XXXX-" + std::string(season_codes[e.part - 1]) : "XXXX", {}, {}, {}};
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
        const OptionalDate& today = anchor.published;
        if (year == 0 && !today && !(e.week_is_relative)) return unknown();
        const int month_of_part = e.unit == TimeUnit::quarter  ? e.part * 3 - 2
                                  : e.unit == TimeUnit::half   ? e.part * 6 - 5
                                  : e.unit == TimeUnit::season ? season_months[std::max(e.part, 1) - 1]
                                                               : e.month;
        const auto in_year = [&](int y) {
            if (!e.holiday.empty()) return holiday_in(e.holiday, std::clamp(y, 1, 9999));
            const int month = std::max(month_of_part, 1);
            const int day = std::clamp(e.day, 1, days_in_month(std::clamp(y, 1, 9999), month));
            return make_date(y, month, day);
        };
        if (!e.holiday.empty() || month_of_part > 0) {
            if (year > 0) return unit_around(e.unit, in_year(year));
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
        if (e.weekday > 0) {
            const Date monday = plus_days(*today, 1 - weekday(*today));
            const auto in_week = [&](int week) { return plus_days(monday, 7 * week + e.weekday - 1); };
            if (e.week_is_relative) return unit_around(TimeUnit::day, in_week(e.week_offset));
            const bool ahead = direction() == Direction::future || direction() == Direction::present;
            return unit_around(TimeUnit::day, choose(in_week, 0, *today,
                                                     ahead ? Direction::future : Direction::past, e.strict));
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

    ResolvedTime absolute() const {
        if (e.before_christ) return {"BC" + digits(e.year, 4), {}, {}, {}};
        if (e.unit == TimeUnit::decade) return unit_around(e.unit, make_date(e.year * 10, 1, 1));
        if (e.unit == TimeUnit::century)
            return unit_around(e.unit, make_date(std::max(e.year * 100, 1), 1, 1));
        if (e.unit == TimeUnit::year) return unit_around(e.unit, make_date(e.year, 1, 1));
        return open();
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
                return unit_around(e.unit, shift(e.unit, *anchor.published, e.offset));
            case Kind::anaphoric: {
                const OptionalDate& base = anchor.reference ? anchor.reference : anchor.published;
                if (!base) return unknown();
                return unit_around(e.unit, shift(e.unit, *base, e.offset));
            }
            case Kind::fixed:
                break;
        }
        return {e.value, {}, {}, {}};
    }
};

}  // namespace

ResolvedTime resolve(const TimeExpression& e, const TimeAnchor& anchor) {
    ResolvedTime found = Resolver{e, anchor}.calendar();
    if (e.kind == Kind::fixed) return found;
    if (e.hour >= 0) {
        if (e.hour == 24 && found.begin) found = unit_around(TimeUnit::day, plus_days(*found.begin, 1));
        found.value += "T" + digits(e.hour % 24, 2) + ":" + digits(e.minute, 2);
        if (e.second >= 0) found.value += ":" + digits(e.second, 2);
        if (e.is_utc) found.value += "Z";
    } else if (!e.daypart.empty()) {
        found.value += "T" + std::string(e.daypart);
    }
    return found;
}

}  // namespace lede
