// Stage: names and their types.
#pragma once

#include "document.h"
#include "neural/name_scorer.h"
#include "resources.h"

namespace lede {

/// Fills `mentions` with the names, typed.
/// @param scores as find_syntax() returns them
void find_names(Document& doc, WordScores scores, const Resources& resources);

}  // namespace lede
