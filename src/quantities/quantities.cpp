#include "quantities/quantities.h"

#include <algorithm>

#include "quantities/counted.h"
#include "quantities/finder.h"
#include "quantities/identifiers.h"

namespace lede {

void QuantityFinder::mark_times(const Sentence& sentence) {
    is_time_.assign(atoms_.size(), false);
    while (next_time_ < doc_.times.size() && doc_.times[next_time_].span.end <= sentence.span.begin)
        ++next_time_;
    std::size_t at = 0;
    for (std::size_t i = next_time_; i < doc_.times.size() && doc_.times[i].span.begin < sentence.span.end;
         ++i)
        for (; at < atoms_.size() && atoms_[at].span.begin < doc_.times[i].span.end; ++at)
            if (doc_.times[i].span.contains(atoms_[at].span)) is_time_[at] = true;
}

// The byte where the next time begins.
std::uint32_t QuantityFinder::next_time(const AtomView& view, std::uint32_t at) const {
    for (; at < view.size(); ++at)
        if (is_time_[at]) return view.atoms[at].span.begin;
    return view.atoms.back().span.end;
}

bool QuantityFinder::read_count(const AtomView& view, std::uint32_t at, const Number& number,
                                FoundQuantity& found) const {
    Quantity& q = found.quantity;
    q.kind = QuantityKind::cardinal;
    found.end = number.end;
    if (number.form == NumberForm::words && number.value == 1 && !number.scaled && view.lower(at) == "one" &&
        number.end == at + 1 && !is_counting_one(view, at, number.end))
        return false;
    q.of = find_counted(view, number.end, next_time(view, number.end));
    if (number.form == NumberForm::digits && !q.of) {
        if (is_end_of_name(view, at, number) || is_list_number(view, at, number)) return false;
        // A year that is no time here is a model, a title or a version.
        if (number.plain_digits == 4 && number.value >= 1900 && number.value < 2100) return false;
        if (number.plain_digits > 0 && view.is(at, AtomKind::digits) && view.lower(at)[0] == '0' &&
            number.plain_digits > 1)
            return false;
    }
    if (number.form == NumberForm::digits && q.of && is_end_of_name(view, at, number)) return false;
    return true;
}

std::optional<FoundQuantity> QuantityFinder::read_at(const AtomView& view, std::uint32_t at) const {
    if (auto money = read_money(view, at)) return money;
    if (auto ages = read_ages_in_tens(view, at)) return ages;
    const bool after_number = at > 0 && view.is(at - 1, AtomKind::digits);
    const bool minus = (view.is_dash(at) && !view.joined(at) && view.joined(at + 1) && !after_number) ||
                       view.lower(at) == "minus" || view.lower(at) == "negative" ||
                       view.lower(at) == "\u2212";
    const std::uint32_t begin = minus ? at + 1 : at;
    if (begin >= view.size() || is_time_[begin]) return std::nullopt;
    if (minus && view.lower(begin) == "$") {
        auto money = read_money(view, begin);
        if (money) {
            money->quantity.value = -money->quantity.value;
            money->begin = at;
        }
        return money;
    }
    auto number = numbers_.read(view, begin);
    if (!number) return std::nullopt;
    FoundQuantity found{at, number->end, {}};
    Quantity& q = found.quantity;
    if (number->form == NumberForm::ordinal) {
        if (minus || (view.joined(begin) && !view.is_dash(begin - 1)) || view.lower(begin - 1) == "at" ||
            view.lower(begin - 1) == "per")
            return std::nullopt;
        q.kind = QuantityKind::ordinal;
        q.value = number->value;
        return found;
    }
    q.upper = number->upper;
    if (number->form != NumberForm::fraction || view.is(begin, AtomKind::digits))
        read_range(view, begin, *number, q.upper, false);
    q.value = number->value;
    if (minus) {
        if (q.upper) return std::nullopt;
        q.value = -q.value;
    }
    if (read_age(view, begin, *number, found)) {
        q.kind = QuantityKind::age;
        return found;
    }
    q.unit.clear();
    // "10M" are ten millions, "10m" ten metres, unless things are counted.
    const bool is_million = view.joined(number->end) && view.lower(number->end) == "m" &&
                            !(view.joined(number->end + 1) && view.is(number->end + 1, AtomKind::word)) &&
                            (view.is_capital(number->end) || view.xpos(number->end + 1) == Xpos::NNS ||
                             view.lower(number->end + 1) == "people");
    if (!is_million && read_measure(view, begin, *number, found)) {
        if (!q.upper) read_second_measure(view, begin, found);
        return found;
    }
    // "20m viewers"
    Number scaled = *number;
    if (view.joined(number->end)) read_million(view, scaled);
    if (scaled.end != number->end) {
        *number = scaled;
        q.value = minus ? -number->value : number->value;
    }
    if (is_in_identifier(view, begin, *number)) return std::nullopt;
    if (!read_count(view, begin, *number, found) && !minus) return std::nullopt;
    return found;
}

void QuantityFinder::add(const AtomView& view, FoundQuantity found, const std::optional<Modifier>& modifier) {
    const bool modified = modifier && modifier->end == found.begin;
    const Atom& first = view.atoms[modified ? modifier->begin : found.begin];
    const Atom& last = view.atoms[found.end - 1];
    found.quantity.span = {first.span.begin, last.span.end};
    found.quantity.tokens = {first.token, last.token + 1};
    if (modified) found.quantity.modifier = modifier->text;
    doc_.quantities.push_back(std::move(found.quantity));
}

void QuantityFinder::read(const Sentence& sentence) {
    read_atoms(doc_, sentence, atoms_);
    const AtomView view{doc_, atoms_};
    mark_times(sentence);
    std::optional<Modifier> modifier;
    for (std::uint32_t at = 0; at < view.size();) {
        if (is_time_[at]) {
            ++at;
            continue;
        }
        if (view.is(at, AtomKind::digits) && !(at > 0 && view.joined(at))) {
            if (const std::uint32_t end = skip_score(view, at); end != at) {
                at = end;
                continue;
            }
        }
        if (auto found = read_at(view, at)) {
            at = std::max(found->end, at + 1);
            add(view, *std::move(found), modifier);
            continue;
        }
        if (const auto phrase = longest_phrase(view, at, modifiers_)) {
            modifier = Modifier{at, phrase->end, field(phrase->value, 0)};
            at = phrase->end;
            continue;
        }
        ++at;
    }
}

void find_quantities(Document& doc, const Resources& resources) {
    QuantityFinder finder(doc, resources);
    for (const Sentence& sentence : doc.sentences) finder.read(sentence);
}

}  // namespace lede
