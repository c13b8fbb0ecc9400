// The day on which an article came out.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede::times {

/// Sets `published` from the date lines of the page, those that say "Published" before others and before days
/// of a change. Leaves it alone where no day is written in full, or day and month could be either way round.
void find_published(Document& doc, const Resources& resources);

}  // namespace lede::times
