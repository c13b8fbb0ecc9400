// What the readers of patterns share, and their tables by subject.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "times/grammar/patterns.h"

namespace lede::times {

// The tables of the grammar.
std::span<const TimePattern> date_patterns();
std::span<const TimePattern> year_patterns();
std::span<const TimePattern> numeric_date_patterns();
std::span<const TimePattern> relative_patterns();
std::span<const TimePattern> shift_patterns();
std::span<const TimePattern> duration_patterns();
std::span<const TimePattern> clock_patterns();

/// The year of a match: 0, and open, where it has none.
void set_year(const TimeMatch& match, TimeExpression& expression);
/// The unit that a code of the table time_words stands for.
TimeUnit unit_of(std::string_view code);
/// The unit's code among the words of a match, wherever it stands; "" where there is none.
std::string_view unit_code(const TimeMatch& match);
/// 1 = spring to 4 = winter.
int season_number(std::string_view code);
/// Of two digits: 1940 to 2039.
int full_year(int two_digits);
/// Does the day exist? A leap day does where the year is 0.
bool is_day(int year, int month, int day);
/// Gives an expression the value of a day that the calendar does not have, such as 30 February; it has no
/// days. False where it cannot be one, such as the 31st of month 13. The year is 0 where unknown.
bool put_no_day(TimeExpression& expression, int year, int month, int day);
/// "P2Y", "PT30M", "P2.5Y", "PXD".
std::string duration(std::string_view amount, std::string_view unit);
/// The hour on the clock of 24 that an hour of a part of the day ("MO", "EV", …) is.
int hour_of_part(std::string_view part, int hour);
/// As durations write numbers: with at most two decimals.
std::string digits_of(double number);

}  // namespace lede::times
