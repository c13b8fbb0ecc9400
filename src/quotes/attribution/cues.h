// Words that say that something is said, and who says it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quotes/attribution/phrases.h"

namespace lede::quotes {

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

    bool takes(char frame) const;
};

/// The cues of a sentence outside quotation marks, in text order.
std::vector<Cue> find_cues(const Reading& reading, TokenRange sentence);

}  // namespace lede::quotes
