// Long runs of marks, digits and single letters ("a/b/c/…", "[][][]", a row of figures), which are no
// sentences.
#pragma once

#include "document.h"

namespace lede {

/// True for a sentence that holds hardly a word of two letters and is longer than any that a person writes,
/// or long without white space in it. Reading it with the core would cost several times what news of as many
/// bytes costs, and tell nothing.
bool is_wordless(const Document& doc, const Sentence& sentence);

/// Fills tags and tree of such a sentence by what its tokens are made of: all hang on the first.
void tag_by_shape(Document& doc, const Sentence& sentence);

}  // namespace lede
