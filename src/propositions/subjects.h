// Of whom a predicate is told, by its tree.
#pragma once

#include "document.h"
#include "syntax/children.h"

namespace lede {

/// The subject of a verb or of an adjective after "be", its own or carried over by coordination and control;
/// for "who" and "which" what they stand for. `none` where nobody is told. "it" and "there" that stand for
/// nothing are left out.
Index subject_of(const Document& doc, const Children& children, Index predicate);

}  // namespace lede
