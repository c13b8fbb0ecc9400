// How far the phrase of each word reaches in its tree.
#pragma once

#include <vector>

#include "document.h"

namespace lede {

/// Token ranges around a word taken as the head of a noun phrase; each holds the word. Punctuation at their
/// edges is left out, but for the bracket or quotation mark that closes one inside.
struct Extent {
    TokenRange core;    ///< with its determiners and what else stands before it: "the old mayor"
    TokenRange phrase;  ///< with complements, relative clauses and appositions: "the old mayor of Skarra"
    TokenRange joined;  ///< with the phrases joined to it by "and" or commas, where there are any, else empty
};

/// The subtree of each token, from its first word to its last. Linear in their number.
std::vector<TokenRange> find_subtrees(const Document& doc);

/// The highest word above a token, or itself, that is reached without leaving a stretch which holds the
/// token.
Index top_within(const Document& doc, Index token, TokenRange within);

/// The first verb of a stretch that hangs on nothing within it; `none` where there is none.
Index top_verb(const Document& doc, TokenRange within);

/// One for each token, in time linear in their number.
std::vector<Extent> find_extents(const Document& doc);

}  // namespace lede
