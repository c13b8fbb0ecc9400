// Stances that a noun or an adjective tells: "his support for the plan", "in protest at the cuts", "critical
// of it".
#include <algorithm>
#include <tuple>

#include "relations/stance_reading.h"
#include "syntax/noun_phrases.h"

namespace lede::relations {

namespace {

constexpr float score_of_noun = 0.8F;

class NounStances {
  public:
    NounStances(const StanceReading& reading, std::vector<Relation>& found)
        : reading_(reading), doc_(reading.doc), found_(found) {}

    void read(Index token) {
        const Upos tag = doc_.tokens.upos[token];
        const bool noun = tag == Upos::NOUN;
        if (!noun && tag != Upos::ADJ && tag != Upos::VERB) return;
        if (tag == Upos::ADJ && read_prefix(token)) return;
        if (noun && read_side(token)) return;
        auto uses = reading_.words.uses(doc_.lemma(token));
        // "appalled" and "committed", not "appal" and "commit"
        if (doc_.tokens.xpos[token] == Xpos::VBN)
            for (const StanceUse& use : reading_.words.uses(doc_.lower(token))) uses.push_back(use);
        for (const StanceUse& use : uses) {
            if (use.has('K') && read_backed(token, use)) return;
            if (noun && use.has('H') && read_follower(token, use)) return;
            if (noun && use.has('N') && read_noun(token, use)) return;
            if (use.has('A') && read_adjective(token, use)) return;
        }
    }

  private:
    Index complement(Index word, const StanceUse& use) const {
        const Children& children = reading_.relations.children;
        for (Index c = children.first(word); c != none; c = children.next(c)) {
            if (c < word) continue;
            const Deprel relation = doc_.tokens.deprel[c];
            if (relation != Deprel::nmod && relation != Deprel::acl && relation != Deprel::obl &&
                relation != Deprel::advcl)
                continue;
            for (Index mark = children.first(c); mark != none && mark < c; mark = children.next(mark))
                if (use.takes(doc_.lower(mark)) &&
                    (is_noun(doc_.tokens.xpos[c]) || doc_.tokens.xpos[c] == Xpos::VBG ||
                     doc_.tokens.xpos[c] == Xpos::VB || doc_.tokens.upos[c] == Upos::PRON))
                    return c;
        }
        return none;
    }

    // "anti-government protesters", "the pro-Syrian president"
    bool read_prefix(Index word) {
        if (doc_.tokens.deprel[word] != Deprel::amod) return false;
        const std::string_view text = doc_.lower(word);
        const std::size_t end = text.find('-');
        if (end == std::string_view::npos || end + 1 == text.size()) return false;
        const Index whose = doc_.tokens.head[word];
        if (whose == none || !reading_.words.has("partisan", doc_.lemma(whose))) return false;
        for (const StanceUse& use : reading_.words.uses(text.substr(0, end)))
            if (use.has('P')) return give_prefixed(word, whose, use.predicate);
        return false;
    }

    // The target is what stands behind the hyphen.
    bool give_prefixed(Index word, Index whose, Predicate predicate) {
        const Index holder = reading_.holder_at(whose);
        const std::size_t before = found_.size();
        const TokenRange said{word, word + 1};
        Span target = doc_.tokens.span[word];
        const std::size_t hyphen = doc_.text.find('-', target.begin);
        if (hyphen + 1 < target.end) target.begin = static_cast<std::uint32_t>(hyphen + 1);
        if (reading_.relations.entity_of(word) != none)
            reading_.add_of_entity(holder, whose, predicate, word, said, score_of_noun, found_);
        else
            reading_.add_of_words(holder, whose, predicate, target, said, said, score_of_noun, found_);
        return found_.size() > before;
    }

    // "the Syrian-backed militia"
    bool read_backed(Index word, const StanceUse& use) {
        const Index target = doc_.tokens.head[word];
        if (doc_.tokens.deprel[word] != Deprel::amod || target == none || word < 2) return false;
        if (doc_.tokens.xpos[word - 1] != Xpos::HYPH && !reading_.relations.is(word - 1, "-")) return false;
        const Index backer = reading_.relations.entity_of(word - 2);
        if (backer == none || doc_.entities[backer].type == EntityType::NORP) return false;
        return reading_.is_actor(target) && give(word, word - 2, use.predicate, target);
    }

    // "supporters of the president", "the president's critics", "government supporters"
    bool read_follower(Index noun, const StanceUse& use) {
        Index whom = none;
        const Children& children = reading_.relations.children;
        for (Index c = children.first(noun); c != none; c = children.next(c)) {
            const Deprel relation = doc_.tokens.deprel[c];
            if (relation == Deprel::amod && reading_.relations.is(c, "former")) return false;
            // A "music critic" is one by trade.
            if (relation == Deprel::compound && c + 1 == noun && reading_.relations.name_around[c] == none &&
                !reading_.is_actor(c))
                return false;
            // "government supporters"; "US critics" are critics in the US.
            const Index named = reading_.relations.entity_of(c);
            const bool names = relation == Deprel::compound && c < noun && named != none &&
                               doc_.entities[named].type != EntityType::GPE &&
                               doc_.entities[named].type != EntityType::NORP;
            if (whom != none || (use.has('f') && relation != Deprel::nmod)) continue;
            if (relation == Deprel::nmod_poss || names)
                whom = c;
            else if (relation == Deprel::nmod && c > noun) {
                const Index mark = children.find(doc_, c, Deprel::case_);
                if (mark != none && use.takes(doc_.lower(mark))) whom = c;
            }
        }
        if (whom == none || reading_.relations.is(whom, "our") || reading_.relations.is(whom, "my"))
            return false;
        // "He has been a strong supporter of the bill"
        const bool is_told_of = reading_.relations.has_child(noun, Deprel::cop);
        if (is_told_of && (reading_.relations.is_negated(noun) || !reading_.is_told(noun))) return false;
        if (!reading_.fits(use, whom)) return false;
        if (is_told_of) return give(noun, reading_.subject_in(noun), use.predicate, whom);
        const std::size_t before = found_.size();
        reading_.add_of_entity(reading_.holder_at(noun), noun, use.predicate, whom, {noun, noun + 1},
                               score_of_noun, found_);
        return found_.size() > before;
    }

    // "his", "the Kremlin's", "U.S.", "from the union", "by teachers"
    Index owner(Index noun) const {
        const Children& children = reading_.relations.children;
        for (Index c = children.first(noun); c != none; c = children.next(c)) {
            const Deprel relation = doc_.tokens.deprel[c];
            if (relation == Deprel::nmod_poss) return c;
            if (relation == Deprel::compound && c < noun && reading_.relations.name_around[c] != none)
                return c;
            if (relation != Deprel::nmod) continue;
            const Index mark = children.find(doc_, c, Deprel::case_);
            if (mark != none && (reading_.relations.is(mark, "from") || reading_.relations.is(mark, "by")))
                return c;
        }
        return none;
    }

    // "The plan has the backing of the party", "drew criticism from unions": what the subject earns.
    bool read_earned(Index noun, const StanceUse& use, Index verb) {
        if (!reading_.is_told(verb) || reading_.relations.is_negated(verb) ||
            reading_.relations.is_negated(noun) || reading_.relations.has_modal(verb))
            return false;
        const Index earner = reading_.agent_of(verb);
        if (earner == none) return false;
        const Children& children = reading_.relations.children;
        for (const Index governor : {noun, verb})
            for (Index c = children.first(governor); c != none; c = children.next(c)) {
                const Deprel relation = doc_.tokens.deprel[c];
                const bool whose = governor == noun && relation == Deprel::nmod_poss;
                const Index mark = children.find(doc_, c, Deprel::case_);
                const bool from = c > noun && (relation == Deprel::nmod || relation == Deprel::obl) &&
                                  mark != none &&
                                  (reading_.relations.is(mark, "from") ||
                                   (governor == noun && reading_.relations.is(mark, "of")));
                if ((whose || from) && c != earner) return give(noun, c, use.predicate, earner);
            }
        return false;
    }

    // "is against the bill"
    bool read_side(Index noun) {
        const Children& children = reading_.relations.children;
        const Index mark = children.find(doc_, noun, Deprel::case_);
        if (mark == none || !reading_.relations.has_child(noun, Deprel::cop)) return false;
        for (const StanceUse& use : reading_.words.uses(doc_.lower(mark))) {
            if (!use.has('B') || !reading_.fits(use, noun)) continue;
            const Index subject = reading_.subject_in(noun);
            if (subject == none || reading_.relations.is(subject, "it") ||
                reading_.relations.is_negated(noun) || !reading_.is_told(noun))
                return false;
            if (!reading_.is_actor(subject) && !reading_.words.has("speaker", doc_.lower(subject)))
                return false;
            // What the side is taken against is the noun without its clause.
            const std::size_t before = found_.size();
            const TokenRange phrase = reading_.relations.extents[noun].core;
            const TokenRange target{std::max(phrase.begin, mark + 1), std::max(phrase.end, noun + 1)};
            const TokenRange said{mark, mark + 1};
            reading_.add_of_words(reading_.holder_at(subject), subject, use.predicate, doc_.span_of(target),
                                  target, said, score_of_noun, found_);
            return found_.size() > before;
        }
        return false;
    }

    bool read_noun(Index noun, const StanceUse& use) {
        const Index earns = doc_.tokens.head[noun];
        if (earns != none && doc_.tokens.deprel[noun] == Deprel::obj && !use.has('v') &&
            reading_.words.has("earns", doc_.lemma(earns)) && read_earned(noun, use, earns))
            return true;
        Index target = complement(noun, use);
        // "filed a complaint against the owner": the parser may hang the owner on the verb.
        const bool may_hang =
            target == none && doc_.tokens.deprel[noun] == Deprel::obj &&
            (use.has('v') || reading_.words.has("voices", doc_.lemma(doc_.tokens.head[noun])));
        if (may_hang) target = reading_.oblique(doc_.tokens.head[noun], use);
        if (target != none && target < noun) return false;
        if (target == none || reading_.relations.is_negated(noun) || !reading_.fits(use, target))
            return false;
        Predicate predicate = use.predicate;
        // "requests to speak with him" urge nobody.
        if (predicate == Predicate::urges && !reading_.is_actor(target)) return false;
        const Index asked = use.wants("call") && reading_.is_actor(target) ? infinitive_behind(target) : none;
        if (asked != none) predicate = Predicate::urges;
        const Index verb = doc_.tokens.head[noun];
        if (use.has('d') && doc_.tokens.proposition[target] == none) return false;
        // "opened their campaign against Italy": a contest
        if (verb != none && reading_.words.has("begin", doc_.lemma(verb)) && reading_.is_actor(target))
            return false;
        const Deprel relation = doc_.tokens.deprel[noun];
        const bool object = relation == Deprel::obj || relation == Deprel::conj;
        // "expects France's support", "dropped its demand"
        if (verb != none && object && reading_.words.has("unsettled", doc_.lemma(verb))) return false;
        if (verb != none && object && reading_.words.has("voices", doc_.lemma(verb)) &&
            reading_.is_told(verb) && !reading_.relations.is_negated(verb)) {
            // "He underscored our commitment" speaks for himself.
            Index whose = use.has('v') ? none : owner(noun);
            if (whose != none && (reading_.relations.is(whose, "our") || reading_.relations.is(whose, "my")))
                whose = none;
            if (whose == none) whose = reading_.agent_of(verb);
            // "his call for the Senate to pass the bill"
            if (asked != none)
                if (const auto inner = reading_.asked_in(asked))
                    give(noun, whose, inner->first, inner->second);
            return give(noun, whose, predicate, target);
        }
        if (use.has('v')) return false;
        // "was full of praise for them"
        if (verb != none && relation == Deprel::obl && reading_.words.has("full", doc_.lemma(verb)))
            return !reading_.relations.is_negated(verb) && reading_.is_told(verb) &&
                   give(noun, reading_.agent_of(verb), predicate, target);
        // "in support of the bill": of whoever acts so.
        const Index mark = reading_.relations.children.find(doc_, noun, Deprel::case_);
        const bool adverbial = mark != none && reading_.relations.is(mark, "in") && verb != none &&
                               (relation == Deprel::obl || relation == Deprel::advmod) && !owned(noun);
        if (adverbial) {
            if (!reading_.is_told(verb) || reading_.relations.is_negated(verb)) return false;
            return give(noun, reading_.agent_of(verb), predicate, target);
        }
        if (mark != none && reading_.relations.is(mark, "in") &&
            reading_.relations.has_child(noun, Deprel::cop))
            return give(noun, reading_.agent_of(noun), predicate, target);
        if (use.has('a')) return false;
        return give(noun, owner(noun), predicate, target);
    }

    bool owned(Index noun) const { return reading_.relations.has_child(noun, Deprel::nmod_poss); }

    Index infinitive_behind(Index noun) const {
        const Children& children = reading_.relations.children;
        for (Index head : {noun, doc_.tokens.head[noun]}) {
            if (head == none) continue;
            for (Index c = children.first(head); c != none; c = children.next(c))
                if (c > noun && doc_.tokens.xpos[c] == Xpos::VB &&
                    (doc_.tokens.deprel[c] == Deprel::acl || doc_.tokens.deprel[c] == Deprel::advcl))
                    return c;
        }
        return none;
    }

    // "is opposed to the plan", "critical of the police"
    bool read_adjective(Index word, const StanceUse& use) {
        const Index target = complement(word, use);
        if (target == none || !reading_.fits(use, target)) return false;
        if (reading_.relations.is_negated(word) || !reading_.is_told(word)) return false;
        // "less complimentary"
        if (word > 0 && reading_.words.has("lessens", doc_.lower(word - 1))) return false;
        if (doc_.tokens.deprel[word] == Deprel::amod) return false;
        return give(word, reading_.agent_of(word) != none ? reading_.agent_of(word) : subject(word),
                    use.predicate, target);
    }

    Index subject(Index word) const {
        const Index head = doc_.tokens.head[word];
        // "militants opposed to the treaty"
        if (doc_.tokens.deprel[word] == Deprel::acl && head != none && head < word) return head;
        const bool remains = head != none && doc_.tokens.deprel[word] == Deprel::xcomp;
        return remains ? reading_.agent_of(head) : reading_.subject_in(word);
    }

    bool give(Index word, Index holder, Predicate predicate, Index target) {
        if (holder == none) return false;
        // "commitment to ending the war" opposes the war, and "to protecting the coast" supports the coast.
        // "To talking again" only plans it.
        if (is_verb(doc_.tokens.xpos[target]) && predicate == Predicate::supports) {
            if (const auto deed = reading_.meant_by(target))
                std::tie(predicate, target) = *deed;
            else if (reading_.relations.is(target - 1, "to"))
                return false;
        }
        const std::size_t before = found_.size();
        reading_.add(holder, predicate, target, {word, word + 1}, score_of_noun, found_);
        return found_.size() > before;
    }

    const StanceReading& reading_;
    const Document& doc_;
    std::vector<Relation>& found_;
};

}  // namespace

void find_noun_stances(const StanceReading& reading, std::vector<Relation>& found) {
    NounStances stances(reading, found);
    for (Index token = 0; token < reading.doc.tokens.size(); ++token) stances.read(token);
}

}  // namespace lede::relations
