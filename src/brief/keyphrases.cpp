// Noun phrases that tell what an article is about: the best by a small model (phrases.bin) that repeat no
// better one.
#include <algorithm>

#include "brief/brief.h"
#include "brief/phrases.h"
#include "neural/linear_model.h"

namespace lede {

using namespace brief;

namespace {

struct Ranked {
    const Phrase* phrase = nullptr;
    std::int32_t lead = 0;  // in sixteenths of a natural logarithm
};

bool repeats(const Document& doc, const Phrase& phrase, const std::vector<Ranked>& chosen) {
    for (const Ranked& better : chosen) {
        const Phrase& other = *better.phrase;
        if (phrase.entity != none && phrase.entity == other.entity) return true;
        Index shared = 0;
        for (Index a = phrase.tokens.begin; a < phrase.tokens.end; ++a)
            for (Index b = other.tokens.begin; b < other.tokens.end; ++b)
                if (doc.tokens.lemma[a] == doc.tokens.lemma[b]) {
                    ++shared;
                    break;
                }
        if (2 * shared > std::min(phrase.tokens.size(), other.tokens.size())) return true;
    }
    return false;
}

// A name in full: "Colin Prewett" rather than "Prewett".
Span span_of(const Document& doc, const Phrase& phrase) {
    Span best = doc.span_of(phrase.tokens);
    if (phrase.entity == none) return best;
    constexpr std::size_t read = 20;
    constexpr Index longest = 5;
    const std::vector<Index>& mentions = doc.entities[phrase.entity].mentions;
    for (std::size_t i = 0; i < mentions.size() && i < read; ++i) {
        const Mention& mention = doc.mentions[mentions[i]];
        if (mention.kind == MentionKind::name && mention.tokens.size() <= longest &&
            mention.span.size() > best.size())
            best = mention.span;
    }
    return best;
}

}  // namespace

void find_keyphrases(Document& doc, const Resources& resources) {
    doc.keyphrases.clear();
    const LinearModel model = LinearModel::open(resources.raw("phrases"));
    if (model.labels().size() != 2) return;
    const std::vector<Phrase> phrases = find_phrases(doc, resources);
    std::vector<Ranked> ranked;
    for (const Phrase& phrase : phrases) {
        LinearModel::Scores scores;
        scores[0] = scores[1] = 0;
        model.add(phrase.features, scores);
        ranked.push_back({&phrase, scores[1] - scores[0]});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.lead > b.lead; });
    constexpr std::size_t wanted = 10, considered = 60;
    std::vector<Ranked> chosen;
    for (std::size_t i = 0; i < ranked.size() && i < considered && chosen.size() < wanted; ++i)
        if (!repeats(doc, *ranked[i].phrase, chosen)) chosen.push_back(ranked[i]);
    constexpr float scale = 16;
    for (const Ranked& one : chosen)
        doc.keyphrases.push_back({span_of(doc, *one.phrase),
                                  scale / (scale + static_cast<float>(chosen.front().lead - one.lead))});
}

}  // namespace lede
