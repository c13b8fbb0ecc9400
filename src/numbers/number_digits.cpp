// Numbers written in digits: "1,500", "1.13bn", "2½".
#include "numbers/numbers.h"

#include <algorithm>

namespace lede {

namespace {

constexpr std::size_t max_digits = 18;

void add_digits(Decimal& number, std::string_view digits) {
    for (char c : digits) number.add_digit(c - '0');
}

void add_fraction(Decimal& number, std::string_view digits) {
    for (char c : digits) number.add_fraction_digit(c - '0');
}

bool is_digit_group(const AtomView& view, std::uint32_t at, std::size_t size) {
    return view.is(at, AtomKind::digits) && view.joined(at) && view.atoms[at].span.size() == size;
}

// Is the comma at an atom the first of a run of separators of thousands? Indian groups have two digits but
// the last.
bool is_grouped(const AtomView& view, std::uint32_t comma) {
    for (std::uint32_t i = comma; view.lower(i) == "," && view.joined(i); i += 2) {
        if (is_digit_group(view, i + 1, 3)) return true;
        if (!is_digit_group(view, i + 1, 2)) return false;
    }
    return false;
}

// "1.234,56" as it is written on the Continent: stops between thousands and a comma before one or two
// decimals.
bool is_continental(const AtomView& view, std::uint32_t at) {
    if (view.form(at - 1).size() > 3 || view.lower(at) != "." || !view.joined(at)) return false;
    constexpr std::uint32_t longest = 10;
    const std::uint32_t begin = at;
    while (view.lower(at) == "." && is_digit_group(view, at + 1, 3) && at < begin + longest) at += 2;
    return at > begin && view.lower(at) == "," && view.joined(at) &&
           (is_digit_group(view, at + 1, 1) || is_digit_group(view, at + 1, 2)) &&
           !view.is(at + 2, AtomKind::digits);
}

}  // namespace

// "million", "bn", "lakh crore" after digits; "hundred" and "thousand" too.
void NumberReader::read_scale(const AtomView& view, Number& number, Decimal value) const {
    while (true) {
        const auto next = words_.at(view, number.end);
        if (!next) break;
        const bool is_short =
            next->kind == WordKind::short_scale && !number.scaled &&
            (view.joined(number.end) || view.lower(number.end).size() > 1 || view.lower(number.end) == "k") &&
            !(view.joined(number.end + 1) && !view.is(number.end + 1, AtomKind::symbol));
        // "900 mm" is a length; only the other short forms stand apart from the digits.
        if (next->kind != WordKind::scale && !(is_short && view.lower(number.end) != "mm")) break;
        value.exponent += static_cast<int>(next->value);
        number.scale += static_cast<int>(next->value);
        number.scaled = true;
        number.plain_digits = 0;
        ++number.end;
    }
    number.exact = value;
    number.value = to_double(value);
}

// "1e10", "6.02e+23", "1.3x10^6", "2^31", as computers and scientists write them.
void NumberReader::read_power(const AtomView& view, Number& number, Decimal& value) const {
    std::uint32_t i = number.end;
    const bool exponent = view.form(i) == "e" && view.joined(i);
    const bool ten = (view.lower(i) == "x" || view.lower(i) == "\u00d7") && view.lower(i + 1) == "10" &&
                     view.lower(i + 2) == "^" && view.joined(i + 2);
    const bool power = view.lower(i) == "^" && view.joined(i);
    if (!exponent && !ten && !power) return;
    i += ten ? 3 : 1;
    const bool negative = view.is_dash(i);
    if (negative || view.lower(i) == "+") i += view.joined(i) ? 1 : 0;
    if (!view.is(i, AtomKind::digits) || !view.joined(i) || view.form(i).size() > 2) return;
    if (view.joined(i + 1) && view.is(i + 1, AtomKind::word)) return;
    const int by = static_cast<int>(to_whole(view.form(i))) * (negative ? -1 : 1);
    if (power) {
        const double base = to_double(value);
        double result = 1;
        for (int k = 0; k < (negative ? -by : by); ++k) result *= base;
        constexpr double largest = 1e300;
        if (!(result > 0 && result < largest)) return;
        number.value = negative ? 1 / result : result;
        value = {};
    } else {
        value.exponent += by;
        number.value = to_double(value);
    }
    number.end = i + 1;
    number.plain_digits = 0;
    number.whole = number.whole && !negative;
    number.exact = value;
    number.scaled = true;
}

// "3 hundred and 21", "4 thousand 3 hundred and 21": groups that grow smaller, the last one bare after
// "hundred".
void NumberReader::read_smaller_groups(const AtomView& view, Number& number) const {
    if (!number.whole || number.scale < 2 || number.scale > 6) return;
    int last = number.scale;
    while (true) {
        const bool with_and = view.lower(number.end) == "and";
        const std::uint32_t at = number.end + (with_and ? 1 : 0);
        std::uint64_t value = 0;
        std::uint32_t end = at + 1;
        if (view.is(at, AtomKind::digits) && !view.joined(at) && view.form(at).size() <= 3) {
            value = to_whole(view.form(at));
        } else if (const Whole whole = read_whole(view, at); whole.end > 0 && !whole.ordinal && with_and) {
            value = whole.value;
            end = whole.end;
        }
        const auto scale = words_.at(view, end);
        const bool scaled = scale && scale->kind == WordKind::scale;
        if (value == 0 || (view.joined(end) && !view.is(end, AtomKind::symbol)) ||
            (scaled ? scale->value >= static_cast<std::uint64_t>(last) : !with_and))
            return;
        if (scaled && value < 100) {
            last = static_cast<int>(scale->value);
            number.value += static_cast<double>(value) * power_of_ten(last);
            number.end = end + 1;
        } else {
            if (last != 2 || value >= 100 || scaled) return;
            // "3 hundred and 2.5" are two numbers, unless the stop ends the sentence.
            if (view.joined(end) && view.joined(end + 1) && view.is(end + 1, AtomKind::digits)) return;
            number.value += static_cast<double>(value);
            number.end = end;
            last = 0;
        }
        number.scale = 0;
        number.exact = {static_cast<std::uint64_t>(number.value), 0};
        if (last == 0) return;
    }
}

std::optional<Number> NumberReader::read_digits(const AtomView& view, std::uint32_t at) const {
    Number number;
    Decimal value;
    std::uint32_t i = at;
    if (view.is(i, AtomKind::digits)) {
        const std::string_view first = view.form(i);
        if (first.size() > max_digits) return std::nullopt;
        add_digits(value, first);
        number.plain_digits = static_cast<std::uint8_t>(first.size());
        ++i;
        if (first.size() <= 3 && view.lower(i) == "," && view.joined(i) && is_grouped(view, i)) {
            number.plain_digits = 0;
            bool last = false;
            for (; !last && view.lower(i) == "," && view.joined(i); i += 2) {
                const bool three = is_digit_group(view, i + 1, 3);
                if (!three && !is_digit_group(view, i + 1, 2)) break;
                add_digits(value, view.form(i + 1));
                last = three && !(view.lower(i + 2) == "," && is_digit_group(view, i + 3, 3));
            }
        }
        // "40 000", by the SI Brochure: groups of three after a space, two of them or a full thousand.
        const auto spaced_group = [&](std::uint32_t k) {
            return view.is(k, AtomKind::digits) && !view.joined(k) && view.atoms[k].span.size() == 3;
        };
        if (i == at + 1 && first.size() <= 3 && spaced_group(i) && !(view.joined(at)) &&
            (spaced_group(i + 1) || view.lower(i) == "000")) {
            number.plain_digits = 0;
            for (; spaced_group(i) && i < at + 6; ++i) add_digits(value, view.form(i));
        }
    } else if (view.lower(i) != "." || view.joined(i)) {
        return std::nullopt;
    }
    if (i == at + 1 && is_continental(view, i)) {
        for (; view.lower(i) == "."; i += 2) add_digits(value, view.form(i + 1));
        add_fraction(value, view.form(i + 1));
        number.plain_digits = 0;
        number.whole = false;
        i += 2;
    } else if (view.lower(i) == "." && (i == at || view.joined(i)) && view.is(i + 1, AtomKind::digits) &&
               view.joined(i + 1)) {
        if (view.form(i + 1).size() > 64) return std::nullopt;
        add_fraction(value, view.form(i + 1));
        number.plain_digits = 0;
        number.whole = false;
        i += 2;
    }
    if (i == at) return std::nullopt;
    number.end = i;

    // "21st"
    const std::string_view ending = view.lower(i);
    if (number.whole && view.joined(i) && !(view.joined(i + 1) && view.is(i + 1, AtomKind::word)) &&
        context_.has("ordinal_ending", ending)) {
        number.form = NumberForm::ordinal;
        number.value = to_double(value);
        ++number.end;
        return number;
    }
    // "1/2", "2 1/2", "2½"
    const auto simple_fraction = [&](std::uint32_t from) -> std::optional<double> {
        if (view.lower(from + 1) != "/" || !view.joined(from + 1) || !view.is(from + 2, AtomKind::digits) ||
            !view.joined(from + 2) || view.joined(from + 3) || view.form(from + 2).size() > 2)
            return std::nullopt;
        const std::uint64_t above = to_whole(view.form(from)), below = to_whole(view.form(from + 2));
        if (above == 0 || above >= below || below > 16) return std::nullopt;
        return static_cast<double>(above) / static_cast<double>(below);
    };
    const bool small = number.plain_digits > 0 && number.plain_digits <= 2;
    if (small) {
        if (const auto fraction = simple_fraction(at)) {
            number.value = *fraction;
            number.end = at + 3;
            number.form = NumberForm::fraction;
            number.whole = false;
            number.plain_digits = 0;
            return number;
        }
        if (const auto fraction = view.is(i, AtomKind::digits) ? simple_fraction(i) : std::nullopt) {
            number.value = to_double(value) + *fraction;
            number.end = i + 3;
            number.whole = false;
            number.plain_digits = 0;
            return number;
        }
        if (const auto sign = words_.at(view, i); sign && sign->kind == WordKind::fraction) {
            number.value =
                to_double(value) + static_cast<double>(sign->value) / static_cast<double>(sign->second);
            number.end = i + 1;
            number.whole = false;
            number.plain_digits = 0;
            return number;
        }
    }
    number.exact = value;
    read_power(view, number, value);
    if (number.scaled) return number;
    read_scale(view, number, value);
    read_smaller_groups(view, number);
    read_dozens(view, number);
    add_fraction_words(view, number,
                       static_cast<std::uint64_t>(power_of_ten(std::min(number.scale, largest_scale))));
    return number;
}

}  // namespace lede
