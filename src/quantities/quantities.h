// Stage: numbers, money, percentages, measures, ages, and what they count.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `quantities` in text order. Numbers inside `times` are left out.
void find_quantities(Document& doc, const Resources& resources);

}  // namespace lede
