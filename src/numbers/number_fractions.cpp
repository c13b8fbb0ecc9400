// Fractions and proportions: "two-thirds", "and a half", "one in five".
#include "numbers/numbers.h"

namespace lede {

namespace {

// Does a noun phrase go on at an atom, so that the ordinal before it tells a place?
bool is_placed(const AtomView& view, std::uint32_t at) {
    if (at >= view.size() || view.lower(at) == "of") return false;
    if (view.is(at, AtomKind::symbol)) return view.is_dash(at);
    switch (view.xpos(at)) {
        case Xpos::NN:
        case Xpos::NNS:
        case Xpos::NNP:
        case Xpos::NNPS:
        case Xpos::JJ:
        case Xpos::JJR:
        case Xpos::JJS:
        case Xpos::CD:
        case Xpos::HYPH:
            return true;
        default:
            return false;
    }
}

bool is_end_mark(std::string_view c) { return c == "." || c == "," || c == ";" || c == "?" || c == "!"; }

}  // namespace

// The denominator of two words or more that begins at an atom: 25 of "twenty-fifths"; where the count is one
// also of "twenty-fifth" and "one hundred and fifth", unless a noun follows that it would be the place of.
std::optional<NumberReader::Part> NumberReader::read_compound_part(const AtomView& view, std::uint32_t at,
                                                                   bool is_one) const {
    const auto first = words_.at(view, at);
    if (!first || (first->kind != WordKind::ten && !(is_one && first->kind == WordKind::unit)))
        return std::nullopt;
    if (first->kind == WordKind::ten) {
        const std::uint32_t last = view.is_dash(at + 1) && view.joined(at + 1) ? at + 2 : at + 1;
        const auto parts = words_.at(view, last);
        if (parts && parts->kind == WordKind::denominator && parts->value < 10)
            return Part{last + 1, first->value + parts->value};
    }
    const Whole place = is_one ? read_whole(view, at) : Whole{};
    if (!place.ordinal || place.end < at + 2 || is_placed(view, place.end)) return std::nullopt;
    return Part{place.end, place.value};
}

// What a count of parts is divided by, if such a word stands at an atom: 3 of "thirds"; of "third" where the
// count is one and no noun follows that it would be the third of.
std::optional<NumberReader::Part> NumberReader::read_part(const AtomView& view, std::uint32_t at,
                                                          bool is_one) const {
    const bool dash = view.is_dash(at);
    if (dash) ++at;
    const auto w = words_.at(view, at);
    if (!w || (view.joined(at) && !dash)) return std::nullopt;
    if (const auto compound = dash ? std::nullopt : read_compound_part(view, at, is_one)) return compound;
    const Part part{at + 1, w->value};
    if (w->kind == WordKind::denominator) return w->value > 2 ? std::optional(part) : std::nullopt;
    if (!is_one) return std::nullopt;
    const std::string_view next = view.lower(at + 1);
    if (w->kind == WordKind::quarter || w->kind == WordKind::half) {
        const auto scale = words_.at(view, at + 1);
        const bool ends =
            at + 1 >= view.size() || (view.is(at + 1, AtomKind::symbol) && !view.is_dash(at + 1));
        const bool of = next == "of" || (w->kind == WordKind::half && (next == "the" || ends));
        return dash || of || (scale && scale->kind == WordKind::scale) ? std::optional(part) : std::nullopt;
    }
    if (w->kind != WordKind::ordinal || w->value <= 2 || next == "or") return std::nullopt;
    return is_placed(view, at + 1) ? std::nullopt : std::optional(part);
}

// "Three quarters", "one hundred and three quarters" (100.75), "one billion and three quarters million"; what
// "and" added is itself no fraction where it makes wholes: "one hundred and thirty fifths".
void NumberReader::read_words_fraction(const AtomView& view, const Whole& whole, Part part,
                                       Number& number) const {
    const auto divided = [&](std::uint64_t count) {
        return static_cast<double>(count) / static_cast<double>(part.value);
    };
    number.end = part.end;
    if (whole.after_and == 0 || whole.after_and >= part.value) {
        number.value = divided(whole.value);
        scale_fraction(view, number);
        return;
    }
    number.form = NumberForm::fraction;
    number.whole = false;
    double unit = static_cast<double>(whole.last_scale);
    if (const auto scale = words_.at(view, part.end); scale && scale->kind == WordKind::scale) {
        unit = power_of_ten(static_cast<int>(scale->value));
        ++number.end;
    }
    number.value = static_cast<double>(whole.value - whole.after_and) + divided(whole.after_and) * unit;
}

// "million" and "of a million" after a fraction.
void NumberReader::scale_fraction(const AtomView& view, Number& number) const {
    number.form = NumberForm::fraction;
    number.whole = false;
    number.plain_digits = 0;
    const bool of = view.lower(number.end) == "of" && view.lower(number.end + 1) == "a";
    const std::uint32_t at = number.end + (of ? 2 : 0);
    const auto scale = words_.at(view, at);
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
    else if (view.lower(i) == "over")  // "one over twenty", as formulas are read out: nothing is counted
        i += 1;
    else
        return;
    const bool is_over = i == number.end + 1 && view.lower(number.end) == "over";
    // Not by ?:, of which g++ 12 thinks at -O2 that it leaves the value uninitialised.
    std::optional<Number> whole;
    if (view.is(i, AtomKind::digits)) whole = read_digits(view, i);
    if (!whole)
        if (const Whole words = read_whole(view, i); words.end > 0 && !words.ordinal)
            whole = Number{.end = words.end, .value = static_cast<double>(words.value)};
    if (!whole || !whole->whole || whole->value <= number.value || whole->value == 1) return;
    // "One in 2016" is no proportion.
    if (whole->plain_digits == 4 && whole->value >= 1500 && whole->value < 2100) return;
    if (view.joined(whole->end) && !view.is(whole->end, AtomKind::symbol)) return;
    if (is_over && whole->end < view.size() && !is_end_mark(view.lower(whole->end))) return;
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
    } else if (const auto half = words_.at(view, i); !half || half->kind != WordKind::half) {
        const Whole parts = read_whole(view, i);
        if (parts.end == 0 || parts.ordinal) return;
        i = parts.end;
        count = static_cast<double>(parts.value);
    }
    const auto w = words_.at(view, i);
    if (!w) return;
    const bool singular = w->kind == WordKind::half || w->kind == WordKind::quarter ||
                          (w->kind == WordKind::ordinal && w->value > 2);
    const bool plural = w->kind == WordKind::denominator && w->value > 2;
    if (!(plural || (singular && count == 1))) return;
    const auto next = words_.at(view, i + 1);
    const bool scale_follows = next && next->kind == WordKind::scale;
    const double parts = count / static_cast<double>(w->value);
    number.whole = false;
    number.end = i + 1;
    if (scale_follows && last_scale > 1) {  // "one billion and a half million"
        number.value += parts * power_of_ten(static_cast<int>(next->value));
        ++number.end;
    } else {
        number.value += parts * (scale_follows ? 1.0 : static_cast<double>(last_scale));
    }
}

}  // namespace lede
