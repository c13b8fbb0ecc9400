// The learned ranker of antecedents: one hidden layer over rows of a table, in exact whole numbers.
//   score(m, a) = w · max(0, U(m) + V(a) + P(m, a)),
// each of the three a sum of table rows, U and V with a product of word vectors too. What means nothing
// before it is a pair with "nothing", whose V is empty. scripts/train/coreference makes it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "neural/kernels.h"

namespace lede {

class AntecedentModel {
  public:
    static constexpr std::uint32_t format_version = 1;
    static constexpr std::size_t rows = 4096, width = 48, vector_size = 100;
    static constexpr std::size_t vectors = 4;
    enum class Role : std::uint8_t { anaphor, antecedent };

    /// Sums of a candidate in one role.
    using Sums = std::array<std::int16_t, width>;

    /// Layout, little-endian: u32 format version; f32 a unit of the score, in natural logarithms; u32 shift
    /// of products with vectors; int8 table, rows × width; int8 weights of vectors (of the anaphor's head and
    /// governor, the antecedent's head and governor), each vector_size × width; int16 weights, width. A model
    /// that is empty, where the bytes are empty or of another size or version. They are copied.
    static AntecedentModel open(std::span<const std::uint8_t> bytes);

    bool empty() const { return table_.empty(); }

    /// @param features rows; @param head, governor vectors of vector_size activations.
    Sums describe(Role role, std::span<const std::uint32_t> features, const std::int16_t* head,
                  const std::int16_t* governor) const;

    /// The score of a pair, in units. @param antecedent null for "nothing"; @param features at most 100 rows.
    std::int32_t score(const Sums& anaphor, const Sums* antecedent,
                       std::span<const std::uint32_t> features) const;

    /// A score as a natural logarithm, up to a constant that is the same for all antecedents.
    float logarithm(std::int32_t score) const { return static_cast<float>(score) * unit_; }

  private:
    /// Keeps a score within 32 bits: width × most_sum × 2^15.
    static constexpr std::int16_t most_sum = 1000;
    /// Sums of a phrase, and those of two with a hundred rows more, stay within 16 bits.
    static constexpr std::int32_t most_of_one = 8000;

    float unit_ = 0;
    std::uint32_t shift_ = 0;
    std::vector<std::int8_t> table_;
    std::array<PackedWeights, vectors> vectors_;
    std::array<std::int16_t, width> weights_{};
};

}  // namespace lede
