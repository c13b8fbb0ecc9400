#include "times/calendar/calendar_units.h"

#include <algorithm>
#include <cstdlib>

#include "times/calendar/calendar.h"

namespace lede::times {

Date make_date(int year, int month, int day) {
    return {static_cast<std::int16_t>(std::clamp(year, first_reached_year, last_reached_year)),
            static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

Date plus_days(Date date, int days) { return from_days(to_days(date) + days); }

Date plus_months(Date date, int months) {
    const int count = date.year * 12 + date.month - 1 + months;
    const int month = (count % 12 + 12) % 12;
    return make_date((count - month) / 12, month + 1, 1);
}

Date last_of_month(Date date) {
    return make_date(date.year, date.month, days_in_month(date.year, date.month));
}

std::string digits(int value, int size) {
    std::string text(static_cast<std::size_t>(size), '0');
    for (int i = size - 1; i >= 0; --i, value /= 10)
        text[static_cast<std::size_t>(i)] = static_cast<char>('0' + std::abs(value % 10));
    return text;
}

bool has_valid_days(const ResolvedTime& time) {
    return (!time.begin || is_valid(*time.begin)) && (!time.end || is_valid(*time.end));
}

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
            found.value =
                digits(of_year, 4) + "-" + std::string(season_codes[static_cast<std::size_t>(number)]);
            cover_months(make_date(of_year, season_months[static_cast<std::size_t>(number)], 1), 3);
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

Date shift_to_the_day(TimeUnit unit, Date day, int offset) {
    const auto months = [&](int count) {
        const Date first = plus_months(day, count);
        return make_date(first.year, first.month,
                         std::min<int>(day.day, days_in_month(first.year, first.month)));
    };
    switch (unit) {
        case TimeUnit::month:
            return months(offset);
        case TimeUnit::quarter:
        case TimeUnit::season:
            return months(3 * offset);
        case TimeUnit::half:
            return months(6 * offset);
        case TimeUnit::year:
            return months(12 * offset);
        case TimeUnit::decade:
            return months(120 * offset);
        case TimeUnit::century:
            return months(1200 * offset);
        default:
            return shift(unit, day, offset);
    }
}

}  // namespace lede::times
