// Kin, members, founders and subsidiaries, where a noun says so: "his wife, Ann Lee", "a member of the
// court".
#pragma once

#include <vector>

#include "document.h"
#include "relations/relation_reading.h"
#include "resources.h"

namespace lede::relations {

/// Adds spouse, relative, member_of, founded_by and subsidiary_of. Both sides are entities, and who bears the
/// noun has a name.
void find_relational_nouns(const RelationReading& reading, const Resources& resources,
                           std::vector<Relation>& found);

}  // namespace lede::relations
