// What stands beside names: titles, the nouns that say what is called so, the brackets of a dateline.
#pragma once

#include "document.h"
#include "names/lexicon.h"
#include "neural/name_scorer.h"

namespace lede::names {

/// Raises or lowers the scores of words by what the words beside them, or beside the same word elsewhere in
/// the article, say of them.
void add_context_evidence(const Document& doc, const Lexicon& lexicon, WordScores& scores);

}  // namespace lede::names
