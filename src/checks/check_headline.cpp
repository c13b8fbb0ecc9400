// A figure of the headline that the story contradicts.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "checks/check_families.h"

namespace lede::checks {

namespace {

// What a figure is of, where two of one kind can be compared; "" for none: "7 things", and not "one of
// these extensions", "version 5.50 update", "Half-Life 2 sweeps".
std::string kind_of(const Document& doc, const Table& counted_nouns, const Quantity& quantity) {
    if (quantity.kind == QuantityKind::money) return "money " + quantity.unit;
    if (quantity.kind == QuantityKind::age) return "age " + quantity.unit;
    if (quantity.kind == QuantityKind::percent) return "percent";
    if (quantity.kind == QuantityKind::measure) return "measure " + quantity.unit;
    const Index counted = counted_noun(doc, quantity);
    if (quantity.kind != QuantityKind::cardinal || counted == none) return {};
    const std::string_view lemma = doc.lemma(counted);
    constexpr std::size_t longest = 40;
    const auto name = lemma.size() > longest ? std::nullopt : counted_nouns.find(lemma);
    if (name) return "count " + std::string(*name);
    constexpr double most = 1e15;  // of what has no fraction for certain
    const bool many = doc.tokens.xpos[counted] == Xpos::NNS && quantity.value >= 2 && quantity.value < most &&
                      quantity.value == static_cast<double>(static_cast<std::int64_t>(quantity.value));
    const Index before = quantity.tokens.begin;
    const bool named = before > 0 && doc.tokens.sentence[before - 1] == doc.tokens.sentence[before] &&
                       (doc.tokens.xpos[before - 1] == Xpos::NNP || doc.lower(before - 1) == "of");
    return many && !named && lemma.size() <= longest ? "count " + std::string(lemma) : std::string();
}

// Headlines round: "£3bn" for "£3.17bn". Half of the last of two figures, or a twentieth.
bool is_rounded(double above, double below) {
    constexpr double slack = 0.06;
    const double difference = above > below ? above - below : below - above;
    return difference <= slack * (above > 0 ? above : -above);
}

// "Wins by 31 votes": the headline may have the difference or the sum of two figures of the story.
bool is_computed(const Document& doc, Span headline, const Quantity& above) {
    constexpr std::size_t most = 60;
    constexpr double large = 10;  // small figures make any sum
    std::vector<double> values;
    for (const Quantity& below : doc.quantities)
        if (!headline.contains(below.span) && below.kind == above.kind && below.unit == above.unit &&
            values.size() < most)
            values.push_back(below.value);
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = i + 1; j < values.size(); ++j)
            if ((std::min(values[i], values[j]) > above.value &&
                 std::fabs(values[i] - values[j]) == above.value) ||
                (std::min(values[i], values[j]) >= large && values[i] + values[j] == above.value))
                return true;
    return false;
}

}  // namespace

// The figure of the headline and the only one of its kind in the story: "Firm cuts 400 jobs" above "will
// cut 450 jobs".
void check_headline(const Document& doc, const Table& counted_nouns, std::vector<Check>& found) {
    const auto headline = std::find_if(doc.blocks.begin(), doc.blocks.end(),
                                       [](const Block& b) { return b.kind == BlockKind::headline; });
    if (headline == doc.blocks.end()) return;
    for (const Quantity& above : doc.quantities) {
        if (!headline->span.contains(above.span)) continue;
        const std::string kind = kind_of(doc, counted_nouns, above);
        if (kind.empty() || above.upper || !above.modifier.empty()) continue;
        const Quantity* other = nullptr;
        bool agrees = false, many = false;
        for (const Quantity& below : doc.quantities) {
            if (headline->span.contains(below.span) || kind_of(doc, counted_nouns, below) != kind) continue;
            agrees = agrees || is_rounded(above.value, below.value) || below.upper || !below.modifier.empty();
            many = many || (other && other->value != below.value);
            if (!other) other = &below;
        }
        if (!other || agrees || many || is_computed(doc, headline->span, above)) continue;
        found.push_back({CheckKind::conflicting_numbers,
                         "The headline has " + quoted(doc, quantity_span(above)) + ", the story " +
                             quoted(doc, quantity_span(*other)) + ". Make them agree.",
                         {above.span, other->span}});
    }
}

}  // namespace lede::checks
