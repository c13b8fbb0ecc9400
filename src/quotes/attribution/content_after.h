// What a cue attributes of the words after it.
#pragma once

#include "quotes/attribution/attributions.h"
#include "quotes/attribution/clauses.h"

namespace lede::quotes {

/// Reads to the right of one cue of a sentence.
class ContentAfter {
  public:
    /// @param cue its number in `clauses`.
    ContentAfter(const Reading& reading, const Clauses& clauses, std::size_t cue)
        : r_(reading), clauses_(clauses), begin_(clauses.begin()), end_(clauses.end()), at_(cue) {}

    /// Whom "told" tells; past him.
    Index read_addressee(Attribution& out, Index at) const;
    /// What follows the verb, its addressee and its adverbials.
    void read_right(Attribution& out, const Cue& cue, Index body, bool has_source) const;
    /// After a clause-final cue: "…, he said, and CLAUSE". Not "…, he said, adding" or "…, said X, a lawyer".
    void continue_after(Attribution& out, Index at, bool inverted) const;

  private:
    bool quotes_in(TokenRange range) const;
    Index comma_before(Index from, Index end) const;
    bool is_thing(const Cue& cue, TokenRange body) const;
    bool is_relative_gap(const Cue& cue, Index body) const;
    void read_naming(Attribution& out, const Cue& cue, Index body) const;

    const Reading& r_;
    const Clauses& clauses_;
    Index begin_, end_;  // of the sentence, without its final punctuation
    std::size_t at_;
};

/// Adds words to the content, if there are any.
void take(Attribution& out, Index from, Index to);

/// Is any of the content in quotation marks?
bool holds_quoted(const Reading& reading, const Attribution& found);

}  // namespace lede::quotes
