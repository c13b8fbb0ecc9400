// Stage: parts of speech, morphological features, lemmas and dependency trees, by Universal Dependencies.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills the columns upos, xpos, feats, head and deprel, one projective tree a sentence, and leaves name_row
/// and name_scores for entities/: all that the neural core says, in one pass.
void find_syntax(Document& doc, const Resources& resources);

/// Fills the column lemma. Needs tags.
void find_lemmas(Document& doc, const Resources& resources);

}  // namespace lede
