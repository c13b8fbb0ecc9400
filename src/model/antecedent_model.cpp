#include "model/antecedent_model.h"

#include <algorithm>
#include <cstring>

#include "model/bytes.h"

namespace lede {

namespace {

constexpr std::size_t head_size = 12;
constexpr std::size_t table_size = AntecedentModel::rows * AntecedentModel::width;
constexpr std::size_t vectors_size =
    AntecedentModel::vectors * AntecedentModel::vector_size * AntecedentModel::width;

std::span<const std::int8_t> signed_bytes(const std::uint8_t* at, std::size_t size) {
    return {reinterpret_cast<const std::int8_t*>(at), size};
}

}  // namespace

AntecedentModel AntecedentModel::open(std::span<const std::uint8_t> bytes) {
    AntecedentModel model;
    constexpr std::size_t size = head_size + table_size + vectors_size + 2 * width;
    constexpr std::uint32_t most_shift = 24;
    if (bytes.size() != size || read_u32(bytes.data()) != format_version) return model;
    const std::uint8_t* at = bytes.data() + 4;
    const std::uint32_t shift = read_u32(at + 4);
    if (shift > most_shift) return model;
    const std::uint32_t unit = read_u32(at);
    std::memcpy(&model.unit_, &unit, sizeof unit);
    model.shift_ = shift;
    at = bytes.data() + head_size;
    model.table_ = signed_bytes(at, table_size);
    model.vectors_ = signed_bytes(at + table_size, vectors_size);
    at += table_size + vectors_size;
    for (std::size_t i = 0; i < width; ++i)
        model.weights_[i] = static_cast<std::int16_t>(read_u16(at + 2 * i));
    return model;
}

void AntecedentModel::add(std::span<const std::uint16_t> features, Sums& sums) const {
    for (const std::uint16_t row : features) {
        const std::int8_t* values = table_.data() + row * width;
        for (std::size_t i = 0; i < width; ++i) sums[i] += values[i];
    }
}

void AntecedentModel::add(std::size_t which, const std::int16_t* vector, Sums& sums) const {
    const std::int8_t* weights = vectors_.data() + which * vector_size * width;
    Sums products{};
    for (std::size_t k = 0; k < vector_size; ++k, weights += width)
        for (std::size_t i = 0; i < width; ++i) products[i] += vector[k] * weights[i];
    // Down, also where negative: a shift of a signed number is arithmetic in C++20.
    for (std::size_t i = 0; i < width; ++i) sums[i] += products[i] >> shift_;
}

AntecedentModel::Sums AntecedentModel::describe(Role role, std::span<const std::uint16_t> features,
                                                const std::int16_t* head,
                                                const std::int16_t* governor) const {
    Sums sums{};
    add(features, sums);
    const std::size_t first = role == Role::anaphor ? 0 : 2;
    add(first, head, sums);
    add(first + 1, governor, sums);
    return sums;
}

std::int32_t AntecedentModel::score(const Sums& anaphor, const Sums* antecedent,
                                    std::span<const std::uint16_t> features) const {
    Sums sums = anaphor;
    if (antecedent)
        for (std::size_t i = 0; i < width; ++i) sums[i] += (*antecedent)[i];
    add(features, sums);
    std::int32_t score = 0;
    for (std::size_t i = 0; i < width; ++i) score += std::clamp(sums[i], 0, most_sum) * weights_[i];
    return score;
}

}  // namespace lede
