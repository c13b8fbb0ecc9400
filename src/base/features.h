// Features of the linear models as well-mixed hashes.
#pragma once

#include <cstdint>
#include <vector>

#include "base/hash.h"

namespace lede {

/// A hash of two numbers, whose order matters.
constexpr std::uint32_t combine(std::uint32_t a, std::uint32_t b) {
    return mix(a * 0x9e3779b1u + b + 0x7f4a7c15u);
}

/// A feature, known by a number for what it is about and up to three values.
constexpr std::uint32_t feature(std::uint32_t about, std::uint32_t a, std::uint32_t b = 0,
                                std::uint32_t c = 0) {
    return combine(combine(combine(about, a), b), c);
}

/// Collects features.
class FeatureList {
  public:
    explicit FeatureList(std::vector<std::uint32_t>& features) : features_(features) { features_.clear(); }

    void add(std::uint32_t about, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
        features_.push_back(feature(about, a, b, c));
    }

  private:
    std::vector<std::uint32_t>& features_;
};

}  // namespace lede
