#include "events/plover.h"

#include "propositions/nouns.h"

#include <array>

namespace lede::events {

namespace {

constexpr std::size_t longest_word = 40;

EventClass type_named(std::string_view name) {
    struct Named {
        std::string_view name;
        EventClass type;
    };
    using enum EventClass;
    static constexpr std::array<Named, 16> types{{{"AGREE", AGREE},
                                                  {"CONSULT", CONSULT},
                                                  {"SUPPORT", SUPPORT},
                                                  {"CONCEDE", CONCEDE},
                                                  {"COOPERATE", COOPERATE},
                                                  {"AID", AID},
                                                  {"RETREAT", RETREAT},
                                                  {"REQUEST", REQUEST},
                                                  {"ACCUSE", ACCUSE},
                                                  {"REJECT", REJECT},
                                                  {"THREATEN", THREATEN},
                                                  {"PROTEST", PROTEST},
                                                  {"SANCTION", SANCTION},
                                                  {"MOBILIZE", MOBILIZE},
                                                  {"COERCE", COERCE},
                                                  {"ASSAULT", ASSAULT}}};
    for (const Named& type : types)
        if (type.name == name) return type.type;
    return other;
}

std::string join(std::string_view a, std::string_view b) {
    std::string key(a);
    key += ' ';
    key += b;
    return key;
}

// "it", and "herself" of "she injured herself".
bool means_nobody_else(std::string_view pronoun) {
    return pronoun == "it" || pronoun == "what" || pronoun.ends_with("self") || pronoun.ends_with("selves");
}

// The object, or what the verb's own preposition governs: "ran over | a protester".
Index undergoer(const Clause& clause, Index preposition) {
    if (clause.object != none || preposition == none) return clause.object;
    for (const Oblique& oblique : clause.obliques)
        if (oblique.preposition == preposition) return oblique.head;
    return none;
}

}  // namespace

PloverLexicon::PloverLexicon(const Resources& resources)
    : verbs_(resources.table("plover_verbs")), nouns_(resources.table("event_nouns")), actors_(resources) {}

bool PloverLexicon::is_person(const Syntax& syntax, Index object) const {
    if (object == none) return false;
    if (const Xpos tag = syntax.doc.tokens.xpos[object]; tag == Xpos::PRP || tag == Xpos::WP)
        return !means_nobody_else(syntax.doc.lower(object));
    const Index mention = syntax.mention_of[object];
    if (mention != none && (syntax.doc.mentions[mention].type == EntityType::PERSON ||
                            syntax.doc.mentions[mention].type == EntityType::NORP))
        return true;
    return actors_.is_person(syntax.doc.lemma(object));
}

bool PloverLexicon::is_actor(const Syntax& syntax, Index object) const {
    const auto acts = [](EntityType type) { return type == EntityType::ORG || type == EntityType::GPE; };
    if (is_person(syntax, object)) return true;
    const Index mention = syntax.mention_of[object];
    if (mention != none && acts(syntax.doc.mentions[mention].type)) return true;
    // "hosted Prime Minister Ryutaro Hashimoto": the noun before a name
    if (mention == none && syntax.doc.tokens.upos[object] == Upos::PROPN) return true;
    return actors_.is_actor(syntax.doc.lemma(object));
}

// "a bunch of soldiers", "dozens of towns": whoever is counted, too.
bool PloverLexicon::has_actor(const Syntax& syntax, Index object) const {
    if (is_actor(syntax, object)) return true;
    const Index number = syntax.phrases.at(object);
    if (number == none) return false;
    const Index of = syntax.phrases[number].tokens.end;
    const Index counted =
        of + 1 < syntax.doc.tokens.size() && syntax.doc.lower(of) == "of" ? syntax.phrases.at(of + 1) : none;
    return counted != none && is_actor(syntax, syntax.phrases[counted].head);
}

std::optional<EventClass> PloverLexicon::read_noun(const Syntax& syntax, Index noun, bool stopped) const {
    const auto row = event_noun(syntax.doc, nouns_, noun);
    if (!row) return std::nullopt;
    return type_named(field(*row, stopped ? 1 : 0));
}

PloverLexicon::Reading PloverLexicon::read_verb(const Syntax& syntax, const Clause& clause) const {
    const Document& doc = syntax.doc;
    Reading reading;
    const std::string_view lemma = doc.lemma(clause.verb);
    reading.lemma = lemma;
    if (lemma.size() > longest_word) return reading;

    std::optional<std::string_view> row;
    const auto try_pair = [&](Index partner, std::string_view word) {
        if (row || partner == none || word.size() > longest_word) return false;
        std::string key = join(lemma, word);
        row = verbs_.find(key);
        if (row) reading.lemma = std::move(key);
        return row.has_value();
    };
    if (clause.object != none && !try_pair(clause.object, doc.lower(clause.object)))
        try_pair(clause.object, doc.lemma(clause.object));
    if (clause.particle != none) try_pair(clause.particle, doc.lower(clause.particle));
    const Index next = clause.verb + 1;
    bool adjacent_link = false;
    if (next < doc.tokens.size() && doc.tokens.sentence[next] == doc.tokens.sentence[clause.verb]) {
        const Xpos tag = doc.tokens.xpos[next];
        adjacent_link = tag == Xpos::IN || tag == Xpos::RP;
        const bool links = tag == Xpos::IN || tag == Xpos::RP || tag == Xpos::TO || tag == Xpos::RB;
        if (links && try_pair(next, doc.lower(next)) && tag != Xpos::RP) reading.preposition = next;
    }
    for (const Oblique& oblique : clause.obliques)
        if (clause.object == none && !adjacent_link &&
            try_pair(oblique.preposition, doc.lower(oblique.preposition)))
            reading.preposition = oblique.preposition;
    if (!row) row = verbs_.find(lemma);
    if (!row) return reading;

    reading.type = type_named(field(*row, 0));
    if (field(*row, 1) == "person" && !is_person(syntax, undergoer(clause, reading.preposition)))
        reading.type = EventClass::other;
    // A storm or a crash that kills assaults nobody.
    const Index by = clause.passive ? clause.agent : clause.subject;
    if (reading.type == EventClass::ASSAULT && by != none && syntax.mention_of[by] == none) {
        const auto happening = event_noun(doc, nouns_, by);
        if (happening && field(*happening, 0) == "-") reading.type = EventClass::other;
    }
    const bool says = clause.object != none || syntax.children.find(doc, clause.verb, Deprel::ccomp) != none;
    if (field(*row, 1) == "alone" && says) reading.type = EventClass::other;
    if (field(*row, 1) == "actor" && clause.object != none && !has_actor(syntax, clause.object))
        reading.type = EventClass::other;
    const bool stops = field(*row, 1) == "stop";
    if ((stops || field(*row, 1) == "light" || field(*row, 0) == "light") && clause.object != none) {
        if (const auto type = read_noun(syntax, clause.object, stops)) {
            reading.type = *type;
            reading.noun = clause.object;
            reading.lemma = join(lemma, doc.lemma(clause.object));
        }
    }
    reading.listed = reading.type != EventClass::other || reading.noun != none;
    return reading;
}

}  // namespace lede::events
