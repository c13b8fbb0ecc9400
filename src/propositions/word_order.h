// Subjects and objects by the order of words, for sentences whose tree is silent or plainly wrong.
#pragma once

#include "propositions/clause.h"

namespace lede {

struct Ordered {
    Index head = none;
    bool sure = false;  ///< right before the verb group, at the beginning of its clause
};

/// The noun phrase before the verb group that no preposition governs: carried over to infinitives,
/// coordinated verbs and past appositions.
Ordered subject_by_order(const Syntax& syntax, Index verb);

/// Is there a form with tense in the verb group: "attacked", "will attack", "has been attacked"?
bool is_finite(const Document& doc, Index verb);

/// The head of the noun phrase that begins at a token and is no time.
Index phrase_head_at(const Syntax& syntax, Index token, Index end);

/// The noun phrases right after the verb, a time between them passed over: one object, or a recipient and an
/// object
/// ("gave Tanzania a grant").
void read_objects_by_order(const Syntax& syntax, Clause& clause);

}  // namespace lede
