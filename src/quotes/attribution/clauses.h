// Where the clauses and phrases of a sentence begin and end, as far as its cues and punctuation tell.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quotes/attribution/sources.h"

namespace lede::quotes {

/// One sentence with its cues. Its final punctuation is left out of account.
class Clauses {
  public:
    Clauses(const Reading& reading, TokenRange sentence);

    Index begin() const { return begin_; }
    Index end() const { return end_; }
    const std::vector<Cue>& cues() const { return cues_; }
    /// The speaker right before a cue, by number of the cue.
    const std::optional<Source>& before(std::size_t cue) const { return before_[cue]; }

    /// A clause that begins at a token and belongs to a cue goes on to the end of the sentence, to a
    /// semicolon, or to where a later cue attributes something else.
    Index clause_end(Index from, std::size_t cue) const;
    /// A phrase that is content ends sooner: before a comma or a new clause.
    Index phrase_end(Index from, std::size_t cue) const;
    /// Past the quotation that a token belongs to.
    Index quoted_end(Index token) const;
    /// Past the last of quoted words in a row: "a “bully,” a “liar” and “sad”".
    Index list_end(Index token) const;

    /// Past "on Thursday", "in a statement", "to reporters". Sets the addressee where it is told and not
    /// known yet.
    Index skip_adverbials(Index token, std::optional<TokenRange>& addressee) const;
    /// After "According to X, the paper, |": where the clause begins.
    Index skip_to_clause(Index token) const;

    /// Can what begins here be content: a clause, a quotation, the beginning of either?
    bool content_follows(Index token) const;
    bool begins_phrase(Index token) const;
    bool begins_clause(Index token) const;

  private:
    bool closes_clause(std::size_t cue) const;
    bool is_title(Index token) const;
    bool is_apposition(Index token) const;
    Index trim_link(Index from, Index end) const;

    const Reading& r_;
    Index begin_, end_;
    std::vector<Cue> cues_;
    std::vector<std::optional<Source>> before_;
};

bool is_mark(const Reading& reading, Index token);  ///< an outer quotation mark
bool is_dash(const Reading& reading, Index token);
bool opens_question(const Reading& reading, Index token);  ///< "whether", "how"

}  // namespace lede::quotes
