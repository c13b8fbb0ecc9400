// Shares, measures with units, and rates.
#include "quantities/counted.h"
#include "quantities/finder.h"

namespace lede::quantities {

// "10M" are ten millions, "10m" ten metres, unless things are counted.
static bool is_million(const AtomView& view, std::uint32_t at) {
    if (view.lower(at) != "m" || (view.joined(at + 1) && view.is(at + 1, AtomKind::word))) return false;
    if (view.is_capital(at)) return view.lower(at + 1) != ".";
    return view.joined(at) && (view.xpos(at + 1) == Xpos::NNS || view.lower(at + 1) == "people");
}

bool QuantityFinder::read_percent(const AtomView& view, QuantityReading& reading) const {
    FoundQuantity& found = reading.found;
    Quantity& q = found.quantity;
    const auto percent = units_.read_percent(view, reading.number->end);
    if (!percent) return false;
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
    if (!q.upper && !q.of && !reading.is_second) read_second_measure(view, reading);
    return true;
}

bool QuantityFinder::read_measure(const AtomView& view, QuantityReading& reading) const {
    FoundQuantity& found = reading.found;
    Quantity& q = found.quantity;
    const Number& number = *reading.number;
    if (is_million(view, number.end)) return false;
    const bool digits = number.form == NumberForm::digits || view.is(reading.begin, AtomKind::digits);
    const auto unit = units_.read_unit(view, number.end, digits);
    if (!unit) return false;
    // "10 miles an hour" ends like a time; "2 pm" is one.
    if (is_time_[unit->end - 1] && (is_time_[number.end] || (unit->end < view.size() && is_time_[unit->end])))
        return false;
    q.kind = QuantityKind::measure;
    q.unit = unit->name;
    found.end = unit->end;
    if (q.unit == "foot") read_inches(view, found);
    read_rate(view, found);
    if (!q.upper && !reading.is_second) read_second_measure(view, reading);
    return true;
}

// "6ft 2in"
void QuantityFinder::read_inches(const AtomView& view, FoundQuantity& found) const {
    const std::uint32_t next = view.lower(found.end) == "and" ? found.end + 1 : found.end;
    const auto inches = next < view.size() ? numbers_.read(view, next) : std::nullopt;
    if (!inches || inches->form == NumberForm::ordinal) return;
    auto inch = units_.read_unit(view, inches->end, true);
    if (view.lower(inches->end) == "in") inch = UnitMatch{inches->end + 1, "inch"};
    constexpr double inches_a_foot = 12;
    if (!inch || inch->name != "inch" || inches->value >= inches_a_foot) return;
    found.quantity.value += inches->value / inches_a_foot;
    found.end = inch->end;
}

// "weighs 12 pounds", "two pounds of flour".
bool QuantityFinder::is_weight(const AtomView& view, const QuantityReading& reading,
                               std::uint32_t end) const {
    if (reading.number->scaled) return false;
    if (view.lower(end) == "of" && view.xpos(end + 1) == Xpos::NN) return true;
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t back = 1; back <= reach && back <= reading.begin; ++back) {
        const std::string_view word = view.lower(reading.begin - back);
        if (word.substr(0, 5) == "weigh" || words_.has("weighing", word)) return true;
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

}  // namespace lede::quantities
