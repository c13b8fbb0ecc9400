// A word that says what kind of thing it names stands before many names: "Hurricane Ida", "Operation
// Barbarossa".
#pragma once

#include "document.h"
#include "names/lexicon.h"
#include "neural/name_scorer.h"

namespace lede::names {

/// Raises the scores of a capitalised word as the name of an event, right after a word that name_parts lists
/// as the first of such names, and wherever else in the article the same word stands alone: "Ida" after
/// "Hurricane Ida".
void add_kind_noun_evidence(const Document& doc, const Lexicon& lexicon, WordScores& scores);

}  // namespace lede::names
