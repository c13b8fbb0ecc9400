// The clause or quotation that ends right before a cue and its speaker.
#pragma once

#include <optional>

#include "quotes/attribution/clauses.h"

namespace lede::quotes {

/// Reads to the left of a cue, as far as where what earlier cues attribute ends.
class ClauseBefore {
  public:
    /// @param limit one past what earlier cues attribute.
    ClauseBefore(const Reading& reading, const Clauses& clauses, Index limit)
        : r_(reading), begin_(clauses.begin()), end_(clauses.end()), limit_(limit) {}

    struct Edge {
        Index end = none;     ///< one past the clause, without the comma
        bool quoted = false;  ///< the clause ends with a quotation
    };

    /// Is a clause or quotation closed off just before a token?
    std::optional<Edge> closed_at(Index clause) const;
    /// Where the clause that ends there begins: past what is attributed before, and its punctuation.
    Index begin_of(Index end) const;

    /// "Castor, which runs the ferry, denied the claim": who stands before is the speaker, and what follows
    /// is denied.
    bool takes_object(const Cue& cue, const Edge& edge, Index object) const;
    /// The sentence begins with "said X" after the closing mark of the sentence before.
    bool inverted_at_begin(Index clause) const;
    /// "When asked, he said …": the words before are no content if something else can be.
    bool opens_subordinate(Index t, bool quote_follows) const;
    bool noun_before(Index end) const;

  private:
    const Reading& r_;
    Index begin_, end_;  // of the sentence, without its final punctuation
    Index limit_;
};

}  // namespace lede::quotes
