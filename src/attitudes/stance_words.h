// The words of stances: a view of the tables stances and stance_classes.
#pragma once

#include <string_view>
#include <vector>

#include "document.h"
#include "model/word_classes.h"
#include "resources.h"

namespace lede::attitudes {

/// One use of a word: "reject" denies an accusation, and opposes anything else.
struct StanceUse {
    Predicate predicate;
    std::string_view frames, prepositions, target_classes;

    bool has(char frame) const { return frames.find(frame) != std::string_view::npos; }
    /// Is a word one of the prepositions?
    bool takes(std::string_view word) const;
    /// Does it name a class of targets, without "!"?
    bool wants(std::string_view word_class) const;
};

class StanceWords {
  public:
    explicit StanceWords(const Resources& resources)
        : table_(resources.table("stances")), classes_(resources.table("stance_classes")) {}

    /// The uses of a lemma, in the order in which they are to be tried.
    std::vector<StanceUse> uses(std::string_view lemma) const;

    /// Does a word belong to a class of stance_classes?
    bool has(std::string_view word_class, std::string_view word) const {
        return classes_.has(word_class, word);
    }

  private:
    Table table_;
    WordClasses classes_;
};

}  // namespace lede::attitudes
