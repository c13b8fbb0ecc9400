// Storms have the names of persons.
#pragma once

#include "document.h"
#include "names/lexicon.h"
#include "neural/name_scorer.h"

namespace lede::names {

/// "Hurricane Ida", "tropical storm Bonnie": raises the scores of such names as events, there and wherever
/// else in the article the same word stands alone.
void add_storm_evidence(const Document& doc, const Lexicon& lexicon, WordScores& scores);

}  // namespace lede::names
