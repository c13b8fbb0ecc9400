#include "coreference/noun_phrases.h"

#include "base/unicode.h"

namespace lede::coreference {

namespace {

constexpr Index longest_phrase_tokens = 10;

bool is_noun(Xpos tag) {
    return tag == Xpos::NN || tag == Xpos::NNS || tag == Xpos::NNP || tag == Xpos::NNPS;
}

// What may stand between a determiner and its noun.
bool is_modifier(const Document& doc, Index t) {
    switch (doc.tokens.xpos[t]) {
        case Xpos::JJ:
        case Xpos::JJR:
        case Xpos::JJS:
        case Xpos::NN:
        case Xpos::NNS:
        case Xpos::NNP:
        case Xpos::NNPS:
        case Xpos::CD:
        case Xpos::VBN:
        case Xpos::VBG:
        case Xpos::HYPH:
        case Xpos::AFX:
            return true;
        default:
            return doc.lower(t) == "-";
    }
}

Determiner determiner_at(const Document& doc, const Lexicon& lexicon, Index t) {
    const std::string_view lower = doc.lower(t);
    if (lower == "the") return Determiner::definite;
    if (lower == "this" || lower == "these" || lower == "that" || lower == "those")
        return Determiner::demonstrative;
    if (lexicon.words.has("indefinite", lower)) return Determiner::indefinite;
    if (doc.tokens.xpos[t] == Xpos::PRPS) return Determiner::possessive;
    return Determiner::bare;
}

}  // namespace

std::vector<Nominal> find_noun_phrases(const Document& doc, const Lexicon& lexicon,
                                       const std::vector<bool>& named) {
    std::vector<Nominal> phrases;
    for (const Sentence& sentence : doc.sentences) {
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            const Xpos tag = doc.tokens.xpos[t];
            if (named[t] || (tag != Xpos::NN && tag != Xpos::NNS)) continue;
            if (t + 1 < sentence.tokens.end) {
                const Xpos next = doc.tokens.xpos[t + 1];
                const bool hyphen =
                    doc.lower(t + 1) == "-" && doc.tokens.span[t].end == doc.tokens.span[t + 1].begin;
                if ((is_noun(next) && !named[t + 1]) || hyphen) continue;
            }
            Nominal phrase;
            phrase.head = t;
            const std::string_view lemma = doc.lemma(t);
            if (!lexicon.person_nouns.contains(lemma)) {
                const auto thing = lexicon.thing_nouns.find(lemma);
                if (!thing) continue;
                phrase.type = type_named(field(*thing, 0)).value_or(EntityType::ORG);
            }
            phrase.plural = tag == Xpos::NNS;
            Index begin = t;
            while (begin > sentence.tokens.begin && t - begin < longest_phrase_tokens &&
                   is_modifier(doc, begin - 1))
                --begin;
            if (begin > sentence.tokens.begin) {
                phrase.determiner = determiner_at(doc, lexicon, begin - 1);
                if (phrase.determiner != Determiner::bare) --begin;
            }
            while (begin < t && (doc.lower(begin) == "-" || doc.tokens.xpos[begin] == Xpos::HYPH)) ++begin;
            // A number says which ones are meant no more than "some" does.
            if (phrase.determiner == Determiner::bare && doc.tokens.xpos[begin] == Xpos::CD)
                phrase.determiner = Determiner::indefinite;
            phrase.tokens = {begin, t + 1};
            phrases.push_back(phrase);
        }
    }
    return phrases;
}

}  // namespace lede::coreference
