// Nouns that tell events, and who takes part in these: "Monday's *attack* on the town by rebels".
#pragma once

#include <vector>

#include "model/table.h"
#include "propositions/clause.h"
#include "syntax/extents.h"

namespace lede {

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
