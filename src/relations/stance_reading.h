// What all readers of stances share: words, holders, targets.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "attitudes/stance_words.h"
#include "events/actors.h"
#include "propositions/subjects.h"
#include "relations/relation_reading.h"
#include "resources.h"

namespace lede::relations {

using attitudes::StanceUse;
using attitudes::StanceWords;

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
    /// Is the noun the subject of its relative clause: "those who deny it"?
    bool is_subject_of(Index verb, Index noun) const {
        const Index subject = subject_in(verb);
        return doc.tokens.head[verb] == noun && (subject == none || is_relative_pronoun(doc, subject));
    }
    bool has_to(Index verb) const;
    /// Is a token part of a question, inside its quotation marks or outside?
    bool is_asked(Index token) const {
        const Index mark = question_mark_[doc.tokens.sentence[token]];
        return mark != none && token < mark && doc.tokens.quote[token] == doc.tokens.quote[mark];
    }
    /// Is the clause a condition or a question, or does it stand under a condition?
    bool is_conditional(Index predicate) const;
    /// Is the predicate told as fact, or said of oneself: "will oppose", "said he would vote against it"?
    bool is_told(Index predicate) const;

    /// Is a noun one for people or a body: whom one may ask to act?
    bool can_act(Index head) const;
    bool is_person(Index head) const;
    /// The same, by a name or a noun for people: no other plural.
    bool is_actor(Index head) const;
    /// Is a target of the class, or the classes, that a use wants?
    bool fits(const StanceUse& use, Index target) const;
    /// Is a noun, or the last word of its name, of a class: "the Invest to Protect *Act*"?
    bool is_of(std::string_view kind, Index target) const;
    /// Is it "my" or "our": the speaker's own?
    bool is_own(Index noun) const;

    /// Is a word, by its lemma or as it stands, of a class?
    bool is_word_of(std::string_view word_class, Index token) const {
        return words.has(word_class, doc.lemma(token)) || words.has(word_class, doc.lower(token));
    }
    /// The same of a verdict, where an adjective may say it: "a *cruel* attack".
    bool judges(std::string_view word_class, Index token) const;

    /// Is what a verb does the end of something: "scrap the plan", "ending the war"?
    bool ends_it(Index verb) const { return words.has("end", doc.lemma(verb)); }
    /// Is it good for what the verb's object is: "protect the coast", "expanding access"?
    bool furthers_it(Index verb) const { return words.has("further", doc.lemma(verb)); }

    /// Whom or what a deed is meant for or against: "protect the coast", "end the war".
    std::optional<std::pair<Predicate, Index>> meant_by(Index verb) const;
    /// What one asks others to support or oppose one supports or opposes: the target in a clause that others
    /// are asked to do, and the predicate. Nothing where it is neither.
    std::optional<std::pair<Predicate, Index>> asked_in(Index clause) const;
    /// The object or oblique of a use, whichever its frames have.
    Index target_of(Index verb, const StanceUse& use) const;

    /// Adds a stance of whoever the head means, and of those joined to it by "and", towards the target and
    /// whom it is joined to: "Ann and Bob blamed Iran and Syria". @param said the tokens that say it. Nothing
    /// happens where the holder is no entity, or is the target.
    void add(Index holder, Predicate predicate, Index target, TokenRange said, float score,
             std::vector<Relation>& found) const;
    /// The same for an entity: the speaker of a quotation.
    void add_of_entity(Index entity, Index holder, Predicate predicate, Index target, TokenRange said,
                       float score, std::vector<Relation>& found) const;
    /// The same where the target is just these words, within the tokens `phrase`: "*anti-hunt* protesters".
    void add_of_words(Index entity, Index holder, Predicate predicate, Span target, TokenRange phrase,
                      TokenRange said, float score, std::vector<Relation>& found) const;
    /// "a body" and "to be set up", where that is what is called for: one phrase, without what follows.
    TokenRange with_clause(Index thing, Index clause) const;

  private:
    Index whole_of(Index part) const;
    bool is_governed_by_fact(Index predicate) const;
    bool is_own_will(Index predicate) const;
    bool is_thing(Index head) const;
    bool may_be_people(Index entity) const;
    Index speaker_at(Index token) const;
    StanceTarget target_at(Index head, TokenRange phrase) const;
    TokenRange target_phrase(Index head, Predicate predicate, TokenRange said) const;
    bool ends_target(Index token, Index head, Predicate predicate) const;
    void add_target(Index entity, Index holder, Predicate predicate, const StanceTarget& target,
                    TokenRange phrase, TokenRange said, float score, std::vector<Relation>& found) const;
    TokenRange phrase_at(Index head) const;
    bool opens_condition(Index clause) const;
    std::vector<Index> joined_nouns(Index head) const;

    const events::ActorNouns actors_;
    std::vector<TokenRange> subtrees_;
    std::vector<Index> event_of_;       // by token: in `events`
    std::vector<Index> question_mark_;  // by sentence: its last, a token
};

void find_verb_stances(const StanceReading& reading, std::vector<Relation>& found);
void find_noun_stances(const StanceReading& reading, std::vector<Relation>& found);
void find_judgements(const StanceReading& reading, std::vector<Relation>& found);

}  // namespace lede::relations
