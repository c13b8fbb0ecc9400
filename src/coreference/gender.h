// Whether a name is a woman's or a man's, as far as its words and titles tell.
#pragma once

#include "document.h"
#include "names/lexicon.h"

namespace lede::coreference {

/// By the title before a name: "Mrs", "King", "actress". Unknown where it has none, or one that tells
/// nothing.
Gender titled_gender(const Document& doc, const Lexicon& lexicon, const Mention& name);

/// By its title, or by the first of its words where there are several; a lone word may be a surname.
Gender gender_of(const Document& doc, const Lexicon& lexicon, const Mention& name);

}  // namespace lede::coreference
