// Causes and purposes as spans: the two sides of the links that the propositions tell of.
#include "causes/causes.h"

#include <algorithm>

#include "propositions/propositions.h"
#include "syntax/children.h"
#include "syntax/extents.h"

namespace lede {

namespace {

// Clauses that stand beside what a clause says: "he said", "…, and left".
bool is_aside(Deprel relation) {
    return relation == Deprel::advcl || relation == Deprel::parataxis || relation == Deprel::discourse ||
           relation == Deprel::cc;
}

class CauseFinder {
  public:
    explicit CauseFinder(Document& doc)
        : doc_(doc), children_(doc), extents_(find_extents(doc)), subtrees_(find_subtrees(doc)) {}

    void find() {
        for (const ClauseLink& link : doc_.clause_links) {
            const bool why = link.kind == ClauseRelation::reason || link.kind == ClauseRelation::purpose;
            // What is reached by some means is the goal of these.
            const bool means = link.kind == ClauseRelation::means;
            if (!why && !means && link.kind != ClauseRelation::result) continue;
            // What was voted is no purpose of the vote.
            if (link.kind == ClauseRelation::purpose && is_patient(doc_, link.governor, link.dependent))
                continue;
            const TokenRange dependent = dependent_side(link), governor = governor_side(link, dependent);
            if (dependent.empty() || governor.empty()) continue;
            Cause cause;
            cause.cause = doc_.span_of(why ? dependent : governor);
            cause.effect = doc_.span_of(why ? governor : dependent);
            if (cause.cause.overlaps(cause.effect)) continue;
            if (!link.signal.empty()) cause.signal = doc_.span_of(link.signal);
            cause.kind =
                means || link.kind == ClauseRelation::purpose ? CauseKind::purpose : CauseKind::cause;
            cause.score = link.score;
            doc_.causes.push_back(cause);
        }
    }

  private:
    bool is_across(const ClauseLink& link) const {
        return doc_.tokens.sentence[link.governor] != doc_.tokens.sentence[link.dependent];
    }

    TokenRange trimmed(TokenRange range) const {
        const auto is_edge = [&](Index t) {
            return doc_.tokens.upos[t] == Upos::PUNCT || doc_.tokens.upos[t] == Upos::CCONJ;
        };
        while (!range.empty() && is_edge(range.begin)) ++range.begin;
        while (!range.empty() && is_edge(range.end - 1)) --range.end;
        return range;
    }

    // Without the words that only link it: "*because* it snowed", "*in response to* the strike". An aim keeps
    // its "to".
    TokenRange dependent_side(const ClauseLink& link) const {
        const Index head = link.dependent;
        TokenRange range = subtrees_[head];
        if (is_across(link)) range = doc_.sentences[doc_.tokens.sentence[head]].tokens;
        const bool linked = !link.signal.empty() && link.signal.end <= head && link.signal.end > range.begin;
        if (linked)
            range.begin = link.signal.end;
        else if (link.kind != ClauseRelation::purpose)
            for (Index child = children_.first(head); child != none && child < head;
                 child = children_.next(child))
                if (doc_.tokens.deprel[child] == Deprel::mark || doc_.tokens.deprel[child] == Deprel::case_)
                    range.begin = std::max(range.begin, subtrees_[child].end);
        return trimmed(range);
    }

    // The words around the head that belong to its own clause, as far as they run on.
    TokenRange governor_side(const ClauseLink& link, TokenRange dependent) const {
        if (is_across(link)) return trimmed(doc_.sentences[doc_.tokens.sentence[link.governor]].tokens);
        Index head = link.governor;
        const bool below = subtrees_[head].contains(link.dependent);
        if (!below) return trimmed(before_or_after(extents_[head].phrase, head, dependent));
        // "an attempt *to win*", "a ban *because of* fires": the clause that the noun stands in.
        while (doc_.tokens.upos[head] == Upos::NOUN && doc_.tokens.head[head] != none && !has_subject(head))
            head = doc_.tokens.head[head];
        TokenRange range = subtrees_[head];
        for (Index child = children_.first(head); child != none; child = children_.next(child)) {
            const bool joined = doc_.tokens.deprel[child] == Deprel::conj && has_subject(child);
            if (!is_aside(doc_.tokens.deprel[child]) && !joined) continue;
            if (subtrees_[child].contains(link.dependent)) continue;
            range = before_or_after(range, head, subtrees_[child]);
        }
        TokenRange whole = dependent;
        if (!link.signal.empty() && link.signal.end <= dependent.begin)
            whole.begin = std::min(whole.begin, link.signal.begin);
        else
            whole.begin = std::min(whole.begin, subtrees_[link.dependent].begin);
        if (whole.contains(head)) whole = dependent;
        return trimmed(before_or_after(range, head, whole));
    }

    bool has_subject(Index token) const {
        return children_.find(doc_, token, Deprel::nsubj) != none ||
               children_.find(doc_, token, Deprel::nsubj_pass) != none;
    }

    // The part of a range that a cut leaves around a head.
    static TokenRange before_or_after(TokenRange range, Index head, TokenRange cut) {
        if (cut.contains(head)) return {head, head};
        if (cut.begin > head)
            range.end = std::min(range.end, cut.begin);
        else
            range.begin = std::max(range.begin, cut.end);
        return range;
    }

    Document& doc_;
    Children children_;
    std::vector<Extent> extents_;
    std::vector<TokenRange> subtrees_;
};

}  // namespace

void find_causes(Document& doc, const Resources&) { CauseFinder(doc).find(); }

}  // namespace lede
