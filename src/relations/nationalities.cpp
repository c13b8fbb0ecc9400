#include "base/unicode.h"
#include "model/table.h"
#include "relations/facts.h"
#include "syntax/noun_phrases.h"
#include "text/phrase.h"

namespace lede::relations {

namespace {

constexpr float score_of_nationality = 0.75F;

// The name of a person in front of which, or beside which, a phrase with a head stands.
Index person_beside(const RelationReading& reading, Index head) {
    const Document& doc = reading.doc;
    const TokenRange sentence = reading.sentence_of(head);
    if (head + 1 < sentence.end)
        if (const Index name = reading.person_at(head + 1); name != none) return doc.mentions[name].entity;
    if (doc.tokens.deprel[head] == Deprel::appos) return reading.person_of(doc.tokens.head[head]);
    for (Index c = reading.children.first(head); c != none; c = reading.children.next(c))
        if (c > head && doc.tokens.deprel[c] == Deprel::appos && reading.person_of(c) != none)
            return reading.person_of(c);
    return none;
}

}  // namespace

void find_nationalities(const RelationReading& reading, const Resources& resources,
                        std::vector<Relation>& found) {
    const Document& doc = reading.doc;
    const Table demonyms = resources.table("demonyms"), persons = resources.table("person_nouns"),
                offices = resources.table("offices");
    std::vector<bool> told(doc.entities.size(), false);
    for (const Mention& mention : doc.mentions) {
        if (mention.kind != MentionKind::name || mention.type != EntityType::NORP || mention.tokens.empty())
            continue;
        if (!demonyms.contains(fold(doc.slice(mention.span)))) continue;
        const Index last = mention.tokens.end - 1;
        Index head = doc.tokens.head[last];
        if (doc.tokens.deprel[last] != Deprel::amod || head == none || head < last) continue;
        if (reading.name_around[head] != none) {
            // "Australian Bronte Hallidae" is told of the name itself.
            continue;
        }
        const auto office = offices.find(doc.lower(head));
        if ((office && field(*office, 0) != "which") || !persons.contains(doc.lemma(head))) continue;
        const Index entity = person_beside(reading, head);
        if (entity == none || told[entity]) continue;
        told[entity] = true;
        Relation relation;
        relation.subject = entity;
        relation.predicate = Predicate::nationality;
        relation.object = mention.entity;
        relation.text = mention.span;
        relation.evidence = doc.span_of({mention.tokens.begin, head + 1});
        relation.score = score_of_nationality;
        found.push_back(relation);
    }
}

}  // namespace lede::relations
