#include "times/calendar/calendar.h"

#include <algorithm>
#include <array>

namespace lede {

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_valid(Date date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

std::int32_t to_days(Date date) {
    // Years begin in March, so that the leap day is the last of a year.
    const std::int32_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int32_t year_of_era = year - era * 400;
    const std::int32_t month = (date.month + 9) % 12;
    const std::int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

Date from_days(std::int32_t days) {
    constexpr std::int32_t first = -4371587;  // 1 January of the first year reached
    constexpr std::int32_t last = 6585321;    // 31 December of the last
    days = std::clamp(days, first, last) + 719468;
    const std::int32_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int32_t day_of_era = days - era * 146097;
    const std::int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int32_t month = (5 * day_of_year + 2) / 153;
    const std::int32_t civil_month = month < 10 ? month + 3 : month - 9;
    const std::int32_t year = year_of_era + era * 400 + (civil_month <= 2 ? 1 : 0);
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(civil_month),
            static_cast<std::uint8_t>(day_of_year - (153 * month + 2) / 5 + 1)};
}

int weekday(Date date) {
    // 1970-01-01 was a Thursday.
    const std::int32_t shifted = (to_days(date) + 3) % 7;
    return (shifted < 0 ? shifted + 7 : shifted) + 1;
}

IsoWeek iso_week(Date date) {
    // The week belongs to the year of its Thursday.
    const Date thursday = from_days(to_days(date) + 4 - weekday(date));
    const std::int32_t first = to_days({thursday.year, 1, 1});
    return {thursday.year, (to_days(thursday) - first) / 7 + 1};
}

std::string to_iso(Date date) {
    std::string out = "0000-00-00";
    const auto put = [&](int at, int digits, int value) {
        for (int i = digits - 1; i >= 0; --i, value /= 10)
            out[static_cast<std::size_t>(at + i)] = static_cast<char>('0' + value % 10);
    };
    put(0, 4, date.year);
    put(5, 2, date.month);
    put(8, 2, date.day);
    return out;
}

}  // namespace lede
