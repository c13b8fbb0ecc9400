// Ranges: "20-30", "between 15 km and 17 km", "more than 20 but fewer than 30".
#include <algorithm>

#include "quantities/finder.h"

namespace lede::quantities {

namespace {

bool stands_before(const AtomView& view, std::uint32_t at, std::string_view word, std::uint32_t reach) {
    for (std::uint32_t back = 1; back <= reach && back <= at; ++back)
        if (view.lower(at - back) == word) return true;
    return false;
}

bool is_minus(const AtomView& view, std::uint32_t at) {
    const std::string_view word = view.lower(at);
    return word == "minus" || word == "negative" || word == "\u2212" || (word == "-" && view.joined(at + 1));
}

// Is there nothing but a comma and "and", "but" between two atoms?
bool are_linked(const AtomView& view, std::uint32_t from, std::uint32_t to) {
    if (view.lower(from) == ",") ++from;
    if (view.lower(from) == "and" || view.lower(from) == "but") ++from;
    return from == to;
}

}  // namespace

// "20-30", "20 to 30", "between 20 and 30", "from $5 to $10 million", "between minus 5 and 3": reads on to
// the upper end.
void QuantityFinder::read_range(const AtomView& view, QuantityReading& reading, bool is_money) const {
    Number& number = *reading.number;
    std::uint32_t i = number.end;
    const std::string_view link = view.lower(i);
    const bool tilde = link == "~" && view.joined(i) && view.joined(i + 1);
    const bool dash = view.is_dash(i) || tilde;
    const std::uint32_t begin = is_money ? reading.at : reading.begin;
    const bool by = stands_before(view, begin, "by", 1) ||
                    (stands_before(view, begin, "by", 2) && !view.is(begin - 1, AtomKind::word));
    constexpr std::uint32_t reach = 4;
    const bool between = stands_before(view, begin, "between", reach);
    const bool from = stands_before(view, begin, "from", reach);
    if (!dash && link != "to" && link != "through" && !(link == "and" && between)) return;
    if (dash && view.joined(i) != view.joined(i + 1)) return;
    ++i;
    if (const auto currency = units_.read_currency_before(view, i)) i = currency->end;
    const bool minus = !dash && is_minus(view, i);
    if (minus) ++i;
    if (i >= view.size() || is_time_[i]) return;
    auto next = numbers_.read(view, i);
    if (!next || next->form == NumberForm::ordinal || next->form == NumberForm::vague) return;
    if (is_money) read_million(view, *next);
    double low = number.value;
    if (next->scale > 0 && number.scale == 0 && number.value < 1000 && number.form == NumberForm::digits)
        low = to_double({number.exact.mantissa, number.exact.exponent + next->scale});
    else if (next->scale > 0 && number.scale == 0 && number.value < 1000)
        low *= to_double({1, next->scale});
    const double high = minus ? -next->value : next->value;
    // "rose by 5 to 20": a change and where it led; "fell by 1 to 1.5 degrees": a range.
    constexpr double nearly_the_same = 2;
    if (by && link == "to" && (is_money || next->value > nearly_the_same * low)) return;
    if (reading.negative) low = -low;
    // What runs downwards is a change, or no range at all.
    if (high < low && (!from || reading.negative || minus)) return;
    if (high == low) return;
    number.value = low;
    number.end = next->end;
    number.scaled = next->scaled;
    number.plain_digits = next->plain_digits;
    reading.found.quantity.upper = high;
}

// "between 15 kHz and 17 kHz", "5% to 10%".
void QuantityFinder::read_second_measure(const AtomView& view, QuantityReading& reading) const {
    FoundQuantity& found = reading.found;
    const std::string_view link = view.lower(found.end);
    constexpr std::uint32_t reach = 3;
    const bool between = stands_before(view, reading.begin, "between", reach);
    const bool by = stands_before(view, reading.begin, "by", 1);
    if (!(link == "to" && !by) && !(link == "and" && between) &&
        !(view.is_dash(found.end) && view.joined(found.end)))
        return;
    QuantityReading second;
    second.at = second.begin = found.end + 1;
    second.is_second = true;
    if (second.at >= view.size()) return;
    second.number = numbers_.read(view, second.at);
    if (!second.number || second.number->form == NumberForm::ordinal || second.number->upper) return;
    second.found = {second.at, second.number->end, {}};
    second.found.quantity.value = second.number->value;
    const bool read = found.quantity.kind == QuantityKind::money     ? read_money_after(view, second)
                      : found.quantity.kind == QuantityKind::percent ? read_percent(view, second)
                                                                     : read_measure(view, second);
    if (!read || second.found.quantity.unit != found.quantity.unit ||
        second.found.quantity.kind != found.quantity.kind ||
        second.found.quantity.value <= found.quantity.value)
        return;
    found.quantity.upper = second.found.quantity.value;
    found.end = second.found.end;
}

// "eight or nine euros": the first number is of the same unit.
void QuantityFinder::share_unit(const AtomView& view, std::uint32_t begin) {
    if (last_end_ == 0 || begin != last_end_ + 1 || view.lower(last_end_) != "or" ||
        doc_.quantities.size() < 2)
        return;
    const Quantity& second = doc_.quantities.back();
    Quantity& first = doc_.quantities[doc_.quantities.size() - 2];
    if (first.kind != QuantityKind::cardinal || first.of || second.kind == QuantityKind::ordinal) return;
    if (!second.modifier.empty() || first.value > second.value) return;
    first.kind = second.kind;
    first.unit = second.unit;
    first.of = second.of;
}

// "More than 20 but fewer than 30 boats" are one range.
void QuantityFinder::join_bounds(const AtomView& view, const Modifier& modifier, std::uint32_t end) {
    const Bound first = bound_;
    bound_ = {doc_.quantities.size() - 1, end, modifier.bound};
    if (first.kind == BoundKind::blur || modifier.bound == BoundKind::blur || first.kind == modifier.bound ||
        !are_linked(view, first.end, modifier.begin))
        return;
    Quantity& one = doc_.quantities[first.quantity];
    const Quantity& other = doc_.quantities.back();
    const bool bare = one.kind == QuantityKind::cardinal && !one.of;
    if (one.upper || other.upper || !(bare || (one.kind == other.kind && one.unit == other.unit))) return;
    const double low = first.kind == BoundKind::lower ? one.value : other.value;
    const double high = first.kind == BoundKind::lower ? other.value : one.value;
    if (low >= high) return;
    one.kind = other.kind;
    one.unit = other.unit;
    if (other.of) one.of = other.of;
    one.value = low;
    one.upper = high;
    one.span.end = other.span.end;
    one.tokens.end = other.tokens.end;
    one.modifier.clear();
    doc_.quantities.pop_back();
    bound_ = {};
}

}  // namespace lede::quantities
