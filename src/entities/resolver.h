// Walking through the article: what was mentioned lately, and to what of it a noun phrase or pronoun refers.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "entities/group.h"
#include "entities/lexicon.h"
#include "entities/noun_phrases.h"

namespace lede {

/// A personal pronoun as the table has it.
struct Pronoun {
    Index token = none;
    int person = 3;
    Gender gender = Gender::unknown;  ///< neuter for "it"
    bool plural = false;
    bool possessive = false;
    bool reflexive = false;
};

/// The quotation around each token: its index, or `none`. Only words between quotation marks count.
std::vector<Index> quotes_of_tokens(const Document& doc);

class Resolver {
  public:
    Resolver(Document& doc, const Lexicon& lexicon, std::vector<Group>& groups);

    /// To be called in text order.
    void see_name(Index mention);
    void see_phrase(const NounPhrase& phrase);
    void see_pronoun(const Pronoun& pronoun);

    /// The mention that a phrase became because something else needed it (a speaker). Makes it one where it is not yet.
    void name_speaker(const NounPhrase& phrase);

    /// Mentions that were added, with their groups as `entity`.
    std::vector<Mention> take_mentions() { return std::move(added_); }

  private:
    /// Something that was mentioned and may be meant again.
    struct Recent {
        Index group = none;   ///< `none` for a phrase that nothing has referred to yet
        NounPhrase phrase;    ///< where group is `none`
        Index token = none;   ///< the head
        Index sentence = none;
        bool subject = false;
        bool first = false;   ///< of its sentence
    };

    void remember(Recent recent);
    Index make_group(Recent& recent);
    void add_mention(TokenRange tokens, Index head, MentionKind kind, Index group, float score);
    bool is_subject(TokenRange tokens, Index head) const;
    std::optional<Index> match_title(const NounPhrase& phrase);
    std::optional<Index> match_head(const NounPhrase& phrase);
    std::optional<Index> match_kind(const NounPhrase& phrase);
    bool is_pleonastic(Index token) const;
    int fitness(const Recent& recent, const Pronoun& pronoun) const;
    void learn_titles(Index mention);
    void add_title(Index group, TokenRange tokens);
    Index name_after_comma(const NounPhrase& phrase) const;
    bool same_people(const NounPhrase& phrase, Index group) const;

    static constexpr std::size_t window = 40;

    Document& doc_;
    const Lexicon& lexicon_;
    std::vector<Group>& groups_;
    std::vector<Index> name_at_;    // the name that begins at a token
    std::vector<Index> quote_of_;   // of each token
    std::vector<Index> spoken_by_;  // the group of a quotation's speaker, where already known
    std::array<Recent, window> ring_{};
    std::size_t seen_ = 0;
    std::unordered_map<Index, Index> by_title_;   // last word of a title → group
    std::unordered_map<Index, Index> by_word_;    // a common noun inside a name → group
    struct Earlier {
        Index group = none;
        std::size_t seen = 0;  // its number in the ring
        bool plural = false;
    };
    std::unordered_map<Index, Earlier> by_head_;  // the head of a phrase → the last such
    std::vector<Mention> added_;
};

}  // namespace lede
