// The labels of NameScores and how a name is read off them.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "neural/name_scorer.h"

namespace lede::names {

/// In the order of NameScores.
enum class NameKind : std::uint8_t { person, organisation, place, people, event, work, product, other };
inline constexpr std::size_t name_kinds = 8;

/// Where in a name a word stands.
enum class NamePlace : std::uint8_t { begin, inside, end, single };

constexpr std::size_t label(NameKind kind, NamePlace place) {
    return 1 + static_cast<std::size_t>(kind) * 4 + static_cast<std::size_t>(place);
}

/// One unit of NameScores is 1/512 of a natural logarithm.
inline constexpr std::int32_t name_score_unit = 512;

struct LabelledName {
    TokenRange tokens;
    NameKind kind = NameKind::other;
    float probability = 0;  ///< of the least probable of its words having its label
};

/// Appends the names in a stretch of tokens of one sentence: the best sequence of labels in which every name
/// begins and ends (Viterbi 1967). Every token must have a row of scores. Holds work space.
class NameDecoder {
  public:
    void decode(const WordScores& scores, TokenRange stretch, std::vector<LabelledName>& names);

  private:
    std::vector<NameScores> before_;  // for each token and label, the label before it on the best way here
};

/// e^-x to three digits, x ≥ 0, from exact operations alone.
float exp_of_minus(float x);

}  // namespace lede::names
