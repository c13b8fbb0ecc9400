// What a cue attributes: the words of its sentence before it, after it, or on both sides.
#pragma once

#include <optional>
#include <vector>

#include "quotes/reading.h"

namespace lede::quotes {

/// One cue read with its surroundings, in tokens of one sentence.
struct Attribution {
    TokenRange cue;  ///< empty where a colon alone tells
    std::optional<TokenRange> speaker;
    std::optional<TokenRange> addressee;
    std::vector<TokenRange>
        content;  ///< in text order; may include quotation marks; empty where it is not in the sentence, or
                  ///< nothing is reported and the cue only sets the current speaker
    bool stands_alone =
        false;            ///< nothing but speaker and cue in its clause: a quotation beside it may be meant
    Index extent = none;  ///< one past the last token that belongs to cue, speaker or content
};

/// Reads the cues of a sentence from left to right.
std::vector<Attribution> read_attributions(const Reading& reading, TokenRange sentence);

}  // namespace lede::quotes
