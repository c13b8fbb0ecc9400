// Whom an article lets speak: its quotations summed up by speaker.
#pragma once

#include <array>

#include "document.h"

namespace lede {

/// One speaker of an article: an entity, or a source that is none ("diplomatic sources").
struct Voice {
    Index entity = none;  ///< in `entities`
    Span speaker;         ///< as written where he speaks first
    Sourcing kind = Sourcing::unknown;
    std::vector<Index> quotes;  ///< in `quotes`, in text order
    std::uint32_t words = 0;    ///< attributed to him; words that he reports of others count for the others
    double share = 0;           ///< of all attributed words, 0 to 1
};

/// The sources of an article.
struct Voices {
    std::vector<Voice> speakers;            ///< most words first
    std::array<std::uint32_t, 5> counts{};  ///< quotations by Sourcing
    std::uint32_t words = 0;                ///< attributed to anybody, each word once
    double share = 0;                       ///< of the words of the article, 0 to 1
    /// Quotations that one source without a name vouches for alone: "one senior diplomat" in a sentence that
    /// cites nobody else, and whom nobody else of the article can be.
    std::vector<Index> single_unnamed;
};

/// Sums up the quotations of a document. Linear in its tokens and quotations.
Voices hear_voices(const Document& doc);

}  // namespace lede
