#include "propositions/subjects.h"

#include "syntax/labels.h"
#include "syntax/noun_phrases.h"

namespace lede {

namespace {

// The nearest before the predicate, where the tree has several.
Index own_subject(const Document& doc, const Children& children, Index predicate) {
    Index subject = none;
    for (Index c = children.first(predicate); c != none && c < predicate; c = children.next(c))
        if (is_subject(doc.tokens.deprel[c])) subject = c;
    return subject;
}

}  // namespace

bool is_relative_pronoun(const Document& doc, Index token) {
    const Xpos tag = doc.tokens.xpos[token];
    return tag == Xpos::WDT || tag == Xpos::WP || (tag == Xpos::IN && doc.lower(token) == "that");
}

Index subject_of(const Document& doc, const Children& children, Index predicate) {
    constexpr int longest_chain = 6;
    const auto& tokens = doc.tokens;
    for (int step = 0; step < longest_chain && predicate != none; ++step) {
        if (children.find(doc, predicate, Deprel::expl) != none) return none;
        const Deprel relation = tokens.deprel[predicate];
        const Index head = tokens.head[predicate];
        if (const Index subject = own_subject(doc, children, predicate); subject != none) {
            if (!is_relative_pronoun(doc, subject)) return subject;
            return relation == Deprel::acl_relcl || relation == Deprel::acl ? head : none;
        }
        if (head == none) return none;
        switch (relation) {
            case Deprel::xcomp:
                if (const Index object = children.find(doc, head, Deprel::obj); object != none) return object;
                break;
            case Deprel::acl:
                return is_noun(tokens.xpos[head]) && tokens.xpos[predicate] != Xpos::VB ? head : none;
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

}  // namespace lede
