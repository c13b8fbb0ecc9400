// Nouns that tell events, and who takes part in these: "Monday's *attack* on the town by rebels".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/table.h"
#include "propositions/clause.h"
#include "syntax/extents.h"

namespace lede {

/// The row of event_nouns for a noun, by itself or with the word before it: "air strike"; nothing where it
/// tells no event.
std::optional<std::string_view> event_noun(const Document& doc, const Table& nouns, Index noun);

class EventNouns {
  public:
    EventNouns(const Syntax& syntax, const Table& nouns) : syntax_(syntax), nouns_(nouns) {}

    /// Is the token the head of a noun phrase that tells an event, and no name?
    bool is_event(Index token) const;

    /// Agent: the owner, or whom "by" names; patient: whom "of", "on", "against" name.
    Proposition read(Index noun, const std::vector<Extent>& extents) const;

  private:
    const Syntax& syntax_;
    const Table& nouns_;
};

}  // namespace lede
