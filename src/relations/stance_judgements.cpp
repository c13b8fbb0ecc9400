// What a speaker calls bad or good outright: “This bill is a disgrace”.
#include "relations/stance_reading.h"
#include "syntax/noun_phrases.h"

namespace lede::relations {

namespace {

constexpr float score_of_judgement = 0.7F;

bool judges(const StanceReading& reading, Index word, std::string_view kind) {
    const Document& doc = reading.doc;
    if (reading.words.is_of(doc.lemma(word), kind)) return true;
    const Children& children = reading.relations.children;
    for (Index c = children.first(word); c != none && c < word; c = children.next(c))
        if (doc.tokens.deprel[c] == Deprel::amod && reading.words.is_of(doc.lemma(c), kind)) return true;
    return false;
}

// “Congress must act”: the speaker urges it.
void find_calls_to_act(const StanceReading& reading, std::vector<Relation>& found) {
    const Document& doc = reading.doc;
    for (Index modal = 0; modal < doc.tokens.size(); ++modal) {
        if (doc.tokens.xpos[modal] != Xpos::MD ||
            (doc.lower(modal) != "must" && doc.lower(modal) != "should"))
            continue;
        const Index verb = doc.tokens.head[modal], number = doc.tokens.quote[modal];
        if (verb == none || number == none || doc.quotes[number].form == QuoteForm::indirect) continue;
        const Index speaker = doc.quotes[number].entity, subject = reading.subject_in(verb);
        if (speaker == none || subject == none || reading.relations.name_around[subject] == none) continue;
        if (reading.is_passive(verb) || reading.relations.is_negated(verb) || !reading.can_act(subject))
            continue;
        if (reading.relations.is(reading.relations.sentence_of(verb).end - 1, "?")) continue;
        reading.add_of_entity(speaker, none, Predicate::urges, subject, {modal, verb + 1}, score_of_judgement,
                              found);
    }
}

}  // namespace

void find_judgements(const StanceReading& reading, std::vector<Relation>& found) {
    find_calls_to_act(reading, found);
    const Document& doc = reading.doc;
    for (Index word = 0; word < doc.tokens.size(); ++word) {
        const Index number = doc.tokens.quote[word];
        if (number == none || doc.quotes[number].entity == none) continue;
        if (!reading.relations.has_child(word, Deprel::cop)) continue;
        if (reading.relations.is_negated(word) || reading.relations.has_modal(word)) continue;
        const bool bad = judges(reading, word, "bad"), untrue = judges(reading, word, "untrue");
        const bool good = judges(reading, word, "good");
        if (bad + untrue + good != 1) continue;
        const TokenRange sentence = reading.relations.sentence_of(word);
        if (reading.relations.is(sentence.end - 1, "?")) continue;
        const Index subject = reading.subject_in(word);
        if (subject == none) continue;
        const Xpos tag = doc.tokens.xpos[subject];
        const bool plain = is_noun(tag) || reading.relations.is(subject, "this") ||
                           reading.relations.is(subject, "that") || reading.relations.is(subject, "they") ||
                           reading.relations.is(subject, "he") || reading.relations.is(subject, "she");
        if (!plain) continue;
        const Predicate predicate = good     ? Predicate::praises
                                    : untrue ? Predicate::denies
                                             : Predicate::criticises;
        reading.add_of_entity(doc.quotes[number].entity, none, predicate, subject, {word, word + 1},
                              score_of_judgement, found);
    }
}

}  // namespace lede::relations
