#include "relations/stance_reading.h"

#include <algorithm>

#include "propositions/subjects.h"
#include "syntax/labels.h"
#include "syntax/noun_phrases.h"

namespace lede::relations {

StanceReading::StanceReading(const RelationReading& reading, const Resources& resources)
    : relations(reading),
      doc(reading.doc),
      words(resources.table("stances")),
      subtrees_(find_subtrees(reading.doc)),
      event_of_(reading.doc.tokens.size(), none) {
    for (Index number = 0; number < doc.events.size(); ++number)
        event_of_[doc.events[number].trigger_token] = number;
}

Index StanceReading::oblique(Index verb, const StanceUse& use) const {
    const Children& children = relations.children;
    for (Index c = children.first(verb); c != none; c = children.next(c)) {
        const Deprel relation = doc.tokens.deprel[c];
        if (c < verb || (relation != Deprel::obl && relation != Deprel::obl_agent && relation != Deprel::nmod &&
                         relation != Deprel::advcl && relation != Deprel::xcomp && relation != Deprel::ccomp))
            continue;
        for (Index mark = children.first(c); mark != none && mark < c; mark = children.next(mark)) {
            const Deprel kind = doc.tokens.deprel[mark];
            if ((kind == Deprel::case_ || kind == Deprel::mark) && use.takes(doc.lower(mark)) &&
                doc.tokens.xpos[mark] != Xpos::TO)
                return c;
        }
    }
    return none;
}

Index StanceReading::infinitive_of(Index verb) const {
    const Children& children = relations.children;
    for (Index c = children.first(verb); c != none; c = children.next(c)) {
        const Deprel relation = doc.tokens.deprel[c];
        if (c < verb || (relation != Deprel::xcomp && relation != Deprel::ccomp && relation != Deprel::advcl))
            continue;
        for (Index mark = children.first(c); mark != none && mark < c; mark = children.next(mark))
            if (doc.tokens.xpos[mark] == Xpos::TO || (doc.tokens.deprel[mark] == Deprel::mark && relations.is(mark, "to")))
                return c;
    }
    return none;
}

Index StanceReading::gerund_of(Index verb) const {
    const Children& children = relations.children;
    for (Index c = children.first(verb); c != none; c = children.next(c)) {
        const Deprel relation = doc.tokens.deprel[c];
        if (c > verb && (relation == Deprel::xcomp || relation == Deprel::ccomp) &&
            doc.tokens.xpos[c] == Xpos::VBG)
            return c;
    }
    return none;
}

Index StanceReading::finite_clause_of(Index verb) const {
    const Children& children = relations.children;
    for (Index c = children.first(verb); c != none; c = children.next(c)) {
        if (c < verb || doc.tokens.deprel[c] != Deprel::ccomp || doc.tokens.xpos[c] == Xpos::VBG) continue;
        bool question = false;
        for (Index mark = children.first(c); mark != none && mark < c; mark = children.next(mark))
            question |= relations.is(mark, "if") || relations.is(mark, "whether") ||
                        doc.tokens.xpos[mark] == Xpos::WRB || doc.tokens.xpos[mark] == Xpos::TO;
        if (!question) return c;
    }
    return none;
}

Index StanceReading::subject_in(Index clause) const {
    const Children& children = relations.children;
    for (Index c = children.first(clause); c != none && c < clause; c = children.next(c))
        if (is_subject(doc.tokens.deprel[c])) return c;
    return none;
}

bool StanceReading::is_passive(Index verb) const {
    const Children& children = relations.children;
    if (children.find(doc, verb, Deprel::aux_pass) != none || children.find(doc, verb, Deprel::nsubj_pass) != none)
        return true;
    return doc.tokens.xpos[verb] == Xpos::VBN && children.find(doc, verb, Deprel::aux) == none;
}

Index StanceReading::agent_of(Index verb) const {
    const Children& children = relations.children;
    if (is_passive(verb)) return children.find(doc, verb, Deprel::obl_agent);
    const Index number = doc.tokens.proposition[verb];
    const Index subject = subject_of(doc, children, verb);
    if (subject != none) return subject;
    return number != none && doc.propositions[number].agent ? doc.propositions[number].agent->head : none;
}

Index StanceReading::object_of(Index verb) const {
    const Children& children = relations.children;
    if (is_passive(verb)) {
        if (const Index subject = children.find(doc, verb, Deprel::nsubj_pass); subject != none) return subject;
        const Index head = doc.tokens.head[verb];
        const bool reduced = doc.tokens.deprel[verb] == Deprel::acl || doc.tokens.deprel[verb] == Deprel::acl_relcl;
        return reduced && is_noun(doc.tokens.xpos[head]) ? head : none;
    }
    return children.find(doc, verb, Deprel::obj);
}

bool StanceReading::is_told(Index predicate) const {
    const TokenRange sentence = relations.sentence_of(predicate);
    if (relations.is(sentence.end - 1, "?")) return false;
    const Index number = doc.tokens.proposition[predicate];
    bool would = false, modal = false;
    for (Index c = relations.children.first(predicate); c != none; c = relations.children.next(c)) {
        if (doc.tokens.deprel[c] == Deprel::advcl)
            for (Index mark = relations.children.first(c); mark != none && mark < c; mark = relations.children.next(mark))
                if (relations.is(mark, "if") || relations.is(mark, "unless")) return false;
        if (doc.tokens.xpos[c] != Xpos::MD) continue;
        modal = true;
        const std::string_view lemma = doc.lower(c);
        would |= lemma == "would" || lemma == "will" || lemma == "'ll" || lemma == "must";
    }
    if (modal) return would;
    if (number == none) return true;
    const Modality modality = doc.propositions[number].modality;
    return modality == Modality::asserted || modality == Modality::planned;
}

bool StanceReading::is_person(Index head) const {
    const Index entity = relations.entity_of(head);
    return entity != none && doc.entities[entity].type == EntityType::PERSON;
}

bool StanceReading::can_act(Index head) const {
    const Index entity = relations.entity_of(head);
    if (entity == none) return doc.tokens.xpos[head] == Xpos::NNS;
    const EntityType type = doc.entities[entity].type;
    return type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::GPE || type == EntityType::NORP;
}

TokenRange StanceReading::phrase_at(Index head) const {
    const bool verb = doc.tokens.upos[head] == Upos::VERB || doc.tokens.upos[head] == Upos::AUX;
    const TokenRange range = verb ? subtrees_[head] : relations.extents[head].phrase;
    return range.contains(head) ? range : TokenRange{head, head + 1};
}

StanceTarget StanceReading::target_at(Index head) const {
    StanceTarget target;
    target.entity = relations.entity_of(head);
    if (target.entity != none) return target;
    target.event = event_of_[head];
    if (target.event == none) target.span = doc.span_of(phrase_at(head));
    return target;
}

void StanceReading::add(Index holder, Predicate predicate, Index target, TokenRange said, float score,
                        std::vector<Relation>& found) const {
    if (holder == none || target == none || holder == target) return;
    add_of_entity(relations.entity_of(holder), holder, predicate, target, said, score, found);
    constexpr int most_joined = 8;
    int joined = 0;
    for (Index c = relations.children.first(holder); c != none && joined < most_joined; c = relations.children.next(c)) {
        if (doc.tokens.deprel[c] != Deprel::conj || !is_noun(doc.tokens.xpos[c])) continue;
        ++joined;
        add_of_entity(relations.entity_of(c), c, predicate, target, said, score, found);
    }
}

void StanceReading::add_of_entity(Index entity, Index holder, Predicate predicate, Index target, TokenRange said,
                                  float score, std::vector<Relation>& found) const {
    if (entity == none) return;
    Relation relation;
    relation.subject = entity;
    relation.predicate = predicate;
    relation.target = target_at(target);
    if (relation.target->entity == entity) return;
    const TokenRange phrase = phrase_at(target);
    const TokenRange sentence = relations.sentence_of(target);
    TokenRange text = said;
    if (sentence.contains(said.begin)) {
        text = {std::min(said.begin, phrase.begin), std::max(said.end, phrase.end)};
        if (phrase.begin < said.begin) text = {phrase.begin, said.end};
    }
    relation.text = doc.span_of(text);
    TokenRange evidence = text;
    if (holder != none && relations.sentence_of(holder) == sentence) {
        evidence.begin = std::min(evidence.begin, phrase_at(holder).begin);
        evidence.end = std::max(evidence.end, holder + 1);
    }
    relation.evidence = doc.span_of(evidence);
    relation.score = score;
    found.push_back(relation);
}

}  // namespace lede::relations
