// What the text says that a named thing is: "Ann Lee, a farmer", "Judge Roe", "Arrow is a lender".
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "coreference/candidates.h"
#include "coreference/group.h"
#include "document.h"
#include "names/lexicon.h"

namespace lede::coreference {

class Descriptions {
  public:
    /// How well a phrase fits what its bearer was called.
    enum class Fit : std::uint8_t {
        none,      ///< never called so
        noun,      ///< by the noun, with no other word to compare
        words,     ///< with all words before the noun
        differing  ///< by the noun, and with words before it that the description lacks
    };

    Descriptions(const Document& doc, const Lexicon& lexicon, const Groups& groups,
                 const std::vector<Candidate>& candidates);

    /// Of a phrase, and a group of names.
    Fit fit(Index group, const Candidate& phrase) const;

    /// What a group is called, folded: in `words`, each once or more.
    const std::vector<Index>& nouns(Index group) const { return nouns_[group]; }

    /// The one person whom the text calls by the noun of a phrase, and of the same rank: not Deputy Mayor Lee
    /// for "the mayor", nor former Mayor Roe. None where it calls nobody or several so.
    Index only_bearer(const Candidate& phrase) const;

    /// Is a group called by the noun of a phrase, yet of another rank only: Deputy Mayor Lee and "the mayor"?
    bool of_another_rank(Index group, const Candidate& phrase) const;

    /// Is the second group a body or country that the first is described by: "Arrow's head Ann Lee"?
    bool belongs(Index person, Index body) const;

  private:
    struct Description {
        Index noun;         ///< folded: in `words`
        TokenRange tokens;  ///< with its complements
        TokenRange core;    ///< up to the noun
    };

    void add(Index group, Index head, TokenRange tokens);
    bool same_rank(TokenRange description, TokenRange phrase) const;
    void learn_predicates(const std::vector<Candidate>& candidates);
    void learn_bodies(const Groups& groups, const std::vector<Candidate>& candidates);

    const Document& doc_;
    const Lexicon& lexicon_;
    const Groups& groups_;
    std::unordered_map<Index, std::vector<Index>> called_;  ///< groups, by a noun
    std::vector<std::vector<Description>> of_;              ///< for each group
    std::vector<std::vector<Index>> nouns_;                 ///< of those
    std::vector<std::vector<Index>> bodies_;                ///< for each group: others
    std::vector<Index> told_of_;  ///< for each token: the group that it names or describes
};

}  // namespace lede::coreference
