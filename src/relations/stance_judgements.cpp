// What a speaker says of somebody or something, in quotation marks or out of them, and so takes a side: “This
// bill is a disgrace”, said that Congress must act, that the plan violates the treaty, that rebels killed the
// farmers.
#include "relations/stance_reading.h"
#include "syntax/labels.h"
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
            read_call(doc_.tokens.head[word], word, speaker);
            return;
        }
        if (reading_.relations.has_child(word, Deprel::cop)) {
            read_verdict(word, speaker);
            return;
        }
        if (!is_verb(doc_.tokens.xpos[word])) return;
        if (reading_.words.is_of(doc_.lemma(word), "need")) {
            const Index clause = reading_.infinitive_of(word);
            const bool needs = clause != none && doc_.tokens.deprel[clause] == Deprel::xcomp &&
                               reading_.object_of(word) == none && !reading_.relations.is_negated(word);
            if (needs) read_call(word, word, speaker);
            return;
        }
        read_deed(word, speaker);
    }

  private:
    Index speaker_of(Index token) const {
        const Index number = doc_.tokens.quote[token];
        return number == none ? none : doc_.quotes[number].entity;
    }

    // "“How many must we bury?” she asked"
    bool is_question(Index token) const {
        const TokenRange sentence = reading_.relations.sentence_of(token);
        for (Index t = token; t < sentence.end; ++t)
            if (reading_.relations.is(t, "?")) return true;
        return false;
    }

    // Does the clause stand under a condition, or is it one?
    bool is_conditional(Index verb) const {
        const auto opens = [&](Index clause) {
            const Index mark = reading_.relations.children.find(doc_, clause, Deprel::mark);
            return mark != none && reading_.words.is_of(doc_.lower(mark), "open");
        };
        // "if you think they lie"
        return opens(verb) || (doc_.tokens.deprel[verb] == Deprel::ccomp && opens(doc_.tokens.head[verb]));
    }

    // "Congress must act": the speaker urges it. "The visa rule should be dropped": the speaker is against
    // it.
    void read_call(Index verb, Index word, Index speaker) {
        if (verb == none || (word != verb && !reading_.words.is_of(doc_.lower(word), "must"))) return;
        const Index subject = reading_.subject_in(verb);
        if (subject == none || is_conditional(verb) || reading_.relations.has_child(verb, Deprel::cop))
            return;
        // "must have enough staff" is no deed.
        if (doc_.lemma(verb) == "have" && word != verb) return;
        const Deprel relation = doc_.tokens.deprel[verb];
        if (relation == Deprel::acl_relcl || relation == Deprel::advcl) return;
        if (reading_.is_passive(verb)) {
            if (reading_.relations.is_negated(verb) || !is_noun(doc_.tokens.xpos[subject])) return;
            if (reading_.ends_it(verb)) give(speaker, Predicate::opposes, subject, {word, verb + 1});
            return;
        }
        if (reading_.can_act(subject) && is_noun(doc_.tokens.xpos[subject]))
            give(speaker, Predicate::urges, subject, {word, std::max(word, verb) + 1});
    }

    bool judges(Index word, std::string_view kind) const {
        if (reading_.words.is_of(doc_.lemma(word), kind)) return true;
        const Children& children = reading_.relations.children;
        for (Index c = children.first(word); c != none && c < word; c = children.next(c))
            if (doc_.tokens.deprel[c] == Deprel::amod && reading_.words.is_of(doc_.lemma(c), kind))
                return true;
        return false;
    }

    void read_verdict(Index word, Index speaker) {
        if (reading_.relations.is_negated(word) || reading_.relations.has_modal(word)) return;
        if (is_conditional(word)) return;
        const bool bad = judges(word, "bad"), untrue = judges(word, "untrue");
        const bool good = judges(word, "good");
        const Index subject = reading_.subject_in(word);
        if (subject == none || !is_plain(subject)) return;
        if (is_guilty(word) && reading_.is_actor(subject)) {
            give(speaker, Predicate::accuses, subject, {word, word + 1});
            return;
        }
        if (bad + untrue + good != 1) return;
        const Predicate predicate = good     ? Predicate::praises
                                    : untrue ? Predicate::denies
                                             : Predicate::criticises;
        give(speaker, predicate, subject, {word, word + 1});
    }

    // "is corrupt", "was responsible for the attacks", "were behind the killing"
    bool is_guilty(Index word) const {
        if (judges(word, "guilty")) return true;
        const bool liable = judges(word, "liable");
        const Children& children = reading_.relations.children;
        if (!liable) {
            const Index mark = children.find(doc_, word, Deprel::case_);
            return mark != none && reading_.words.is_of(doc_.lower(mark), "liable") && is_wrong(word);
        }
        for (Index c = children.first(word); c != none; c = children.next(c))
            if (c > word && (doc_.tokens.deprel[c] == Deprel::obl || doc_.tokens.deprel[c] == Deprel::nmod) &&
                is_wrong(c))
                return true;
        return false;
    }

    bool is_wrong(Index noun) const {
        return reading_.words.is_of(doc_.lemma(noun), "wrong") ||
               reading_.words.is_of(doc_.lemma(noun), "bad");
    }

    // "The law violates the treaty", "the government has failed to protect them", "rebels abducted the
    // farmers"
    void read_deed(Index verb, Index speaker) {
        const bool bad = reading_.words.is_of(doc_.lemma(verb), "misdeed");
        const bool crime = !bad && reading_.words.is_of(doc_.lemma(verb), "crime");
        if ((!bad && !crime) || is_conditional(verb)) return;
        if (reading_.relations.is_negated(verb) || reading_.relations.has_modal(verb)) return;
        if (!reading_.is_told(verb)) return;
        const Index subject = reading_.is_passive(verb)
                                  ? reading_.relations.children.find(doc_, verb, Deprel::obl_agent)
                                  : reading_.subject_in(verb);
        if (subject == none || !is_plain(subject)) return;
        if (crime && (!reading_.is_actor(subject) || !names_victim(verb))) return;
        // "The brake line failed" blames nobody.
        if (doc_.lemma(verb) == "fail" &&
            (!reading_.is_actor(subject) || reading_.infinitive_of(verb) == none))
            return;
        give(speaker, crime ? Predicate::accuses : Predicate::criticises, subject, {verb, verb + 1});
    }

    bool names_victim(Index verb) const { return reading_.object_of(verb) != none; }

    bool is_plain(Index subject) const {
        const auto is = [&](std::string_view word) { return reading_.relations.is(subject, word); };
        return is_noun(doc_.tokens.xpos[subject]) || is("this") || is("that") || is("they") || is("he") ||
               is("she");
    }

    void give(Index speaker, Predicate predicate, Index target, TokenRange said) {
        if (is_question(said.begin)) return;
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
