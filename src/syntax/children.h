// The dependents of each token, for walks down a tree.
#pragma once

#include <vector>

#include "document.h"

namespace lede {

/// Lists of dependents in text order, built once from the column `head`.
class Children {
  public:
    explicit Children(const Document& doc);

    /// The first dependent of a token, and the next one of the same head; `none` at the end.
    Index first(Index token) const { return first_[token]; }
    Index next(Index token) const { return next_[token]; }

    /// The first dependent with a relation, or `none`.
    Index find(const Document& doc, Index token, Deprel relation) const;

  private:
    std::vector<Index> first_, next_;
};

}  // namespace lede
