// Marks that come in pairs: quotation marks and brackets.
#pragma once

#include "document.h"

namespace lede {

/// Hangs both marks of a pair on the head of what they enclose, as Universal Dependencies has it, where that
/// is one word and the tree stays projective. Of a piece of a sentence whose tree is known; takes time that
/// is quadratic in its size.
void attach_paired_marks(Document& doc, TokenRange piece);

}  // namespace lede
