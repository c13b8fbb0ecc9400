// The model file that is built into this program.
#pragma once

#include <cstdint>
#include <span>

namespace lede {

/// The bytes of the packed model, for Resources::open(). They live as long as the program.
std::span<const std::uint8_t> embedded_model();

}  // namespace lede
