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
    model.vectors_.assign(numbers + table_size, numbers + table_size + vectors_size);
    at += table_size + vectors_size;
    for (std::size_t i = 0; i < width; ++i)
        model.weights_[i] = static_cast<std::int16_t>(read_u16(at + 2 * i));
    return model;
}

void AntecedentModel::add(std::size_t which, const std::int16_t* vector, WideSums& sums) const {
    const std::int8_t* weights = vectors_.data() + which * vector_size * width;
    WideSums products{};
    for (std::size_t k = 0; k < vector_size; ++k, weights += width)
        for (std::size_t i = 0; i < width; ++i) products[i] += vector[k] * weights[i];
    // Down, also where negative: a shift of a signed number is arithmetic in C++20.
    for (std::size_t i = 0; i < width; ++i) sums[i] += products[i] >> shift_;
}

AntecedentModel::Sums AntecedentModel::describe(Role role, std::span<const std::uint16_t> features,
                                                const std::int16_t* head,
                                                const std::int16_t* governor) const {
    WideSums wide{};
    for (const std::uint16_t row : features) {
        const std::int16_t* values = table_.data() + row * width;
        for (std::size_t i = 0; i < width; ++i) wide[i] += values[i];
    }
    const std::size_t first = role == Role::anaphor ? 0 : 2;
    add(first, head, wide);
    add(first + 1, governor, wide);
    Sums sums;
    for (std::size_t i = 0; i < width; ++i)
        sums[i] = static_cast<std::int16_t>(std::clamp(wide[i], -most_of_one, most_of_one));
    return sums;
}

std::int32_t AntecedentModel::score(const Sums& anaphor, const Sums* antecedent,
                                    std::span<const std::uint16_t> features) const {
    // A few columns at a time, so that their sums stay in registers while the rows go by.
    constexpr std::size_t step = 16;
    static_assert(width % step == 0);
    std::int32_t score = 0;
    for (std::size_t from = 0; from < width; from += step) {
        std::array<std::int16_t, step> sums;
        for (std::size_t i = 0; i < step; ++i) sums[i] = anaphor[from + i];
        if (antecedent)
            for (std::size_t i = 0; i < step; ++i)
                sums[i] = static_cast<std::int16_t>(sums[i] + (*antecedent)[from + i]);
        for (const std::uint16_t row : features) {
            const std::int16_t* values = table_.data() + row * width + from;
            for (std::size_t i = 0; i < step; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + values[i]);
        }
        for (std::size_t i = 0; i < step; ++i)
            score += std::clamp<std::int16_t>(sums[i], 0, most_sum) * weights_[from + i];
    }
    return score;
}

}  // namespace lede
