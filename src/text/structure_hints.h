// What a caller knows about the parts of a text better than the model of lines does.
#pragma once

#include <vector>

#include "document.h"
#include "options.h"
#include "resources.h"
#include "text/lines.h"

namespace lede {

/// Corrects `blocks` and `other`. A line that is taken in becomes one block: what it was before, where a
/// piece of it was a block already, otherwise a caption, byline, date or headline that looks like one and of
/// which there is no other, or else a paragraph. All other lines stay as they are.
/// Time: n log n in the number of hints, linear in the number of lines.
/// @param lines of which `blocks` and `other` were made
void apply_hints(Document& doc, const std::vector<Line>& lines, const StructureHints& hints,
                 const Resources& resources);

}  // namespace lede
