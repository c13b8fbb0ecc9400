#include "attitudes/holders.h"

#include "quotes/attribution/clauses.h"
#include "syntax/labels.h"

namespace lede::attitudes {

using namespace quotes;

namespace {

bool is_relative_pronoun(const Reading& r, Index t) {
    return r.tag(t) == Xpos::WDT || r.tag(t) == Xpos::WP || (r.tag(t) == Xpos::IN && r.is(t, "that"));
}

bool has_expletive(const Reading& r, const Trees& trees, Index predicate) {
    return trees.children.find(r.doc, predicate, Deprel::expl) != none;
}

// The nearest before the predicate, where the tree has several.
Index own_subject(const Reading& r, const Trees& trees, Index predicate) {
    Index subject = none;
    for (Index c = trees.children.first(predicate); c != none; c = trees.children.next(c))
        if (is_subject(r.doc.tokens.deprel[c]) && c < predicate) subject = c;
    return subject;
}

// What a noun's holder does with it: "has plans to", "voiced the hope that".
bool is_light(std::string_view lemma) {
    return one_of(lemma,
                  "have,hold,express,voice,share,announce,make,take,outline,unveil,reveal,confirm,declare,"
                  "state,harbour,harbor,cherish,retain,reaffirm,form,disclose");
}

Index holder_of_noun(const Reading& r, const Trees& trees, Index noun) {
    const Index possessor = trees.children.find(r.doc, noun, Deprel::nmod_poss);
    if (possessor != none) return r.in_time[possessor] ? none : possessor;
    const Index head = r.doc.tokens.head[noun];
    if (head == none || r.doc.tokens.deprel[noun] != Deprel::obj || !is_light(r.doc.lemma(head))) return none;
    return subject_of(r, trees, head);
}

}  // namespace

Index subject_of(const Reading& r, const Trees& trees, Index predicate) {
    constexpr int longest_chain = 6;
    const auto& tokens = r.doc.tokens;
    for (int step = 0; step < longest_chain && predicate != none; ++step) {
        if (has_expletive(r, trees, predicate)) return none;
        const Deprel relation = tokens.deprel[predicate];
        const Index head = tokens.head[predicate];
        if (const Index subject = own_subject(r, trees, predicate); subject != none) {
            if (!is_relative_pronoun(r, subject)) return subject;
            return relation == Deprel::acl_relcl || relation == Deprel::acl ? head : none;
        }
        if (head == none) return none;
        switch (relation) {
            case Deprel::xcomp:
                if (const Index object = trees.children.find(r.doc, head, Deprel::obj); object != none)
                    return object;
                break;
            case Deprel::acl:
                return r.is_noun(head) && r.tag(predicate) != Xpos::VB ? head : none;
            case Deprel::conj:
            case Deprel::advcl:
            case Deprel::parataxis:
                break;
            default:
                return none;
        }
        predicate = head;
    }
    return none;
}

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

std::optional<NounPhrase> find_holder(const Reading& r, const Trees& trees, const AttitudeCue& cue) {
    Index head = none;
    if (cue.form == AttitudeForm::noun) {
        head = holder_of_noun(r, trees, cue.token);
    } else if (cue.form == AttitudeForm::passive) {
        head = trees.children.find(r.doc, cue.token, Deprel::obl_agent);
    } else {
        head = subject_of(r, trees, cue.predicate);
        if (head == none && r.is_finite(cue.predicate) && !has_expletive(r, trees, cue.predicate))
            if (cue.predicate > r.sentence_of(cue.token).begin)
                return phrase_ending_at(r, cue.predicate - 1, r.sentence_of(cue.token).begin);
    }
    if (head == none) return std::nullopt;
    return phrase_of(r, trees, head, cue.token);
}

}  // namespace lede::attitudes
