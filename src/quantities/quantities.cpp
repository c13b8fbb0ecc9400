#include "quantities/quantities.h"

#include <algorithm>

#include "quantities/counted.h"
#include "quantities/decimal.h"
#include "quantities/identifiers.h"
#include "quantities/numbers.h"
#include "quantities/units.h"

namespace lede {

namespace {

struct Modifier {
    std::uint32_t begin = 0, end = 0;  // atoms
    std::string_view text;
};

struct FoundQuantity {
    std::uint32_t begin = 0, end = 0;  // atoms; without its modifier
    Quantity quantity;
};

class QuantityFinder {
  public:
    QuantityFinder(Document& doc, const Resources& resources)
        : doc_(doc),
          numbers_(resources),
          units_(resources),
          modifiers_(resources.table("quantity_modifiers")) {}

    void read(const Sentence& sentence);

  private:
    void mark_times(const Sentence& sentence);
    std::optional<FoundQuantity> read_at(const AtomView& view, std::uint32_t at) const;
    std::optional<FoundQuantity> read_money(const AtomView& view, std::uint32_t at) const;
    std::optional<FoundQuantity> read_ages_in_tens(const AtomView& view, std::uint32_t at) const;
    void read_range(const AtomView& view, std::uint32_t at, Number& number, std::optional<double>& upper,
                    bool is_money) const;
    bool read_age(const AtomView& view, std::uint32_t at, const Number& number, FoundQuantity& found) const;
    bool read_measure(const AtomView& view, std::uint32_t at, const Number& number,
                      FoundQuantity& found) const;
    bool read_count(const AtomView& view, std::uint32_t at, const Number& number, FoundQuantity& found) const;
    void read_rate(const AtomView& view, FoundQuantity& found) const;
    void read_cents(const AtomView& view, FoundQuantity& found) const;
    void read_second_measure(const AtomView& view, std::uint32_t at, FoundQuantity& found) const;
    bool is_weight(const AtomView& view, std::uint32_t at, const Number& number, std::uint32_t end) const;
    std::uint32_t next_time(const AtomView& view, std::uint32_t at) const;
    void add(const AtomView& view, FoundQuantity found, const std::optional<Modifier>& modifier);

    Document& doc_;
    NumberReader numbers_;
    UnitReader units_;
    Table modifiers_;

    std::vector<Atom> atoms_;    // of the sentence under reading
    std::vector<bool> is_time_;  // of each atom
    std::size_t next_time_ = 0;  // in doc_.times
};

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

void QuantityFinder::read_rate(const AtomView& view, FoundQuantity& found) const {
    const auto rate = units_.read_rate(view, found.end);
    if (!rate) return;
    // "$142m a year earlier" is no rate.
    if (rate->end < view.size() && is_time_[rate->end - 1] && is_time_[rate->end]) return;
    found.quantity.unit += " per " + rate->name;
    found.end = rate->end;
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

bool QuantityFinder::read_age(const AtomView& view, std::uint32_t at, const Number& number,
                              FoundQuantity& found) const {
    if (!number.whole && number.form != NumberForm::words) return false;
    if (number.value > 130) return false;
    const auto is_unit = [](std::string_view w) {
        return w == "year" || w == "years" || w == "month" || w == "months" || w == "week" || w == "weeks" ||
               w == "day" || w == "days";
    };
    std::uint32_t i = number.end;
    if (view.is_dash(i)) ++i;
    if (is_unit(view.lower(i))) {
        std::string_view unit = view.lower(i);
        if (unit.back() == 's') unit.remove_suffix(1);
        std::uint32_t next = i + 1;
        if (view.is_dash(next)) ++next;
        const std::string_view word = view.lower(next);
        const bool old = word == "old" || word == "olds";
        if (old || (word == "of" && view.lower(next + 1) == "age")) {
            found.end = next + (old ? 1 : 2);
            found.quantity.unit = unit;
            return true;
        }
        return false;
    }
    found.quantity.unit = "year";
    found.end = number.end;
    const std::string_view before = at > 0 ? view.lower(at - 1) : "";
    if (before == "aged" || before == "age" || before == "ages") return true;
    if (before == "turned" || before == "turns")
        return number.whole && number.value < 120 &&
               !find_counted(view, number.end, next_time(view, number.end));
    if (number.plain_digits == 0 || number.value < 1 || number.value > 120 || at < 2) return false;
    // "Smith, 34," and "Smith (34)"
    const std::string_view after = view.lower(number.end);
    const bool named =
        view.is(at - 2, AtomKind::word) && view.is_capital(at - 2) && view.form(at - 2).size() > 1;
    return named && ((before == "," && (after == "," || after == ";")) || (before == "(" && after == ")"));
}

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

// "in his 30s"
std::optional<FoundQuantity> QuantityFinder::read_ages_in_tens(const AtomView& view, std::uint32_t at) const {
    if (at == 0 || !view.is(at, AtomKind::digits) || view.lower(at + 1) != "s" || !view.joined(at + 1))
        return std::nullopt;
    std::string_view before = view.lower(at - 1);
    if (at > 1 && (before == "early" || before == "late" || before == "mid")) before = view.lower(at - 2);
    if (before != "his" && before != "her" && before != "their") return std::nullopt;
    FoundQuantity found{at, at + 2, {}};
    found.quantity.kind = QuantityKind::age;
    found.quantity.unit = "year";
    found.quantity.value = static_cast<double>(to_whole(view.lower(at)));
    if (found.quantity.value < 10 || found.quantity.value > 110) return std::nullopt;
    found.quantity.upper = found.quantity.value + 9;
    return found;
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

}  // namespace

void find_quantities(Document& doc, const Resources& resources) {
    QuantityFinder finder(doc, resources);
    for (const Sentence& sentence : doc.sentences) finder.read(sentence);
}

}  // namespace lede
