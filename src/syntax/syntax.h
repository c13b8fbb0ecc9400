// Stage: parts of speech, morphological features, lemmas and dependency trees, by Universal Dependencies.
#pragma once

#include "document.h"
#include "model/resources.h"

namespace lede {

/// Fills the columns upos, xpos and feats.
void find_tags(Document& doc, const Resources& resources);

/// Fills the column lemma. Needs tags.
void find_lemmas(Document& doc, const Resources& resources);

/// Fills the columns head and deprel: one projective tree a sentence. Needs tags.
void find_trees(Document& doc, const Resources& resources);

}  // namespace lede
