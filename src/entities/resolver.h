// Walking through the article: what was mentioned lately, and to what of it a noun phrase or pronoun refers.
#pragma once

#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "entities/group.h"
#include "entities/lexicon.h"
#include "entities/noun_phrases.h"

namespace lede {

/// A personal pronoun of the third person.
struct Pronoun {
    Index token = none;
    Gender gender = Gender::unknown;  ///< neuter for "it"
    bool plural = false;
    bool possessive = false;
    bool reflexive = false;
};

class Resolver {
  public:
    /// @param quote_of for each token, the quotation between whose marks it stands, or `none`.
    Resolver(Document& doc, const Lexicon& lexicon, std::vector<Group>& groups,
             const std::vector<Index>& quote_of);

    /// To be called in text order. What refers to something becomes a mention of it.
    void see_name(Index mention);
    void see_phrase(const Nominal& phrase);
    void see_pronoun(const Pronoun& pronoun);

    /// The mentions that were found, with their groups as `entity`.
    std::vector<Mention> take_mentions() { return std::move(added_); }

  private:
    /// A phrase, and the group that it belongs to once something else refers to it.
    struct Seen {
        Nominal phrase;
        Index group = none;
    };

    /// Something that was mentioned and may be meant again.
    struct Recent {
        Index group = none;  ///< or else phrase
        Index phrase = none;
        Index token = none;  ///< the head
        bool subject = false;
        bool first = false;  ///< of its sentence
    };

    void remember(Recent recent, TokenRange tokens);
    Index group_of(Index seen_phrase);
    Index group_of(const Recent& recent) const;
    void add_mention(TokenRange tokens, Index head, MentionKind kind, Index group, float score);

    Index match(const Nominal& phrase);
    Index match_name_beside(const Nominal& phrase);
    Index match_title(const Nominal& phrase) const;
    Index match_head(const Nominal& phrase);
    Index match_kind(const Nominal& phrase) const;
    bool modifiers_agree(const Nominal& phrase, TokenRange earlier) const;
    Index end_of_complement(const Nominal& phrase) const;
    bool is_bare(const Nominal& phrase) const;
    bool was_introduced(const Nominal& phrase) const;

    bool is_subject(TokenRange tokens, Index head) const;
    bool is_pleonastic(Index token) const;
    int fitness(const Recent& recent, const Pronoun& pronoun) const;
    void add_title(Index group, TokenRange tokens, Index head);

    static constexpr std::size_t window = 40;

    Document& doc_;
    const Lexicon& lexicon_;
    std::vector<Group>& groups_;
    const std::vector<Index>& quote_of_;
    std::vector<Index> name_from_, name_to_;  // the name that begins at, that ends before a token
    std::vector<Index> spoken_by_;            // the group of each quotation's speaker, where a name says it
    std::vector<bool> speaks_;                // is the token part of a speaker?
    std::array<Recent, window> ring_{};
    std::size_t seen_ = 0;
    std::vector<Seen> phrases_;
    std::unordered_map<Index, Index> by_title_;  // last word of a title → group
    std::unordered_map<Index, Index> by_word_;   // last word of an organisation's or place's name → group
    std::unordered_map<Index, Index> by_head_;   // head of a phrase → the last such, in phrases_
    std::vector<Mention> added_;
};

}  // namespace lede
