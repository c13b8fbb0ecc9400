// Who takes a side: "opposition leaders blame the government", "supporters of the president".
#pragma once

#include "attitudes/stance_words.h"
#include "coreference/candidates.h"
#include "document.h"

namespace lede::coreference {

/// Does a phrase stand where the holder of a stance does? Such a phrase becomes an entity even if the text
/// names it once only, since a stance needs its holder.
bool takes_side(const Document& doc, const Candidate& candidate, const attitudes::StanceWords& stances);

}  // namespace lede::coreference
