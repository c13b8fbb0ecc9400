// Stage: how people and bodies relate to each other, and where they stand.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `relations`: facts and stances, each with its evidence.
void find_relations(Document& doc, const Resources& resources);

}  // namespace lede
