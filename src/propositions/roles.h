// Which words fill which role of a predicate: candidates out of its tree, and what speaks for each. The roles
// are those of PropBank (Palmer, Gildea, Kingsbury 2005) as the result contract names them. The trainer
// (scripts/train/roles) asks for the same features, so they are defined here alone.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "document.h"
#include "neural/core_model.h"
#include "propositions/clause.h"
#include "resources.h"

namespace lede {

/// In the order of the labels of roles.bin. `second` is PropBank's ARG2 beside an ARG1: a recipient, an
/// instrument, a result, by the verb.
enum class Role : std::uint8_t { nothing, agent, patient, second, place, time, purpose, cause, manner };
inline constexpr std::size_t role_count = 9;

/// A word that may be the head of an argument.
struct RoleCandidate {
    Index token = none;
    /// Steps from the predicate up to the word that the candidate hangs on, or that it is.
    std::uint8_t up = 0;
    bool above = false;  ///< is that word itself
    Index via = none;    ///< a dependent of the predicate that it hangs on: "voted on *the plan* on Monday"
};

class RoleReader {
  public:
    RoleReader(const Syntax& syntax, const Resources& resources);

    /// Is the token a verb that says something: no auxiliary, no copula?
    bool is_predicate(Index token) const;

    /// Chooses the predicate that the functions below are about.
    void select(Index predicate);

    /// After Xue and Palmer 2004 (Calibrating Features for Semantic Role Labeling): the dependents of the
    /// predicate, the words above it, and their dependents; days and places below its nouns; and what the
    /// rules of clause.h find. Some forty at most.
    void find_candidates(std::vector<RoleCandidate>& candidates) const;

    /// The feature that tells how the tree leads from the predicate to a candidate. Where the model does not
    /// know it, nothing that it was trained on stood there.
    std::uint32_t path_feature(const RoleCandidate& candidate) const;

    /// The features of a candidate, as well-mixed hashes.
    void describe(const RoleCandidate& candidate, std::vector<std::uint32_t>& features) const;

    /// Whom the rules of clause.h take for the one who acts; `none` where they find nobody.
    Index ruled_agent() const { return clause_.subject; }
    /// The same for whom or what it happens to.
    Index ruled_patient() const { return clause_.object; }

  private:
    static constexpr std::size_t most_candidates = 40;
    void add_dependents(Index head, Index predicate, std::uint8_t up,
                        std::vector<RoleCandidate>& candidates) const;
    void add_below(Index predicate, std::vector<RoleCandidate>& candidates) const;
    bool tells_when_or_where(Index token) const;
    Index marker_of(Index token) const;
    std::uint32_t kind_of(Index token) const;
    std::uint32_t relation_of(const RoleCandidate& candidate) const;
    std::uint32_t path_of(const RoleCandidate& candidate) const;

    const Document& doc_;
    const WordVectors& vectors_;
    const Syntax& syntax_;
    const Children& children_;
    std::vector<Index> name_of_;  // by token: the mention whose last word it is

    // Of the predicate in hand.
    Index predicate_ = none;
    Clause clause_;  // as the rules read it
    bool passive_ = false;
    std::uint32_t frame_ = 0, lemma_ = 0, governor_ = 0;
    std::array<std::uint32_t, 7> paths_{};  // of the chain above it, by steps
    std::uint32_t signs_ = 0;               // of the first numbers of its word vector
};

}  // namespace lede
