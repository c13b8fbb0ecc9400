// Common-noun phrases for people and things: "the alliance", "four senior European diplomats", "his wife".
#pragma once

#include <string_view>
#include <vector>

#include "coreference/candidates.h"
#include "document.h"
#include "names/lexicon.h"

namespace lede::coreference {

struct Nominal {
    TokenRange tokens;  ///< from the determiner to the head noun
    Index head = none;  ///< a token whose lemma is in person_nouns or thing_nouns
    Determiner determiner = Determiner::bare;
    bool plural = false;
    EntityType type = EntityType::PERSON;
};

/// In text order, one for each head noun outside a name. @param named for each token: is it within a name?
std::vector<Nominal> find_noun_phrases(const Document& doc, const Lexicon& lexicon,
                                       const std::vector<bool>& named);

}  // namespace lede::coreference
