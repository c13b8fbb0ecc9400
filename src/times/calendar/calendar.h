// Days of the proleptic Gregorian calendar, by counting.
#pragma once

#include <cstdint>
#include <string>

#include "document.h"

namespace lede {

/// True for a day that exists, years 1 to 9999.
bool is_valid(Date date);
bool is_leap_year(int year);
int days_in_month(int year, int month);

/// Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).
std::int32_t to_days(Date date);
/// The years that arithmetic on days reaches. It may leave the calendar, and is_valid() says so: what a text
/// counts back from year 1 has no date, rather than the nearest one.
inline constexpr int first_reached_year = -9999, last_reached_year = 19999;
/// The inverse of to_days(); days outside the years reached are clamped to the nearest of them.
Date from_days(std::int32_t days);

/// 1 = Monday to 7 = Sunday, as in ISO 8601.
int weekday(Date date);

struct IsoWeek {
    int year = 0;
    int week = 0;  ///< 1 to 53
};
/// The ISO 8601 week that a day lies in.
IsoWeek iso_week(Date date);

/// "2017-05-25", of a valid day.
std::string to_iso(Date date);

}  // namespace lede
