// Who speaks: sources without a name, and an article in which only one voice is heard.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/unicode.h"
#include "checks/check_families.h"
#include "syntax/noun_phrases.h"

namespace lede::checks {

namespace {

// Is the speaker a person or group that could have a name: "analysts", "one senior diplomat"? Guards against
// phrases that were taken for speakers.
bool could_be_named(const Document& doc, Span speaker, const NounPhrases& phrases, const Table& sources,
                    const Table& persons) {
    const Index begin = token_from(doc, speaker.begin);
    if (begin >= doc.tokens.size() || phrases.at(begin) == none) return false;
    const BasePhrase& phrase = phrases[phrases.at(begin)];
    const auto mention =
        std::lower_bound(doc.mentions.begin(), doc.mentions.end(), speaker.begin,
                         [](const Mention& m, std::uint32_t at) { return m.span.begin < at; });
    const bool plural = doc.tokens.xpos[phrase.head] == Xpos::NNS;
    for (auto at = mention; at != doc.mentions.end() && at->span.begin < speaker.end; ++at) {
        if (at->kind != MentionKind::name) continue;
        // "Analysts at Banque Rivoire", "Residents of Lyon": the house or the town is named.
        const bool house = at->type == EntityType::ORG || at->type == EntityType::GPE;
        if (at->type == EntityType::PERSON ||
            (house && plural && phrase.tokens.begin == phrase.head && at->tokens.begin > phrase.head))
            return false;
    }
    const bool bare = phrase.tokens.begin == phrase.head || doc.tokens.upos[phrase.tokens.begin] == Upos::ADJ;
    if (!is_noun(doc.tokens.xpos[phrase.head]) || (bare && !plural)) return false;
    const std::string_view lemma = doc.lemma(phrase.head);
    const auto source = sources.find(lemma);
    // "One official close to the talks": whoever is told from others of the kind has a name.
    return source ? *source == "anonymous" : persons.contains(lemma);
}

void check_anonymous(Document& doc, const Resources& resources) {
    const NounPhrases phrases(doc);
    const Table sources = resources.table("source_nouns");
    const Table persons = resources.table("person_nouns");
    std::unordered_map<std::string, std::size_t> numbers;
    std::vector<Check> checks;
    constexpr std::size_t most = 8, most_places = 6;
    const std::vector<Index>& alone = doc.sourcing.single_unnamed;
    for (Index number = 0; number < doc.quotes.size(); ++number) {
        const Quote& quote = doc.quotes[number];
        if (quote.sourcing != Sourcing::anonymous || !quote.speaker) continue;
        if (!could_be_named(doc, *quote.speaker, phrases, sources, persons)) continue;
        const auto [at, fresh] = numbers.try_emplace(fold(doc.slice(*quote.speaker)), checks.size());
        if (fresh) {
            if (checks.size() == most) {
                numbers.erase(at);
                continue;
            }
            const bool rests = std::binary_search(alone.begin(), alone.end(), number);
            checks.push_back(
                {CheckKind::anonymous_source,
                 quoted(doc, *quote.speaker) + (rests ? ": the claim rests on one source without a name. Can "
                                                        "it be named, or a second one "
                                                        "be found?"
                                                      : ": a source without a name. Can it be named, or the "
                                                        "reason for secrecy be given?"),
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

void check_sources(Document& doc, const Resources& resources) {
    check_anonymous(doc, resources);
    check_single(doc);
}

}  // namespace lede::checks
