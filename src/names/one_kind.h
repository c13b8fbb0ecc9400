// A word is mostly one thing throughout an article (after Gale, Church and Yarowsky 1992).
#pragma once

#include "document.h"
#include "names/lexicon.h"

namespace lede::names {

/// Gives names of one and the same words one type, the one that is surest in sum, where they were read now as
/// a person and now as something else, and nobody in the article bears the name in full or with a title.
void settle_kinds(Document& doc, const Lexicon& lexicon);

}  // namespace lede::names
