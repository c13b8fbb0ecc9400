#include "brief/lead.h"

#include "base/unicode.h"

namespace lede::brief {

namespace {

// On a page, "Two people have been diagnosed with the plague,..." and a headline within the text are no
// sentences to quote.
bool ends(const Document& doc, const Sentence& sentence) {
    const std::string_view last = doc.lower(sentence.tokens.end - 1);
    const bool cut = last.ends_with("...") || last.ends_with("\u2026");
    const char end = last.empty() ? ' ' : last.back();
    const bool letter =
        is_letter(static_cast<unsigned char>(end)) || is_digit(static_cast<unsigned char>(end));
    const bool closes_block =
        sentence.block == none || doc.blocks[sentence.block].span.end == sentence.span.end;
    return doc.other.empty() || !closes_block || (!cut && !letter);
}

// With a verb, and long enough to say something.
bool tells(const Document& doc, const Sentence& sentence) {
    constexpr std::uint32_t shortest = 5;
    if (sentence.tokens.size() < shortest || !ends(doc, sentence)) return false;
    for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token)
        if (doc.tokens.upos[token] == Upos::VERB || doc.tokens.upos[token] == Upos::AUX) return true;
    return false;
}

// What an editor has put above the story to say what it is about.
bool is_standfirst(const Document& doc, const Sentence& sentence) {
    return sentence.block != none && doc.blocks[sentence.block].kind == BlockKind::standfirst;
}

}  // namespace

bool is_body(const Document& doc, const Sentence& sentence) {
    const bool story = sentence.block == none || (doc.blocks[sentence.block].kind == BlockKind::paragraph &&
                                                  !doc.blocks[sentence.block].doubtful);
    return story && tells(doc, sentence);
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
        if (is_body(doc, sentence) || (is_standfirst(doc, sentence) && tells(doc, sentence)))
            lead.opening.push_back(number);
    }
    return lead;
}

}  // namespace lede::brief
