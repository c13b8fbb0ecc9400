#include "times/grammar/readers.h"

#include "numbers/decimal.h"
#include "times/calendar/calendar.h"
#include "times/calendar/calendar_units.h"

namespace lede::times {

using enum TimeClass;

TimeUnit unit_of(std::string_view code) {
    if (code == "Y") return TimeUnit::year;
    if (code == "M") return TimeUnit::month;
    if (code == "W") return TimeUnit::week;
    if (code == "D" || code == "BD") return TimeUnit::day;
    if (code == "TH") return TimeUnit::hour;
    if (code == "TM") return TimeUnit::minute;
    if (code == "TS") return TimeUnit::second;
    if (code == "DE") return TimeUnit::decade;
    if (code == "CE") return TimeUnit::century;
    if (code == "Q") return TimeUnit::quarter;
    if (code == "WE") return TimeUnit::weekend;
    return TimeUnit::fortnight;
}

std::string_view unit_code(const TimeMatch& m) {
    for (TimeClass c : {UNIT, UNITS, SHORT, NIGHT, UNITLETTER})
        if (m.has(c)) return m.text(c);
    return "";
}

int season_number(std::string_view code) {
    return code == "SP" ? 1 : code == "SU" ? 2 : code == "FA" ? 3 : 4;
}

int full_year(int two_digits) {
    // "the class of '45" is old, and a bond "due 3/15/38" is not.
    constexpr int first_of_last_century = 40;
    return two_digits + (two_digits < first_of_last_century ? 2000 : 1900);
}

bool is_day(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year > 0 ? year : 2000, month);
}

bool put_no_day(TimeExpression& e, int year, int month, int day) {
    constexpr int longest_month = 31;
    if (month < 1 || month > 12 || day < 1 || day > longest_month) return false;
    const std::string of_year = year > 0 ? digits(year, 4) : "XXXX";
    e.kind = TimeExpression::Kind::fixed;
    e.year = e.month = e.day = 0;
    e.value = of_year + "-" + digits(month, 2) + "-" + digits(day, 2);
    return true;
}

std::string duration(std::string_view amount, std::string_view unit) {
    std::string value = "P";
    if (unit == "BD") unit = "D";
    if (unit == "2W")
        return value + (amount == "X"                ? "XW"
                        : std::string(amount) == "1" ? "2W"
                                                     : std::string(amount) + "2W");
    if (unit == "Q") {
        const bool whole = amount.find_first_not_of("0123456789") == std::string_view::npos;
        return whole ? value + std::to_string(3 * to_whole(amount)) + "M" : value + std::string(amount) + "Q";
    }
    if (unit[0] == 'T') {
        value += 'T';
        unit.remove_prefix(1);
    }
    return value + std::string(amount) + std::string(unit);
}

std::string digits_of(double number) {
    // Halves, quarters and tenths are all that durations are written with.
    const auto hundredths = static_cast<std::uint64_t>(number * 100 + 0.5);
    std::string text = std::to_string(hundredths / 100);
    if (const std::uint64_t rest = hundredths % 100; rest != 0) {
        text += '.';
        text += static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
    }
    return text;
}

}  // namespace lede::times
