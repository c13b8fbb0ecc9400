// Scores of names from the states of the neural core.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "document.h"
#include "neural/core_model.h"

namespace lede {

/// What the neural core makes of one word as part of a name, before the article as a whole is considered:
/// scores (in 1/512 of a natural logarithm) of "no name" and, for each kind in the order PER, ORG, LOC, NORP,
/// EVENT, WORK, PROD, MISC, of its beginning, inside, end, and of a name of this single word.
using NameScores = std::array<std::int16_t, 1 + 8 * 4>;

/// The scores of the words that may be part of a name.
struct WordScores {
    std::vector<Index> row;  ///< of each token, in `scores`; `none` where the word is hardly part of a name
    std::vector<NameScores> scores;

    bool has(Index token) const { return row[token] != none; }
    const NameScores& of(Index token) const { return scores[row[token]]; }
};

class NameScorer {
  public:
    explicit NameScorer(const CoreModel& model) : model_(model) {}

    /// Adds the scores of tokens, given a row of states for each. `words` has a row for every token.
    void score(TokenRange tokens, const std::int16_t* states, WordScores& words);

  private:
    const CoreModel& model_;
    Buffer<float> outputs_;
    Buffer<std::int16_t> hidden_;
};

}  // namespace lede
