#include "relations/stances.h"

#include <algorithm>
#include <tuple>

#include "relations/stance_reading.h"

namespace lede::relations {

namespace {

auto key(const Relation& relation) {
    const StanceTarget& target = *relation.target;
    return std::tuple(relation.subject, relation.predicate, target.entity, target.event, target.span);
}

}  // namespace

void find_stances(const RelationReading& reading, const Resources& resources, std::vector<Relation>& found) {
    const StanceReading stances(reading, resources);
    std::vector<Relation> all;
    find_verb_stances(stances, all);
    find_noun_stances(stances, all);
    find_judgements(stances, all);
    // Each once, where it is said first.
    std::stable_sort(all.begin(), all.end(), [](const Relation& a, const Relation& b) {
        return std::tuple(key(a), a.evidence.begin) < std::tuple(key(b), b.evidence.begin);
    });
    const auto last = std::unique(all.begin(), all.end(),
                                  [](const Relation& a, const Relation& b) { return key(a) == key(b); });
    found.insert(found.end(), all.begin(), last);
}

}  // namespace lede::relations
