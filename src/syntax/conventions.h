// Arcs that Universal Dependencies never has, or hardly ever, though each of them is likely by itself.
#pragma once

#include "document.h"

namespace lede {

/// Moves some arcs of a piece of a sentence whose tree is known, where the tree stays projective: every word
/// of a name hangs on its first ("Abdul Wahhab al-Janabi" is no chain), a copula on what is said of the
/// subject and not on the subject, an adverb behind an object on the verb ("knows the city well"), the
/// preposition of an oblique on all of it ("for Mozilla Firefox"), a comma on what follows the verb, the mark
/// that closes a sentence on the root. Takes time that is at most quadratic in its size.
void keep_to_conventions(Document& doc, TokenRange piece);

}  // namespace lede
