// The words of stances: a view of the table of that name.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document.h"
#include "model/table.h"

namespace lede::relations {

/// One use of a word: "reject" denies an accusation, and opposes anything else.
struct StanceUse {
    std::optional<Predicate> predicate;  ///< nothing for a word that only helps others
    std::string_view frames, prepositions, target_class;

    bool has(char frame) const { return frames.find(frame) != std::string_view::npos; }
    /// Is a word one of the prepositions?
    bool takes(std::string_view word) const;
};

class StanceWords {
  public:
    explicit StanceWords(Table table) : table_(std::move(table)) {}

    /// The uses of a lemma, in the order in which they are to be tried.
    std::vector<StanceUse> uses(std::string_view lemma) const;

    /// Is a noun or adjective of a class: "allegation", "measure", "bad"?
    bool is_of(std::string_view lemma, std::string_view kind) const;

    /// Does a verb give voice to a stance that a noun tells: "express", "reiterate"?
    bool voices(std::string_view lemma) const;

  private:
    Table table_;
};

}  // namespace lede::relations
