// Stage: what a careful editor would query.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `checks`. The only stage that also runs on text that is not English, to say so.
void find_checks(Document& doc, const Resources& resources);

}  // namespace lede
