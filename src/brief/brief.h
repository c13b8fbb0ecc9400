// Stage: what a reader wants first.
#pragma once

#include <memory>

#include "document.h"
#include "neural/linear_model.h"
#include "resources.h"

namespace lede::brief {
class Story;
}

namespace lede {

/// Fills `brief` in two steps, since the events are weighed by what happened, and reasons are found by the
/// weights.
class Answers {
  public:
    /// Reads mentions, quotes and propositions. Both must outlive the object.
    Answers(Document& doc, const Resources& resources);
    ~Answers();
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;

    /// Fills `brief.what`, best answer first: the clauses that tell what happened.
    void find_what_happened();

    /// Fills the rest of `brief`, best answers first: who, when, where, why, how.
    void find_others();

  private:
    Document& doc_;
    LinearModel model_;
    std::unique_ptr<brief::Story> story_;  ///< null without a model
};

/// Fills `summary` with the sentences that carry most of the article.
void find_summary(Document& doc, const Resources& resources);

/// Fills `keyphrases`, best first.
void find_keyphrases(Document& doc, const Resources& resources);

}  // namespace lede
