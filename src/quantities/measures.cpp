// Shares, measures with units, and rates.
#include "quantities/counted.h"
#include "quantities/finder.h"

namespace lede {

bool QuantityFinder::read_measure(const AtomView& view, std::uint32_t at, const Number& number,
                                  FoundQuantity& found) const {
    Quantity& q = found.quantity;
    if (const auto percent = units_.read_percent(view, number.end)) {
        q.kind = QuantityKind::percent;
        q.unit = "percent";
        found.end = *percent;
        const std::string_view next = view.lower(found.end);
        if (next == "point" || next == "points" || (next == "-" && view.lower(found.end + 1) == "point")) {
            q.kind = QuantityKind::measure;
            q.unit = "percentage point";
            found.end += next == "-" ? 2 : 1;
        } else if (next == "of") {
            q.of = find_counted(view, found.end, next_time(view, found.end));
        }
        return true;
    }
    if (const auto currency = units_.read_currency_after(view, number.end)) {
        if (!(currency->code == "GBP" && !currency->is_hundredth &&
              is_weight(view, at, number, currency->end))) {
            q.kind = QuantityKind::money;
            q.unit = currency->code;
            if (currency->is_hundredth) {
                // 10.4 cents are 0.104 dollars to the last bit.
                const bool exact = number.exact.mantissa > 0 && !q.upper && q.value > 0;
                q.value =
                    exact ? to_double({number.exact.mantissa, number.exact.exponent - 2}) : q.value / 100;
                if (q.upper) q.upper = *q.upper / 100;
            }
            found.end = currency->end;
            if (!currency->is_hundredth) read_cents(view, found);
            read_rate(view, found);
            return true;
        }
    }
    if (number.upper && view.lower(number.end) == "of") {
        // "tens of billions of euros"
        if (const auto currency = units_.read_currency_after(view, number.end + 1)) {
            q.kind = QuantityKind::money;
            q.unit = currency->code;
            found.end = currency->end;
            return true;
        }
    }
    const bool digits = number.form == NumberForm::digits || view.is(at, AtomKind::digits);
    auto unit = units_.read_unit(view, number.end, digits);
    if (!unit || is_time_[unit->end - 1]) return false;
    q.kind = QuantityKind::measure;
    q.unit = unit->name;
    found.end = unit->end;
    if (q.unit == "foot") {
        // "6ft 2in"
        const std::uint32_t next = view.lower(unit->end) == "and" ? unit->end + 1 : unit->end;
        const auto inches = next < view.size() ? numbers_.read(view, next) : std::nullopt;
        auto inch = inches ? units_.read_unit(view, inches->end, true) : std::nullopt;
        if (inches && view.lower(inches->end) == "in") inch = UnitMatch{inches->end + 1, "inch"};
        if (inch && inch->name == "inch" && inches->value < 12) {
            q.value += inches->value / 12;
            found.end = inch->end;
        }
    }
    read_rate(view, found);
    return true;
}

// "weighs 12 pounds", "two pounds of flour".
bool QuantityFinder::is_weight(const AtomView& view, std::uint32_t at, const Number& number,
                               std::uint32_t end) const {
    if (number.scaled) return false;
    if (view.lower(end) == "of" && view.xpos(end + 1) == Xpos::NN) return true;
    for (std::uint32_t back = 1; back <= 5 && back <= at; ++back) {
        const std::string_view word = view.lower(at - back);
        if (word.substr(0, 5) == "weigh" || word == "gained" || word == "heavier" || word == "lighter")
            return true;
    }
    return false;
}

void QuantityFinder::read_rate(const AtomView& view, FoundQuantity& found) const {
    const auto rate = units_.read_rate(view, found.end);
    if (!rate) return;
    // "$142m a year earlier" is no rate.
    if (rate->end < view.size() && is_time_[rate->end - 1] && is_time_[rate->end]) return;
    found.quantity.unit += " per " + rate->name;
    found.end = rate->end;
}

}  // namespace lede
