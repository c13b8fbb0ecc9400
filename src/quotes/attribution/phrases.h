// Noun phrases beside a verb, read from tags alone, as whole as a reader would name a speaker.
#pragma once

#include <optional>

#include "quotes/reading.h"

namespace lede::quotes {

struct NounPhrase {
    TokenRange tokens;
    Index head = none;
};

/// The phrase that ends with token `last`: "one senior diplomat involved in the discussions", "who", "he". It
/// does not reach before `from`, nor into quotation marks or temporal expressions.
std::optional<NounPhrase> phrase_ending_at(const Reading& reading, Index last, Index from);

/// The phrase that begins with token `first` and ends before `end`.
std::optional<NounPhrase> phrase_starting_at(const Reading& reading, Index first, Index end);

/// The same without what may follow its head ("reporters" of "reporters in Brussels").
std::optional<NounPhrase> base_phrase_starting_at(const Reading& reading, Index first, Index end);

/// Where the head noun of a phrase stands whose words are known: the last noun before any preposition or
/// comma.
Index head_of(const Reading& reading, TokenRange tokens);

}  // namespace lede::quotes
