#include "quantities/quantities.h"

#include <algorithm>

#include "quantities/finder.h"
#include "quantities/identifiers.h"

namespace lede {

using namespace quantities;

namespace {

// What a quantity can begin with.
constexpr WordMarks::Mark number_mark = 1, currency_mark = 2, modifier_mark = 4, sign_mark = 8;
constexpr WordMarks::Word signs[] = {{"-", sign_mark},      {"\u2010", sign_mark}, {"\u2011", sign_mark},
                                     {"\u2012", sign_mark}, {"\u2013", sign_mark}, {"\u2014", sign_mark},
                                     {"\u2212", sign_mark}, {"minus", sign_mark},  {"negative", sign_mark},
                                     {"+", sign_mark},      {"(", sign_mark},      {"a", number_mark},
                                     {"an", number_mark},   {".", number_mark}};

}  // namespace

QuantityFinder::QuantityFinder(Document& doc, const Resources& resources)
    : doc_(doc),
      numbers_(resources),
      units_(resources),
      words_(resources.table("quantity_words")),
      modifiers_(resources.table("quantity_modifiers")),
      numbered_nouns_(resources.table("numbered_nouns")),
      marks_({{resources.table("number_words"), number_mark},
              {resources.table("currencies"), currency_mark},
              {modifiers_, modifier_mark}},
             signs) {}

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

// Is the sentence from an atom on nothing but a number?
bool QuantityFinder::is_alone(const AtomView& view, std::uint32_t at) const {
    const auto number = at < view.size() ? numbers_.read(view, at) : std::nullopt;
    return number && number->end == view.size();
}

// The first number at an atom and its sign, and the first pattern that makes a quantity of it.
std::optional<FoundQuantity> QuantityFinder::read_at(const AtomView& view, std::uint32_t at) const {
    QuantityReading reading{.at = at, .begin = at, .found = {at, at, {}}};
    const std::string_view first = view.lower(at);
    const std::string_view before = at > 0 ? view.lower(at - 1) : "";
    const bool after_number = at > 0 && view.is(at - 1, AtomKind::digits);
    // "- 10" alone; before more words it opens the item of a list.
    const bool alone = at == 0 && view.is_dash(at) && doc_.sentences.size() == 1 && is_alone(view, at + 1);
    const bool opens = !view.joined(at) || before == "<" || before == ">" || before == "(";
    reading.negative = (view.is_dash(at) && opens && view.joined(at + 1) && !after_number) || alone ||
                       first == "minus" || first == "negative" || first == "\u2212";
    if (reading.negative) ++reading.begin;
    if (reading.begin >= view.size() || is_time_[reading.begin]) return std::nullopt;
    reading.number = numbers_.read(view, reading.begin);
    if (reading.number) {
        reading.found.quantity.upper = reading.number->upper;
        reading.found.end = reading.number->end;
        const bool spelled_part =
            reading.number->form == NumberForm::fraction && !view.is(reading.begin, AtomKind::digits);
        if (reading.number->form != NumberForm::ordinal && !spelled_part) read_range(view, reading, false);
        const bool negate = reading.negative && !reading.found.quantity.upper;
        reading.found.quantity.value = negate ? -reading.number->value : reading.number->value;
    }
    for (const QuantityPattern& pattern : quantity_patterns()) {
        if (pattern.needs_number && !reading.number) continue;
        if ((this->*pattern.read)(view, reading)) return std::move(reading.found);
    }
    return std::nullopt;
}

void QuantityFinder::add(const AtomView& view, FoundQuantity found, const std::optional<Modifier>& modifier) {
    const bool modified = modifier && modifier->end == found.begin;
    const Atom& first = view.atoms[modified ? modifier->begin : found.begin];
    const Atom& last = view.atoms[found.end - 1];
    found.quantity.span = {first.span.begin, last.span.end};
    found.quantity.tokens = {first.token, last.token + 1};
    if (modified) found.quantity.modifier = modifier->text;
    doc_.quantities.push_back(std::move(found.quantity));
    share_unit(view, found.begin);
    last_end_ = found.end;
    if (modified)
        join_bounds(view, *modifier, found.end);
    else
        bound_ = {};
}

// The end of what is no quantity though it begins with digits: a score, a telephone number; `at` for none.
std::uint32_t QuantityFinder::skip_no_quantity(const AtomView& view, std::uint32_t at) const {
    if (const std::uint32_t end = skip_telephone(view, at); end != at) return end;
    if (!view.is(at, AtomKind::digits) || view.joined(at)) return at;
    return skip_score(view, at, words_);
}

std::optional<Modifier> QuantityFinder::read_modifier(const AtomView& view, std::uint32_t at) const {
    const auto phrase = longest_phrase(view, at, modifiers_);
    if (!phrase) return std::nullopt;
    const std::string_view bound = field(phrase->value, 1);
    // "more than the 20 that were sold"
    const std::uint32_t end =
        !bound.empty() && view.lower(phrase->end) == "the" ? phrase->end + 1 : phrase->end;
    return Modifier{at, end, field(phrase->value, 0),
                    bound == "lower"   ? BoundKind::lower
                    : bound == "upper" ? BoundKind::upper
                                       : BoundKind::blur};
}

void QuantityFinder::read(const Sentence& sentence) {
    read_atoms(doc_, sentence, atoms_);
    const AtomView view{doc_, atoms_};
    mark_times(sentence);
    last_end_ = 0;
    bound_ = {};
    std::optional<Modifier> modifier;
    for (std::uint32_t at = 0; at < view.size();) {
        const bool digits = view.is(at, AtomKind::digits);
        const WordMarks::Mark marks = digits ? number_mark : marks_.of(doc_, atoms_[at].lower);
        if (marks == 0 || is_time_[at]) {
            ++at;
            continue;
        }
        if (const std::uint32_t end = skip_no_quantity(view, at); end != at) {
            at = end;
            continue;
        }
        auto found = (marks & ~modifier_mark) != 0 ? read_at(view, at) : std::nullopt;
        if (found) {
            at = std::max(found->end, at + 1);
            add(view, *std::move(found), modifier);
            continue;
        }
        if (const auto read = (marks & modifier_mark) != 0 ? read_modifier(view, at) : std::nullopt) {
            modifier = read;
            at = read->end;
            continue;
        }
        ++at;
    }
}

void find_quantities(Document& doc, const Resources& resources) {
    QuantityFinder finder(doc, resources);
    for (const Sentence& sentence : doc.sentences) finder.read(sentence);
    doc.tokens.quantity.assign(doc.tokens.size(), none);
    for (Index number = 0; number < doc.quantities.size(); ++number) {
        const TokenRange tokens = doc.quantities[number].tokens;
        std::fill(doc.tokens.quantity.begin() + tokens.begin, doc.tokens.quantity.begin() + tokens.end,
                  number);
    }
}

}  // namespace lede
