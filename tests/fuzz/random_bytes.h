// The bytes of a seed, the same on every platform.
#pragma once

#include <cstdint>
#include <string>

namespace lede::fuzz {

/// A stretch of 16 to 4,111 bytes, by SplitMix64 (Steele, Lea, Flood 2014).
inline std::string random_bytes(std::uint64_t seed) {
    const auto next = [&seed] {
        std::uint64_t z = seed += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    };
    constexpr std::uint64_t shortest = 16, range = 4096;
    std::string bytes(static_cast<std::size_t>(shortest + next() % range), '\0');
    for (char& byte : bytes) byte = static_cast<char>(next() & 0xFF);
    return bytes;
}

/// The seed of the number-th input of a run.
inline std::uint64_t seed_of(std::uint64_t run, std::uint64_t number) { return run * 1'000'003u + number; }

}  // namespace lede::fuzz
