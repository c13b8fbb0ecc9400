// Dependency trees from the states of the neural core: every pair of words is scored as dependent and head
// (Dozat, Manning 2017, Deep Biaffine Attention for Neural Dependency Parsing, in a lighter form), the best
// projective tree is taken, and each arc gets its relation.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "neural/core_model.h"
#include "syntax/projective_tree.h"

namespace lede {

/// Holds work space, so make one an article.
class Parser {
  public:
    explicit Parser(const CoreModel& model);

    /// Reads a row of states for each of some tokens, of which parse() takes pieces.
    void read(TokenRange tokens, const std::int16_t* states);

    /// Fills head and deprel of one piece of a sentence: a projective tree with one root.
    void parse(Document& doc, TokenRange piece);

  private:
    void score_arcs(TokenRange piece);

    const CoreModel& model_;
    std::vector<Deprel> relations_;  // of the model's labels
    Index first_ = 0;                // token of the first row
    Buffer<float> outputs_, of_dependent_, of_head_, head_distances_, dependent_distances_, scores_;
    std::vector<float> sum_;
    Buffer<std::int16_t> dependents_, heads_, hidden_;
    ArcScores arcs_;
    ProjectiveTree tree_;
};

}  // namespace lede
