// A linear classifier over hashed features with small integer weights, read in place from the model file.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

/// Layout, little-endian: u32 format version, u32 labels, per label u8 size and its name; u32 slots (a power
/// of two), then slots × u32: 8 bits of the feature's hash and 24 bits of place (0xFFFFFF: free; linear
/// probing from the hash's low bits); then rows: u8 entries, per entry u8 label and i8 weight. A feature is
/// known by its slot and 8 bits of its hash: a few unseen features hit the row of another one.
class LinearModel {
  public:
    static constexpr std::uint32_t format_version = 1;
    static constexpr std::size_t most_labels = 255;
    using Scores = std::array<std::int32_t, most_labels + 1>;

    /// A model without labels, where the bytes are empty or damaged. They must outlive the model.
    static LinearModel open(std::span<const std::uint8_t> bytes);

    const std::vector<std::string_view>& labels() const { return labels_; }

    /// Whether the model has weights for a feature.
    bool has(std::uint32_t feature) const { return slots_ != 0 && find_row(feature) != no_row; }

    /// Adds the weights of features, given by their well-mixed hashes, to the scores of the labels.
    void add(const std::vector<std::uint32_t>& features, Scores& scores) const;

  private:
    static constexpr std::uint32_t no_row = 0xFFFFFF;
    std::uint32_t find_row(std::uint32_t feature) const;

    std::vector<std::string_view> labels_;
    const std::uint8_t* slot_bytes_ = nullptr;
    std::span<const std::uint8_t> rows_;
    std::uint32_t slots_ = 0;
};

struct LinearRow {
    struct Entry {
        std::uint8_t label = 0;
        std::int8_t weight = 0;
    };
    std::uint32_t feature = 0;
    std::vector<Entry> entries;  ///< never empty
};

/// The bytes of a model. At most LinearModel::most_labels labels; the rows must fit in 16 MB.
std::vector<std::uint8_t> write_linear_model(const std::vector<std::string>& labels,
                                             const std::vector<LinearRow>& rows);

}  // namespace lede
