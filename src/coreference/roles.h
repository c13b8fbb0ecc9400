// What people and bodies are called beside their names: "the US president, Donald Trump", "Jens Stoltenberg,
// the alliance chief", "Mr Lee is the mayor".
#pragma once

#include <unordered_map>
#include <vector>

#include "coreference/group.h"
#include "document.h"
#include "names/lexicon.h"

namespace lede::coreference {

/// A phrase that stands beside a name and means the same.
struct Apposition {
    TokenRange tokens;  ///< from its determiner to its head
    Index head = none;
    Index group = none;
};

/// Fills the titles of the groups, and returns the appositions in text order.
/// @param named for each token: is it within a name?
std::vector<Apposition> find_roles(const Document& doc, const Lexicon& lexicon, Groups& groups,
                                   const std::vector<bool>& named);

}  // namespace lede::coreference
