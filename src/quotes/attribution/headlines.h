// What headlines and leads attribute without a verb of saying.
#pragma once

#include <optional>

#include "quotes/attribution/attributions.h"

namespace lede::quotes {

/// "Trump: Nato is obsolete", "Police: Man shot in street" in the headline or at the beginning of the first
/// paragraph; in the headline also "Nato is obsolete – Trump" and "Nato is obsolete says Trump". Nothing
/// where what is named is a topic ("Brexit: what happens next"), a place or a publisher.
std::optional<Attribution> read_headline(const Reading& reading, Index sentence);

}  // namespace lede::quotes
