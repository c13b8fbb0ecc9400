#include <algorithm>

#include "propositions/subjects.h"
#include "relations/facts.h"
#include "syntax/noun_phrases.h"

namespace lede::relations {

namespace {

constexpr float score_of_age = 0.9F;

Index person_of_age(const RelationReading& reading, const Quantity& age) {
    const Document& doc = reading.doc;
    const TokenRange tokens = age.tokens;
    if (tokens.empty()) return none;
    const TokenRange sentence = reading.sentence_of(tokens.begin);
    // "Ann Lee, 61," and "Ann Lee (61)"; "Ann Lee, who is 61" below
    Index before = tokens.begin;
    if (before > sentence.begin + 1 && (reading.is(before - 1, "aged") || reading.is(before - 1, "age")))
        --before;
    if (before > sentence.begin + 1 &&
        (doc.tokens.xpos[before - 1] == Xpos::COMMA || doc.tokens.xpos[before - 1] == Xpos::LRB))
        if (const Index name = reading.person_before(before - 1); name != none)
            return doc.mentions[name].entity;
    if (before != tokens.begin && reading.person_before(before) != none)
        return doc.mentions[reading.person_before(before)].entity;
    // "19-year-old midfielder Bo Ek"
    constexpr Index longest = 4;
    const Index last = std::min(sentence.end, tokens.end + longest);
    for (Index token = tokens.end; token < last; ++token) {
        if (const Index name = reading.person_at(token); name != none)
            return token > tokens.end || doc.slice(age.span).find("old") != std::string_view::npos
                       ? doc.mentions[name].entity
                       : none;
        if (!is_noun(doc.tokens.xpos[token]) && doc.tokens.upos[token] != Upos::ADJ) break;
    }
    // "Ann Lee is 61", "she was 84 years old"
    for (Index token = tokens.begin; token < tokens.end; ++token) {
        const Index head = doc.tokens.head[token];
        if (head != none && tokens.contains(head)) continue;
        if (!reading.has_child(token, Deprel::cop) || reading.is_negated(token) || reading.has_modal(token))
            return none;
        return reading.person_of(subject_of(doc, reading.children, token));
    }
    return none;
}

// The words of an age with the nearest word that means its bearer, where one stands close.
TokenRange with_name(const RelationReading& reading, TokenRange age, Index entity) {
    constexpr Index farthest = 6;
    const TokenRange sentence = reading.sentence_of(age.begin);
    const Index first = age.begin - std::min(age.begin - sentence.begin, farthest);
    const Index last = std::min(sentence.end, age.end + farthest);
    for (Index token = age.begin; token-- > first;)
        if (reading.entity_of(token) == entity) return {token, age.end};
    for (Index token = age.end; token < last; ++token)
        if (reading.entity_of(token) == entity) return {age.begin, token + 1};
    return age;
}

}  // namespace

void find_ages(const RelationReading& reading, std::vector<Relation>& found) {
    const Document& doc = reading.doc;
    std::vector<bool> told(doc.entities.size(), false);
    for (const Quantity& age : doc.quantities) {
        if (age.kind != QuantityKind::age || age.upper) continue;
        const Index entity = person_of_age(reading, age);
        if (entity == none || told[entity]) continue;
        told[entity] = true;
        Relation relation;
        relation.subject = entity;
        relation.predicate = Predicate::age;
        relation.text = age.span;
        relation.evidence = doc.span_of(with_name(reading, age.tokens, entity));
        relation.score = score_of_age;
        found.push_back(relation);
    }
}

}  // namespace lede::relations
