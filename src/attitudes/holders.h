// Who holds a belief or an intention.
#pragma once

#include <optional>
#include <vector>

#include "attitudes/attitude_cues.h"
#include "quotes/attribution/phrases.h"
#include "syntax/children.h"
#include "syntax/extents.h"

namespace lede::attitudes {

/// An article with its trees, for walks up and down.
struct Trees {
    explicit Trees(const Document& doc)
        : children(doc), subtrees(find_subtrees(doc)), extents(find_extents(doc)) {}

    Children children;
    std::vector<TokenRange> subtrees;
    std::vector<Extent> extents;
};

/// The words of a holder whom the tree knows by its head, without those of the cue.
quotes::NounPhrase phrase_of(const quotes::Reading& reading, const Trees& trees, Index head, Index cue);

/// Whoever holds what a cue ascribes, where that is told. `words` is the table attitude_words.
std::optional<quotes::NounPhrase> find_holder(const quotes::Reading& reading, const Trees& trees,
                                              const WordClasses& words, const AttitudeCue& cue);

}  // namespace lede::attitudes
