// Ordinals, and numbers of things counted or of nothing said.
#include "quantities/counted.h"
#include "quantities/finder.h"
#include "quantities/identifiers.h"

namespace lede::quantities {

bool QuantityFinder::read_ordinal(const AtomView& view, QuantityReading& reading) const {
    if (reading.number->form != NumberForm::ordinal) return false;
    const std::uint32_t at = reading.begin;
    if (reading.negative || (view.joined(at) && !view.is_dash(at - 1)) || is_unit_of_time(view, at))
        return false;
    FoundQuantity& found = reading.found;
    found.quantity.kind = QuantityKind::ordinal;
    // "between the tenth and the fifteenth"
    const std::uint32_t word = at > 0 && view.lower(at - 1) == "the" ? at - 1 : at;
    if (word == 0 || view.lower(word - 1) != "between" || view.lower(found.end) != "and") return true;
    const std::uint32_t next = view.lower(found.end + 1) == "the" ? found.end + 2 : found.end + 1;
    const auto last = next < view.size() && !is_time_[next] ? numbers_.read(view, next) : std::nullopt;
    if (!last || last->form != NumberForm::ordinal || last->value <= found.quantity.value) return true;
    found.quantity.upper = last->value;
    found.end = last->end;
    return true;
}

// A number that says which one: "flight 447", "page 38 of the report".
bool QuantityFinder::is_numbered(const AtomView& view, std::uint32_t at, const Number& number) const {
    if (at == 0 || view.joined(at) || number.scaled || !number.whole) return false;
    if (number.form == NumberForm::digits ? number.plain_digits == 0 : number.form != NumberForm::words)
        return false;
    if (!numbered_nouns_.find(view.lower(at - 1))) return false;
    // "On that page 38 readers": what is counted follows.
    const Xpos next = view.xpos(number.end);
    return next != Xpos::NNS && next != Xpos::JJ && view.lower(number.end) != "people" &&
           !view.is_dash(number.end);
}

bool QuantityFinder::read_count(const AtomView& view, QuantityReading& reading) const {
    if (reading.number->form == NumberForm::ordinal) return false;
    FoundQuantity& found = reading.found;
    Quantity& q = found.quantity;
    Number& number = *reading.number;
    const std::uint32_t at = reading.begin;
    if (view.joined(number.end) || view.is_capital(number.end)) {  // "20m viewers", "5 M"
        const std::uint32_t end = number.end;
        read_million(view, number);
        if (number.end != end) q.value = reading.negative ? -number.value : number.value;
    }
    if (is_in_identifier(view, at, number)) return false;
    q.kind = QuantityKind::cardinal;
    found.end = number.end;
    if (reading.negative) {
        q.of = find_counted(view, number.end, next_time(view, number.end));
        return true;
    }
    if (number.form == NumberForm::words && number.value == 1 && !number.scaled && view.lower(at) == "one" &&
        number.end == at + 1 && !is_counting_one(view, at, number.end, words_))
        return false;
    if (is_numbered(view, at, number)) return false;
    q.of = find_counted(view, number.end, next_time(view, number.end));
    if (number.form != NumberForm::digits) return true;
    if (is_end_of_name(view, at, number) || is_start_of_name(view, at, number)) return false;
    if (q.of) return true;
    if (is_list_number(view, at, number)) return false;
    // A year that is no time here is a model, a title or a version.
    if (number.plain_digits == 4 && number.value >= 1900 && number.value < 2100) return false;
    return number.plain_digits < 2 || view.lower(at)[0] != '0';
}

}  // namespace lede::quantities
