#include "quantities/numbers.h"

#include <algorithm>

#include "quantities/decimal.h"

namespace lede {

namespace {

constexpr std::size_t max_digits = 18;

void add_digits(Decimal& number, std::string_view digits) {
    for (char c : digits) number.add_digit(c - '0');
}

void add_fraction(Decimal& number, std::string_view digits) {
    for (char c : digits) number.add_fraction_digit(c - '0');
}

constexpr int largest_scale = 18;  // 10^18 fits into 64 bits

double power_of_ten(int exponent) { return to_double({1, exponent}); }

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

}  // namespace

enum class WordKind : std::uint8_t {
    unit,
    teen,
    ten,
    scale,
    half,
    set,
    ordinal,
    denominator,
    quarter,
    vague,
    fraction,
    small_scale
};

struct NumberReader::Word {
    WordKind kind = WordKind::unit;
    std::uint64_t value = 0, second = 0;
};

struct NumberReader::Whole {
    std::uint32_t end = 0;  // 0 where there is no number
    std::uint64_t value = 0;
    bool ordinal = false;
    std::uint64_t after_and = 0;  // what "and" added: 3 of "one hundred and three"
    std::uint64_t last_scale = 1;
};

std::optional<NumberReader::Word> NumberReader::word(const AtomView& view, std::uint32_t at) const {
    if (at >= view.size() || view.is(at, AtomKind::digits)) return std::nullopt;
    const auto row = words_.find(view.lower(at));
    if (!row) return std::nullopt;
    const std::string_view kind = field(*row, 0);
    const std::uint64_t value = to_whole(field(*row, 1));
    const std::uint64_t second = to_whole(field(*row, 2));
    // What a strange table holds must neither divide by zero nor count past 64 bits.
    const bool is_scale = kind == "scale" || kind == "short";
    if (is_scale ? value > std::uint64_t{largest_scale} : value == 0 && kind != "unit" && kind != "ordinal")
        return std::nullopt;
    const auto made = [&](WordKind k) { return Word{k, value, second}; };
    if (kind == "unit") return made(WordKind::unit);
    if (kind == "teen") return made(WordKind::teen);
    if (kind == "ten") return made(WordKind::ten);
    if (kind == "scale") return made(WordKind::scale);
    if (kind == "short") return made(WordKind::small_scale);
    if (kind == "half") return made(WordKind::half);
    if (kind == "set") return made(WordKind::set);
    if (kind == "ordinal") return made(WordKind::ordinal);
    if (kind == "denominator") return made(WordKind::denominator);
    if (kind == "quarter") return made(WordKind::quarter);
    if (kind == "vague") return made(WordKind::vague);
    return second == 0 ? std::nullopt : std::optional(made(WordKind::fraction));
}

// "million", "bn", "lakh crore" after digits; "hundred" and "thousand" too.
void NumberReader::read_scale(const AtomView& view, Number& number, Decimal value) const {
    while (true) {
        const auto next = word(view, number.end);
        if (!next) break;
        const bool is_short =
            next->kind == WordKind::small_scale && !number.scaled &&
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
    if (view.lower(i) == "." && (i == at || view.joined(i)) && view.is(i + 1, AtomKind::digits) &&
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
        (ending == "st" || ending == "nd" || ending == "rd" || ending == "th")) {
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
        if (const auto sign = word(view, i); sign && sign->kind == WordKind::fraction) {
            number.value =
                to_double(value) + static_cast<double>(sign->value) / static_cast<double>(sign->second);
            number.end = i + 1;
            number.whole = false;
            number.plain_digits = 0;
            return number;
        }
    }
    read_scale(view, number, value);
    read_dozens(view, number);
    add_fraction_words(view, number,
                       static_cast<std::uint64_t>(power_of_ten(std::min(number.scale, largest_scale))));
    return number;
}

// A cardinal or ordinal in words below 10^18: "two hundred and six", "twenty-first", "four thousand".
NumberReader::Whole NumberReader::read_whole(const AtomView& view, std::uint32_t at) const {
    constexpr std::uint64_t limit = 1'000'000'000'000'000;
    std::uint64_t total = 0, group = 0, before_and = 0;
    enum class Last { nothing, unit, ten, hundred, scale } last = Last::nothing;
    Whole found;
    for (std::uint32_t i = at; i < view.size();) {
        std::uint32_t next = i;
        bool and_here = false;
        if (last == Last::ten && view.is_dash(next) && view.joined(next)) {
            ++next;
        } else if ((last == Last::hundred || last == Last::scale) && view.lower(next) == "and") {
            ++next;
            and_here = true;
        }
        const auto w = word(view, next);
        if (!w) break;
        const bool opens_group = last == Last::nothing || last == Last::hundred || last == Last::scale;
        if (and_here) before_and = total + group;
        if (w->kind == WordKind::unit && (opens_group || last == Last::ten)) {
            group += w->value;
            last = Last::unit;
        } else if (w->kind == WordKind::teen && opens_group) {
            group += w->value;
            last = Last::unit;
        } else if (w->kind == WordKind::ten && opens_group) {
            group += w->value;
            last = Last::ten;
        } else if (w->kind == WordKind::scale && w->value == 2) {
            if (group == 0 || group >= 100 || next != i) break;
            group *= 100;
            last = Last::hundred;
        } else if (w->kind == WordKind::scale) {
            if (group == 0 || next != i) break;
            std::uint64_t factor = 1;
            for (std::uint64_t k = 0; k < w->value; ++k) factor *= 10;
            if (group > limit / factor || total > limit) break;
            total += group * factor;
            group = 0;
            last = Last::scale;
            found.last_scale = factor;
        } else if (w->kind == WordKind::ordinal) {
            // "second" after "one" is a unit of time, "a third" a fraction: only what completes a number
            // counts.
            const bool completes = last == Last::nothing || (last == Last::ten && w->value < 10) ||
                                   ((last == Last::hundred || last == Last::scale) && w->value < 100);
            if (!completes) break;
            found.end = next + 1;
            found.value = total + group + w->value;
            found.ordinal = true;
            return found;
        } else {
            break;
        }
        i = next + 1;
        found.end = i;
        found.value = total + group;
        found.after_and = before_and > 0 ? found.value - before_and : 0;
    }
    return found;
}

// What a count of parts is divided by, if such a word stands at an atom: 3 of "thirds"; of "third" where the
// count is one and no noun follows that it would be the third of.
std::optional<NumberReader::Part> NumberReader::read_part(const AtomView& view, std::uint32_t at,
                                                          bool is_one) const {
    const bool dash = view.is_dash(at);
    if (dash) ++at;
    const auto w = word(view, at);
    if (!w || (view.joined(at) && !dash)) return std::nullopt;
    const Part part{at + 1, w->value};
    if (w->kind == WordKind::denominator) return w->value > 2 ? std::optional(part) : std::nullopt;
    if (!is_one) return std::nullopt;
    const std::string_view next = view.lower(at + 1);
    if (w->kind == WordKind::quarter || w->kind == WordKind::half) {
        const auto scale = word(view, at + 1);
        const bool of = next == "of" || (next == "the" && w->kind == WordKind::half);
        return dash || of || (scale && scale->kind == WordKind::scale) ? std::optional(part) : std::nullopt;
    }
    if (w->kind != WordKind::ordinal || w->value <= 2 || next == "or") return std::nullopt;
    if (at + 1 >= view.size() || next == "of" || view.is(at + 1, AtomKind::symbol))
        return view.is_dash(at + 1) ? std::nullopt : std::optional(part);
    switch (view.xpos(at + 1)) {
        case Xpos::NN:
        case Xpos::NNS:
        case Xpos::NNP:
        case Xpos::NNPS:
        case Xpos::JJ:
        case Xpos::JJR:
        case Xpos::JJS:
        case Xpos::CD:
        case Xpos::HYPH:
            return std::nullopt;
        default:
            return part;
    }
}

// "million" and "of a million" after a fraction.
void NumberReader::scale_fraction(const AtomView& view, Number& number) const {
    number.form = NumberForm::fraction;
    number.whole = false;
    number.plain_digits = 0;
    const bool of = view.lower(number.end) == "of" && view.lower(number.end + 1) == "a";
    const std::uint32_t at = number.end + (of ? 2 : 0);
    const auto scale = word(view, at);
    if (!scale || scale->kind != WordKind::scale) return;
    number.value *= power_of_ten(static_cast<int>(scale->value));
    number.scaled = true;
    number.end = at + 1;
}

// "one in five", "three out of 10".
void NumberReader::read_proportion(const AtomView& view, std::uint32_t at, Number& number) const {
    if (!number.whole || number.scaled || number.value < 1 || number.value > 99) return;
    if (at > 0 && (view.lower(at - 1) == "," || view.lower(at - 1) == "-")) return;
    std::uint32_t i = number.end;
    if (view.lower(i) == "in")
        i += 1;
    else if (view.lower(i) == "out" && view.lower(i + 1) == "of")
        i += 2;
    else
        return;
    std::optional<Number> whole = view.is(i, AtomKind::digits) ? read_digits(view, i) : std::nullopt;
    if (!whole)
        if (const Whole words = read_whole(view, i); words.end > 0 && !words.ordinal)
            whole = Number{.end = words.end, .value = static_cast<double>(words.value)};
    if (!whole || !whole->whole || whole->value <= number.value || whole->value == 1) return;
    // "One in 2016" is no proportion.
    if (whole->plain_digits == 4 && whole->value >= 1500 && whole->value < 2100) return;
    if (view.joined(whole->end) && !view.is(whole->end, AtomKind::symbol)) return;
    number.value /= whole->value;
    number.end = whole->end;
    number.form = NumberForm::fraction;
    number.whole = false;
    number.plain_digits = 0;
}

// "and a half", "and three quarters" after a number: of its last scale, as in "one million and a half".
void NumberReader::add_fraction_words(const AtomView& view, Number& number, std::uint64_t last_scale) const {
    if (view.lower(number.end) != "and") return;
    std::uint32_t i = number.end + 1;
    double count = 1;
    if (view.lower(i) == "a") {
        ++i;
    } else if (const auto half = word(view, i); !half || half->kind != WordKind::half) {
        const Whole parts = read_whole(view, i);
        if (parts.end == 0 || parts.ordinal) return;
        i = parts.end;
        count = static_cast<double>(parts.value);
    }
    const auto w = word(view, i);
    if (!w) return;
    const bool singular = w->kind == WordKind::half || w->kind == WordKind::quarter ||
                          (w->kind == WordKind::ordinal && w->value > 2);
    const bool plural = w->kind == WordKind::denominator && w->value > 2;
    if (!(plural || (singular && count == 1))) return;
    const auto next = word(view, i + 1);
    const bool scale_follows = next && next->kind == WordKind::scale;
    number.value +=
        count / static_cast<double>(w->value) * (scale_follows ? 1.0 : static_cast<double>(last_scale));
    number.whole = false;
    number.end = i + 1;
}

std::optional<Number> NumberReader::read_words(const AtomView& view, std::uint32_t at) const {
    const Whole whole = read_whole(view, at);
    if (whole.end == 0) return std::nullopt;
    Number number{.end = whole.end, .value = static_cast<double>(whole.value), .form = NumberForm::words};
    if (whole.ordinal) {
        number.form = NumberForm::ordinal;
        return number;
    }
    if (const auto part = whole.value > 0 ? read_part(view, whole.end, whole.value == 1) : std::nullopt) {
        number.end = part->end;
        if (whole.after_and > 0)  // "one hundred and three quarters"
            number.value = static_cast<double>(whole.value - whole.after_and) +
                           static_cast<double>(whole.after_and) / static_cast<double>(part->value) *
                               static_cast<double>(whole.last_scale);
        else
            number.value /= static_cast<double>(part->value);
        scale_fraction(view, number);
        return number;
    }
    if (view.lower(number.end) == "point") {
        Decimal value{whole.value, 0};
        std::uint32_t i = number.end + 1;
        for (auto digit = word(view, i); digit && digit->kind == WordKind::unit && i < number.end + 16;
             digit = word(view, ++i))
            value.add_fraction_digit(static_cast<int>(digit->value));
        if (i == number.end + 1)
            if (const Whole tens = read_whole(view, i); tens.end > 0 && tens.value < 100) {
                value.add_fraction_digit(static_cast<int>(tens.value / 10));
                value.add_fraction_digit(static_cast<int>(tens.value % 10));
                i = tens.end;
            }
        if (i > number.end + 1) {
            number.value = to_double(value);
            number.end = i;
            number.whole = false;
        }
    } else {
        add_fraction_words(view, number, whole.last_scale);
    }
    if (const auto next = word(view, number.end)) {
        if (next->kind == WordKind::scale) {
            number.value *= power_of_ten(static_cast<int>(next->value));
            number.scale = static_cast<int>(next->value);
            number.scaled = true;
            ++number.end;
        } else {
            read_dozens(view, number);
        }
    }
    number.scaled = number.scaled || whole.value >= 1000;
    return number;
}

// "three dozen", "3 dozens".
void NumberReader::read_dozens(const AtomView& view, Number& number) const {
    const auto next = word(view, number.end);
    if (!next) return;
    const bool dozen = next->kind == WordKind::set && next->value == 12;
    const bool dozens = next->kind == WordKind::vague && next->value == 24;
    const bool score =
        next->kind == WordKind::set && next->value == 20 && view.is(number.end - 1, AtomKind::word);
    if (!dozen && !dozens && !score) return;
    number.value *= score ? 20 : 12;
    number.plain_digits = 0;
    ++number.end;
}

// Numbers that begin with "a" or "half": "a hundred", "half a billion", "a dozen", "a quarter of".
std::optional<Number> NumberReader::read_article(const AtomView& view, std::uint32_t at) const {
    const auto first = word(view, at);
    Number number{.form = NumberForm::words};
    if (first && (first->kind == WordKind::half || first->kind == WordKind::quarter)) {
        const std::string_view next = view.lower(at + 1);
        const bool half = first->kind == WordKind::half;
        const bool article = half && (next == "a" || next == "an");
        const auto scale = word(view, at + (article ? 2 : 1));
        if (scale && (scale->kind == WordKind::scale || (article && scale->kind == WordKind::set))) {
            number.value = (half ? 0.5 : 0.25) * (scale->kind == WordKind::set
                                                      ? static_cast<double>(scale->value)
                                                      : power_of_ten(static_cast<int>(scale->value)));
            number.scaled = scale->kind == WordKind::scale;
            number.end = at + (article ? 3 : 2);
            return number;
        }
        if (!half || (next != "of" && next != "the" && next != "its" && next != "their" && !article))
            return std::nullopt;
        return Number{.end = at + 1, .value = 0.5, .form = NumberForm::fraction, .whole = false};
    }
    if (first && first->kind == WordKind::scale) {  // "hundred thousand dollars"
        number.end = at + 1;
        number.scaled = true;
        read_scale(view, number, {1, static_cast<int>(first->value)});
        return number;
    }
    if (first || (view.lower(at) != "a" && view.lower(at) != "an")) return std::nullopt;
    const auto next = word(view, at + 1);
    if (!next) return std::nullopt;
    if (next->kind == WordKind::scale) {
        number.end = at + 2;
        number.scaled = true;
        read_scale(view, number, {1, static_cast<int>(next->value)});
        return number;
    }
    if (next->kind == WordKind::set && (next->value == 12 || view.lower(at + 2) == "of")) {
        number.end = at + 2;
        number.value = static_cast<double>(next->value);
        return number;
    }
    const auto part = read_part(view, at + 1, true);
    if (!part) return std::nullopt;
    number.value = 1.0 / static_cast<double>(part->value);
    number.end = part->end;
    scale_fraction(view, number);
    return number;
}

// "dozens", "tens of thousands", "hundreds of millions".
std::optional<Number> NumberReader::read_vague(const AtomView& view, std::uint32_t at) const {
    auto w = word(view, at);
    if (!w || w->kind != WordKind::vague) return std::nullopt;
    double low = static_cast<double>(w->value), high = static_cast<double>(w->second);
    std::uint32_t end = at + 1;
    if (view.lower(end) == "of" && w->value <= 1000) {
        const auto scale = word(view, end + 1);
        if (scale && scale->kind == WordKind::vague && scale->value >= 1000 &&
            low < static_cast<double>(scale->value)) {
            // "tens of thousands" begin at ten thousand.
            low = (low == 20 ? 10.0 : low) * static_cast<double>(scale->value);
            high *= static_cast<double>(scale->value);
            end += 2;
        }
    } else if (view.lower(at) == "tens") {
        return std::nullopt;
    }
    return Number{.end = end, .value = low, .upper = high, .form = NumberForm::vague};
}

std::optional<Number> NumberReader::read(const AtomView& view, std::uint32_t at) const {
    if (at >= view.size()) return std::nullopt;
    if (view.is(at, AtomKind::digits) || view.lower(at) == ".") {
        auto number = read_digits(view, at);
        if (number && number->form == NumberForm::digits) read_proportion(view, at, *number);
        return number;
    }
    const auto first = word(view, at);
    if (!first) return read_article(view, at);
    switch (first->kind) {
        case WordKind::unit:
        case WordKind::teen:
        case WordKind::ten: {
            auto number = read_words(view, at);
            if (number && number->form == NumberForm::words) read_proportion(view, at, *number);
            return number;
        }
        case WordKind::ordinal:
            return read_words(view, at);
        case WordKind::half:
        case WordKind::scale:
            return read_article(view, at);
        case WordKind::vague:
            return read_vague(view, at);
        case WordKind::fraction:
            return Number{.end = at + 1,
                          .value = static_cast<double>(first->value) / static_cast<double>(first->second),
                          .form = NumberForm::fraction,
                          .whole = false};
        default:
            return std::nullopt;
    }
}

}  // namespace lede
