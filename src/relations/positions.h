// Who holds which office: "Communications Minister Ana Ruiz", "Ann Lee, the mayor of Skarra".
#pragma once

#include <vector>

#include "document.h"
#include "relations/relation_reading.h"
#include "resources.h"

namespace lede::relations {

/// Adds a relation for each office of each named person, in text order, each office once. Of two titles that
/// say the same the fuller one stays: "Russian President", not "President".
void find_positions(const RelationReading& reading, const Resources& resources, std::vector<Relation>& found);

}  // namespace lede::relations
