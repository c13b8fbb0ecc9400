// Nouns for those who act: people, bodies, states.
#pragma once

#include "resources.h"

namespace lede::events {

class ActorNouns {
  public:
    explicit ActorNouns(const Resources& resources)
        : persons_(resources.table("person_nouns")), things_(resources.table("thing_nouns")) {}

    /// By lemma: "minister", "people".
    bool is_person(std::string_view noun) const { return noun == "people" || persons_.contains(noun); }

    /// By lemma: the same, and "company", "state".
    bool is_actor(std::string_view noun) const {
        if (is_person(noun)) return true;
        const auto thing = things_.find(noun);
        return thing && (field(*thing, 0) == "ORG" || field(*thing, 0) == "GPE");
    }

  private:
    Table persons_, things_;
};

}  // namespace lede::events
