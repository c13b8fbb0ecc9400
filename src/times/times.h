// Stage: temporal expressions and their values.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `times` in text order, and `published` from the text where the caller gave no date.
void find_times(Document& doc, const Resources& resources);

}  // namespace lede
