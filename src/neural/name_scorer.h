// Scores of names from the states of the neural core.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "neural/core_model.h"

namespace lede {

class NameScorer {
  public:
    explicit NameScorer(const CoreModel& model) : model_(model) {}

    /// Fills name_row and name_scores of tokens, given a row of states for each.
    void score(Document& doc, TokenRange tokens, const std::int16_t* states);

  private:
    const CoreModel& model_;
    LayerRunner runner_;
    std::vector<float> outputs_;
    std::vector<std::int16_t> hidden_;
};

}  // namespace lede
