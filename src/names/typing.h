// The type of a name, finer than the neural core tells it.
#pragma once

#include "document.h"
#include "names/lexicon.h"
#include "names/name_labels.h"

namespace lede::names {

/// A place is GPE, LOC or FAC, and a name of no other kind a law, a work or a product, by the gazetteers and
/// by the word that a name begins or ends with.
EntityType type_of_name(const Document& doc, const Lexicon& lexicon, TokenRange tokens, NameKind kind);

/// Once "the island of Stroma" was land, "Stroma" is: makes such names LOC that were taken for GPE for want
/// of an entry in the gazetteer.
void share_land(Document& doc, const Lexicon& lexicon);

/// The syntactic head of a name: the surname, the last word before "of".
Span head_of_name(const Document& doc, TokenRange tokens, EntityType type);

}  // namespace lede::names
