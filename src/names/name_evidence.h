// Evidence for names beyond what the core reads in a sentence: it is added to the scores of their words.
#pragma once

#include "document.h"
#include "names/lexicon.h"
#include "names/name_labels.h"
#include "neural/name_scorer.h"

namespace lede::names {

/// Natural logarithms as name scores.
std::int32_t nats(double value);

/// Raises the scores of exactly these tokens as one name, also of words that the core gave up.
void raise(WordScores& scores, TokenRange tokens, NameKind kind, std::int32_t by);

/// Raises the score of a name of any length that starts here.
void raise_start(WordScores& scores, Index t, NameKind kind, std::int32_t by);

/// Capitalised, with no capitalised word or hyphen beside it, titles before it aside: else what is known of
/// the word says little of the longer name.
bool stands_alone(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t);

/// A given name and one more capitalised word, and no third: "Anna Hall", but "Victoria Falls Bridge".
bool stands_as_full_name(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t);

/// Begins with a small letter and has no capital but "I": "is there a flight to paris".
bool lacks_capitals(const Document& doc, const Sentence& sentence);

}  // namespace lede::names
