// Who is for or against whom or what: "The union opposes the merger", "praise for the rescuers".
#pragma once

#include <vector>

#include "document.h"
#include "relations/relation_reading.h"
#include "resources.h"

namespace lede::relations {

/// Adds the stances that the text says plainly. A stance has a holder, which is an entity, and a target.
/// Silent where something is only asked for, denied or possible.
void find_stances(const RelationReading& reading, const Resources& resources, std::vector<Relation>& found);

}  // namespace lede::relations
