// What is told of each entity once its mentions are known.
#pragma once

#include "coreference/group.h"
#include "document.h"
#include "names/lexicon.h"

namespace lede {

/// Sorts the mentions, makes the entities from the groups that `entity` of each mention points to, most
/// prominent first, and fills them in. Groups without a mention are left out.
void make_entities(Document& doc, const Lexicon& lexicon, const std::vector<Group>& groups);

}  // namespace lede
