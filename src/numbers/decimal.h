// Decimal numbers as newspapers write them, kept exact until the last step.
#pragma once

#include <cstdint>
#include <string_view>

namespace lede {

/// mantissa × 10^exponent.
struct Decimal {
    std::uint64_t mantissa = 0;
    int exponent = 0;

    /// Puts a digit at the end of the whole part; from the 19th significant digit on only its place counts.
    void add_digit(int digit);
    /// Puts a digit at the end of the fraction; from the 19th significant digit on it is dropped.
    void add_fraction_digit(int digit);
};

/// The nearest double where the number has at most 15 significant digits and its exponent lies within ±22, as
/// the one rounding of a product or quotient of exact numbers (Clinger, How to Read Floating Point Numbers
/// Accurately, 1990). The same bits on every platform everywhere.
double to_double(Decimal number);

/// 10^exponent.
inline double power_of_ten(int exponent) { return to_double({1, exponent}); }

/// The number without its fraction, clamped to a thousand million either side of 0, where sums and small
/// multiples of it fit an int. A number in a text may be any: converting it by a cast is undefined past an
/// int.
inline int to_int(double number) {
    constexpr double limit = 1e9;
    return static_cast<int>(number < -limit ? -limit : number > limit ? limit : number);
}

/// The whole number that a table holds in decimal digits; 0 for anything else.
std::uint64_t to_whole(std::string_view digits);

}  // namespace lede
