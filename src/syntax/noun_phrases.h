// Base noun phrases by tags: determiners, modifiers, the head noun, nothing after it.
#pragma once

#include <vector>

#include "document.h"

namespace lede {

/// "the US-led coalition", "Monday's deadly bomb attack", "he". Within one sentence.
struct BasePhrase {
    TokenRange tokens;
    Index head = none;  ///< the last noun, or the pronoun or number that stands for it
};

/// The base noun phrases of an article in text order, not overlapping (the chunks of Ramshaw and Marcus 1995,
/// but a possessive stays with what is possessed). Dates that merely stand beside a noun ("Trump Wednesday")
/// are apart.
class NounPhrases {
  public:
    explicit NounPhrases(const Document& doc);

    const std::vector<BasePhrase>& all() const { return phrases_; }

    /// The number of the phrase a token is part of, or `none`.
    Index at(Index token) const { return of_token_[token]; }
    const BasePhrase& operator[](Index number) const { return phrases_[number]; }

  private:
    void read_sentence(const std::vector<Xpos>& tags, TokenRange sentence, const std::vector<bool>& in_date);

    std::vector<BasePhrase> phrases_;
    std::vector<Index> of_token_;
};

bool is_noun(Xpos tag);
bool is_verb(Xpos tag);

}  // namespace lede
