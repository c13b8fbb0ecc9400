// Stances that a verb tells: "backs the plan", "denied that he lied", "urged ministers to act".
#include <algorithm>
#include <optional>
#include <string>

#include "relations/stance_reading.h"
#include "syntax/noun_phrases.h"

namespace lede::relations {

namespace {

constexpr float score_of_object = 0.85F;
constexpr float score_of_clause = 0.75F;

class VerbStances {
  public:
    VerbStances(const StanceReading& reading, std::vector<Relation>& found)
        : reading_(reading), doc_(reading.doc), found_(found) {}

    void read(Index verb) {
        const Xpos tag = doc_.tokens.xpos[verb];
        if (!is_verb(tag) || tag == Xpos::MD) return;
        const auto uses = uses_of(verb);
        const bool vows = reading_.words.has("vow", doc_.lemma(verb));
        if (uses.empty() && !vows) return;
        if (is_asked_of_another(verb)) return;
        if (!reading_.is_told(verb)) return;
        const bool negated = reading_.relations.is_negated(verb);
        Index holder = reading_.agent_of(verb);
        // “Thank you to the volunteers”
        if (holder == none && doc_.lemma(verb) == "thank" && doc_.tokens.quote[verb] != none)
            return thank(verb);
        holder = teller_if_thing(verb, holder);
        if (holder == none) return;
        if (vows && !negated && give_promise(verb, holder)) return;
        for (const StanceUse& use : uses)
            if (apply(verb, holder, use, negated)) return;
    }

  private:
    // With its particle, "rule out", where it has one: "back out" is no "back".
    std::vector<StanceUse> uses_of(Index verb) const {
        // "back-up your files"
        if (verb + 1 < doc_.tokens.size() && doc_.tokens.xpos[verb + 1] == Xpos::HYPH) return {};
        Index particle = reading_.relations.children.find(doc_, verb, Deprel::compound_prt);
        // "came *out* against it", which parsers take for an adverb
        if (particle == none && verb + 1 < doc_.tokens.size() && doc_.tokens.head[verb + 1] == verb &&
            reading_.words.has("particle", doc_.lower(verb + 1)))
            particle = verb + 1;
        if (particle == none) return reading_.words.uses(doc_.lemma(verb));
        return reading_.words.uses(std::string(doc_.lemma(verb)) + ' ' + std::string(doc_.lower(particle)));
    }

    // "The firm said that a check had found no fault, and *denied* it": parsers may hang the second verb on
    // the clause, of whose subject it is not told.
    Index teller_if_thing(Index verb, Index holder) const {
        const Index clause = doc_.tokens.head[verb];
        if (holder == none || clause == none || doc_.tokens.deprel[verb] != Deprel::conj ||
            doc_.tokens.deprel[clause] != Deprel::ccomp || reading_.relations.name_around[holder] != none ||
            reading_.is_actor(holder))
            return holder;
        const Index teller = reading_.agent_of(doc_.tokens.head[clause]);
        return teller != none && reading_.is_actor(teller) ? teller : holder;
    }

    TokenRange said_by(Index verb) const { return {verb, verb + 1}; }

    void thank(Index verb) {
        const Index speaker = doc_.quotes[doc_.tokens.quote[verb]].entity;
        if (reading_.is_passive(verb) || reading_.has_to(verb)) return;
        Index target = reading_.object_of(verb);
        if (target != none && reading_.relations.is(target, "you")) {
            target = reading_.oblique(verb, {Predicate::praises, "p", "to", ""});
        }
        if (target != none)
            reading_.add_of_entity(speaker, none, Predicate::praises, target, said_by(verb), score_of_object,
                                   found_);
    }

    bool give(Index verb, Index holder, Predicate predicate, Index target, float score) {
        if (target == none) return false;
        const std::size_t before = found_.size();
        reading_.add(holder, predicate, target, said_by(verb), score, found_);
        return found_.size() > before;
    }

    bool apply(Index verb, Index holder, const StanceUse& use, bool negated) {
        if (use.has('n') != negated) return false;
        // "would sue them"
        if (use.has('m') && !reading_.relations.has_modal(verb)) return false;
        const Predicate predicate = use.predicate;
        if (predicate == Predicate::accuses && reading_.relations.has_modal(verb)) return false;
        // "discovered flaws threatening the system"
        if (predicate == Predicate::threatens && doc_.tokens.deprel[verb] == Deprel::acl) return false;
        // A court that dismisses a claim decides on it.
        if (predicate == Predicate::denies && reading_.words.has("bench", doc_.lemma(holder))) return false;
        if (use.has('e')) return name_object(verb, holder);
        if (use.has('u')) return urge(verb, holder, use);
        if (use.has('o')) {
            const Index object = reading_.object_of(verb);
            // "backed the side to win", "I defy anyone to find it"
            if (object != none && use.has('x') && reading_.infinitive_of(verb) != none) return false;
            if (object != none && reading_.fits(use, object)) {
                // "deny him access" denies nothing.
                if (reading_.relations.has_child(verb, Deprel::iobj) &&
                    reading_.relations.has_child(verb, Deprel::obj))
                    return false;
                // "the care it demands"
                if (object < verb && !reading_.is_passive(verb) && predicate == Predicate::urges)
                    return false;
                if (predicate == Predicate::urges) {
                    if (give_ouster(verb, holder, object)) return true;
                    // "demanded $300" urges nobody; "demanded an inquiry" does.
                    if (doc_.tokens.quantity[object] != none || reading_.is_word_of("ransom", object))
                        return false;
                }
                return give(verb, holder, predicate, object, score_of_object);
            }
        }
        if (use.has('p')) {
            Index target = reading_.oblique(verb, use);
            // "called for Syria to leave": the parser may hang Syria on the clause.
            if (target != none && use.wants("call") && reading_.has_to(target))
                if (const Index subject = reading_.subject_in(target); subject != none) {
                    if (reading_.is_passive(target)) return give_done(verb, holder, subject, target);
                    return reading_.can_act(subject) &&
                           give(verb, holder, Predicate::urges, subject, score_of_object);
                }
            if (target != none && reading_.fits(use, target)) {
                // "committed to protecting the coast", but not "committed to talking again"
                if (use.has('i') && is_verb(doc_.tokens.xpos[target])) {
                    const auto deed = reading_.meant_by(target);
                    return deed && give(verb, holder, deed->first, deed->second, score_of_clause);
                }
                // "commits his future to the club"
                if (use.has('y') && reading_.object_of(verb) != none) return false;
                const bool calls = use.wants("call");
                const bool acts = calls && reading_.is_actor(target) && has_infinitive(target);
                if (!acts && give_ouster(verb, holder, target)) return true;
                // "called for the results to be annulled"
                const Index clause = calls ? passive_infinitive_behind(target) : none;
                if (clause == none && calls && has_copular_infinitive(verb)) return false;
                if (clause != none) return give_done(verb, holder, target, clause);
                return give(verb, holder, acts ? Predicate::urges : predicate, target, score_of_object);
            }
        }
        if (use.has('g'))
            if (const Index clause = reading_.gerund_of(verb); clause != none)
                return give(verb, holder, predicate, clause, score_of_clause);
        if (use.has('i'))
            if (const Index clause = reading_.infinitive_of(verb); clause != none)
                return give_infinitive(verb, holder, use, clause);
        if (use.has('c') || use.has('s'))
            if (const Index clause = reading_.finite_clause_of(verb); clause != none)
                return give_clause(verb, holder, use, clause);
        return false;
    }

    // Adds the stance towards a thing that is to undergo `clause`: against the thing where that ends it, else
    // for the deed.
    bool give_done(Index verb, Index holder, Index thing, Index clause) {
        if (reading_.relations.is_negated(clause)) return false;
        if (reading_.ends_it(clause)) return give(verb, holder, Predicate::opposes, thing, score_of_clause);
        if (doc_.tokens.upos[thing] == Upos::PRON) return false;
        const std::size_t before = found_.size();
        const TokenRange phrase = reading_.with_clause(thing, clause);
        reading_.add_of_words(reading_.holder_at(holder), holder, Predicate::supports, doc_.span_of(phrase),
                              phrase, said_by(verb), score_of_clause, found_);
        return found_.size() > before;
    }

    // "called for the day to be a new beginning"
    bool has_copular_infinitive(Index verb) const {
        const Index clause = reading_.infinitive_of(verb);
        return clause != none && reading_.relations.has_child(clause, Deprel::cop);
    }

    // "for the charges against the sprinter *to be dropped*": wherever the parser hangs it.
    Index passive_infinitive_behind(Index noun) const {
        constexpr Index farthest = 14;
        const Index end = std::min(reading_.relations.sentence_of(noun).end, noun + farthest);
        for (Index t = noun + 1; t + 2 < end; ++t) {
            if (is_verb(doc_.tokens.xpos[t]) && doc_.tokens.xpos[t] != Xpos::VBN) return none;
            if (doc_.tokens.xpos[t] != Xpos::TO || !reading_.relations.is(t + 1, "be")) continue;
            Index done = t + 2;
            while (done < end && doc_.tokens.upos[done] == Upos::ADV) ++done;
            return done < end && doc_.tokens.xpos[done] == Xpos::VBN ? done : none;
        }
        return none;
    }

    // "called for the resignation of the minister" opposes the minister.
    bool give_ouster(Index verb, Index holder, Index noun) {
        if (!reading_.words.has("ouster", doc_.lemma(noun))) return false;
        const Children& children = reading_.relations.children;
        for (Index c = children.first(noun); c != none; c = children.next(c)) {
            const Index mark = children.find(doc_, c, Deprel::case_);
            const bool of = doc_.tokens.deprel[c] == Deprel::nmod && mark != none &&
                            (reading_.relations.is(mark, "of") || reading_.relations.is(mark, "to"));
            if (of || doc_.tokens.deprel[c] == Deprel::nmod_poss)
                return give(verb, holder, Predicate::opposes, c, score_of_object);
        }
        return false;
    }

    // "refused to back the plan" opposes the plan; "voted to reject it" too; "threatened to picket the house"
    // threatens it.
    bool give_infinitive(Index verb, Index holder, const StanceUse& use, Index clause) {
        const Predicate predicate = use.predicate;
        if (reading_.relations.is_negated(clause)) return false;
        const Index object = reading_.object_of(clause);
        if (predicate == Predicate::threatens)
            return give(verb, holder, predicate,
                        object != none && reading_.is_actor(object) ? object : clause, score_of_clause);
        // "voted to scrap the plan" opposes the plan, "refused to scrap it" supports it.
        if (reading_.ends_it(clause) && object != none)
            return !reading_.is_of("allegation", object) &&
                   give(verb, holder,
                        predicate == Predicate::opposes ? Predicate::supports : Predicate::opposes, object,
                        score_of_clause);
        // "committed to protect the coast"
        if (predicate == Predicate::supports && reading_.furthers_it(clause) && object != none)
            return give(verb, holder, predicate, object, score_of_clause);
        for (const StanceUse& inner : reading_.words.uses(doc_.lemma(clause))) {
            // "refused to accept it" is like "did not accept it".
            const bool for_it = inner.predicate == Predicate::supports || inner.has('n');
            if (!for_it && inner.predicate != Predicate::opposes) continue;
            // "refused to fight an Israeli" supports nobody.
            if (predicate == Predicate::opposes && !for_it) return false;
            const Index target = reading_.target_of(clause, inner);
            if (target == none) continue;
            const bool against = (predicate == Predicate::opposes) == for_it;
            return give(verb, holder, against ? Predicate::opposes : Predicate::supports, target,
                        score_of_clause);
        }
        // "refused to leave", "agreed to wait" are deeds.
        if (doc_.lemma(verb) != "vote") return false;
        return give(verb, holder, predicate, clause, score_of_clause);
    }

    // "vowed to jail the killers" threatens them, "promised to stop the strikes" opposes those.
    bool give_promise(Index verb, Index holder) {
        const Index clause = reading_.infinitive_of(verb);
        if (clause == none || reading_.relations.is_negated(clause)) return false;
        const Index object = reading_.object_of(clause);
        if (object == none) return false;
        for (const StanceUse& inner : reading_.words.uses(doc_.lemma(clause)))
            if (inner.has('m') && reading_.fits(inner, object))
                return give(verb, holder, inner.predicate, object, score_of_clause);
        if (reading_.is_actor(object)) return false;
        if (reading_.furthers_it(clause))
            return give(verb, holder, Predicate::supports, object, score_of_clause);
        return reading_.ends_it(clause) && give(verb, holder, Predicate::opposes, object, score_of_clause);
    }

    bool give_clause(Index verb, Index holder, const StanceUse& use, Index clause) {
        const Index subject = reading_.subject_in(clause);
        if (use.wants("that") && !has_that(clause)) return false;
        const bool acts = subject != none && reading_.can_act(subject);
        if (use.has('s')) {
            // "alleged that ballots were marked by members of the staff"
            const Index doer = reading_.is_passive(clause)
                                   ? reading_.relations.children.find(doc_, clause, Deprel::obl_agent)
                                   : none;
            if (doer != none && reading_.fits(use, doer))
                return give(verb, holder, use.predicate, doer, score_of_clause);
            if (subject == none || !reading_.fits(use, subject)) return false;
            // "alleged that the men were beaten" accuses others.
            const bool suffers =
                reading_.is_passive(clause) || reading_.relations.has_child(clause, Deprel::cop);
            if (acts && suffers && !reading_.words.has("liable", doc_.lemma(clause))) return false;
        }
        // "recommended that the mandate be extended"
        if (subject != none && use.predicate == Predicate::supports && reading_.is_passive(clause))
            return give_done(verb, holder, subject, clause);
        // "urged that the men receive help" urges somebody else.
        if (use.predicate == Predicate::urges && reading_.words.has("state", doc_.lemma(clause)))
            return give(verb, holder, Predicate::supports, clause, score_of_clause);
        // "alleged that the owner lied" accuses the owner; "demanded that he come" urges him.
        if (use.has('s') || (use.predicate == Predicate::urges && acts))
            return give(verb, holder, use.predicate, subject, score_of_clause);
        return give(verb, holder, use.predicate, clause, score_of_clause);
    }

    bool has_that(Index clause) const {
        const Index mark = reading_.relations.children.find(doc_, clause, Deprel::mark);
        return mark != none && reading_.relations.is(mark, "that");
    }

    bool has_infinitive(Index noun) const {
        const Children& children = reading_.relations.children;
        for (Index c = children.first(noun); c != none; c = children.next(c))
            if (c > noun &&
                (doc_.tokens.deprel[c] == Deprel::acl || doc_.tokens.deprel[c] == Deprel::advcl) &&
                doc_.tokens.xpos[c] == Xpos::VB)
                return true;
        const Index head = doc_.tokens.head[noun];
        const Index clause = head == none ? none : reading_.infinitive_of(head);
        return clause != none && clause > noun;
    }

    // "urged MPs to reject the bill": MPs are urged, and the bill is opposed.
    bool urge(Index verb, Index holder, const StanceUse& use) {
        const Index clause = reading_.infinitive_of(verb);
        // "were urged by the police to stay at home"
        if (reading_.is_passive(verb)) {
            const Index asked = reading_.object_of(verb);
            return use.prepositions.empty() && clause != none && asked != none && asked < verb &&
                   reading_.can_act(asked) && give(verb, holder, Predicate::urges, asked, score_of_object);
        }
        Index whom = use.prepositions.empty() ? reading_.object_of(verb) : reading_.oblique(verb, use);
        if (whom == none && use.prepositions.empty() && clause != none) whom = reading_.subject_in(clause);
        // "wanted the vote delayed"
        if (use.has('b') && clause == none && whom != none)
            if (const Index done = done_to(verb, whom); done != none)
                return give_done(verb, holder, whom, done);
        // "told the programme, to be aired on Sunday, that"
        // "told MPs that it would rise to pay for schools"
        if (!use.has('c') && !use.has('b') && reading_.finite_clause_of(verb) != none) return false;
        const bool to_act = clause != none && whom != none && clause > whom && !is_set_off(whom, clause);
        const bool acting = whom != none && (reading_.can_act(whom) || doc_.tokens.upos[whom] == Upos::PRON);
        if (use.has('b')) {
            // "the party he wanted to lead"
            if (whom == none || clause == none || whom < verb) return false;
            // "wants the fee to be scrapped"
            if (reading_.is_passive(clause)) return give_done(verb, holder, whom, clause);
            // "wants his side to win"
            if (reading_.words.has("state", doc_.lemma(clause)) ||
                reading_.words.has("contest", doc_.lemma(clause)) ||
                reading_.relations.has_child(clause, Deprel::cop) ||
                reading_.relations.has_child(whom, Deprel::nmod_poss))
                return false;
            const Index entity = reading_.relations.entity_of(whom);
            if (entity == none || (doc_.entities[entity].type != EntityType::ORG &&
                                   doc_.entities[entity].type != EntityType::GPE))
                return false;
        }
        if (to_act && acting) {
            if (use.target_classes.empty())
                if (const auto asked = reading_.asked_in(clause))
                    give(verb, holder, asked->first, asked->second, score_of_clause);
            return give(verb, holder, Predicate::urges, whom, score_of_object);
        }
        if (use.has('o') && whom != none && clause == none)
            return give(verb, holder, Predicate::urges, whom, score_of_clause);
        if (use.has('c'))
            if (const Index told = reading_.finite_clause_of(verb); told != none)
                return give_clause(verb, holder, use, told);
        return false;
    }

    // Does a comma set off the infinitive, and not an apposition: "urged the minister, Ann Lee, to act"?
    bool is_set_off(Index whom, Index clause) const {
        int commas = 0;
        constexpr Index farthest = 20;
        const Index end = std::min(clause, whom + farthest);
        for (Index t = whom + 1; t < end; ++t) {
            if (doc_.tokens.xpos[t] == Xpos::TO) return commas == 1 && doc_.tokens.xpos[t - 1] == Xpos::COMMA;
            commas += doc_.tokens.xpos[t] == Xpos::COMMA;
        }
        return false;
    }

    bool is_done(Index verb) const {
        return doc_.tokens.xpos[verb] == Xpos::VBN || doc_.tokens.xpos[verb] == Xpos::VBD;
    }

    Index done_to(Index verb, Index thing) const {
        const Children& children = reading_.relations.children;
        for (Index c = children.first(verb); c != none; c = children.next(c))
            if (c > thing && doc_.tokens.deprel[c] == Deprel::xcomp && is_done(c)) return c;
        const Index next = thing + 1;
        const bool bare = next < doc_.tokens.size() && doc_.tokens.head[next] == thing &&
                          doc_.tokens.deprel[next] == Deprel::acl && is_done(next);
        return bare && reading_.ends_it(next) ? next : none;
    }

    // A verb inside what somebody is urged to do is no stance of whoever is urged.
    bool is_asked_of_another(Index verb) const {
        const Index head = doc_.tokens.head[verb];
        if (head == none || doc_.tokens.deprel[verb] != Deprel::xcomp) return false;
        const bool of_another = reading_.object_of(head) != none;
        for (const StanceUse& use : reading_.words.uses(doc_.lemma(head)))
            if (use.has('i') || (use.has('u') && of_another)) return true;
        return false;
    }

    // "called the result baffling", "described it as a disgrace", "dismissed that as talk"
    bool name_object(Index verb, Index holder) {
        if (reading_.is_passive(verb)) return false;
        if (is_so_called(verb)) return name_so_called(verb, holder);
        const auto named = read_name(verb);
        if (!named) return false;
        const auto [object, name] = *named;
        const bool untrue = reading_.judges("untrue", name);
        const bool bad = untrue || reading_.judges("bad", name);
        const bool good = !bad && reading_.judges("good", name);
        if (!bad && !good) return false;
        Predicate predicate = good ? Predicate::praises : Predicate::criticises;
        if (!good && reading_.is_of("allegation", object)) predicate = Predicate::denies;
        if (reading_.judges("guilty", name) && reading_.is_actor(object)) predicate = Predicate::accuses;
        const std::size_t before = found_.size();
        reading_.add(holder, predicate, object, {verb, name + 1}, score_of_clause, found_);
        return found_.size() > before;
    }

    struct Named {
        Index object;
        Index name;  // the last word of what it is called
    };

    // "what he called an act of barbarism": a verdict in itself
    bool is_so_called(Index verb) const {
        const Index begin = reading_.relations.sentence_of(verb).begin;
        constexpr Index most_between = 4;
        for (Index t = verb; t > begin && verb - t < most_between; --t)
            if (reading_.relations.is(t - 1, "what")) return true;
        return false;
    }

    bool name_so_called(Index verb, Index holder) {
        const Index end = reading_.relations.sentence_of(verb).end;
        const Index name = judgement_in(verb + 1, end);
        if (name == none) return false;
        const Predicate predicate =
            reading_.judges("good", name) ? Predicate::praises : Predicate::criticises;
        Index noun = name;
        while (noun + 1 < end && !is_noun(doc_.tokens.xpos[noun]) && noun < name + 3) ++noun;
        return give(verb, holder, predicate, is_noun(doc_.tokens.xpos[noun]) ? noun : name, score_of_clause);
    }

    // By the order of words, since quotation marks and bare adjectives mislead trees: "the result
    // ‘baffling’".
    std::optional<Named> read_name(Index verb) const {
        constexpr Index longest = 14;
        const Index end = std::min(reading_.relations.sentence_of(verb).end, verb + longest);
        Index token = verb + 1;
        Index object = none;
        for (; token < end; ++token) {
            const Xpos tag = doc_.tokens.xpos[token];
            const bool before = tag == Xpos::DT || tag == Xpos::PRPS || tag == Xpos::JJ || tag == Xpos::IN;
            if (tag == Xpos::PRP || is_noun(tag))
                object = token;
            else if (tag == Xpos::POS)
                object = none;
            else if (object != none || !before)
                break;
            else if (tag == Xpos::IN && !reading_.relations.is(token, "that"))
                break;
        }
        // "a vote that the West calls a fraud", "Hamas, which it describes as a threat"
        const Index named = doc_.tokens.deprel[verb] == Deprel::acl_relcl ? doc_.tokens.head[verb] : none;
        if (named != none && named < verb && is_noun(doc_.tokens.xpos[named]) &&
            !reading_.is_subject_of(verb, named)) {
            const Index name = judgement_in(verb + 1, end);
            return name == none ? std::nullopt : std::optional(Named{named, name});
        }
        // "that finding unfair": a noun tagged as a verb
        if (object == none && token < end && doc_.tokens.xpos[token] == Xpos::VBG && token > verb + 1)
            object = token++;
        if (object == none) return std::nullopt;
        const Index name = judgement_in(token, end);
        return name == none ? std::nullopt : std::optional(Named{object, name});
    }

    // The first word near by that judges.
    Index judgement_in(Index token, Index end) const {
        constexpr Index longest_name = 6;
        const Index last = std::min(end, token + longest_name);
        for (; token < last; ++token) {
            const Upos tag = doc_.tokens.upos[token];
            if (tag == Upos::AUX || tag == Upos::PRON || tag == Upos::SCONJ ||
                doc_.tokens.xpos[token] == Xpos::COMMA)
                break;
            // "a historic day" judges nobody.
            const bool of_occasion =
                token + 1 < last && reading_.words.has("occasion", doc_.lemma(token + 1));
            if (of_occasion) return none;
            if (reading_.is_word_of("untrue", token) || reading_.is_word_of("bad", token) ||
                reading_.is_word_of("good", token))
                return token;
        }
        return none;
    }

    const StanceReading& reading_;
    const Document& doc_;
    std::vector<Relation>& found_;
};

}  // namespace

void find_verb_stances(const StanceReading& reading, std::vector<Relation>& found) {
    VerbStances stances(reading, found);
    for (Index token = 0; token < reading.doc.tokens.size(); ++token) stances.read(token);
}

}  // namespace lede::relations
