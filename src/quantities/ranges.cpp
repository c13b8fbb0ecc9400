// Ranges: "20-30", "between 15 km and 17 km".
#include "quantities/finder.h"

namespace lede {

// "20-30", "20 to 30", "between 20 and 30", "from $5 to $10 million": reads on to the upper end.
void QuantityFinder::read_range(const AtomView& view, std::uint32_t at, Number& number,
                                std::optional<double>& upper, bool is_money) const {
    std::uint32_t i = number.end;
    const std::string_view link = view.lower(i);
    const bool dash = view.is_dash(i);
    bool between = false, from = false;
    if (link == "to" && at > 0) {
        // "rose by 5 to 20": a change and where it led.
        const std::string_view before = view.lower(at - 1);
        if (before == "by" || (at > 1 && view.lower(at - 2) == "by" && !view.is(at - 1, AtomKind::word)))
            return;
    }
    for (std::uint32_t back = 1; back <= 4 && back <= at; ++back) {
        between = between || view.lower(at - back) == "between";
        from = from || view.lower(at - back) == "from";
    }
    if (!dash && link != "to" && !(link == "and" && between)) return;
    if (dash && view.joined(i) != view.joined(i + 1)) return;
    ++i;
    if (const auto currency = units_.read_currency_before(view, i)) i = currency->end;
    if (i >= view.size() || is_time_[i]) return;
    auto next = numbers_.read(view, i);
    if (!next || next->form == NumberForm::ordinal || next->form == NumberForm::vague) return;
    if (is_money) read_million(view, *next);
    double low = number.value;
    if (next->scale > 0 && number.scale == 0 && number.value < 1000 && number.form == NumberForm::digits)
        low = to_double({number.exact.mantissa, number.exact.exponent + next->scale});
    else if (next->scale > 0 && number.scale == 0 && number.value < 1000)
        low *= to_double({1, next->scale});
    // What runs downwards is a change, or no range at all.
    if (next->value < low && !from) return;
    if (next->value == low) return;
    number.value = low;
    upper = next->value;
    number.end = next->end;
    number.scaled = next->scaled;
    number.plain_digits = next->plain_digits;
}

// "between 15 kHz and 17 kHz", "5% to 10%".
void QuantityFinder::read_second_measure(const AtomView& view, std::uint32_t at, FoundQuantity& found) const {
    bool between = false;
    for (std::uint32_t back = 1; back <= 3 && back <= at; ++back)
        between = between || view.lower(at - back) == "between";
    const std::string_view link = view.lower(found.end);
    const bool by = at > 0 && view.lower(at - 1) == "by";
    if (!(link == "to" && !by) && !(link == "and" && between) &&
        !(view.is_dash(found.end) && view.joined(found.end)))
        return;
    const std::uint32_t from = found.end + 1;
    const auto number = from < view.size() ? numbers_.read(view, from) : std::nullopt;
    if (!number || number->form == NumberForm::ordinal || number->upper) return;
    FoundQuantity second{from, number->end, {}};
    second.quantity.value = number->value;
    if (!read_measure(view, from, *number, second) || second.quantity.unit != found.quantity.unit ||
        second.quantity.kind != found.quantity.kind || second.quantity.value <= found.quantity.value)
        return;
    found.quantity.upper = second.quantity.value;
    found.end = second.end;
}

}  // namespace lede
