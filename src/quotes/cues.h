// Words that say that something is said, and who says it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quotes/phrases.h"

namespace lede {

enum class CueKind : std::uint8_t { verb, according };

struct Cue {
    CueKind kind = CueKind::verb;
    TokenRange tokens;        ///< "said", "pointed out", "according to"
    TokenRange group;         ///< with auxiliaries and adverbs before it: "has also said"
    std::string_view frames;  ///< reporting_verbs.tsv explains the letters
    std::string_view words;   ///< its particle or prepositions, separated by commas
    bool participle = false;  ///< "adding": whoever spoke, or acts, before
    bool hedged = false;  ///< "did not mention", "to assert", "would announce": no more than quoted words or
                          ///< a clause count
    std::optional<NounPhrase>
        voice;  ///< "quoted Hall as saying": whose words they are, where not the subject's

    bool takes(char frame) const { return frames.find(frame) != std::string_view::npos; }
};

/// The cues of a sentence outside quotation marks, in text order.
std::vector<Cue> find_cues(const Reading& reading, TokenRange sentence);

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

}  // namespace lede
