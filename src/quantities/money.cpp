// Sums of money: "$3.5 billion", "Rs 2 crore", "3 dollars and 50 cents".
#include "quantities/finder.h"

namespace lede::quantities {

void read_million(const AtomView& view, Number& number) {
    if (number.scaled || number.form != NumberForm::digits) return;
    const std::string_view word = view.lower(number.end);
    const bool doubled = word == "mm" && view.joined(number.end) && view.is_capital(number.end);
    if ((word != "m" && word != "b" && !doubled) || (word == "b" && !view.joined(number.end))) return;
    if (view.joined(number.end + 1) && view.is(number.end + 1, AtomKind::word)) return;
    number.scale = word == "b" ? 9 : 6;
    number.exact.exponent += number.scale;
    number.value = to_double(number.exact);
    number.scaled = true;
    number.plain_digits = 0;
    ++number.end;
}

bool QuantityFinder::read_money_before(const AtomView& view, QuantityReading& reading) const {
    // The sign stands before the currency: "-$5".
    const std::uint32_t at = reading.negative ? reading.begin : reading.at;
    const auto currency = units_.read_currency_before(view, at);
    if (!currency || currency->end >= view.size() || is_time_[currency->end]) return false;
    QuantityReading money{.at = at, .begin = currency->end, .found = {reading.at, 0, {}}};
    money.number = numbers_.read(view, currency->end);
    if (!money.number || money.number->form == NumberForm::ordinal) return false;
    // "1.13" and "bn" were read together by the number's reader; tenths of cents are exact decimals there.
    read_million(view, *money.number);
    Quantity& q = money.found.quantity;
    q.upper = money.number->upper;
    read_range(view, money, true);
    money.found.end = money.number->end;
    q.kind = QuantityKind::money;
    q.value = money.number->value * currency->factor;
    if (q.upper) q.upper = *q.upper * currency->factor;
    if (reading.negative) {
        if (q.upper) return false;
        q.value = -q.value;
    }
    q.unit = currency->code;
    read_rate(view, money.found);
    reading.found = std::move(money.found);
    return true;
}

bool QuantityFinder::read_money_after(const AtomView& view, QuantityReading& reading) const {
    FoundQuantity& found = reading.found;
    Quantity& q = found.quantity;
    auto currency = units_.read_currency_after(view, reading.number->end);
    // "481m yuan": only the currency shows that no metres are meant.
    if (Number millions = *reading.number; !currency && !q.upper) {
        read_million(view, millions);
        if (millions.end != reading.number->end) currency = units_.read_currency_after(view, millions.end);
        if (currency) {
            reading.number = millions;
            q.value = millions.value;
        }
    }
    if (!currency) return false;
    const Number& number = *reading.number;
    if (currency->code == "GBP" && !currency->is_hundredth) {
        if (is_weight(view, reading, currency->end)) return false;
        // "pound-feet", "pounds per square inch"
        const auto unit = units_.read_unit(view, number.end, true);
        if (unit && unit->end > currency->end) return false;
    }
    q.kind = QuantityKind::money;
    q.unit = currency->code;
    found.end = currency->end;
    if (currency->is_hundredth) {
        // 10.4 cents are 0.104 dollars to the last bit.
        const bool exact = number.exact.mantissa > 0 && !q.upper && q.value > 0;
        q.value = exact ? to_double({number.exact.mantissa, number.exact.exponent - 2}) : q.value / 100;
        if (q.upper) q.upper = *q.upper / 100;
    } else {
        q.value *= currency->factor;
        if (q.upper) q.upper = *q.upper * currency->factor;
        read_cents(view, found);
    }
    read_rate(view, found);
    if (!q.upper && !reading.is_second) read_second_measure(view, reading);
    return true;
}

// "tens of billions of euros"
bool QuantityFinder::read_vague_money(const AtomView& view, QuantityReading& reading) const {
    const Number& number = *reading.number;
    if (!number.upper || view.lower(number.end) != "of") return false;
    const auto currency = units_.read_currency_after(view, number.end + 1);
    if (!currency || currency->is_hundredth) return false;
    reading.found.quantity.kind = QuantityKind::money;
    reading.found.quantity.unit = currency->code;
    reading.found.end = currency->end;
    return true;
}

// "3 dollars and 50 cents"; at the end of a clause also "3 dollars 50".
void QuantityFinder::read_cents(const AtomView& view, FoundQuantity& found) const {
    const std::uint32_t at = view.lower(found.end) == "and" ? found.end + 1 : found.end;
    const auto cents = at < view.size() ? numbers_.read(view, at) : std::nullopt;
    if (!cents || !cents->whole || cents->value >= 100 || cents->form == NumberForm::ordinal) return;
    const auto currency = units_.read_currency_after(view, cents->end);
    const std::string_view next = view.lower(cents->end);
    const bool ends = cents->end >= view.size() || next == "." || next == "," || next == ";" || next == "?";
    const bool two_figures =
        cents->plain_digits == 2 || (cents->form == NumberForm::words && cents->value >= 10);
    if (currency ? !currency->is_hundredth : !(ends && two_figures)) return;
    found.quantity.value += cents->value / 100;
    found.end = currency ? currency->end : cents->end;
}

}  // namespace lede::quantities
