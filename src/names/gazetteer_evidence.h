// What the gazetteers know of names.
#pragma once

#include "document.h"
#include "names/lexicon.h"
#include "neural/name_scorer.h"

namespace lede::names {

/// Raises the scores of words that are, in this spelling, well-known peoples, places and organisations, or
/// somebody's name.
void add_gazetteer_evidence(const Document& doc, const Lexicon& lexicon, WordScores& scores);

}  // namespace lede::names
