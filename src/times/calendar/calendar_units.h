// Weeks, months, quarters and the other units of the calendar, and the values TIMEX3 gives them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "document.h"
#include "times/grammar/expression.h"

namespace lede::times {

/// A value with the days it covers.
struct ResolvedTime {
    std::string value;
    std::optional<Date> begin, end;
    std::optional<TimeUnit> unit;  ///< of dates on the calendar
};

/// Spring to winter, with the months they begin in: meteorological seasons of the northern half.
inline constexpr std::array<std::string_view, 4> season_codes{"SP", "SU", "FA", "WI"};
inline constexpr std::array<int, 4> season_months{3, 6, 9, 12};

/// Years outside those that arithmetic reaches (calendar.h) are clamped to the nearest.
Date make_date(int year, int month, int day);
Date plus_days(Date date, int days);
/// The first day of the month so many months away.
Date plus_months(Date date, int months);
Date last_of_month(Date date);
/// The unit of the calendar that a day lies in; the day itself for units below it.
ResolvedTime unit_around(TimeUnit unit, Date day);
/// A day of the unit so many units away.
Date shift(TimeUnit unit, Date day, int offset);
/// The day so many units away, to the day: a month after 31 January is the last of February.
Date shift_to_the_day(TimeUnit unit, Date day, int offset);

/// True where every day that it covers is one of the calendar.
bool has_valid_days(const ResolvedTime& time);

/// The last `size` digits of a number, with leading zeros, without its sign.
std::string digits(int value, int size);

}  // namespace lede::times
