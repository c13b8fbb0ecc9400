// What all readers of stances share: words, holders, targets.
#pragma once

#include <string_view>
#include <vector>

#include "relations/relation_reading.h"
#include "attitudes/stance_words.h"
#include "resources.h"

namespace lede::relations {

class StanceReading {
  public:
    StanceReading(const RelationReading& reading, const Resources& resources);

    const RelationReading& relations;
    const Document& doc;
    const StanceWords words;

    /// The dependent of a verb that one of the prepositions opens; `none` where there is none.
    Index oblique(Index verb, const StanceUse& use) const;
    /// A clause that a verb governs: an infinitive, a gerund, or one with tense.
    Index infinitive_of(Index verb) const;
    Index gerund_of(Index verb) const;
    Index finite_clause_of(Index verb) const;
    /// The subject inside a clause, its own alone.
    Index subject_in(Index clause) const;

    /// Whom a verb is told of, a token: the agent of its proposition, or its subject by the tree. `none` for
    /// a passive without "by".
    Index agent_of(Index verb) const;
    Index object_of(Index verb) const;
    /// The holder that a head means, in `entities`: of "Council leader Ann Lee" the name decides; of "I" and
    /// "we" in a quotation whoever speaks.
    Index holder_at(Index head) const;

    bool is_passive(Index verb) const;
    /// Does a relative clause tell of a noun as its subject: "those who deny it"?
    bool is_subject_of(Index verb, Index noun) const {
        const Index subject = subject_in(verb);
        return doc.tokens.head[verb] == noun && (subject == none || is_relative(subject));
    }
    bool has_to(Index verb) const;
    /// Is the predicate told as fact, or said of oneself: "will oppose", "said he would vote against it"?
    bool is_told(Index predicate) const;

    /// Is a noun one for people or a body: whom one may ask to act?
    bool can_act(Index head) const;
    bool is_person(Index head) const;
    /// The same, by a name or a noun for people: no other plural.
    bool is_actor(Index head) const;

    /// Is what a verb does the end of something: "scrap the plan", "ending the war"?
    bool ends_it(Index verb) const { return words.is_of(doc.lemma(verb), "end"); }

    /// Adds a stance of whoever the head means, and of those joined to it by "and". @param said the tokens
    /// that say it. Nothing happens where the holder is no entity, or is the target.
    void add(Index holder, Predicate predicate, Index target, TokenRange said, float score,
             std::vector<Relation>& found) const;
    /// The same for an entity: the speaker of a quotation.
    void add_of_entity(Index entity, Index holder, Predicate predicate, Index target, TokenRange said,
                       float score, std::vector<Relation>& found) const;

  private:
    bool is_relative(Index token) const;
    bool is_actor_noun(std::string_view lemma) const;
    Index whole_of(Index part) const;
    bool is_governed_by_fact(Index predicate) const;
    StanceTarget target_at(Index head) const;
    TokenRange phrase_at(Index head) const;

    const Table person_nouns_, thing_nouns_;
    std::vector<TokenRange> subtrees_;
    std::vector<Index> event_of_;  // by token: in `events`
};

void find_verb_stances(const StanceReading& reading, std::vector<Relation>& found);
void find_noun_stances(const StanceReading& reading, std::vector<Relation>& found);
void find_judgements(const StanceReading& reading, std::vector<Relation>& found);

}  // namespace lede::relations
