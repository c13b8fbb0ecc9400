// What a text says of a person, body or place beside its name: age, nationality, founder, place, body.
#pragma once

#include <vector>

#include "document.h"
#include "relations/relation_reading.h"
#include "resources.h"

namespace lede::relations {

/// Adds age: "Ann Lee, 61," and "19-year-old Bo Ek".
void find_ages(const RelationReading& reading, std::vector<Relation>& found);

/// Adds nationality: "the Nigerian poet Ife Chidi". Not of an office: "the Nigerian president" is one of
/// Nigeria.
void find_nationalities(const RelationReading& reading, const Resources& resources,
                        std::vector<Relation>& found);

/// Adds located_in, "Fresno, Calif.", "the Radisson Hotel in Amman"; member_of, "Ann Lee of the University of
/// Oslo"; part_of, "the Board of Review of the agency"; and founded_by, "a firm founded by Bo Ek".
void find_places_and_bodies(const RelationReading& reading, std::vector<Relation>& found);

}  // namespace lede::relations
