// Who takes part in an event, where it happens and when.
#pragma once

#include "propositions/clause.h"

namespace lede {

/// The tokens of a noun phrase with its "of" phrases and what is coordinated with it: "France and Germany",
/// "the deputy chief of the militia".
TokenRange phrase_around(const Syntax& syntax, Index head);

/// A participant by its head; nothing where the head is no noun phrase, or an empty one ("there", "it" of the
/// weather).
std::optional<Participant> participant(const Syntax& syntax, Index head);

/// The place of a clause: a name of a place after "in", "at", "near" and the like, in the clause or right
/// after its words.
std::optional<Participant> place_of(const Syntax& syntax, const Clause& clause);

/// By token: the verb or event noun whose clause a time expression stands in. One pass over `times`.
class TimesOfClauses {
  public:
    explicit TimesOfClauses(const Syntax& syntax);

    /// The time of an event by its trigger, in `times`; the only one of the sentence where none is in the
    /// clause.
    Index time_of(Index trigger) const;

  private:
    struct Entry {
        Index governor = none;
        Index time = none;
    };
    const Document& doc_;
    std::vector<Entry> by_sentence_;        // in the order of times
    std::vector<Index> first_of_sentence_;  // in by_sentence_; one more than there are sentences
};

}  // namespace lede
