// Groups of things that the text names one by one: "Ann Lee and Bob Roe … they", "both", "the two leaders".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "coreference/candidates.h"
#include "coreference/descriptions.h"
#include "coreference/disjoint_sets.h"
#include "document.h"
#include "names/lexicon.h"

namespace lede::coreference {

/// What is known of a chain.
struct ChainFacts {
    std::optional<EntityType> type;
    Gender gender = Gender::unknown;
    bool named = false;
    std::uint32_t size = 0;  ///< phrases
    Index group = none;      ///< of its names
};

/// The things that a chain is the sum of, as roots of their own chains, in text order; empty for one thing.
/// @param facts of the chains, at their roots. One for each candidate, filled at the roots.
std::vector<std::vector<Index>> find_sums(const Document& doc, const Lexicon& lexicon,
                                          const Descriptions& descriptions,
                                          const std::vector<Candidate>& candidates, DisjointSets& chains,
                                          const std::vector<ChainFacts>& facts);

}  // namespace lede::coreference
