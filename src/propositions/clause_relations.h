// How clauses bear on each other, as features of a small model (clauses.bin). The trainer
// (scripts/train/clauses) asks for the same candidates and features, so they are defined here alone. The
// relations are a choice of those of the Penn Discourse Treebank 3 (Webber, Prasad, Lee, Joshi 2019).
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "model/table.h"
#include "resources.h"
#include "syntax/children.h"

namespace lede {

inline constexpr std::size_t clause_relation_count = 8;

/// Two words that may be the heads of related clauses.
struct ClausePair {
    Index governor = none;
    Index dependent = none;
    TokenRange signal;        ///< words of the table causal_signals before or inside the dependent
    std::string_view effect;  ///< of the signal: "cause", "effect", "purpose" …; empty where there is none
    bool across = false;      ///< the dependent is the sentence after the governor's
};

/// Is one side told by a noun phrase: "closed *due to snow*", "*the row* led to a strike"?
bool is_nominal(const Document& doc, const ClausePair& pair);

class ClausePairs {
  public:
    /// Reads trees and propositions of the document, which must outlive the object.
    ClausePairs(const Document& doc, const Resources& resources);

    /// The pairs of a sentence in the order of their dependents, and that with the sentence before it. Linear
    /// in its length.
    void find(Index sentence, std::vector<ClausePair>& pairs) const;

    /// The features of a pair, as well-mixed hashes.
    void describe(const ClausePair& pair, std::vector<std::uint32_t>& features) const;

  private:
    bool is_predicate(Index token) const;
    void add_dependent(Index token, std::vector<ClausePair>& pairs) const;
    void add_signal(TokenRange signal, std::string_view effect, TokenRange sentence,
                    std::vector<ClausePair>& pairs) const;
    Index root_of(Index sentence) const;
    Index first_word(Index token) const;

    const Document& doc_;
    Table signals_;
    Children children_;
    std::vector<TokenRange> subtrees_;
};

}  // namespace lede
