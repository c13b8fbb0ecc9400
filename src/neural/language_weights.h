// How the core's word vectors tell English from other languages: the table language_vector, read once.
#pragma once

#include <array>
#include <cstdint>

#include "model/table.h"
#include "neural/core_model.h"

namespace lede {

struct LanguageWeights {
    std::int32_t bias = 0;                                 ///< in 1/32
    std::array<std::int16_t, WordVectors::size> vector{};  ///< in 1/64

    /// Of a number that is missing or none: 0.
    static LanguageWeights read(const Table& table);
};

}  // namespace lede
