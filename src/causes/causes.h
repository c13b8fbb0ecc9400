// Stage: what led to what, and to what end.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `causes`.
void find_causes(Document& doc, const Resources& resources);

}  // namespace lede
