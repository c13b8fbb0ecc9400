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
/// The inverse of to_days(); days outside years 1 to 9999 are clamped to the nearest.
Date from_days(std::int32_t days);

/// 1 = Monday to 7 = Sunday, as in ISO 8601.
int weekday(Date date);

struct IsoWeek {
    int year = 0;
    int week = 0;  ///< 1 to 53
};
/// The ISO 8601 week that a day lies in.
IsoWeek iso_week(Date date);

/// "2017-05-25"
std::string to_iso(Date date);

}  // namespace lede
