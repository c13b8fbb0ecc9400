// Stage: who did what to whom, when and where; who stands how to whom; what led to what.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `events` in text order.
void find_events(Document& doc, const Resources& resources);

/// Fills `relations`: facts and stances, each with its evidence.
void find_relations(Document& doc, const Resources& resources);

/// Fills `causes`.
void find_causes(Document& doc, const Resources& resources);

}  // namespace lede
