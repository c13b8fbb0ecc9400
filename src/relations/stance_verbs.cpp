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
        if (uses.empty()) return;
        if (read_asked(verb, uses)) return;
        if (!reading_.is_told(verb)) return;
        const bool negated = reading_.relations.is_negated(verb);
        const Index holder = reading_.agent_of(verb);
        if (holder == none) return;
        for (const StanceUse& use : uses)
            if (use.predicate && apply(verb, holder, use, negated)) return;
    }

  private:
    // With its particle, "rule out", where it has one: "back out" is no "back".
    std::vector<StanceUse> uses_of(Index verb) const {
        const Index particle = reading_.relations.children.find(doc_, verb, Deprel::compound_prt);
        if (particle == none) return reading_.words.uses(doc_.lemma(verb));
        return reading_.words.uses(std::string(doc_.lemma(verb)) + ' ' + std::string(doc_.lower(particle)));
    }

    TokenRange said_by(Index verb) const { return {verb, verb + 1}; }

    bool give(Index verb, Index holder, Predicate predicate, Index target, float score) {
        if (target == none) return false;
        const std::size_t before = found_.size();
        reading_.add(holder, predicate, target, said_by(verb), score, found_);
        return found_.size() > before;
    }

    bool fits(const StanceUse& use, Index target) const {
        std::string_view wanted = use.target_class;
        if (wanted.empty() || wanted == "call" || wanted == "that") return true;
        const bool unwanted = wanted.front() == '!';
        if (unwanted) wanted.remove_prefix(1);
        const bool is = wanted == "person" ? reading_.is_person(target) : is_of(target, wanted);
        return is != unwanted;
    }

    // A name of a law ends with the noun too: "the Invest to Protect Act".
    bool is_of(Index target, std::string_view kind) const {
        if (reading_.words.is_of(doc_.lemma(target), kind)) return true;
        const Index name = reading_.relations.name_around[target];
        if (name == none) return false;
        const Mention& mention = doc_.mentions[name];
        return reading_.words.is_of(doc_.lemma(mention.tokens.end - 1), kind) ||
               (kind == "measure" && mention.type == EntityType::LAW);
    }

    bool apply(Index verb, Index holder, const StanceUse& use, bool negated) {
        if (use.has('n') != negated) return false;
        const Predicate predicate = *use.predicate;
        if (use.has('e')) return name_object(verb, holder, use);
        if (use.has('u')) return urge(verb, holder, use);
        if (use.has('o')) {
            const Index object = reading_.object_of(verb);
            if (object != none && fits(use, object)) {
                // "deny him access" denies nothing.
                if (reading_.relations.has_child(verb, Deprel::iobj)) return false;
                return give(verb, holder, predicate, object, score_of_object);
            }
        }
        if (use.has('p')) {
            const Index target = reading_.oblique(verb, use);
            if (target != none && fits(use, target)) {
                const bool acts = use.target_class == "call" && reading_.can_act(target) && has_infinitive(target);
                return give(verb, holder, acts ? Predicate::urges : predicate, target, score_of_object);
            }
        }
        if (use.has('g'))
            if (const Index clause = reading_.gerund_of(verb); clause != none)
                return give(verb, holder, predicate, clause, score_of_clause);
        if (use.has('i'))
            if (const Index clause = reading_.infinitive_of(verb); clause != none)
                return give_infinitive(verb, holder, predicate, clause);
        if (use.has('c') || use.has('s'))
            if (const Index clause = reading_.finite_clause_of(verb); clause != none)
                return give_clause(verb, holder, use, clause);
        return false;
    }

    // "refused to back the plan" opposes the plan; "voted to reject it" too; "threatened to picket the house" threatens it.
    bool give_infinitive(Index verb, Index holder, Predicate predicate, Index clause) {
        const Index object = reading_.object_of(clause);
        if (predicate == Predicate::threatens)
            return give(verb, holder, predicate, object != none ? object : clause, score_of_clause);
        for (const StanceUse& inner : reading_.words.uses(doc_.lemma(clause))) {
            if (!inner.predicate || inner.has('n')) continue;
            const bool for_it = *inner.predicate == Predicate::supports;
            if (!for_it && *inner.predicate != Predicate::opposes) continue;
            const Index target = target_of(clause, inner);
            if (target == none) continue;
            const bool against = (predicate == Predicate::opposes) == for_it;
            return give(verb, holder, against ? Predicate::opposes : Predicate::supports, target, score_of_clause);
        }
        return give(verb, holder, predicate, clause, score_of_clause);
    }

    // The object or oblique of a use, whichever its frames have.
    Index target_of(Index verb, const StanceUse& use) const {
        if (use.has('o'))
            if (const Index object = reading_.object_of(verb); object != none && fits(use, object)) return object;
        if (use.has('p'))
            if (const Index target = reading_.oblique(verb, use); target != none && fits(use, target)) return target;
        return none;
    }

    bool give_clause(Index verb, Index holder, const StanceUse& use, Index clause) {
        const Index subject = reading_.subject_in(clause);
        if (use.target_class == "that" && !has_that(clause)) return false;
        const bool acts = subject != none && reading_.can_act(subject);
        // "alleged that the owner lied" accuses the owner; "demanded that he come" urges him.
        if (use.has('s') || (*use.predicate == Predicate::urges && acts))
            return give(verb, holder, *use.predicate, subject, score_of_clause);
        return give(verb, holder, *use.predicate, clause, score_of_clause);
    }

    bool has_that(Index clause) const {
        const Index mark = reading_.relations.children.find(doc_, clause, Deprel::mark);
        return mark != none && reading_.relations.is(mark, "that");
    }

    bool has_infinitive(Index noun) const {
        const Children& children = reading_.relations.children;
        for (Index c = children.first(noun); c != none; c = children.next(c))
            if (c > noun && (doc_.tokens.deprel[c] == Deprel::acl || doc_.tokens.deprel[c] == Deprel::advcl) &&
                doc_.tokens.xpos[c] == Xpos::VB)
                return true;
        const Index head = doc_.tokens.head[noun];
        const Index clause = head == none ? none : reading_.infinitive_of(head);
        return clause != none && clause > noun;
    }

    // "urged MPs to reject the bill": MPs are urged, and the bill is opposed.
    bool urge(Index verb, Index holder, const StanceUse& use) {
        if (reading_.is_passive(verb)) return false;
        const Index clause = reading_.infinitive_of(verb);
        Index whom = use.prepositions.empty() ? reading_.object_of(verb) : reading_.oblique(verb, use);
        if (whom == none && use.prepositions.empty() && clause != none) whom = reading_.subject_in(clause);
        const bool to_act = clause != none && whom != none && clause > whom;
        const bool acting = whom != none && (reading_.can_act(whom) || doc_.tokens.upos[whom] == Upos::PRON);
        if (use.has('b') && !(whom != none && reading_.can_act(whom))) return false;
        if (to_act && acting) {
            if (use.target_class.empty()) give_asked(verb, holder, clause);
            return give(verb, holder, Predicate::urges, whom, score_of_object);
        }
        if (use.has('o') && whom != none && clause == none)
            return give(verb, holder, Predicate::urges, whom, score_of_clause);
        if (use.has('p') && whom != none && acting && to_act)
            return give(verb, holder, Predicate::urges, whom, score_of_object);
        if (use.has('c'))
            if (const Index told = reading_.finite_clause_of(verb); told != none)
                return give_clause(verb, holder, use, told);
        return false;
    }

    // What one asks others to support or oppose one supports or opposes.
    void give_asked(Index verb, Index holder, Index clause) {
        if (reading_.relations.is_negated(clause)) return;
        for (const StanceUse& inner : reading_.words.uses(doc_.lemma(clause))) {
            if (!inner.predicate || inner.has('n')) continue;
            if (*inner.predicate != Predicate::supports && *inner.predicate != Predicate::opposes) continue;
            if (const Index target = target_of(clause, inner); target != none) {
                give(verb, holder, *inner.predicate, target, score_of_clause);
                return;
            }
        }
    }

    // A verb inside what somebody is urged to do is no stance of whoever is urged.
    bool read_asked(Index verb, const std::vector<StanceUse>&) const {
        const Index head = doc_.tokens.head[verb];
        if (head == none || doc_.tokens.deprel[verb] != Deprel::xcomp) return false;
        for (const StanceUse& use : reading_.words.uses(doc_.lemma(head)))
            if (use.has('u') || use.has('i')) return true;
        return false;
    }

    // "called the result baffling", "described it as a disgrace", "dismissed that as talk"
    bool name_object(Index verb, Index holder, const StanceUse& use) {
        if (reading_.is_passive(verb)) return false;
        const Children& children = reading_.relations.children;
        Index object = none, name = none;
        for (Index c = children.first(verb); c != none; c = children.next(c)) {
            if (c < verb) continue;
            const Deprel relation = doc_.tokens.deprel[c];
            if (relation == Deprel::obj && object == none)
                object = c;
            else if (relation == Deprel::xcomp || relation == Deprel::obj || relation == Deprel::iobj ||
                     relation == Deprel::ccomp || (relation == Deprel::obl && has_as(c)) ||
                     (relation == Deprel::advcl && has_as(c)))
                name = c;
        }
        if (object == none) {
            // The parser may hang the object on what it is called.
            if (name != none) object = reading_.subject_in(name);
        }
        if (object == none || name == none || object == name) return false;
        if (name < object) std::swap(name, object);
        const bool untrue = is_word_of(name, "untrue");
        const bool bad = untrue || is_word_of(name, "bad");
        const bool good = !bad && is_word_of(name, "good");
        const bool dismissive = !use.prepositions.empty() && has_as(name) &&
                                (doc_.lemma(verb) == "dismiss" || doc_.lemma(verb) == "denounce" ||
                                 doc_.lemma(verb) == "condemn");
        if (!bad && !good && !dismissive) return false;
        Predicate predicate = good ? Predicate::praises : Predicate::criticises;
        if (!good && is_of(object, "allegation")) predicate = Predicate::denies;
        const std::size_t before = found_.size();
        reading_.add(holder, predicate, object, {verb, name + 1}, score_of_clause, found_);
        return found_.size() > before;
    }

    bool has_as(Index token) const {
        const Children& children = reading_.relations.children;
        for (Index c = children.first(token); c != none && c < token; c = children.next(c))
            if (reading_.relations.is(c, "as")) return true;
        return false;
    }

    // The word itself or an adjective before it.
    bool is_word_of(Index token, std::string_view kind) const {
        if (reading_.words.is_of(doc_.lemma(token), kind)) return true;
        const Children& children = reading_.relations.children;
        for (Index c = children.first(token); c != none && c < token; c = children.next(c))
            if (doc_.tokens.deprel[c] == Deprel::amod && reading_.words.is_of(doc_.lemma(c), kind)) return true;
        return false;
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
