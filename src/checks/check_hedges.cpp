// Claims attributed to nobody in particular: "he is said to have left", "it is understood that".
#include <string>

#include "checks/check_families.h"
#include "model/word_classes.h"
#include "syntax/noun_phrases.h"

namespace lede::checks {

namespace {

class HedgeChecker {
  public:
    HedgeChecker(Document& doc, const Resources& resources)
        : doc_(doc), phrases_(doc), words_(resources.table("check_words")) {}

    void check() {
        for (const Sentence& sentence : doc_.sentences)
            for (Index token = sentence.tokens.begin + 1; token + 1 < sentence.tokens.end; ++token)
                read(token, sentence.tokens);
        for (Check* check : {&unnamed_, &hedged_})
            if (!check->spans.empty()) doc_.checks.push_back(std::move(*check));
    }

  private:
    void read(Index token, TokenRange sentence) {
        // Whoever is quoted may hedge.
        if (doc_.tokens.quote[token] != none && doc_.quotes[doc_.tokens.quote[token]].speaker) return;
        if (is_named_locally(token)) return add(unnamed_, {token - 1, token + 2});
        if (!words_.has("hearsay", doc_.lower(token)) || doc_.tokens.xpos[token] != Xpos::VBN) return;
        Index be = token - 1;
        while (be > sentence.begin && doc_.tokens.upos[be] == Upos::ADV) --be;
        // Present tense only: “was believed” is usually resolved later in the article.
        if (doc_.lemma(be) != "be" || doc_.tokens.deprel[be] != Deprel::aux_pass ||
            (doc_.tokens.xpos[be] != Xpos::VBZ && doc_.tokens.xpos[be] != Xpos::VBP))
            return;
        const Index next = token + 1;
        if (be > sentence.begin && doc_.lower(be - 1) == "it" && doc_.lower(next) != "to") {
            // "It is understood that two of them left", not "it is understood by everybody".
            if (!is_clause_after(next, sentence)) return;
            return add(doc_.lower(token) == "understood" ? unnamed_ : hedged_, {be - 1, token + 1});
        }
        // "He is said to be", "she is believed to have left".
        if (doc_.lower(next) != "to" || next + 1 >= sentence.end || doc_.tokens.xpos[next + 1] != Xpos::VB)
            return;
        Index begin = be, end = next + 2;
        if (be > sentence.begin && phrases_.at(be - 1) != none)
            begin = phrases_[phrases_.at(be - 1)].tokens.begin;
        constexpr Index reach = 5;
        while (end < sentence.end && end < next + reach && doc_.tokens.upos[end - 1] == Upos::AUX) ++end;
        add(hedged_, {begin, end});
    }

    // "The dead man has been named locally as Ann Lee": by neighbours, not by the police.
    bool is_named_locally(Index token) const {
        return doc_.lower(token - 1) == "been" && words_.has("naming", doc_.lower(token)) &&
               words_.has("local", doc_.lower(token + 1));
    }

    bool is_clause_after(Index token, TokenRange sentence) const {
        if (doc_.lower(token) == "that") return true;
        const Upos tag = doc_.tokens.upos[token];
        return tag == Upos::DET || tag == Upos::PRON || (tag == Upos::PROPN && token + 1 < sentence.end);
    }

    void add(Check& check, TokenRange tokens) const {
        constexpr std::size_t most = 3;
        if (check.spans.size() == most) return;
        const Span span = doc_.span_of(tokens);
        if (check.spans.empty()) check.message = quoted(doc_, span) + check.message;
        check.spans.push_back(span);
    }

    Document& doc_;
    NounPhrases phrases_;
    WordClasses words_;
    Check unnamed_{CheckKind::anonymous_source,
                   " does not tell readers who knows this. Name the source, or say why you cannot.",
                   {}};
    Check hedged_{CheckKind::hedged_claim, ": by whom? Name the source, or leave the claim out.", {}};
};

}  // namespace

void check_hedges(Document& doc, const Resources& resources) { HedgeChecker(doc, resources).check(); }

}  // namespace lede::checks
