#include "brief/lead.h"

namespace lede {

bool is_body(const Document& doc, const Sentence& sentence) {
    if (sentence.block != none && doc.blocks[sentence.block].kind != BlockKind::paragraph) return false;
    constexpr std::uint32_t shortest = 5;
    if (sentence.tokens.size() < shortest) return false;
    for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token)
        if (doc.tokens.upos[token] == Upos::VERB || doc.tokens.upos[token] == Upos::AUX) return true;
    return false;
}

Lead find_lead(const Document& doc) {
    constexpr std::size_t opening = 6, longest_headline = 3;
    Lead lead;
    for (Index number = 0; number < doc.sentences.size() && lead.opening.size() < opening; ++number) {
        const Sentence& sentence = doc.sentences[number];
        const bool headline =
            sentence.block != none && doc.blocks[sentence.block].kind == BlockKind::headline;
        if (headline && lead.opening.empty() && lead.headline.size() < longest_headline)
            lead.headline.push_back(number);
        if (!headline && is_body(doc, sentence)) lead.opening.push_back(number);
    }
    return lead;
}

}  // namespace lede
