// Stage: parts of speech, morphological features, lemmas and dependency trees, by Universal Dependencies.
#pragma once

#include "document.h"
#include "neural/name_scorer.h"
#include "resources.h"

namespace lede {

/// Fills the columns upos, xpos, feats, head and deprel, one projective tree a sentence. Returns what the
/// neural core says of names in the same pass, for find_names().
WordScores find_syntax(Document& doc, const Resources& resources);

/// Fills the column lemma. Needs tags.
void find_lemmas(Document& doc, const Resources& resources);

}  // namespace lede
