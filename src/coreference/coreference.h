// Stage: which mentions mean one thing.
#pragma once

#include "coreference/group.h"
#include "document.h"
#include "resources.h"

namespace lede {

/// Adds the nominal and pronoun mentions that belong to a chain behind the names, and returns the groups that
/// the mentions fall into; entities/ makes the entities of them. Pronouns of the first person inside
/// quotations belong to the speaker.
Groups find_chains(Document& doc, const Resources& resources);

}  // namespace lede
