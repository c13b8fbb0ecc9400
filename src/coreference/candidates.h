// What may refer to something: names, common-noun phrases and pronouns, in text order.
#pragma once

#include <optional>
#include <vector>

#include "coreference/group.h"
#include "coreference/roles.h"
#include "document.h"
#include "names/lexicon.h"
#include "resources.h"

namespace lede::coreference {

enum class Determiner : std::uint8_t { bare, definite, demonstrative, indefinite, possessive };
enum class Number : std::uint8_t { unknown, singular, plural };

/// A phrase that may be a mention of something mentioned before or after.
struct Candidate {
    TokenRange tokens;
    Index head = none;  ///< its syntactic head
    MentionKind kind = MentionKind::nominal;
    Index name = none;           ///< in `mentions`, for a name
    Index beside = none;         ///< in `mentions`: the name that it stands in apposition to
    std::uint8_t person = 3;     ///< of a pronoun: 1, 2 or 3
    bool possessive = false;     ///< "his"
    bool reflexive = false;      ///< "himself"
    bool demonstrative = false;  ///< "this", "those" standing alone
    bool joined = false;         ///< "researchers and students" as a whole
    bool pair = false;           ///< "both", "the two leaders", "either side"
    Determiner determiner = Determiner::bare;
    Gender gender = Gender::unknown;       ///< female, male, neuter or unknown
    GivenName given = GivenName::unknown;  ///< of a name without a known gender
    bool doubtful = false;  ///< a name that may be a person's, though it is typed as something else
    Number number = Number::unknown;
    std::optional<EntityType> type;  ///< what a name is, what a noun may stand for; PERSON for "he"
    Index quote = none;              ///< in `quotes`: between whose marks it stands
};

/// "he", "her", "himself".
inline bool is_gendered_pronoun(const Candidate& c) {
    return c.kind == MentionKind::pronoun && (c.gender == Gender::female || c.gender == Gender::male);
}

/// @param groups of the names; @param quote_of for each token, the quotation between whose marks it stands.
/// In the order of their first tokens, the longer first. Nouns inside a name are left out.
std::vector<Candidate> find_candidates(const Document& doc, const Lexicon& lexicon, const Table& pronouns,
                                       const Groups& groups, const std::vector<Index>& quote_of);

/// What chains are made of: the names' groups with their titles, what stands in apposition to a name, and all
/// that may be a mention. The engine and the trainer of the ranker ask here, so that both see the same.
struct Phrases {
    Groups groups;
    std::vector<Apposition> appositions;
    std::vector<Candidate> candidates;
};
Phrases find_phrases(Document& doc, const Lexicon& lexicon, const Resources& resources);

}  // namespace lede::coreference
