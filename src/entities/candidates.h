// Stretches of text that may be names.
#pragma once

#include <vector>

#include "document.h"
#include "entities/lexicon.h"
#include "entities/shape.h"

namespace lede {

/// A stretch that may be a name: no "the" or title before it, no "'s" after it.
struct Candidate {
    TokenRange tokens;
    Span span;          ///< that of the tokens, but for "IS" in the single token "anti-IS"
    bool weak = false;  ///< its capitals tell nothing
};

/// In text order, not overlapping, each within its sentence.
std::vector<Candidate> find_candidates(const Document& doc, const Lexicon& lexicon, const Capitals& capitals);

}  // namespace lede
