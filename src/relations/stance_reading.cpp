#include "relations/stance_reading.h"

#include <algorithm>

#include "syntax/labels.h"
#include "syntax/noun_phrases.h"

namespace lede::relations {

namespace {

// "Council leader *Ann Lee*"
bool names_head(Deprel relation) {
    return relation == Deprel::appos || relation == Deprel::flat || relation == Deprel::nmod_desc;
}

}  // namespace

StanceReading::StanceReading(const RelationReading& reading, const Resources& resources)
    : relations(reading),
      doc(reading.doc),
      words(resources),
      actors_(resources),
      subtrees_(find_subtrees(reading.doc)),
      event_of_(reading.doc.tokens.size(), none),
      question_mark_(reading.doc.sentences.size(), none) {
    for (Index number = 0; number < doc.events.size(); ++number)
        event_of_[doc.events[number].trigger_token] = number;
    for (Index token = 0; token < doc.tokens.size(); ++token)
        if (relations.is(token, "?")) question_mark_[doc.tokens.sentence[token]] = token;
}

Index StanceReading::oblique(Index verb, const StanceUse& use) const {
    const Children& children = relations.children;
    for (Index c = children.first(verb); c != none; c = children.next(c)) {
        const Deprel relation = doc.tokens.deprel[c];
        if (c < verb ||
            (relation != Deprel::obl && relation != Deprel::obl_agent && relation != Deprel::nmod &&
             relation != Deprel::advcl && relation != Deprel::xcomp && relation != Deprel::ccomp))
            continue;
        for (Index mark = children.first(c); mark != none && mark < c; mark = children.next(mark)) {
            const Deprel kind = doc.tokens.deprel[mark];
            if ((kind == Deprel::case_ || kind == Deprel::mark) && use.takes(doc.lower(mark)) &&
                doc.tokens.xpos[mark] != Xpos::TO)
                return c;
        }
    }
    return none;
}

Index StanceReading::infinitive_of(Index verb) const {
    const Children& children = relations.children;
    for (Index c = children.first(verb); c != none; c = children.next(c)) {
        const Deprel relation = doc.tokens.deprel[c];
        if (c < verb || (relation != Deprel::xcomp && relation != Deprel::ccomp && relation != Deprel::advcl))
            continue;
        for (Index mark = children.first(c); mark != none && mark < c; mark = children.next(mark))
            // "votes only to break a tie" tells what for.
            if (relation == Deprel::advcl && doc.tokens.upos[mark - 1] == Upos::ADV)
                break;
            else if (doc.tokens.xpos[mark] == Xpos::TO ||
                     (doc.tokens.deprel[mark] == Deprel::mark && relations.is(mark, "to")))
                return c;
    }
    return none;
}

Index StanceReading::gerund_of(Index verb) const {
    const Children& children = relations.children;
    for (Index c = children.first(verb); c != none; c = children.next(c)) {
        const Deprel relation = doc.tokens.deprel[c];
        const bool bare =
            relation == Deprel::advcl && children.find(doc, c, Deprel::mark) == none && c <= verb + 2;
        if (c > verb && (relation == Deprel::xcomp || relation == Deprel::ccomp || bare) &&
            doc.tokens.xpos[c] == Xpos::VBG)
            return c;
    }
    return none;
}

Index StanceReading::finite_clause_of(Index verb) const {
    const Children& children = relations.children;
    for (Index c = children.first(verb); c != none; c = children.next(c)) {
        if (c < verb || doc.tokens.deprel[c] != Deprel::ccomp) continue;
        if (doc.tokens.xpos[c] == Xpos::VBG && children.find(doc, c, Deprel::aux) == none) continue;
        bool question = false;
        // "denied that it was to blame"
        const bool to_be = children.find(doc, c, Deprel::cop) != none;
        for (Index mark = children.first(c); mark != none && mark < c; mark = children.next(mark))
            question |= relations.is(mark, "if") || relations.is(mark, "whether") ||
                        doc.tokens.xpos[mark] == Xpos::WRB || (doc.tokens.xpos[mark] == Xpos::TO && !to_be);
        if (!question) return c;
    }
    return none;
}

Index StanceReading::subject_in(Index clause) const {
    const Children& children = relations.children;
    for (Index c = children.first(clause); c != none && c < clause; c = children.next(c))
        if (is_subject(doc.tokens.deprel[c])) return c;
    return none;
}

bool StanceReading::is_passive(Index verb) const {
    const Children& children = relations.children;
    if (children.find(doc, verb, Deprel::aux_pass) != none ||
        children.find(doc, verb, Deprel::nsubj_pass) != none)
        return true;
    // A past participle with a subject of its own is a mistagged past: "Ann Lee, who was there, called it
    // unfair".
    return doc.tokens.xpos[verb] == Xpos::VBN && children.find(doc, verb, Deprel::aux) == none &&
           children.find(doc, verb, Deprel::nsubj) == none;
}

Index StanceReading::agent_of(Index verb) const {
    const Children& children = relations.children;
    if (is_passive(verb)) return children.find(doc, verb, Deprel::obl_agent);
    const Deprel relation = doc.tokens.deprel[verb];
    const Index head = doc.tokens.head[verb];
    const bool to = has_to(verb);
    // "marched to protest": they do so by marching.
    if (to && relation == Deprel::advcl && head != none && words.has("aim", doc.lemma(verb)))
        return is_passive(head) ? object_of(head) : subject_of(doc, children, head);
    // "a fund to support the schools", "travelled to thank them": whoever that is does not stand by it yet.
    if (to && (relation == Deprel::acl || relation == Deprel::advcl || relation == Deprel::csubj))
        return none;
    if (relation == Deprel::csubj) return none;
    // "released a statement condemning the attack", "wrote Mr Lee expressing doubts": of whoever acts.
    if (relation == Deprel::acl && doc.tokens.xpos[verb] == Xpos::VBG && head != none) {
        const Deprel role = doc.tokens.deprel[head];
        const Index governor = doc.tokens.head[head];
        // "denounced those opposing it": they do.
        if (words.has("actor", doc.lower(head))) return none;
        const bool beside = role == Deprel::obj || role == Deprel::iobj || role == Deprel::obl;
        if (beside && governor != none && (!is_actor(head) || is_person(head)))
            return subject_of(doc, children, governor);
    }
    // "a statement condemning the attack and *demanding* an apology"
    if (relation == Deprel::conj && head != none && doc.tokens.xpos[verb] == Xpos::VBG &&
        doc.tokens.deprel[head] == Deprel::acl && doc.tokens.xpos[head] == Xpos::VBG &&
        subject_in(verb) == none)
        return agent_of(head);
    const Index number = doc.tokens.proposition[verb];
    const Index subject = subject_of(doc, children, verb);
    if (subject != none) return subject;
    return number != none && doc.propositions[number].agent ? doc.propositions[number].agent->head : none;
}

bool StanceReading::has_to(Index verb) const {
    const Children& children = relations.children;
    for (Index mark = children.first(verb); mark != none && mark < verb; mark = children.next(mark))
        if (doc.tokens.xpos[mark] == Xpos::TO) return true;
    return false;
}

Index StanceReading::holder_at(Index head) const {
    if (head == none) return none;
    if (words.has("speaker", doc.lower(head))) {
        const Index entity = relations.entity_of(head);
        return entity != none && relations.named[entity] ? entity : speaker_at(head);
    }
    const Children& children = relations.children;
    if (relations.name_around[head] == none && is_noun(doc.tokens.xpos[head])) {
        const Index next = relations.person_at(head + 1);
        if (next != none && relations.sentence_of(head).contains(head + 1)) return doc.mentions[next].entity;
        for (Index c = children.first(head); c != none; c = children.next(c))
            if (c > head && names_head(doc.tokens.deprel[c]) && relations.person_of(c) != none)
                return relations.person_of(c);
    }
    Index entity = relations.entity_of(head);
    // "a number of senators", "hundreds of supporters"
    if (entity == none && words.has("part", doc.lemma(head))) entity = relations.entity_of(whole_of(head));
    if (entity == none || is_thing(head)) return none;
    const EntityType type = doc.entities[entity].type;
    const bool acts = type != EntityType::LAW && type != EntityType::EVENT &&
                      type != EntityType::WORK_OF_ART && type != EntityType::PRODUCT;
    // What "it" and "they" stand for may be a sum or a deed.
    if (type == EntityType::untyped && doc.tokens.xpos[head] == Xpos::PRP &&
        (relations.is(head, "it") || !may_be_people(entity)))
        return none;
    // "American Sorry for Losing": an adjective. "The French" and "Tories" act.
    if (type == EntityType::NORP && is_noun(doc.tokens.xpos[head]) && doc.tokens.xpos[head] != Xpos::NNPS &&
        doc.tokens.xpos[head] != Xpos::NNS && !relations.has_child(head, Deprel::det))
        return none;
    return acts ? entity : none;
}

Index StanceReading::speaker_at(Index token) const {
    const Index quote = doc.tokens.quote[token];
    return quote == none ? none : doc.quotes[quote].entity;
}

// Is an entity without a type called by no noun, or by one for people or bodies?
bool StanceReading::may_be_people(Index entity) const {
    constexpr std::size_t most = 4;
    const auto& mentions = doc.entities[entity].mentions;
    bool noun = false;
    for (std::size_t i = 0; i < std::min(most, mentions.size()); ++i) {
        const Mention& mention = doc.mentions[mentions[i]];
        if (mention.kind != MentionKind::nominal) continue;
        noun = true;
        for (Index t = mention.tokens.begin; t < mention.tokens.end; ++t)
            if (doc.tokens.span[t].begin == mention.head.begin &&
                (doc.tokens.xpos[t] == Xpos::NNS || is_actor(t)))
                return true;
    }
    return !noun;
}

// "The *breach* underscores the need": a noun for a deed holds no opinion, whatever it was taken for.
bool StanceReading::is_thing(Index head) const {
    return relations.name_around[head] == none && doc.tokens.upos[head] == Upos::NOUN &&
           doc.tokens.proposition[head] != none && !actors_.is_actor(doc.lemma(head)) &&
           !words.has("actor", doc.lemma(head));
}

Index StanceReading::whole_of(Index part) const {
    const Children& children = relations.children;
    for (Index c = children.first(part); c != none; c = children.next(c)) {
        if (c < part || doc.tokens.deprel[c] != Deprel::nmod) continue;
        const Index mark = children.find(doc, c, Deprel::case_);
        if (mark == none || !relations.is(mark, "of")) continue;
        return relations.entity_of(c) == none && words.has("part", doc.lemma(c)) ? whole_of(c) : c;
    }
    return none;
}

Index StanceReading::object_of(Index verb) const {
    const Children& children = relations.children;
    if (is_passive(verb)) {
        if (const Index subject = children.find(doc, verb, Deprel::nsubj_pass); subject != none) {
            const bool relative =
                is_relative_pronoun(doc, subject) && doc.tokens.deprel[verb] == Deprel::acl_relcl;
            return relative ? doc.tokens.head[verb] : subject;
        }
        const Index head = doc.tokens.head[verb];
        const bool reduced =
            doc.tokens.deprel[verb] == Deprel::acl || doc.tokens.deprel[verb] == Deprel::acl_relcl;
        return reduced && is_noun(doc.tokens.xpos[head]) ? head : none;
    }
    Index object = children.find(doc, verb, Deprel::obj);
    if (object == none) object = children.find(doc, verb, Deprel::iobj);
    // "talks which Iran opposes", "a charge Iran denies"
    const bool relative = doc.tokens.deprel[verb] == Deprel::acl_relcl && doc.tokens.head[verb] < verb;
    // "what Labour is proposing"
    if (!relative)
        return object != none && object < verb && doc.tokens.xpos[object] == Xpos::WP ? none : object;
    if (object != none) return is_relative_pronoun(doc, object) ? doc.tokens.head[verb] : object;
    for (Index c = children.first(verb); c != none && c < verb; c = children.next(c))
        if (doc.tokens.xpos[c] == Xpos::WRB || doc.tokens.xpos[c] == Xpos::IN) return none;
    const Index subject = subject_in(verb);
    return subject != none && !is_relative_pronoun(doc, subject) ? doc.tokens.head[verb] : none;
}

bool StanceReading::opens_condition(Index clause) const {
    const Index mark = relations.children.find(doc, clause, Deprel::mark);
    return mark != none && words.has("condition", doc.lower(mark));
}

bool StanceReading::is_conditional(Index predicate) const {
    if (opens_condition(predicate)) return true;
    for (Index c = relations.children.first(predicate); c != none; c = relations.children.next(c))
        if (doc.tokens.deprel[c] == Deprel::advcl && opens_condition(c)) return true;
    return false;
}

bool StanceReading::is_told(Index predicate) const {
    if (is_asked(predicate) || is_conditional(predicate) || !is_governed_by_fact(predicate)) return false;
    bool would = false, modal = false;
    for (Index c = relations.children.first(predicate); c != none; c = relations.children.next(c)) {
        if (doc.tokens.xpos[c] != Xpos::MD) continue;
        modal = true;
        const std::string_view word = doc.lower(c);
        would |= word == "would" || word == "will" || word == "'ll";
    }
    if (modal) return would && is_own_will(predicate);
    const Index number = doc.tokens.proposition[predicate];
    if (number == none) return true;
    const Modality modality = doc.propositions[number].modality;
    return modality == Modality::asserted || modality == Modality::planned;
}

// Is what somebody will or would do their own word: "The union will fight it", "she said she would vote
// against it"? "Critics say the law would favour banks" is a forecast.
bool StanceReading::is_own_will(Index predicate) const {
    Index clause = predicate;
    constexpr int longest_chain = 4;
    for (int step = 0; step < longest_chain && doc.tokens.deprel[clause] == Deprel::conj; ++step)
        clause = doc.tokens.head[clause];
    const Index subject = agent_of(predicate);
    // A pronoun mostly means whoever speaks.
    if (subject != none && doc.tokens.xpos[subject] == Xpos::PRP) return true;
    const Deprel relation = doc.tokens.deprel[clause];
    // "France will agree, diplomats said": news tells so what is settled.
    if (relation == Deprel::ccomp && clause < doc.tokens.head[clause] && !is_passive(predicate)) return true;
    const Index speaker = speaker_at(predicate);
    if (speaker != none && subject != none && relations.entity_of(subject) != none)
        return relations.entity_of(subject) == speaker;
    // "will be welcomed by" forecasts too.
    if (relation == Deprel::acl || relation == Deprel::csubj || is_passive(predicate)) return false;
    if (relation != Deprel::ccomp) return true;
    const Index teller = agent_of(doc.tokens.head[clause]);
    return teller == none || subject == none || relations.entity_of(subject) == none ||
           relations.entity_of(teller) == relations.entity_of(subject);
}

// "must act by cutting", "did not want to support", "there is no suggestion that she opposes it": what hangs
// on a word that is no fact is none either.
bool StanceReading::is_governed_by_fact(Index predicate) const {
    constexpr int longest_chain = 4;
    for (int step = 0; step < longest_chain; ++step) {
        const Deprel relation = doc.tokens.deprel[predicate];
        const Index head = doc.tokens.head[predicate];
        if (head == none) return true;
        const bool told = relation == Deprel::ccomp || relation == Deprel::acl || relation == Deprel::csubj;
        if (told && (relations.is_negated(head) || words.has("allegation", doc.lemma(head)))) return false;
        if (relation != Deprel::xcomp && relation != Deprel::advcl) {
            if (!told && relation != Deprel::conj) return true;
            // "shall not be marching or calling for a boycott"
            const Index joint = told ? none : relations.children.find(doc, predicate, Deprel::cc);
            if (joint != none && relations.is(joint, "or") && relations.is_negated(head)) return false;
            predicate = head;
            continue;
        }
        // "stopped short of rejecting it", "failed to condemn it", "is expected to praise her"
        if (relations.is_negated(head) || words.has("void", doc.lemma(head))) return false;
        if (relation == Deprel::xcomp && words.has("foreseen", doc.lemma(head))) return false;
        for (Index c = relations.children.first(head); c != none; c = relations.children.next(c))
            if (doc.tokens.xpos[c] == Xpos::MD && doc.lower(c) != "will" && doc.lower(c) != "would")
                return false;
        predicate = head;
    }
    return true;
}

bool StanceReading::is_person(Index head) const {
    const Index entity = relations.entity_of(head);
    return (entity != none && doc.entities[entity].type == EntityType::PERSON) ||
           actors_.is_person(doc.lemma(head));
}

bool StanceReading::can_act(Index head) const {
    const bool may_be = relations.entity_of(head) == none &&
                        (doc.tokens.xpos[head] == Xpos::NNS || doc.tokens.deprel[head] == Deprel::iobj);
    return may_be || is_actor(head);
}

bool StanceReading::is_actor(Index head) const {
    if (is_thing(head)) return false;
    const Index entity = relations.entity_of(head);
    if (entity == none || doc.entities[entity].type == EntityType::untyped)
        return actors_.is_actor(doc.lemma(head)) || words.has("actor", doc.lemma(head)) ||
               words.has("actor", doc.lower(head));
    const EntityType type = doc.entities[entity].type;
    return type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::GPE ||
           type == EntityType::NORP;
}

bool StanceReading::fits(const StanceUse& use, Index target) const {
    std::string_view rest = use.target_classes;
    while (!rest.empty()) {
        const std::size_t end = rest.find(',');
        std::string_view wanted = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (wanted == "call" || wanted == "that") continue;
        const bool unwanted = wanted.front() == '!';
        if (unwanted) wanted.remove_prefix(1);
        const bool is = wanted == "person"  ? is_person(target)
                        : wanted == "actor" ? is_actor(target)
                                            : is_of(wanted, target);
        // Whom "it" means is seldom sure.
        if (is == unwanted && !(unwanted && relations.is(target, "it"))) return false;
    }
    return true;
}

bool StanceReading::is_of(std::string_view kind, Index target) const {
    if (words.has(kind, doc.lemma(target))) return true;
    const Index name = relations.name_around[target];
    if (name == none) return false;
    const Mention& mention = doc.mentions[name];
    return words.has(kind, doc.lemma(mention.tokens.end - 1)) ||
           (kind == "measure" && mention.type == EntityType::LAW);
}

Index StanceReading::target_of(Index verb, const StanceUse& use) const {
    if (use.has('o'))
        if (const Index object = object_of(verb); object != none && fits(use, object)) return object;
    if (use.has('p'))
        if (const Index target = oblique(verb, use); target != none && fits(use, target)) return target;
    return none;
}

std::optional<std::pair<Predicate, Index>> StanceReading::meant_by(Index verb) const {
    const Index object = object_of(verb);
    if (object == none || (!ends_it(verb) && !furthers_it(verb))) return std::nullopt;
    return std::pair(ends_it(verb) ? Predicate::opposes : Predicate::supports, object);
}

std::optional<std::pair<Predicate, Index>> StanceReading::asked_in(Index clause) const {
    if (relations.is_negated(clause)) return std::nullopt;
    if (ends_it(clause)) return meant_by(clause);
    for (const StanceUse& use : words.uses(doc.lemma(clause))) {
        if (use.has('n')) continue;
        if (use.predicate != Predicate::supports && use.predicate != Predicate::opposes) continue;
        if (const Index target = target_of(clause, use); target != none)
            return std::pair(use.predicate, target);
    }
    return std::nullopt;
}

bool StanceReading::is_own(Index noun) const {
    const Index owner = relations.children.find(doc, noun, Deprel::nmod_poss);
    return owner != none && words.has("speaker", doc.lower(owner));
}

TokenRange StanceReading::phrase_at(Index head) const {
    const bool clause = doc.tokens.upos[head] == Upos::VERB || doc.tokens.upos[head] == Upos::AUX ||
                        relations.has_child(head, Deprel::cop);
    const TokenRange range = clause ? subtrees_[head] : relations.extents[head].phrase;
    return range.contains(head) ? range : TokenRange{head, head + 1};
}

// What follows a target and is no part of it.
bool StanceReading::ends_target(Index token, Index head, Predicate predicate) const {
    const Xpos tag = doc.tokens.xpos[token];
    const bool apart = token > 0 && doc.tokens.span[token].begin > doc.tokens.span[token - 1].end;
    if (tag == Xpos::COLON || (apart && words.has("dash", doc.lower(token)))) return true;
    // ", which was toppled", ", saying that", ", but", ", in remarks to"
    if (tag == Xpos::COMMA) {
        const Xpos next = token + 1 < doc.tokens.size() ? doc.tokens.xpos[token + 1] : Xpos::XX;
        return next == Xpos::WDT || next == Xpos::WP || next == Xpos::WRB || next == Xpos::IN ||
               next == Xpos::PRP || next == Xpos::MD || (is_verb(next) && next != Xpos::VB) ||
               (next == Xpos::CC && relations.is(token + 1, "but"));
    }
    // "while he was away"
    if (doc.tokens.deprel[token] == Deprel::mark && relations.words.has("opens_clause", doc.lower(token)))
        return !relations.is(token, "that");
    // "praised the cast for their work", "dismissed the claim as gossip"
    const bool verdict = predicate == Predicate::praises || predicate == Predicate::criticises ||
                         predicate == Predicate::accuses || predicate == Predicate::denies;
    if (!verdict || (tag != Xpos::IN && doc.tokens.deprel[token] != Deprel::mark)) return false;
    const Index governor = doc.tokens.head[token];
    return words.has("reason", doc.lower(token)) && governor != none &&
           (doc.tokens.head[governor] == head || doc.tokens.deprel[governor] == Deprel::acl);
}

TokenRange StanceReading::target_phrase(Index head, Predicate predicate, TokenRange said) const {
    TokenRange phrase = phrase_at(head);
    // "branded the plan *a waste*"
    const bool named = said.begin < head && head + 1 < said.end && said.end - 1 < phrase.end;
    if (named) phrase.end = said.end - 1;
    const Index name = relations.name_around[head];
    const Index first = name == none ? head + 1 : doc.mentions[name].tokens.end;
    const Index whole = phrase.end;
    for (Index t = first; t < phrase.end; ++t)
        if (ends_target(t, head, predicate)) phrase.end = t;
    if (phrase.end == whole && !named) return phrase;
    while (phrase.end > head + 1 &&
           (doc.tokens.upos[phrase.end - 1] == Upos::PUNCT || doc.tokens.xpos[phrase.end - 1] == Xpos::DT ||
            doc.tokens.xpos[phrase.end - 1] == Xpos::IN))
        --phrase.end;
    return phrase;
}

StanceTarget StanceReading::target_at(Index head, TokenRange phrase) const {
    StanceTarget target;
    target.entity = relations.entity_of(head);
    if (target.entity != none) return target;
    target.event = event_of_[head];
    if (target.event == none) target.span = doc.span_of(phrase);
    return target;
}

TokenRange StanceReading::with_clause(Index thing, Index clause) const {
    const TokenRange phrase = phrase_at(thing);
    const Index end = target_phrase(clause, Predicate::supports, {clause, clause + 1}).end;
    // A clause that the tree hangs on something behind it ends before it.
    return {phrase.begin, std::max(phrase.end, end)};
}

bool StanceReading::judges(std::string_view word_class, Index token) const {
    if (is_word_of(word_class, token)) return true;
    const Children& children = relations.children;
    for (Index c = children.first(token); c != none && c < token; c = children.next(c))
        // "the greater problem" is not great.
        if (doc.tokens.deprel[c] == Deprel::amod && doc.tokens.xpos[c] != Xpos::JJR &&
            words.has(word_class, doc.lemma(c)))
            return true;
    return false;
}

// A noun and those joined to it.
std::vector<Index> StanceReading::joined_nouns(Index head) const {
    constexpr std::size_t most = 8;
    std::vector<Index> nouns{head};
    const Children& children = relations.children;
    for (Index c = children.first(head); c != none && nouns.size() < most; c = children.next(c))
        if (doc.tokens.deprel[c] == Deprel::conj && is_noun(doc.tokens.xpos[c])) nouns.push_back(c);
    return nouns;
}

void StanceReading::add(Index holder, Predicate predicate, Index target, TokenRange said, float score,
                        std::vector<Relation>& found) const {
    if (holder == none || target == none || holder == target || relations.is_negated(holder)) return;
    for (const Index who : joined_nouns(holder))
        for (const Index whom : joined_nouns(target)) {
            // The phrase of a target that is no entity holds all that is joined to it.
            const bool apart = relations.entity_of(target) != none && relations.entity_of(whom) != none;
            if (whom == target || apart)
                add_of_entity(holder_at(who), who, predicate, whom, said, score, found);
        }
}

void StanceReading::add_of_entity(Index entity, Index holder, Predicate predicate, Index target,
                                  TokenRange said, float score, std::vector<Relation>& found) const {
    if (entity == none || relations.is_negated(target) || words.has("nobody", doc.lower(target))) return;
    // "Our new engine is brilliant": one's own takes no side.
    const bool verdict = predicate == Predicate::praises || predicate == Predicate::criticises;
    if (verdict && is_own(target) && !is_actor(target)) return;
    if (doc.tokens.time[target] != none) return;
    const TokenRange phrase = target_phrase(target, predicate, said);
    // "denied it – he was at home": what follows a dash explains. "which side it is backing" names none.
    const Xpos first = doc.tokens.xpos[phrase.begin];
    if (words.has("dash", doc.lower(phrase.begin)) || first == Xpos::WDT || first == Xpos::WRB) return;
    StanceTarget aim = target_at(target, phrase);
    if (aim.entity == entity) {
        // In "the board denies it", "it" is not the board, whatever the pronoun was taken for.
        if (predicate != Predicate::denies || !relations.is(target, "it")) return;
        aim = StanceTarget{none, none, doc.span_of({target, target + 1})};
    }
    if (aim.entity == none && aim.event == none && phrase.size() == 1 && predicate != Predicate::denies) {
        // "opposes *this*", "to *approve*": says nothing by itself.
        const Upos tag = doc.tokens.upos[phrase.begin];
        if (tag == Upos::PRON || tag == Upos::DET || tag == Upos::VERB) return;
    }
    add_target(entity, holder, predicate, aim, phrase, said, score, found);
}

void StanceReading::add_of_words(Index entity, Index holder, Predicate predicate, Span target,
                                 TokenRange phrase, TokenRange said, float score,
                                 std::vector<Relation>& found) const {
    if (entity != none)
        add_target(entity, holder, predicate, StanceTarget{none, none, target}, phrase, said, score, found);
}

void StanceReading::add_target(Index entity, Index holder, Predicate predicate, const StanceTarget& target,
                               TokenRange phrase, TokenRange said, float score,
                               std::vector<Relation>& found) const {
    const bool words_alone = target.entity == none && target.event == none;
    if (words_alone && target.span.empty()) return;
    const bool untyped = doc.entities[entity].type == EntityType::untyped;
    // "The programme supports farmers" takes no side.
    if (untyped && (predicate == Predicate::threatens || predicate == Predicate::urges ||
                    predicate == Predicate::supports))
        return;
    // "A long history", "36-year": what is called by no noun for people or bodies holds no opinion.
    if (untyped && holder != none && is_noun(doc.tokens.xpos[holder]) && !is_actor(holder)) return;
    Relation relation;
    relation.subject = entity;
    relation.predicate = predicate;
    relation.target = target;
    const TokenRange sentence = relations.sentence_of(phrase.begin);
    TokenRange text = said;
    if (sentence.contains(said.begin)) {
        text = {std::min(said.begin, phrase.begin), std::max(said.end, phrase.end)};
        if (phrase.begin < said.begin) text = {phrase.begin, said.end};
    }
    relation.text = doc.span_of(text);
    TokenRange evidence = text;
    if (holder != none && relations.sentence_of(holder) == sentence) {
        evidence.begin = std::min(evidence.begin, phrase_at(holder).begin);
        evidence.end = std::max(evidence.end, holder + 1);
    }
    relation.evidence = doc.span_of(evidence);
    relation.score = score;
    found.push_back(relation);
}

}  // namespace lede::relations
