// The parameters of the neural core, read from the model file's section "core". scripts/train/core makes
// them; export.py there writes this layout.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"
#include "neural/linear_layer.h"

namespace lede {

/// Word vectors by product quantisation (Jégou, Douze, Schmid 2011): a vector is `parts` pieces, each one of
/// 256 typical pieces.
struct WordVectors {
    static constexpr std::size_t parts = 20, part_size = 5, size = parts * part_size;
    static constexpr std::size_t centroids = 257;  ///< the last stands for unknown words

    std::vector<std::uint32_t> keys;   ///< ascending
    std::vector<std::uint8_t> codes;   ///< keys × parts
    std::vector<std::int16_t> pieces;  ///< parts × centroids × part_size, activations

    /// Writes `size` activations.
    void look_up(std::uint32_t key, std::int16_t* vector) const;
    /// The same; false, and nothing written, where no vector has the key.
    bool find(std::uint32_t key, std::int16_t* vector) const;
};

/// Layout, little-endian: u32 format version; u32 counts (vectors, feature rows, feature width, width,
/// layers, reach, tags, relations, name labels, arc width, relation width, name width, common words); the
/// names of the tags ("NOUN|NN"), relations and name labels and the common words, each u8 size and its bytes;
/// then
///   the vectors' keys as differences of ascending numbers, three planes of bytes, the lowest first;
///   their codes, a plane of bytes a part; int8 pieces (times 32: activations); int8 features, f32 their
///   unit; linear layers in the order of the members below: int8 weights, a row an output, f32 scales, f32
///   biases; after each layer of gates what is beside it, f32; int16 root of the arcs, f32 root of the
///   relations, f32 what each distance adds to them, a row a distance and one for the root.
struct CoreModel {
    static constexpr std::uint32_t format_version = 3;
    static constexpr std::uint32_t most_reach = 4;
    static constexpr std::size_t nearest = 16;  ///< distances beyond it count the same
    static constexpr std::size_t distances = 2 * nearest + 1;
    static constexpr std::int32_t headroom = 128;  ///< of products of activations in scores of arcs

    WordVectors vectors;
    std::uint32_t feature_rows = 0, feature_width = 0, width = 0;
    std::span<const std::uint8_t> features;  ///< int8, feature_rows × feature_width; in the model file
    float feature_unit = 0;

    LinearLayer join;
    std::vector<LinearLayer> gates;  ///< outputs: 2 directions × (candidate, forget, output) × width / 2
    /// For each layer of gates 2 · reach rows of its outputs: how much of each gate is taken over from the
    /// word before, the word after, the one before that, the one after that.
    std::vector<std::vector<float>> beside;
    std::uint32_t reach = 0;
    LinearLayer tag, dependent, head, relation_dependent, relation_head, relation, name_hidden, name;
    /// What a head gains, in scores of arcs, by standing so many words before or after its dependent (from
    /// -nearest to nearest): as the dependent has it, and as the head has it.
    LinearLayer distance_of_head, distance_of_dependent;
    std::vector<std::int16_t> arc_root;
    std::vector<float> relation_root;
    /// (distances + 1) × relation_head.stride(); the last: of the root.
    std::vector<float> relation_distance;

    std::vector<std::string_view> tags, relations, names;
    std::vector<std::string_view> common;  ///< words, as they are most often written

    bool empty() const { return tags.empty(); }

    /// Checks every size once. The bytes must outlive the model. Error: bad_model, with the reason.
    static Expected<CoreModel> open(std::span<const std::uint8_t> bytes);
};

}  // namespace lede
