#include "times/calendar/holidays.h"

#include <algorithm>

#include "numbers/decimal.h"
#include "times/calendar/calendar.h"
#include "times/calendar/calendar_units.h"

namespace lede::times {

namespace {

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

}  // namespace

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

}  // namespace lede::times
