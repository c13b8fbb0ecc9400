// Which of some numbered things have turned out to be one.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "document.h"

namespace lede::coreference {

/// A forest whose roots are the first of their sets. (Galler, Fischer 1964, An Improved Equivalence
/// Algorithm.)
class DisjointSets {
  public:
    explicit DisjointSets(std::size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), Index{0});
    }

    Index size() const { return static_cast<Index>(parent_.size()); }

    /// The first of the set that one belongs to.
    Index find(Index one) {
        while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
        return one;
    }

    struct Joined {
        Index root, other;  ///< the first of the whole, and of the set that went into it; equal if it was one
    };
    Joined join(Index a, Index b) {
        a = find(a);
        b = find(b);
        if (a > b) std::swap(a, b);
        parent_[b] = a;
        return {a, b};
    }

  private:
    std::vector<Index> parent_;
};

}  // namespace lede::coreference
