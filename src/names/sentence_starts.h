// The first word of a sentence has a capital, whether it is a name or not.
#pragma once

#include "document.h"
#include "names/lexicon.h"
#include "neural/name_scorer.h"

namespace lede::names {

/// "Homeopathy is …" in an article that writes "homeopathy" and never "Homeopathy" within a sentence: lowers
/// the scores of such first words as names of one word.
void lower_common_starts(const Document& doc, const Lexicon& lexicon, WordScores& scores);

}  // namespace lede::names
