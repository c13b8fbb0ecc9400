#include "text/sentences.h"

#include "base/unicode.h"
#include "text/text.h"

namespace lede {

namespace {

class SentenceSplitter {
  public:
    SentenceSplitter(Document& doc, TokenRange tokens, Index block, Boundaries& gaps,
                     const LinearModel& model)
        : doc_(doc), tokens_(tokens), block_(block), gaps_(gaps), model_(model) {}

    void split() {
        Index begin = tokens_.begin;
        gaps_.begin_block(tokens_, block_);
        for (Index token = tokens_.begin; token < tokens_.end; ++token) {
            gaps_.walk(token);
            if (!ends_dateline(token) && !ends_sentence()) continue;
            add(begin, token + 1);
            begin = token + 1;
            gaps_.begin_sentence(begin);
        }
        add(begin, tokens_.end);
    }

  private:
    bool ends_sentence() {
        const Boundaries::Verdict verdict = gaps_.verdict();
        if (verdict != Boundaries::Verdict::open) return verdict == Boundaries::Verdict::yes;
        scores_[0] = 0;
        model_.add(gaps_.features(), scores_);
        return scores_[0] > gaps_.threshold();
    }

    // No sentence is longer than the bound, whatever the text.
    void add(Index begin, Index end) {
        while (begin < end) {
            const Index stop = end - begin > max_sentence_tokens ? begin + max_sentence_tokens : end;
            const auto number = static_cast<Index>(doc_.sentences.size());
            doc_.sentences.push_back({doc_.span_of({begin, stop}), {begin, stop}, block_});
            for (; begin < stop; ++begin) doc_.tokens.sentence[begin] = number;
        }
    }

    // "PARIS (AP) —" stands before the first sentence.
    bool ends_dateline(Index token) const {
        if (!doc_.dateline || token + 1 >= tokens_.end ||
            doc_.tokens.span[tokens_.begin].begin != doc_.dateline->begin)
            return false;
        if (doc_.tokens.span[token].end == doc_.dateline->end) return !is_dash(token + 1);
        return token > tokens_.begin && doc_.tokens.span[token - 1].end == doc_.dateline->end &&
               is_dash(token);
    }

    bool is_dash(Index token) const {
        const char32_t c = decode(doc_.form(token), 0).code;
        return c == '-' || c == 0x2013 || c == 0x2014;
    }

    Document& doc_;
    TokenRange tokens_;
    Index block_;
    Boundaries& gaps_;
    const LinearModel& model_;
    LinearModel::Scores scores_;
};

}  // namespace

void split_sentences(Document& doc, TokenRange tokens, Index block, Boundaries& gaps,
                     const LinearModel& model) {
    if (!tokens.empty()) SentenceSplitter(doc, tokens, block, gaps, model).split();
}

}  // namespace lede
