#include "attitudes/holders.h"

#include "propositions/subjects.h"
#include "quotes/attribution/clauses.h"

namespace lede::attitudes {

using namespace quotes;

namespace {

bool has_expletive(const Reading& r, const Trees& trees, Index predicate) {
    return trees.children.find(r.doc, predicate, Deprel::expl) != none;
}

// Who "has plans to", "voiced the hope that".
Index holder_of_noun(const Reading& r, const Trees& trees, const WordClasses& words, Index noun) {
    const Index possessor = trees.children.find(r.doc, noun, Deprel::nmod_poss);
    if (possessor != none) return r.in_time[possessor] ? none : possessor;
    const Index head = r.doc.tokens.head[noun];
    if (head == none || r.doc.tokens.deprel[noun] != Deprel::obj ||
        !words.has("light_verb", r.doc.lemma(head)))
        return none;
    return subject_of(r.doc, trees.children, head);
}

// Of a verb, who does what it says; of an adjective, of whom it is told.
Index agent_of(const Reading& r, const Trees& trees, Index predicate) {
    const Index number = r.doc.tokens.proposition[predicate];
    if (number != none && r.doc.propositions[number].agent) return r.doc.propositions[number].agent->head;
    return subject_of(r.doc, trees.children, predicate);
}

}  // namespace

NounPhrase phrase_of(const Reading& r, const Trees& trees, Index head, Index cue) {
    const Extent& extent = trees.extents[head];
    TokenRange range = extent.joined.empty() ? extent.phrase : extent.joined;
    if (extent.joined.empty() || r.has_finite(range)) range = extent.phrase;
    // Without what follows as an apposition or a relative clause.
    for (Index t = head + 1; t < range.end; ++t)
        if ((r.is_comma(t) && extent.joined.empty()) || r.tag(t) == Xpos::WDT || r.tag(t) == Xpos::WP ||
            r.tag(t) == Xpos::WPS || r.is_finite(t) || is_mark(r, t) || t == cue) {
            range.end = t;
            break;
        }
    while (range.end > head + 1 && !r.is_word(range.end - 1)) --range.end;
    if (range.end > head + 1 && r.tag(range.end - 1) == Xpos::POS) --range.end;
    while (range.begin < head && !r.is_word(range.begin)) ++range.begin;
    return {range, head};
}

std::optional<NounPhrase> find_holder(const Reading& r, const Trees& trees, const WordClasses& words,
                                      const AttitudeCue& cue) {
    Index head = none;
    if (cue.form == AttitudeForm::noun) {
        head = holder_of_noun(r, trees, words, cue.token);
    } else if (cue.form == AttitudeForm::passive) {
        head = trees.children.find(r.doc, cue.token, Deprel::obl_agent);
    } else {
        head = agent_of(r, trees, cue.predicate);
        if (head == none && r.is_finite(cue.predicate) && !has_expletive(r, trees, cue.predicate))
            if (cue.predicate > r.sentence_of(cue.token).begin)
                return phrase_ending_at(r, cue.predicate - 1, r.sentence_of(cue.token).begin);
    }
    if (head == none) return std::nullopt;
    return phrase_of(r, trees, head, cue.token);
}

}  // namespace lede::attitudes
