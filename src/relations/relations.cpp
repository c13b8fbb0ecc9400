#include "relations/relations.h"

#include <algorithm>

#include "relations/positions.h"
#include "relations/relation_reading.h"
#include "relations/stances.h"

namespace lede {

void find_relations(Document& doc, const Resources& resources) {
    const relations::RelationReading reading(doc);
    std::vector<Relation> found;
    relations::find_positions(reading, resources, found);
    relations::find_stances(reading, resources, found);
    std::stable_sort(found.begin(), found.end(), [](const Relation& a, const Relation& b) {
        return a.evidence.begin < b.evidence.begin;
    });
    doc.relations = std::move(found);
}

}  // namespace lede
