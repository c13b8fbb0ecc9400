// Of whom a predicate is told, by its tree.
#pragma once

#include "document.h"
#include "syntax/children.h"

namespace lede {

/// "who", "which", or "that" where it stands for a noun.
bool is_relative_pronoun(const Document& doc, Index token);

/// The subject of a verb or of an adjective after "be", its own or carried over by coordination and control;
/// for "who" and "which" what they stand for. `none` where nobody is told. "it" and "there" that stand for
/// nothing are left out.
Index subject_of(const Document& doc, const Children& children, Index predicate);

}  // namespace lede
