// Who speaks, beside a cue.
#pragma once

#include <optional>

#include "quotes/attribution/cues.h"

namespace lede::quotes {

/// A speaker beside a cue, and the first token of the words that name him, appositions included.
struct Source {
    NounPhrase phrase;
    Index begin = none;
};

/// Before a verb: "X said", "X, the minister, has also said", "X, who was there, said".
std::optional<Source> source_before(const Reading& reading, const Cue& cue, Index from);

/// After a verb: "said X". Nothing where what follows is a clause ("said X was late").
std::optional<Source> source_after(const Reading& reading, const Cue& cue, Index end);

/// Who acts in the words before a token: the subject of the main clause.
std::optional<Source> main_subject(const Reading& reading, Index from, Index before);

}  // namespace lede::quotes
