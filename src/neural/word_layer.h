// What the core computes of a word alone, before it looks at the words beside it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "neural/core_model.h"
#include "neural/word_features.h"

namespace lede {

struct WordStates {
    Buffer<float> states;  ///< words × width
    Buffer<float> gates;   ///< words × stride of the first layer of gates
};

/// Holds work space.
class WordLayer {
  public:
    WordLayer(const CoreModel& model, const WordReader& words) : model_(model), words_(words) {}

    /// @param form as the article has it, @param lower the same folded.
    void add(std::string_view form, std::string_view lower);

    /// The states of the words added since the last call, in their order.
    WordStates compute();

  private:
    const CoreModel& model_;
    const WordReader& words_;
    std::vector<std::int16_t> inputs_;  // of the words added
    std::vector<std::int16_t> sum_;
    std::vector<float> bag_;
    Buffer<std::int16_t> states_;
    Buffer<float> outputs_;
};

}  // namespace lede
