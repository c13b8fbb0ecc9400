// Who speaks where a participle is the cue: "adding", "Claiming that …, Hall".
#pragma once

#include "quotes/attribution/sources.h"

namespace lede::quotes {

/// @param sentence without its final punctuation. @param limit one past what earlier cues attribute.
/// @param last_speaker of the cues before, if any spoke.
std::optional<Source> source_of_participle(const Reading& reading, const Cue& cue, TokenRange sentence,
                                           Index limit, const std::optional<TokenRange>& last_speaker);

}  // namespace lede::quotes
