#include "propositions/word_order.h"

namespace lede {

namespace {

// "the attack that killed", "officials who said": the noun phrase that a relative pronoun follows.
Index antecedent_by_order(const Syntax& syntax, Index pronoun, Index first) {
    Index at = pronoun;
    if (at > first && syntax.doc.tokens.xpos[at - 1] == Xpos::COMMA) --at;
    if (at == first) return none;
    const Index number = syntax.phrases.at(at - 1);
    return number == none ? none : syntax.phrases[number].head;
}

// Is a preposition really one, or does it open the clause of the verb? A clause opens the sentence or follows
// another verb ("NATO as an institution will join" against "troops fired as the crowd fled").
bool governs(const Syntax& syntax, Index preposition, Index verb, Index first) {
    const Document& doc = syntax.doc;
    const std::string_view word = doc.lower(preposition);
    const bool infinitive = verb > first && doc.tokens.xpos[verb - 1] == Xpos::TO;
    if (infinitive) return word != "for";
    if (!syntax.words.has("opens_clause", word)) return true;
    if (preposition == first) return false;
    for (Index at = first; at < preposition; ++at)
        if (doc.tokens.upos[at] == Upos::VERB) return false;
    return true;
}

// Where the clause goes on to the left of a comma or conjunction before a verb group: past an apposition
// ("Li, a lawyer, has refused") or back to the verb that this one is coordinated with. `none` where neither
// is there.
Index past_insertion(const Syntax& syntax, Index at, Index first) {
    const Document& doc = syntax.doc;
    const bool comma = doc.tokens.xpos[at] == Xpos::COMMA;
    constexpr Index reach = 24;
    for (Index step = 0; step < reach && at > first; ++step) {
        --at;
        const bool verb = doc.tokens.upos[at] == Upos::VERB && syntax.phrases.at(at) == none;
        if (comma && verb && doc.tokens.xpos[at] != Xpos::VBN && doc.tokens.xpos[at] != Xpos::VBG)
            return none;
        if (comma ? doc.tokens.xpos[at] == Xpos::COMMA : verb && doc.tokens.xpos[at] != Xpos::VBG) return at;
    }
    return none;
}

// May the subject of a verb begin here: at the start of the sentence, after a comma, quotation mark or
// subordinator? (What follows "and" may be coordinated with what stands before.) Of an infinitive only after
// "for".
bool begins_clause(const Document& doc, Index token, Index first, bool infinitive) {
    if (token == first) return !infinitive;
    if (infinitive) return doc.lower(token - 1) == "for";
    const Xpos before = doc.tokens.xpos[token - 1];
    return before == Xpos::COMMA || before == Xpos::COLON || before == Xpos::OPEN_QUOTE ||
           before == Xpos::CLOSE_QUOTE || before == Xpos::IN || before == Xpos::WRB;
}

}  // namespace

Ordered subject_by_order(const Syntax& syntax, Index verb) {
    const Document& doc = syntax.doc;
    const Index first = doc.sentences[doc.tokens.sentence[verb]].tokens.begin;
    constexpr int longest_chain = 4;
    int chain = 0;
    Index at = verb;
    while (at > first) {
        --at;
        const Xpos tag = doc.tokens.xpos[at];
        if (tag == Xpos::WDT || tag == Xpos::WP) {
            // "Conchita Martinez of Spain, who won": the tree knows better than what stands beside.
            const bool attached = doc.tokens.deprel[verb] == Deprel::acl_relcl &&
                                  doc.tokens.head[verb] < at &&
                                  is_noun(doc.tokens.xpos[doc.tokens.head[verb]]);
            return {attached ? doc.tokens.head[verb] : antecedent_by_order(syntax, at, first), chain == 0};
        }
        if (const Index number = syntax.phrases.at(at); number != none) {
            const BasePhrase& phrase = syntax.phrases[number];
            at = phrase.tokens.begin;
            const bool governed =
                at > first && doc.tokens.xpos[at - 1] == Xpos::IN && governs(syntax, at - 1, verb, first);
            if (!governed && !syntax.in_time[phrase.head]) {
                if (doc.tokens.xpos[phrase.head] == Xpos::EX) return {};
                return {phrase.head,
                        chain == 0 && begins_clause(doc, at, first, doc.tokens.xpos[verb - 1] == Xpos::TO)};
            }
            if (governed) --at;
            continue;
        }
        // "agreed to lift": who agrees lifts.
        const bool infinitive = tag == Xpos::TO && at > first && is_verb(doc.tokens.xpos[at - 1]);
        if (infinitive || tag == Xpos::CC || tag == Xpos::COMMA) {
            if (++chain > longest_chain) return {};
            at = infinitive ? at - 1 : past_insertion(syntax, at, first);
            if (at == none) return {};
            continue;
        }
        if (tag != Xpos::MD && tag != Xpos::RB && tag != Xpos::TO && doc.tokens.upos[at] != Upos::AUX)
            return {};
    }
    return {};
}

bool is_finite(const Document& doc, Index verb) {
    const Index first = doc.sentences[doc.tokens.sentence[verb]].tokens.begin;
    for (Index at = verb;; --at) {
        const Xpos tag = doc.tokens.xpos[at];
        if (tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD) return true;
        const bool in_group = at == verb || tag == Xpos::RB || doc.tokens.upos[at] == Upos::AUX;
        if (!in_group || at == first) return false;
    }
}

Index phrase_head_at(const Syntax& syntax, Index token, Index end) {
    if (token >= end) return none;
    const Index number = syntax.phrases.at(token);
    if (number == none || syntax.phrases[number].tokens.begin != token) return none;
    return syntax.in_time[syntax.phrases[number].head] ? none : syntax.phrases[number].head;
}

void read_objects_by_order(const Syntax& syntax, Clause& clause) {
    const Document& doc = syntax.doc;
    const Index end = doc.sentences[doc.tokens.sentence[clause.verb]].tokens.end;
    Index next = clause.verb + 1;
    while (next < end && syntax.in_time[next]) ++next;
    const Index head = phrase_head_at(syntax, next, end);
    if (head == none) return;
    // "admitted the festival may move": it is the subject of what is admitted.
    const Index complement = syntax.children.find(doc, clause.verb, Deprel::ccomp);
    if (clause.object == none && complement != none && doc.tokens.head[head] == complement) return;
    if (clause.object == none) clause.object = head;
    if (clause.object != head || clause.recipient != none) return;
    const Index second = phrase_head_at(syntax, syntax.phrases[syntax.phrases.at(head)].tokens.end, end);
    if (second == none || !is_noun(doc.tokens.xpos[second])) return;
    clause.recipient = head;
    clause.object = second;
}

}  // namespace lede
