// The one hash function of the engine: the same number on every platform.
#pragma once

#include <cstdint>
#include <string_view>

namespace lede {

inline constexpr std::uint32_t hash_start = 2166136261u;

/// FNV-1a, 32 bits (isthe.com/chongo/tech/comp/fnv). Hashing "a" and then "b" from the first result equals
/// hashing "ab".
constexpr std::uint32_t hash(std::string_view bytes, std::uint32_t from = hash_start) {
    for (char byte : bytes) from = (from ^ static_cast<unsigned char>(byte)) * 16777619u;
    return from;
}

/// Spreads the bits of a hash so that its low bits can choose a slot.
constexpr std::uint32_t mix(std::uint32_t h) {
    h ^= h >> 16;
    h *= 0x85ebca6bu;
    h ^= h >> 13;
    h *= 0xc2b2ae35u;
    return h ^ (h >> 16);
}

}  // namespace lede
