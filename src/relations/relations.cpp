#include "relations/relations.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "relations/facts.h"
#include "relations/positions.h"
#include "relations/relation_reading.h"
#include "relations/relational_nouns.h"
#include "relations/stances.h"

namespace lede {

namespace {

// A fact that is told twice stands once, where it is told first.
void drop_repeated(std::vector<Relation>& facts) {
    const auto key = [](const Relation& fact) {
        return std::tuple(fact.subject, fact.predicate, fact.object);
    };
    std::stable_sort(facts.begin(), facts.end(), [&](const Relation& a, const Relation& b) {
        return std::tuple(key(a), a.evidence.begin) < std::tuple(key(b), b.evidence.begin);
    });
    const auto same = [&](const Relation& a, const Relation& b) { return key(a) == key(b); };
    facts.erase(std::unique(facts.begin(), facts.end(), same), facts.end());
}

}  // namespace

void find_relations(Document& doc, const Resources& resources) {
    const relations::RelationReading reading(doc, resources);
    std::vector<Relation> found;
    relations::find_ages(reading, found);
    relations::find_nationalities(reading, resources, found);
    relations::find_relational_nouns(reading, resources, found);
    relations::find_places_and_bodies(reading, found);
    drop_repeated(found);
    relations::find_positions(reading, resources, found);
    relations::find_stances(reading, resources, found);
    std::stable_sort(found.begin(), found.end(), [](const Relation& a, const Relation& b) {
        return a.evidence.begin < b.evidence.begin;
    });
    doc.relations = std::move(found);
}

}  // namespace lede
