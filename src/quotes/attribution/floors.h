// Whom a sentence leaves speaking.
#pragma once

#include <vector>

#include "quotes/attribution/attributions.h"

namespace lede::quotes {

struct Floor {
    Index sentence = none;
    Index quote = none;  ///< the quotation that it attributes to him, where there is one
    Span speaker;
};

/// Gives the floor to the one named last, unless he is himself quoted by the one before or speaks in passing.
/// @param quote what is attributed to him, or `none`.
void pass_floor(const Reading& reading, Floor& floor, const Attribution& found, Index quote,
                const std::vector<Quote>& quotes);

/// The floor of a sentence, of several in text order; null where nobody has it.
const Floor* floor_of(const std::vector<Floor>& floors, Index sentence);

}  // namespace lede::quotes
