// Puts candidates together that mean one thing.
#pragma once

#include <optional>
#include <vector>

#include "attitudes/stance_words.h"
#include "coreference/antecedents.h"
#include "coreference/candidates.h"
#include "coreference/disjoint_sets.h"
#include "coreference/group.h"
#include "coreference/roles.h"
#include "document.h"
#include "model/table.h"
#include "names/lexicon.h"
#include "neural/antecedent_model.h"
#include "resources.h"

namespace lede::coreference {

/// Chains candidates: by rule (linker_rules.cpp) where the text leaves little choice, else each is joined to
/// the antecedent that the model ranks highest, or to none.
class Linker {
  public:
    Linker(Document& doc, const Resources& resources, const Lexicon& lexicon, Groups& groups,
           std::vector<Candidate>& candidates);

    void link(const std::vector<Apposition>& appositions);

    /// Adds the mentions of all chains, with the groups they belong to.
    void add_mentions();

  private:
    /// What is known of a chain so far.
    struct Chain {
        ChainSoFar so_far;
        std::optional<EntityType> type;
        Index group = none;  ///< of its names
    };

    Index find(Index c) { return sets_.find(c); }
    void join(Index a, Index b);
    void join(Index a, Index b, float score);

    // rules
    void link_names();
    void link_appositions(const std::vector<Apposition>& appositions);
    void link_descriptions();
    void link_first_persons();
    void link_offices();
    bool leads_up_to(const Candidate& one, Index sentence) const;
    Index who_spoke_before(Index c);
    Index named_by_kind(Index c);
    Index person_after(Index c);

    // ranking
    void link_others();
    void link_one(Index c);
    Index rank(Index c, float& odds);

    // what cannot be one (linker_clash.cpp)
    bool clash(Index c, Index antecedent);
    bool are_two_of_a_kind(const Candidate& a, const Candidate& b) const;
    bool is_no_speakers(const Candidate& pronoun, Index antecedent);
    bool of_another_office(const Candidate& phrase, const Chain& chain) const;
    bool is_doubtful_office(const Candidate& phrase, const Chain& chain) const;
    bool share_verb(const Candidate& name, const Candidate& phrase) const;
    bool is_no_introduction(const Candidate& name, Index antecedent);
    bool is_no_pair(const Candidate& pair, const Candidate& other) const;
    bool of_two_speakers(const Candidate& a, const Candidate& b);

    // mentions
    std::vector<std::vector<Index>> sums();
    std::vector<bool> worth_telling(const std::vector<std::vector<Index>>& sums);
    void add_mention(Index c, Index group);
    Group group_of_chain(Index first);

    Document& doc_;
    const Lexicon& lexicon_;
    Groups& groups_;
    std::vector<Candidate>& candidates_;
    const AntecedentModel& model_;
    Antecedents antecedents_;
    const std::vector<Index>& speaking_;  // candidates
    std::vector<bool> speaks_;            // is the candidate one of them?
    std::vector<Chain> chains_;           // of the roots
    DisjointSets sets_;                   // of candidates
    std::vector<float> scores_;
    const attitudes::StanceWords stances_;
    const Table offices_;
    std::vector<Index> first_of_group_;  // candidates
    std::vector<bool> settled_;
    std::vector<AntecedentModel::Sums> sums_;  // of candidates as antecedents
    std::vector<std::uint32_t> rows_;          // of the pair in hand
    std::vector<Index> arguments_;             // of the verb of the name in hand
    Index bearer_ = none;                      // the group that alone bears the office in hand
    std::vector<Index> found_;                 // antecedents of the candidate in hand
};

}  // namespace lede::coreference
