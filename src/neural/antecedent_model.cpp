#include "neural/antecedent_model.h"

#include <algorithm>
#include <cstring>

#include "base/bytes.h"

namespace lede {

namespace {

constexpr std::size_t head_size = 12;
constexpr std::size_t table_size = AntecedentModel::rows * AntecedentModel::width;
constexpr std::size_t vectors_size =
    AntecedentModel::vectors * AntecedentModel::vector_size * AntecedentModel::width;

// From the file's order, all outputs of an input together.
PackedWeights pack_columns(const std::int8_t* columns) {
    constexpr std::size_t inputs = AntecedentModel::vector_size, outputs = AntecedentModel::width;
    std::vector<std::int8_t> rows(outputs * inputs);
    for (std::size_t k = 0; k < inputs; ++k)
        for (std::size_t o = 0; o < outputs; ++o) rows[o * inputs + k] = columns[k * outputs + o];
    return PackedWeights::pack(rows, outputs, inputs);
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
    const auto* numbers = reinterpret_cast<const std::int8_t*>(at);
    model.table_.assign(numbers, numbers + table_size);
    for (std::size_t which = 0; which < vectors; ++which)
        model.vectors_[which] = pack_columns(numbers + table_size + which * vector_size * width);
    at += table_size + vectors_size;
    for (std::size_t i = 0; i < width; ++i)
        model.weights_[i] = static_cast<std::int16_t>(read_u16(at + 2 * i));
    return model;
}

AntecedentModel::Sums AntecedentModel::describe(Role role, std::span<const std::uint32_t> features,
                                                const std::int16_t* head,
                                                const std::int16_t* governor) const {
    Sums of_rows;
    add_rows(table_.data(), width, features, of_rows.data());
    std::array<std::int32_t, width> of_head, of_governor;
    const std::size_t first = role == Role::anaphor ? 0 : 2;
    multiply(vectors_[first], head, vector_size, 1, of_head.data(), width);
    multiply(vectors_[first + 1], governor, vector_size, 1, of_governor.data(), width);
    Sums sums;
    // Down, also where negative: a shift of a signed number is arithmetic in C++20.
    for (std::size_t i = 0; i < width; ++i)
        sums[i] = static_cast<std::int16_t>(std::clamp(
            of_rows[i] + (of_head[i] >> shift_) + (of_governor[i] >> shift_), -most_of_one, most_of_one));
    return sums;
}

std::int32_t AntecedentModel::score(const Sums& anaphor, const Sums* antecedent,
                                    std::span<const std::uint32_t> features) const {
    Sums sums;
    add_rows(table_.data(), width, features, sums.data());
    for (std::size_t i = 0; i < width; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + anaphor[i]);
    if (antecedent)
        for (std::size_t i = 0; i < width; ++i)
            sums[i] = static_cast<std::int16_t>(sums[i] + (*antecedent)[i]);
    std::int32_t score = 0;
    for (std::size_t i = 0; i < width; ++i)
        score += std::clamp<std::int16_t>(sums[i], 0, most_sum) * weights_[i];
    return score;
}

}  // namespace lede
