// Stage: who did what to whom, when and where.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `events` in text order.
void find_events(Document& doc, const Resources& resources);

/// Fills `events` with all that may be one, unweighed: what the trainer of the weights (scripts/train/events)
/// learns from.
void find_event_candidates(Document& doc, const Resources& resources);

}  // namespace lede
