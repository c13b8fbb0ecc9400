#include "quotes/marks/surroundings.h"

namespace lede::quotes {

namespace {

TokenRange block_tokens(const Reading& r, Index token) {
    const Index sentence = r.doc.tokens.sentence[token];
    Index first = sentence, last = sentence;
    while (first > 0 && r.doc.sentences[first - 1].block == r.doc.sentences[sentence].block &&
           sentence - first < 2)
        --first;
    while (last + 1 < r.doc.sentences.size() && last - sentence < 64 &&
           r.doc.sentences[last + 1].block == r.doc.sentences[sentence].block)
        ++last;
    return {r.doc.sentences[first].tokens.begin, r.doc.sentences[last].tokens.end};
}

bool only_quoted(const Reading& r, Index from, Index to) {
    for (Index t = from; t < to; ++t)
        if (!r.quoted(t) && r.is_word(t)) return false;
    return true;
}

}  // namespace

bool is_label(const Reading& r, const Stretch& stretch) {
    const Index open = stretch.whole.begin, after = stretch.whole.end;
    if (open > 0 && r.words.has("label", r.doc.lower(open - 1))) return true;
    return r.is_word(stretch.inside.end - 1) && after < r.doc.tokens.size() &&
           r.doc.tokens.sentence[after] == r.doc.tokens.sentence[open] &&
           (r.tag(after) == Xpos::NN || r.tag(after) == Xpos::NNS);
}

bool begins_sentence(const Reading& r, const Stretch& stretch) {
    return r.sentence_of(stretch.whole.begin).begin == stretch.whole.begin &&
           !r.is_comma(stretch.inside.end - 1);
}

bool follows_on(const Reading& r, const Stretch& before, const Stretch& stretch, bool asks) {
    const Index end = before.whole.end, begin = stretch.whole.begin;
    const Index block = r.block_of(begin);
    if (r.block_of(before.whole.begin) == block)
        return end == begin || (r.doc.tokens.sentence[begin] <= r.doc.tokens.sentence[end] + 2 &&
                                (r.sentence_of(begin).begin == begin || r.is_comma(begin - 1)));
    if (r.block_of(before.whole.begin) + 1 != block) return false;
    const TokenRange tokens = block_tokens(r, begin);
    if (tokens.begin != begin || !only_quoted(r, stretch.whole.end, tokens.end)) return false;
    if (asks) return false;
    // The paragraph before ends with the quotation or with the sentence that names its speaker.
    return r.doc.tokens.sentence[end < begin ? end : end - 1] + 1 >= r.doc.tokens.sentence[begin];
}

}  // namespace lede::quotes
