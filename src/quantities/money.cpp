// Sums of money: "$3.5 billion", "Rs 2 crore", "3 dollars and 50 cents".
#include "quantities/finder.h"

namespace lede {

// "m" after money, or before what is counted in millions.
void read_million(const AtomView& view, Number& number) {
    if (number.scaled || number.form != NumberForm::digits) return;
    const std::string_view word = view.lower(number.end);
    if ((word != "m" && word != "b") || (word == "b" && !view.joined(number.end))) return;
    if (view.joined(number.end + 1) && view.is(number.end + 1, AtomKind::word)) return;
    number.scale = word == "m" ? 6 : 9;
    number.value = to_double({number.exact.mantissa, number.exact.exponent + number.scale});
    number.scaled = true;
    ++number.end;
}

std::optional<FoundQuantity> QuantityFinder::read_money(const AtomView& view, std::uint32_t at) const {
    const auto currency = units_.read_currency_before(view, at);
    if (!currency || currency->end >= view.size()) return std::nullopt;
    auto number = numbers_.read(view, currency->end);
    if (!number || number->form == NumberForm::ordinal || is_time_[currency->end]) return std::nullopt;
    // "1.13" and "bn" were read together by the number's reader; tenths of cents are exact decimals there.
    read_million(view, *number);
    FoundQuantity found{at, 0, {}};
    std::optional<double> upper = number->upper;
    read_range(view, at, *number, upper, true);
    found.end = number->end;
    found.quantity.kind = QuantityKind::money;
    found.quantity.value = number->value;
    found.quantity.upper = upper;
    found.quantity.unit = currency->code;
    read_rate(view, found);
    return found;
}

// "3 dollars and 50 cents".
void QuantityFinder::read_cents(const AtomView& view, FoundQuantity& found) const {
    const std::uint32_t at = view.lower(found.end) == "and" ? found.end + 1 : found.end;
    const auto cents = at < view.size() ? numbers_.read(view, at) : std::nullopt;
    if (!cents || !cents->whole || cents->value >= 100 || cents->form == NumberForm::ordinal) return;
    const auto currency = units_.read_currency_after(view, cents->end);
    if (!currency || !currency->is_hundredth) return;
    found.quantity.value += cents->value / 100;
    found.end = currency->end;
}

}  // namespace lede
