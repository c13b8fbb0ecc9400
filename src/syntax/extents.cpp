#include "syntax/extents.h"

#include <algorithm>

namespace lede {

namespace {

// What belongs to a noun, as opposed to the clause whose predicate it may be ("she is the mayor").
bool is_part(Deprel relation) {
    switch (relation) {
        case Deprel::det:
        case Deprel::det_predet:
        case Deprel::amod:
        case Deprel::nummod:
        case Deprel::compound:
        case Deprel::nmod:
        case Deprel::nmod_poss:
        case Deprel::nmod_desc:
        case Deprel::nmod_unmarked:
        case Deprel::acl:
        case Deprel::acl_relcl:
        case Deprel::appos:
        case Deprel::flat:
        case Deprel::flat_foreign:
        case Deprel::fixed:
        case Deprel::goeswith:
            return true;
        default:
            return false;
    }
}

void widen(TokenRange& range, TokenRange by) {
    range.begin = std::min(range.begin, by.begin);
    range.end = std::max(range.end, by.end);
}

class ExtentFinder {
  public:
    explicit ExtentFinder(const Document& doc) : doc_(doc), whole_(find_subtrees(doc)) {}

    std::vector<Extent> find() {
        std::vector<Extent> extents(doc_.tokens.size());
        for (Index t = 0; t < extents.size(); ++t)
            extents[t].core = extents[t].phrase = extents[t].joined = {t, t + 1};
        for (Index t = 0; t < extents.size(); ++t) {
            const Index head = doc_.tokens.head[t];
            if (head == none) continue;
            const Deprel relation = doc_.tokens.deprel[t];
            Extent& extent = extents[head];
            const bool ending = relation == Deprel::case_ && doc_.tokens.xpos[t] == Xpos::POS;
            if (is_part(relation) || ending) {
                if (t < head || ending) widen(extent.core, whole_[t]);
                widen(extent.phrase, whole_[t]);
            } else if (relation == Deprel::conj && t > head) {
                extent.joined.end = std::max(extent.joined.end, end_of_conjunct(t));
            }
        }
        for (Index t = 0; t < extents.size(); ++t) {
            Extent& extent = extents[t];
            const bool joined = extent.joined.end > extent.phrase.end;
            extent.joined = joined ? TokenRange{extent.phrase.begin, extent.joined.end} : TokenRange{t, t};
            trim(extent.core, t);
            trim(extent.phrase, t);
            if (joined) trim(extent.joined, t);
        }
        return extents;
    }

  private:
    Index end_of_conjunct(Index t) const { return whole_[t].end; }

    bool is_mark(Index t) const { return doc_.tokens.upos[t] == Upos::PUNCT; }

    void trim(TokenRange& range, Index head) const {
        while (range.begin < head && is_mark(range.begin)) {
            const Xpos tag = doc_.tokens.xpos[range.begin];
            if ((tag == Xpos::OPEN_QUOTE || tag == Xpos::LRB) && range.end > head + 1 &&
                is_mark(range.end - 1))
                break;
            ++range.begin;
        }
        while (range.end > head + 1 && is_mark(range.end - 1)) {
            if (closes_one_inside(range)) break;
            --range.end;
        }
    }

    bool closes_one_inside(TokenRange range) const {
        const Xpos closing = doc_.tokens.xpos[range.end - 1];
        const Xpos opening = closing == Xpos::RRB           ? Xpos::LRB
                             : closing == Xpos::CLOSE_QUOTE ? Xpos::OPEN_QUOTE
                                                            : Xpos::XX;
        if (opening == Xpos::XX) return false;
        constexpr Index far = 40;  // tokens
        for (Index back = 2; back <= far && range.end - range.begin >= back; ++back)
            if (doc_.tokens.xpos[range.end - back] == opening) return true;
        return false;
    }

    const Document& doc_;
    std::vector<TokenRange> whole_;
};

}  // namespace

// From the leaves up.
std::vector<TokenRange> find_subtrees(const Document& doc) {
    const Index size = doc.tokens.size();
    std::vector<TokenRange> whole(size);
    std::vector<std::uint32_t> open(size);  // children not yet added up
    for (Index t = 0; t < size; ++t) {
        whole[t] = {t, t + 1};
        if (doc.tokens.head[t] != none) ++open[doc.tokens.head[t]];
    }
    std::vector<Index> ready;
    for (Index t = 0; t < size; ++t)
        if (open[t] == 0) ready.push_back(t);
    while (!ready.empty()) {
        const Index t = ready.back();
        ready.pop_back();
        const Index head = doc.tokens.head[t];
        if (head == none) continue;
        widen(whole[head], whole[t]);
        if (--open[head] == 0) ready.push_back(head);
    }
    return whole;
}

std::vector<Extent> find_extents(const Document& doc) { return ExtentFinder(doc).find(); }

Index top_within(const Document& doc, Index token, TokenRange within) {
    while (doc.tokens.head[token] != none && within.contains(doc.tokens.head[token]))
        token = doc.tokens.head[token];
    return token;
}

Index top_verb(const Document& doc, TokenRange within) {
    for (Index token = within.begin; token < within.end; ++token) {
        const Index head = doc.tokens.head[token];
        if (doc.tokens.upos[token] == Upos::VERB && (head == none || !within.contains(head))) return token;
    }
    return none;
}

}  // namespace lede
