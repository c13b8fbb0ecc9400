// The most common words of English, with what the core computes of each: done once, when the model is opened,
// and not in every article.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "neural/word_layer.h"

namespace lede {

class CommonWords {
  public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    CommonWords() = default;
    CommonWords(const CoreModel& model, const WordReader& words);

    /// The row of a word in known(), none where it is not common.
    std::uint32_t find(std::string_view form) const {
        const auto found = rows_.find(form);
        return found == rows_.end() ? none : found->second;
    }
    const WordStates& known() const { return known_; }

  private:
    std::unordered_map<std::string_view, std::uint32_t> rows_;
    WordStates known_;
};

}  // namespace lede
