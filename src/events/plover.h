// What kind of event a verb or noun tells of, by a lexicon of the PLOVER event types.
#pragma once

#include <string>

#include "events/actors.h"
#include "propositions/clause.h"
#include "resources.h"

namespace lede::events {

class PloverLexicon {
  public:
    explicit PloverLexicon(const Resources& resources);

    struct Reading {
        EventClass type = EventClass::other;
        Index noun = none;         ///< the event noun that a light verb carries: "held *talks*"
        Index preposition = none;  ///< the preposition that is part of the verb: "called *for*"
        bool listed = false;       ///< is the verb in the lexicon with an event type or an event noun?
        std::string lemma;         ///< "join", "call for", "hold talk"
    };

    Reading read_verb(const Syntax& syntax, const Clause& clause) const;

    /// Nothing where the noun names no event. "-" in the lexicon gives `other`.
    std::optional<EventClass> read_noun(const Syntax& syntax, Index noun, bool stopped = false) const;

  private:
    bool is_person(const Syntax& syntax, Index object) const;
    bool is_actor(const Syntax& syntax, Index object) const;   ///< a person, a body or a state
    bool has_actor(const Syntax& syntax, Index object) const;  ///< the same, or some of them

    Table verbs_, nouns_;
    ActorNouns actors_;
};

}  // namespace lede::events
