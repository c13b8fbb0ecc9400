#include "propositions/clause.h"

#include <algorithm>
#include <iterator>

#include "propositions/subjects.h"
#include "propositions/word_order.h"
#include "syntax/labels.h"

namespace lede {

namespace {

bool is_nominal(const Document& doc, Index token) {
    const Xpos tag = doc.tokens.xpos[token];
    return is_noun(tag) || tag == Xpos::PRP || tag == Xpos::CD || tag == Xpos::DT || tag == Xpos::JJ ||
           tag == Xpos::JJS || tag == Xpos::DOLLAR || tag == Xpos::NFP;
}

// By the auxiliary before the participle; a bare participle is passive unless an object follows it ("a bomb
// killed 22 people", where the tagger took the past tense for a participle).
bool is_passive(const Syntax& syntax, Index verb, int depth = 0) {
    const Document& doc = syntax.doc;
    if (doc.tokens.xpos[verb] != Xpos::VBN) return false;
    const Index first = doc.sentences[doc.tokens.sentence[verb]].tokens.begin;
    for (Index at = verb; at > first;) {
        --at;
        const std::string_view lemma = doc.lemma(at);
        if (lemma == "be" || lemma == "get") return true;
        if (lemma == "have") return false;
        const Xpos tag = doc.tokens.xpos[at];
        const bool adverb = tag == Xpos::RB || tag == Xpos::RBR || doc.lower(at) == "neither";
        if (!adverb && tag != Xpos::PRP) break;
    }
    constexpr int longest_coordination = 4;
    const Index head = doc.tokens.head[verb];
    if (doc.tokens.deprel[verb] == Deprel::conj && head != none && depth < longest_coordination &&
        doc.tokens.xpos[head] == Xpos::VBN)
        return is_passive(syntax, head, depth + 1);
    if (syntax.children.find(doc, verb, Deprel::obj) != none) return false;
    // "Councillors voted": no participle by itself has a subject that acts.
    if (head == none && syntax.children.find(doc, verb, Deprel::nsubj) != none) return false;
    const Index next = verb + 1 < doc.tokens.size() ? syntax.phrases.at(verb + 1) : none;
    return next == none || doc.tokens.sentence[verb + 1] != doc.tokens.sentence[verb] ||
           doc.tokens.deprel[verb] == Deprel::acl;
}

// Words before a noun that may as well begin a clause.
bool is_conjunction(std::string_view word) {
    static constexpr std::string_view words[] = {"after", "as", "before", "since", "until"};
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "after IBM, a pioneer, sold its plant", where the tree took the conjunction for a preposition.
Index behind_conjunction(const Syntax& syntax, Index above, Index verb) {
    Index found = none;
    for (Index child = syntax.children.first(above); child != none && child < verb;
         child = syntax.children.next(child)) {
        if (syntax.doc.tokens.deprel[child] != Deprel::obl) continue;
        const Index link = syntax.children.find(syntax.doc, child, Deprel::case_);
        if (link != none && is_conjunction(syntax.doc.lower(link))) found = child;
    }
    return found;
}

// The nearest before the verb, where the tree has several: the others are outer ones or mistakes.
Index own_subject(const Syntax& syntax, Index verb) {
    const Document& doc = syntax.doc;
    Index subject = none;
    for (Index child = syntax.children.first(verb); child != none; child = syntax.children.next(child)) {
        if (!is_subject(doc.tokens.deprel[child])) continue;
        if (subject == none || child < verb) subject = child;
    }
    if (subject != none || !is_finite(doc, verb)) return subject;
    subject = behind_conjunction(syntax, verb, verb);
    const bool clause = doc.tokens.deprel[verb] == Deprel::advcl && verb > 0 && doc.lower(verb - 1) == ",";
    return subject == none && clause ? behind_conjunction(syntax, doc.tokens.head[verb], verb) : subject;
}

// What "who", "which" and "that" stand for: the noun that the clause belongs to.
Index antecedent(const Document& doc, Index clause_head, Index pronoun) {
    if (!is_relative_pronoun(doc, pronoun)) return pronoun;
    const Deprel relation = doc.tokens.deprel[clause_head];
    return relation == Deprel::acl_relcl || relation == Deprel::acl ? doc.tokens.head[clause_head] : none;
}

// "They spent years building it": who spends builds.
bool spends(const Document& doc, Index verb) {
    return verb != none && (doc.lemma(verb) == "spend" || doc.lemma(verb) == "waste");
}

// "accused the builder *of damaging the wall*", where the tree hangs the clause on the noun: the builder did.
bool is_charge(const Syntax& syntax, Index noun) {
    const Document& doc = syntax.doc;
    const Index verb = doc.tokens.head[noun];
    return verb != none && doc.tokens.deprel[noun] == Deprel::obj &&
           syntax.words.has("takes_act", doc.lemma(verb));
}

// "They thanked her for coming", "… accused her of lying": she came and lied.
bool object_acts(const Syntax& syntax, Index verb) {
    const Document& doc = syntax.doc;
    if (doc.tokens.xpos[verb] != Xpos::VBG) return false;
    const Index mark = syntax.children.find(doc, verb, Deprel::mark);
    if (mark == none || syntax.children.find(doc, doc.tokens.head[verb], Deprel::obj) == none) return false;
    static constexpr std::string_view links[] = {"against", "for", "from", "into", "of", "with"};
    return std::find(std::begin(links), std::end(links), doc.lower(mark)) != std::end(links);
}

// The subject of a verb, or who does what a verb without one tells, by the rules of control.
Index subject_or_controller_of(const Syntax& syntax, Index verb) {
    constexpr int longest_chain = 6;
    const Document& doc = syntax.doc;
    for (int step = 0; step < longest_chain && verb != none; ++step) {
        if (const Index subject = own_subject(syntax, verb); subject != none)
            return antecedent(doc, verb, subject);
        const Index head = doc.tokens.head[verb];
        if (head == none) return none;
        switch (doc.tokens.deprel[verb]) {
            case Deprel::xcomp: {
                // "They urged him to leave": he leaves.
                const Index object = syntax.children.find(doc, head, Deprel::obj);
                if (object != none && !spends(doc, head)) return object;
                break;
            }
            case Deprel::acl:
                // "He is in the midst of leaving": he leaves.
                if (syntax.children.find(doc, verb, Deprel::mark) != none && !is_charge(syntax, head)) break;
                return is_nominal(doc, head) && doc.tokens.xpos[verb] != Xpos::VB ? head : none;
            case Deprel::advcl:
                if (object_acts(syntax, verb)) return syntax.children.find(doc, head, Deprel::obj);
                break;
            case Deprel::conj:
            case Deprel::ccomp:
            case Deprel::parataxis:
                if (doc.tokens.deprel[verb] == Deprel::ccomp && doc.tokens.xpos[verb] != Xpos::VB)
                    return none;
                break;
            default:
                return none;
        }
        verb = head;
    }
    return none;
}

void read_dependents(const Syntax& syntax, Clause& clause) {
    const Document& doc = syntax.doc;
    for (Index child = syntax.children.first(clause.verb); child != none;
         child = syntax.children.next(child)) {
        switch (doc.tokens.deprel[child]) {
            case Deprel::obj:
                clause.object = antecedent(doc, clause.verb, child);
                if (clause.object != child && clause.object != none && is_circumstance(syntax, clause.object))
                    clause.object = none;
                break;
            case Deprel::iobj:
                clause.recipient = child;
                break;
            case Deprel::compound_prt:
                clause.particle = child;
                break;
            case Deprel::obl_agent:
            case Deprel::obl: {
                const Index preposition = syntax.children.find(doc, child, Deprel::case_);
                if (preposition != none) clause.obliques.push_back({preposition, child});
                break;
            }
            default:
                break;
        }
    }
    if (!clause.passive || clause.agent != none) return;
    const Index by = clause.verb + 1;
    const Index end = doc.sentences[doc.tokens.sentence[clause.verb]].tokens.end;
    const auto take = [&](Index head) {
        if (clause.agent == none && head != none && !tells_amount(syntax, head)) clause.agent = head;
    };
    if (by < end && doc.lower(by) == "by") take(phrase_head_at(syntax, by + 1, end));
    for (const Oblique& oblique : clause.obliques)
        if (doc.lower(oblique.preposition) == "by") take(oblique.head);
}

}  // namespace

bool tells_amount(const Syntax& syntax, Index token) {
    const Document& doc = syntax.doc;
    if (doc.tokens.xpos[token] == Xpos::CD) return true;  // "voted by 23 to 21"
    if (syntax.words.has("amount", doc.lemma(token))) return true;
    const auto behind =
        std::partition_point(doc.quantities.begin(), doc.quantities.end(),
                             [&](const Quantity& quantity) { return quantity.tokens.end <= token; });
    return behind != doc.quantities.end() && behind->tokens.contains(token) &&
           behind->kind != QuantityKind::cardinal && behind->kind != QuantityKind::ordinal;
}

bool is_circumstance(const Syntax& syntax, Index noun) {
    return syntax.words.has("circumstance", syntax.doc.lemma(noun));
}

namespace {

// "*aged 91*": the adjective belongs to the age.
void mark_age(const Document& doc, TokenRange age, std::vector<bool>& in_age) {
    for (Index token = age.begin; token < age.end; ++token) in_age[token] = true;
    if (age.begin > 0 && doc.tokens.upos[age.begin - 1] == Upos::ADJ) in_age[age.begin - 1] = true;
}

}  // namespace

Syntax::Syntax(const Document& document, const Resources& resources)
    : doc(document),
      children(document),
      phrases(document),
      mention_of(document.tokens.size(), none),
      in_time(document.tokens.size(), false),
      in_age(document.tokens.size(), false),
      words(resources.table("clause_words")) {
    for (const Time& time : doc.times)
        for (Index token = time.tokens.begin; token < time.tokens.end; ++token) in_time[token] = true;
    for (const Quantity& quantity : doc.quantities)
        if (quantity.kind == QuantityKind::age) mark_age(document, quantity.tokens, in_age);
    for (Index number = 0; number < doc.mentions.size(); ++number)
        if (const Index head = doc.head_token(doc.mentions[number]); head != none) mention_of[head] = number;
}

Clause read_clause(const Syntax& syntax, Index verb) {
    const Document& doc = syntax.doc;
    Clause clause;
    clause.verb = verb;
    clause.passive = is_passive(syntax, verb);
    read_dependents(syntax, clause);
    clause.subject = subject_or_controller_of(syntax, verb);
    const Xpos tag = doc.tokens.xpos[verb];
    if (is_finite(doc, verb) || tag == Xpos::VB) {
        // "Sorting out the debt would help": an act is no participant.
        const bool act = syntax.children.find(doc, verb, Deprel::csubj) != none;
        const Ordered ordered = subject_by_order(syntax, verb);
        if (!act && (clause.subject == none || ordered.sure)) clause.subject = ordered.head;
    } else if (verb > 0 && doc.tokens.sentence[verb - 1] == doc.tokens.sentence[verb] &&
               syntax.phrases.at(verb - 1) != none && !syntax.in_time[verb - 1] &&
               !spends(doc, doc.tokens.head[verb - 1])) {
        // "the coalition fighting the rebels"
        clause.subject = syntax.phrases[syntax.phrases.at(verb - 1)].head;
    }
    if (!clause.passive && doc.tokens.deprel[verb] != Deprel::acl_relcl)
        read_objects_by_order(syntax, clause);
    if (clause.object == clause.subject) clause.object = none;
    if (clause.passive) {
        if (clause.object == none)
            clause.object = clause.subject;
        else if (clause.recipient == none)
            clause.recipient = clause.subject;
        clause.subject = clause.agent;
    }
    // A relative clause without its pronoun: "the deal France signed".
    if (clause.object == none && doc.tokens.deprel[verb] == Deprel::acl_relcl &&
        doc.tokens.head[verb] != none && clause.subject != none && clause.subject != doc.tokens.head[verb] &&
        clause.obliques.empty() && !is_circumstance(syntax, doc.tokens.head[verb]))
        clause.object = doc.tokens.head[verb];
    return clause;
}

}  // namespace lede
