// Stage: what people believe, hope, want and plan.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `attitudes` in the order of their cues, with their entities.
void find_attitudes(Document& doc, const Resources& resources);

}  // namespace lede
