// Grouping the tokens of a block into sentences.
#pragma once

#include "document.h"
#include "neural/linear_model.h"
#include "text/boundaries.h"

namespace lede {

/// Appends to `sentences`, for the tokens of one block, whose columns span and lower are filled.
/// @param gaps of the same document. @param model sentences.bin.
void split_sentences(Document& doc, TokenRange tokens, Index block, Boundaries& gaps,
                     const LinearModel& model);

}  // namespace lede
