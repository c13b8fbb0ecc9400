#include "numbers/decimal.h"

#include <algorithm>
#include <array>

namespace lede {

namespace {
constexpr std::uint64_t largest_mantissa = 100'000'000'000'000'000;  // one more digit still fits
constexpr int largest_power = 22;  // 10^22 is the last power that a double holds

constexpr std::array<double, largest_power + 1> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                       1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
}  // namespace

void Decimal::add_digit(int digit) {
    if (mantissa >= largest_mantissa)
        ++exponent;
    else
        mantissa = mantissa * 10 + static_cast<std::uint64_t>(digit);
}

void Decimal::add_fraction_digit(int digit) {
    if (mantissa >= largest_mantissa || exponent > 0) return;
    mantissa = mantissa * 10 + static_cast<std::uint64_t>(digit);
    --exponent;
}

double to_double(Decimal number) {
    while (number.exponent < 0 && number.mantissa % 10 == 0 && number.mantissa != 0) {
        number.mantissa /= 10;
        ++number.exponent;
    }
    double value = static_cast<double>(number.mantissa);
    for (int left = std::clamp(number.exponent, -300, 270); left != 0;) {
        const int step = std::clamp(left, -largest_power, largest_power);
        if (step > 0)
            value *= powers[static_cast<std::size_t>(step)];
        else
            value /= powers[static_cast<std::size_t>(-step)];
        left -= step;
    }
    return value;
}

std::uint64_t to_whole(std::string_view digits) {
    std::uint64_t value = 0;
    for (char c : digits.substr(0, 18)) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

}  // namespace lede
