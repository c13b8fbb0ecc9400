// Which reader an atom is for, and the numbers that begin with an article or are vague.
#include "numbers/numbers.h"

namespace lede {

// "three dozen", "3 dozens".
void NumberReader::read_dozens(const AtomView& view, Number& number) const {
    const auto next = words_.at(view, number.end);
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
    const auto first = words_.at(view, at);
    Number number{.form = NumberForm::words};
    if (first && (first->kind == WordKind::half || first->kind == WordKind::quarter)) {
        const std::string_view next = view.lower(at + 1);
        const bool half = first->kind == WordKind::half;
        const bool article = half && (next == "a" || next == "an");
        const auto scale = words_.at(view, at + (article ? 2 : 1));
        if (scale && (scale->kind == WordKind::scale || (article && scale->kind == WordKind::set))) {
            number.value = (half ? 0.5 : 0.25) * (scale->kind == WordKind::set
                                                      ? static_cast<double>(scale->value)
                                                      : power_of_ten(static_cast<int>(scale->value)));
            number.scaled = scale->kind == WordKind::scale;
            number.end = at + (article ? 3 : 2);
            return number;
        }
        // "more than half voted", "nearly half were hurt"
        const bool compared = at > 0 && context_.has("before_half", view.lower(at - 1));
        if (!half ||
            (next != "of" && next != "the" && next != "its" && next != "their" && !article && !compared))
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
    const auto next = words_.at(view, at + 1);
    if (!next) return std::nullopt;
    if (next->kind == WordKind::scale) {
        auto scaled = read_words(view, at);
        if (scaled) scaled->scaled = true;
        return scaled;
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
    auto w = words_.at(view, at);
    if (!w || w->kind != WordKind::vague) return std::nullopt;
    double low = static_cast<double>(w->value), high = static_cast<double>(w->second);
    std::uint32_t end = at + 1;
    if (view.lower(end) == "of" && w->value <= 1000) {
        const auto scale = words_.at(view, end + 1);
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
    const auto first = words_.at(view, at);
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
        case WordKind::quarter:
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
