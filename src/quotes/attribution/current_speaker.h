// Tracks the current speaker: who said what the next quotation without a cue goes on with.
#pragma once

#include <vector>

#include "quotes/attribution/attributions.h"

namespace lede::quotes {

struct CurrentSpeaker {
    Index sentence = none;
    Index quote = none;  ///< the quotation that the sentence attributes to the speaker, where there is one
    Span speaker;
};

/// Makes the speaker of an attribution the current one, unless the words are in a quotation of the one before
/// or in a relative clause. @param quote what is attributed to the speaker, or `none`.
void update_current_speaker(const Reading& reading, CurrentSpeaker& floor, const Attribution& found,
                            Index quote, const std::vector<Quote>& quotes);

/// The current speaker after a sentence, of several in text order; null where nobody speaks.
const CurrentSpeaker* current_speaker_of(const std::vector<CurrentSpeaker>& floors, Index sentence);

}  // namespace lede::quotes
