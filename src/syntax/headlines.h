// Stage: participles of headlines.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Headlines leave "was" out and tell what happened in the present: "Minister urged to act", "Pair handed
/// bans". Reads such past forms as passive participles, and their subjects as those of passives. After
/// find_syntax's trees.
void read_headline_participles(Document& doc, const Resources& resources);

}  // namespace lede
