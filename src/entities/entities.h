// Stage: the things that an article tells of.
#pragma once

#include "coreference/coreference.h"
#include "document.h"
#include "resources.h"

namespace lede {

/// Puts `mentions` in text order, sets their `entity`, and fills `entities`, most prominent first: best name,
/// aliases, titles, salience and link. Groups without a mention are left out.
/// @param groups as find_chains() returns them
void find_entities(Document& doc, const Groups& groups, const Resources& resources);

}  // namespace lede
