// What is known of names from the rest of the article.
#pragma once

#include <vector>

#include "document.h"
#include "names/lexicon.h"
#include "names/name_labels.h"
#include "neural/name_scorer.h"

namespace lede::names {

/// Raises the scores of words by what the same words were read as elsewhere in the article: a name seen
/// clearly once is known everywhere.
/// @param names as read so far, all in text order.
void add_document_evidence(Document& doc, const Lexicon& lexicon, const std::vector<LabelledName>& names,
                           WordScores& scores);

}  // namespace lede::names
