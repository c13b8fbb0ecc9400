#include "neural/core_model.h"

#include <algorithm>
#include <cstring>

#include "base/bytes.h"
#include "neural/word_features.h"

namespace lede {

namespace {

// In the order of NameScores.
constexpr std::array<std::string_view, 33> name_labels = {
    "O",       "B-PER",   "I-PER",   "E-PER",  "S-PER",  "B-ORG",  "I-ORG",  "E-ORG",  "S-ORG",
    "B-LOC",   "I-LOC",   "E-LOC",   "S-LOC",  "B-NORP", "I-NORP", "E-NORP", "S-NORP", "B-EVENT",
    "I-EVENT", "E-EVENT", "S-EVENT", "B-WORK", "I-WORK", "E-WORK", "S-WORK", "B-PROD", "I-PROD",
    "E-PROD",  "S-PROD",  "B-MISC",  "I-MISC", "E-MISC", "S-MISC"};

float as_float(std::uint32_t bits) {
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

bool is_moderate(float value) { return value > -1e6f && value < 1e6f; }

// Reads on from place to place; once something is missing, everything after is.
class Stream {
  public:
    explicit Stream(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

    std::span<const std::uint8_t> take(std::size_t size) {
        if (size > rest_.size()) {
            short_ = true;
            rest_ = {};
        }
        if (short_) return {};
        const auto taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    std::uint32_t u32() {
        const auto bytes = take(4);
        return bytes.empty() ? 0 : read_u32(bytes.data());
    }
    float f32() { return as_float(u32()); }
    std::string_view name() {
        const auto size = take(1);
        const auto bytes = take(size.empty() ? 0 : size[0]);
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    // All of a size that lets no later sum leave the finite numbers, or the stream is as good as short.
    void floats(std::vector<float>& out, std::size_t count) {
        const auto bytes = take(count * 4);
        for (std::size_t i = 0; i + 3 < bytes.size(); i += 4) {
            out.push_back(as_float(read_u32(bytes.data() + i)));
            if (!is_moderate(out.back())) short_ = true;
        }
    }
    bool is_short() const { return short_; }
    bool at_end() const { return rest_.empty() && !short_; }

  private:
    std::span<const std::uint8_t> rest_;
    bool short_ = false;
};

void read_names(Stream& in, std::vector<std::string_view>& names, std::size_t count) {
    for (std::size_t i = 0; i < count && !in.is_short(); ++i) names.push_back(in.name());
}

void read_layer(Stream& in, LinearLayer& layer, std::uint32_t outputs, std::uint32_t inputs) {
    const auto bytes = in.take(std::size_t{outputs} * inputs);
    layer.weights = PackedWeights::pack({reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size()},
                                        outputs, inputs);
    in.floats(layer.scale, outputs);
    in.floats(layer.bias, outputs);
    layer.scale.resize(layer.weights.padded_outputs());
    layer.bias.resize(layer.weights.padded_outputs());
}

void read_vectors(Stream& in, WordVectors& vectors, std::size_t count) {
    const auto low = in.take(count), middle = in.take(count), high = in.take(count);
    if (in.is_short()) return;
    vectors.keys.resize(count);
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < count; ++i) {
        key += static_cast<std::uint32_t>(low[i]) | static_cast<std::uint32_t>(middle[i]) << 8 |
               static_cast<std::uint32_t>(high[i]) << 16;
        vectors.keys[i] = key;
    }
    vectors.codes.resize(count * WordVectors::parts);
    for (std::size_t part = 0; part < WordVectors::parts; ++part) {
        const auto plane = in.take(count);
        for (std::size_t i = 0; i < plane.size(); ++i)
            vectors.codes[i * WordVectors::parts + part] = plane[i];
    }
    constexpr std::int16_t piece_unit = 32;
    for (const std::uint8_t byte :
         in.take(WordVectors::parts * WordVectors::centroids * WordVectors::part_size))
        vectors.pieces.push_back(static_cast<std::int16_t>(static_cast<std::int8_t>(byte) * piece_unit));
}

}  // namespace

void WordVectors::look_up(std::uint32_t key, std::int16_t* vector) const {
    if (find(key, vector)) return;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::int16_t* piece = pieces.data() + (part * centroids + centroids - 1) * part_size;
        std::copy(piece, piece + part_size, vector + part * part_size);
    }
}

bool WordVectors::find(std::uint32_t key, std::int16_t* vector) const {
    // Keys are uniformly distributed hashes: interpolate the position, widen the range around it, then
    // bisect. A plain bisection misses the cache at every step.
    constexpr std::size_t first_step = 16;
    std::size_t at = static_cast<std::size_t>(std::uint64_t{key} * keys.size() >> 32);
    std::size_t step = first_step;
    while (at > 0 && keys[at] > key) {
        at -= std::min(at, step);
        step *= 2;
    }
    step = first_step;
    std::size_t end = at;
    while (end < keys.size() && keys[end] <= key) {
        end += step;
        step *= 2;
    }
    const auto last = keys.begin() + static_cast<std::ptrdiff_t>(std::min(end, keys.size()));
    const auto found = std::lower_bound(keys.begin() + static_cast<std::ptrdiff_t>(at), last, key);
    if (found == last || *found != key) return false;
    const std::uint8_t* code = codes.data() + (found - keys.begin()) * static_cast<std::ptrdiff_t>(parts);
    for (std::size_t part = 0; part < parts; ++part) {
        const std::int16_t* piece = pieces.data() + (part * centroids + code[part]) * part_size;
        std::copy(piece, piece + part_size, vector + part * part_size);
    }
    return true;
}

Expected<CoreModel> CoreModel::open(std::span<const std::uint8_t> bytes) {
    Stream in(bytes);
    if (in.u32() != format_version)
        return fail(ErrorCode::bad_model, "the core is of another format version");
    constexpr std::uint32_t most_vectors = 1u << 20, most_layers = 8, most_labels = 255, most_common = 4096;
    constexpr std::uint32_t most_arc = 256;  // products of so many activations add up to 2^30 at most
    const std::uint32_t vector_count = in.u32();
    CoreModel core;
    core.feature_rows = in.u32();
    core.feature_width = in.u32();
    core.width = in.u32();
    const std::uint32_t layers = in.u32();
    core.reach = in.u32();
    const std::uint32_t tags = in.u32(), relations = in.u32(), names = in.u32();
    const std::uint32_t arc = in.u32(), relation = in.u32(), name = in.u32(), common = in.u32();
    const auto is_width = [](std::uint32_t size) {
        return size > 0 && size % 4 == 0 && size <= PackedWeights::most_inputs / 2;
    };
    if (in.is_short() || vector_count > most_vectors || core.feature_rows != WordFeatures::table_rows ||
        !is_width(core.feature_width) || !is_width(core.width) || !is_width(arc) || arc > most_arc ||
        !is_width(relation) || !is_width(name) || layers == 0 || layers > most_layers ||
        core.reach > CoreModel::most_reach || tags == 0 || tags > most_labels || relations == 0 ||
        relations > most_labels || names != name_labels.size() || common > most_common)
        return fail(ErrorCode::bad_model, "the core has sizes that no core has");
    read_names(in, core.tags, tags);
    read_names(in, core.relations, relations);
    read_names(in, core.names, names);
    if (!std::equal(core.names.begin(), core.names.end(), name_labels.begin(), name_labels.end()))
        return fail(ErrorCode::bad_model, "the core has other labels for names");
    read_names(in, core.common, common);
    read_vectors(in, core.vectors, vector_count);
    core.features = in.take(std::size_t{core.feature_rows} * core.feature_width);
    core.feature_unit = in.f32();
    read_layer(in, core.join, core.width, static_cast<std::uint32_t>(WordVectors::size) + core.feature_width);
    core.gates.resize(layers);
    core.beside.resize(layers);
    for (std::size_t layer = 0; layer < layers; ++layer) {
        read_layer(in, core.gates[layer], 3 * core.width, core.width);
        in.floats(core.beside[layer], 2 * core.reach * std::size_t{3 * core.width});
    }
    read_layer(in, core.tag, tags, core.width);
    read_layer(in, core.dependent, arc, core.width);
    read_layer(in, core.head, arc, core.width);
    read_layer(in, core.relation_dependent, relation, core.width);
    read_layer(in, core.relation_head, relation, core.width);
    read_layer(in, core.relation, relations, relation);
    read_layer(in, core.name_hidden, name, core.width);
    read_layer(in, core.name, names, name);
    read_layer(in, core.distance_of_head, CoreModel::distances, core.width);
    read_layer(in, core.distance_of_dependent, CoreModel::distances, core.width);
    const auto root = in.take(std::size_t{arc} * 2);
    for (std::size_t i = 0; i + 1 < root.size(); i += 2) {
        const auto value = static_cast<std::int16_t>(read_u16(root.data() + i));
        core.arc_root.push_back(
            std::clamp<std::int16_t>(value, -PackedWeights::most_activation, PackedWeights::most_activation));
    }
    in.floats(core.relation_root, relation);
    core.relation_root.resize(core.relation_head.stride());
    for (std::size_t row = 0; row <= CoreModel::distances; ++row) {
        in.floats(core.relation_distance, relation);
        core.relation_distance.resize((row + 1) * core.relation_head.stride());
    }
    if (!in.at_end() || !is_moderate(core.feature_unit))
        return fail(ErrorCode::bad_model, "the core is truncated or damaged");
    return core;
}

}  // namespace lede
