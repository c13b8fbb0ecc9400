// What kind of source a speaker is.
#pragma once

#include "quotes/reading.h"

namespace lede::quotes {

/// Judges the words that name a speaker. A pronoun is unknown: whom it means is for find_speakers().
Sourcing judge_source(const Reading& reading, TokenRange speaker);

}  // namespace lede::quotes
