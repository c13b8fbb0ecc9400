// Whole numbers in words: "two hundred and six", "twenty-first".
#include "numbers/numbers.h"

namespace lede {

namespace {

bool is_article(const AtomView& view, std::uint32_t at) {
    return view.lower(at) == "a" || view.lower(at) == "an";
}

// The hyphen of "twenty-two", which tokenised text spaces as "twenty - two".
bool is_dash_within(const AtomView& view, std::uint32_t at) {
    return view.is_dash(at) && (view.joined(at) || (view.lower(at) == "-" && !view.joined(at + 1)));
}

}  // namespace

// A cardinal or ordinal in words below 10^18: "two hundred and six", "twenty-first", "four thousand".
NumberReader::Whole NumberReader::read_whole(const AtomView& view, std::uint32_t at) const {
    constexpr std::uint64_t limit = 1'000'000'000'000'000;
    std::uint64_t total = 0, group = 0, before_and = 0;
    enum class Last { nothing, unit, ten, hundred, scale } last = Last::nothing;
    Whole found;
    std::uint32_t begin = at;
    if (const auto scale = is_article(view, at) ? words_.at(view, at + 1) : std::nullopt;
        scale && scale->kind == WordKind::scale) {  // "a hundred and three"
        group = 1;
        last = Last::unit;
        ++begin;
    }
    for (std::uint32_t i = begin; i < view.size();) {
        std::uint32_t next = i;
        bool and_here = false;
        if (last == Last::ten && is_dash_within(view, next)) {
            ++next;
        } else if ((last == Last::hundred || last == Last::scale) && view.lower(next) == "and") {
            ++next;
            and_here = true;
        }
        const auto w = words_.at(view, next);
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
            found.last_ten = next;
            found.before_ten = and_here ? 0 : total + group;
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
            // counts. "Two hundredth" is a place, "one hundredth" a part.
            const bool scales = w->value >= 100 && group > 0 && total + group > 1 && next == i;
            const bool completes = last == Last::nothing || (last == Last::ten && w->value < 10) ||
                                   ((last == Last::hundred || last == Last::scale) && w->value < 100) ||
                                   scales;
            if (!completes || (scales && group > limit / w->value)) break;
            found.end = next + 1;
            found.value = scales ? total + group * w->value : total + group + w->value;
            found.ordinal = true;
            return found;
        } else {
            break;
        }
        if (last != Last::ten) found.last_ten = 0;
        i = next + 1;
        found.end = i;
        found.value = total + group;
        found.after_and = before_and > 0 ? found.value - before_and : 0;
    }
    return found;
}

std::optional<Number> NumberReader::read_words(const AtomView& view, std::uint32_t at) const {
    const Whole whole = read_whole(view, at);
    if (whole.end == 0) return std::nullopt;
    Number number{.end = whole.end, .value = static_cast<double>(whole.value), .form = NumberForm::words};
    if (whole.ordinal) {
        number.form = NumberForm::ordinal;
        return number;
    }
    if (whole.last_ten > 0 && whole.before_ten > 0)  // "one hundred thirty-fifths"
        if (const auto part = read_compound_part(view, whole.last_ten, whole.before_ten == 1)) {
            number.value = static_cast<double>(whole.before_ten) / static_cast<double>(part->value);
            number.end = part->end;
            scale_fraction(view, number);
            return number;
        }
    const bool is_one = whole.after_and > 0 ? whole.after_and == 1 : whole.value == 1;
    if (const auto part = whole.value > 0 ? read_part(view, whole.end, is_one) : std::nullopt) {
        read_words_fraction(view, whole, *part, number);
        return number;
    }
    if (view.lower(number.end) == "point") {
        Decimal value{whole.value, 0};
        std::uint32_t i = number.end + 1;
        for (auto digit = words_.at(view, i); digit && digit->kind == WordKind::unit && i < number.end + 16;
             digit = words_.at(view, ++i))
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
    if (const auto next = words_.at(view, number.end)) {
        if (next->kind == WordKind::scale) {
            number.value *= power_of_ten(static_cast<int>(next->value));
            number.scale = static_cast<int>(next->value);
            number.scaled = true;
            ++number.end;
        } else if (whole.after_and > 0 && whole.after_and < 12) {  // "three hundred and two dozen"
            number.value = static_cast<double>(whole.after_and);
            read_dozens(view, number);
            number.value += static_cast<double>(whole.value - whole.after_and);
        } else {
            read_dozens(view, number);
        }
    }
    number.scaled = number.scaled || whole.value >= 1000;
    return number;
}

}  // namespace lede
