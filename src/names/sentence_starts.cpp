#include "names/sentence_starts.h"

#include <unordered_map>

#include "base/unicode.h"
#include "names/name_evidence.h"
#include "names/shape.h"

namespace lede::names {

namespace {

struct Uses {
    bool lower = false, capital_within = false;
};

bool is_first(const Document& doc, Index t) {
    const Index begin = doc.sentences[doc.tokens.sentence[t]].tokens.begin;
    return t == begin || !is_letter(decode(doc.form(t - 1), 0).code);
}

}  // namespace

void lower_common_starts(const Document& doc, const Lexicon& lexicon, WordScores& scores) {
    std::unordered_map<Index, Uses> uses;
    for (Index t = 0; t < doc.tokens.size(); ++t) {
        Uses& word = uses[doc.tokens.lower[t]];
        if (!is_capitalised(doc.form(t)))
            word.lower = true;
        else if (!is_first(doc, t))
            word.capital_within = true;
    }
    for (const Sentence& sentence : doc.sentences) {
        const Index t = sentence.tokens.begin;
        if (!scores.has(t) || is_all_capitals(doc.form(t)) || !stands_alone(doc, lexicon, sentence, t))
            continue;
        const Uses& word = uses[doc.tokens.lower[t]];
        if (!word.lower || word.capital_within) continue;
        for (std::size_t kind = 0; kind < name_kinds; ++kind)
            raise(scores, {t, t + 1}, static_cast<NameKind>(kind), nats(-4.0));
    }
}

}  // namespace lede::names
