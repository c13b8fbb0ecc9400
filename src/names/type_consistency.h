// One type for a name throughout an article: the one-sense-per-discourse rule of Gale, Church and Yarowsky
// (1992).
#pragma once

#include "document.h"
#include "names/lexicon.h"

namespace lede::names {

/// Gives names of the same words one type, the one with the highest sum of scores, where some were read as a
/// person and some as something else. Names that the article gives in full or with a title keep their type.
void unify_types(Document& doc, const Lexicon& lexicon);

}  // namespace lede::names
