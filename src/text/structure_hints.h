// What a caller knows about the parts of a text better than the model of lines does.
#pragma once

#include <vector>

#include "document.h"
#include "resources.h"
#include "text/lines.h"

namespace lede {

/// Places whose lines are part of the article, and places whose lines are not. In bytes; the order does not
/// matter, and a place beyond the text touches nothing. A line that both lists touch is out.
struct StructureHints {
    std::vector<Span> in, out;

    bool empty() const { return in.empty() && out.empty(); }
};

/// Corrects `blocks` and `other`. A line that is taken in becomes one block: what it was before, where a
/// piece of it was a block already, otherwise a caption, byline, date or headline that looks like one and of
/// which there is no other, or else a paragraph. All other lines stay as they are.
/// Time: n log n in the number of hints, linear in the number of lines.
/// @param lines of which `blocks` and `other` were made
void apply_hints(Document& doc, const std::vector<Line>& lines, const StructureHints& hints,
                 const Resources& resources);

}  // namespace lede
