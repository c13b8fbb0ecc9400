// Who speaks: sources without a name, and an article in which only one voice is heard.
#include <string>
#include <unordered_map>

#include "brief/check_families.h"
#include "text/unicode.h"

namespace lede {

namespace {

void check_anonymous(Document& doc) {
    std::unordered_map<std::string, std::size_t> numbers;
    std::vector<Check> checks;
    constexpr std::size_t most = 4, most_places = 6;
    for (const Quote& quote : doc.quotes) {
        if (quote.sourcing != Sourcing::anonymous || !quote.speaker) continue;
        const auto [at, fresh] = numbers.try_emplace(fold(doc.slice(*quote.speaker)), checks.size());
        if (fresh) {
            if (checks.size() == most) {
                numbers.erase(at);
                continue;
            }
            checks.push_back(
                {CheckKind::anonymous_source,
                 quoted(doc, *quote.speaker) +
                     ": a source without a name. Can it be named, or the reason for secrecy be given?",
                 {}});
        }
        std::vector<Span>& spans = checks[at->second].spans;
        if (spans.size() < most_places && (spans.empty() || spans.back() != *quote.speaker))
            spans.push_back(*quote.speaker);
    }
    for (Check& check : checks) doc.checks.push_back(std::move(check));
}

void check_single(Document& doc) {
    constexpr std::size_t fewest_quotes = 4, fewest_sentences = 8, most_places = 6;
    if (doc.quotes.size() < fewest_quotes || doc.sentences.size() < fewest_sentences) return;
    const Index only = doc.quotes.front().entity;
    if (only == none) return;
    for (const Quote& quote : doc.quotes)
        if (quote.entity != only) return;
    Check check{
        CheckKind::single_source,
        "Every quotation comes from one source, " + doc.entities[only].name + ". Is there another voice?",
        {}};
    for (const Quote& quote : doc.quotes)
        if (quote.speaker && check.spans.size() < most_places) check.spans.push_back(*quote.speaker);
    if (!check.spans.empty()) doc.checks.push_back(std::move(check));
}

}  // namespace

void check_sources(Document& doc) {
    check_anonymous(doc);
    check_single(doc);
}

}  // namespace lede
