// What a speaker says of somebody or something, in quotation marks or out of them, and so takes a side: “This
// bill is a disgrace”, said that Congress must act, that the plan violates the treaty, that rebels killed the
// farmers.
#include <algorithm>

#include "relations/stance_reading.h"
#include "syntax/noun_phrases.h"

namespace lede::relations {

namespace {

constexpr float score_of_judgement = 0.7F;

class Judgements {
  public:
    Judgements(const StanceReading& reading, std::vector<Relation>& found)
        : reading_(reading), doc_(reading.doc), found_(found) {}

    void read(Index word) {
        const Index speaker = speaker_of(word);
        if (speaker == none) return;
        if (doc_.tokens.xpos[word] == Xpos::MD) {
            read_modal(word, speaker);
            return;
        }
        if (reading_.relations.has_child(word, Deprel::cop)) {
            read_verdict(word, speaker);
            return;
        }
        if (!is_verb(doc_.tokens.xpos[word])) return;
        if (reading_.words.has("need", doc_.lemma(word))) {
            read_need(word, speaker);
            return;
        }
        read_deed(word, speaker);
    }

  private:
    Index speaker_of(Index token) const {
        const Index number = doc_.tokens.quote[token];
        return number == none ? none : doc_.quotes[number].entity;
    }

    // Is it open whether the clause holds: "if you think they lie", "until they leave"?
    bool is_open(Index verb) const {
        const Index mark = reading_.relations.children.find(doc_, verb, Deprel::mark);
        if (mark != none && reading_.words.has("open", doc_.lower(mark))) return true;
        return reading_.is_conditional(verb) ||
               (doc_.tokens.deprel[verb] == Deprel::ccomp && reading_.is_conditional(doc_.tokens.head[verb]));
    }

    // "Congress must act": the speaker urges it. "The visa rule should be dropped": the speaker is against
    // it.
    void read_modal(Index modal, Index speaker) {
        const Index verb = doc_.tokens.head[modal];
        // "should the captain decide to leave": a condition
        if (verb != none && reading_.subject_in(verb) > modal && reading_.subject_in(verb) != none) return;
        if (verb == none || !reading_.words.has("must", doc_.lower(modal))) return;
        // "must have enough staff" is no deed.
        if (reading_.words.has("state", doc_.lemma(verb)) || !is_call(verb)) return;
        const Index subject = reading_.subject_in(verb);
        if (!reading_.is_passive(verb)) return urge(speaker, subject, {modal, std::max(modal, verb) + 1});
        if (reading_.relations.is_negated(verb)) return;
        if (reading_.ends_it(verb)) give(speaker, Predicate::opposes, subject, {modal, verb + 1});
        if (reading_.furthers_it(verb)) give(speaker, Predicate::supports, subject, {modal, verb + 1});
    }

    // "Congress needs to act"
    void read_need(Index verb, Index speaker) {
        const Index clause = reading_.infinitive_of(verb);
        const bool needs = clause != none && doc_.tokens.deprel[clause] == Deprel::xcomp &&
                           reading_.object_of(verb) == none && !reading_.relations.is_negated(verb) &&
                           !reading_.relations.has_modal(verb);
        if (needs && is_call(verb) && !reading_.is_passive(verb))
            urge(speaker, reading_.subject_in(verb), {verb, verb + 1});
    }

    bool is_call(Index verb) const {
        const Deprel relation = doc_.tokens.deprel[verb];
        const Index subject = reading_.subject_in(verb);
        return relation != Deprel::acl_relcl && relation != Deprel::advcl && subject != none &&
               is_noun(doc_.tokens.xpos[subject]) && !is_open(verb) &&
               !reading_.relations.has_child(verb, Deprel::cop);
    }

    void urge(Index speaker, Index whom, TokenRange said) {
        if (reading_.is_actor(whom)) give(speaker, Predicate::urges, whom, said);
    }

    void read_verdict(Index word, Index speaker) {
        if (reading_.relations.is_negated(word) || reading_.relations.has_modal(word)) return;
        if (is_open(word) || !reading_.is_told(word)) return;
        // "This is terrible news" judges nobody.
        if (reading_.words.has("occasion", doc_.lemma(word))) return;
        const bool bad = reading_.judges("bad", word), untrue = reading_.judges("untrue", word);
        const bool good = reading_.judges("good", word);
        const Index subject = reading_.subject_in(word);
        if (subject == none || !is_plain(subject)) return;
        if (is_guilty(word) && reading_.is_actor(subject)) {
            give(speaker, Predicate::accuses, subject, {word, word + 1});
            return;
        }
        if (bad + untrue + good != 1) return;
        // "in great demand" is no verdict, and a "dangerous opponent" is a good one.
        if (reading_.relations.has_child(word, Deprel::case_)) return;
        if (bad && reading_.words.has("rival", doc_.lemma(word))) return;
        const Predicate predicate = good     ? Predicate::praises
                                    : untrue ? Predicate::denies
                                             : Predicate::criticises;
        give(speaker, predicate, subject, {word, word + 1});
    }

    // "is corrupt", "was responsible for the attacks", "were behind the killing"
    bool is_guilty(Index word) const {
        if (reading_.judges("guilty", word)) return true;
        const bool liable = reading_.judges("liable", word);
        const Children& children = reading_.relations.children;
        if (!liable) {
            const Index mark = children.find(doc_, word, Deprel::case_);
            return mark != none && reading_.words.has("liable", doc_.lower(mark)) && is_wrong(word);
        }
        for (Index c = children.first(word); c != none; c = children.next(c))
            if (c > word && (doc_.tokens.deprel[c] == Deprel::obl || doc_.tokens.deprel[c] == Deprel::nmod) &&
                is_wrong(c))
                return true;
        return false;
    }

    bool is_wrong(Index noun) const {
        return reading_.words.has("wrong", doc_.lemma(noun)) || reading_.words.has("bad", doc_.lemma(noun));
    }

    // "The law violates the treaty", "the government has failed to protect them", "rebels abducted the
    // farmers"
    void read_deed(Index verb, Index speaker) {
        const bool bad = reading_.words.has("misdeed", doc_.lemma(verb));
        const bool crime = !bad && reading_.words.has("crime", doc_.lemma(verb));
        if ((!bad && !crime) || is_open(verb)) return;
        if (reading_.relations.is_negated(verb) || reading_.relations.has_modal(verb)) return;
        if (!reading_.is_told(verb)) return;
        const Index subject = reading_.is_passive(verb)
                                  ? reading_.relations.children.find(doc_, verb, Deprel::obl_agent)
                                  : reading_.subject_in(verb);
        if (subject == none || !is_plain(subject)) return;
        if (crime && (!reading_.is_actor(subject) || reading_.object_of(verb) == none)) return;
        // "The brake line failed" blames nobody.
        if (doc_.lemma(verb) == "fail" &&
            (!reading_.is_actor(subject) || reading_.infinitive_of(verb) == none ||
             reading_.words.has("contest", doc_.lemma(reading_.infinitive_of(verb)))))
            return;
        give(speaker, crime ? Predicate::accuses : Predicate::criticises, subject, {verb, verb + 1});
    }

    // A noun, "this", "they"; an "it" seldom stands for what was named before.
    bool is_plain(Index subject) const {
        const Xpos tag = doc_.tokens.xpos[subject];
        if (doc_.tokens.deprel[subject] == Deprel::csubj || doc_.tokens.time[subject] != none ||
            reading_.words.has("speaker", doc_.lower(subject)) ||
            reading_.words.has("nobody", doc_.lower(subject)) ||
            reading_.words.has("span", doc_.lemma(subject)))
            return false;
        return is_noun(tag) || tag == Xpos::DT ||
               (tag == Xpos::PRP && !reading_.relations.is(subject, "it") && reading_.is_actor(subject));
    }

    void give(Index speaker, Predicate predicate, Index target, TokenRange said) {
        if (reading_.is_asked(said.begin)) return;
        reading_.add_of_entity(speaker, none, predicate, target, said, score_of_judgement, found_);
    }

    const StanceReading& reading_;
    const Document& doc_;
    std::vector<Relation>& found_;
};

}  // namespace

void find_judgements(const StanceReading& reading, std::vector<Relation>& found) {
    Judgements judgements(reading, found);
    for (Index word = 0; word < reading.doc.tokens.size(); ++word) judgements.read(word);
}

}  // namespace lede::relations
