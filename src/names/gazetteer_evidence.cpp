#include "names/gazetteer_evidence.h"

#include "base/unicode.h"
#include "names/name_evidence.h"
#include "names/shape.h"

namespace lede::names {

namespace {

// "Ann Hall", not "the Albert Hall" nor "Victoria Park": what a person and a building may be called. Few
// buildings go without an article.
bool may_be_building(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    const auto part = lexicon.name_parts.find(doc.lower(t + 1));
    return part && field(*part, 1) == "FAC" && !lexicon.places.contains(doc.lower(t)) &&
           (t == sentence.tokens.begin || doc.lower(t - 1) != "the");
}

// "WHO said", but not in a line of capitals.
bool is_lone_acronym(const Document& doc, const Sentence& sentence, Index t) {
    const auto shouts = [&](Index other) { return is_all_capitals(doc.form(other)); };
    const auto shouts_or_joins = [&](Index other) { return shouts(other) || doc.lower(other) == "-"; };
    return shouts(t) && (t == sentence.tokens.begin || !shouts_or_joins(t - 1)) &&
           (t + 1 == sentence.tokens.end || !shouts_or_joins(t + 1));
}

// "a flight to paris" where the author leaves out capitals: a place that the tagger takes for a name, too.
void raise_lower_places(const Document& doc, const Lexicon& lexicon, const Sentence& sentence,
                        WordScores& scores) {
    constexpr Index shortest = 4;  // bytes: shorter ones are words
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end;) {
        const Index here = t++;
        if (doc.tokens.upos[here] != Upos::PROPN || doc.form(here).size() < shortest) continue;
        const auto place = longest_phrase(doc, here, lexicon.places);
        if (!place) continue;
        if (place->tokens.size() == 1)
            raise_start(scores, here, NameKind::place, nats(8.0));
        else
            raise(scores, place->tokens, NameKind::place, nats(8.0));
        t = place->tokens.end;
    }
}

}  // namespace

void add_gazetteer_evidence(const Document& doc, const Lexicon& lexicon, WordScores& scores) {
    for (const Sentence& sentence : doc.sentences) {
        if (lacks_capitals(doc, sentence)) raise_lower_places(doc, lexicon, sentence, scores);
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end;) {
            const Index here = t++;
            if (!is_capitalised(doc.form(here))) continue;
            if (stands_as_full_name(doc, lexicon, sentence, here)) {
                if (lexicon.surnames.contains(doc.lower(here + 1)))
                    raise(scores, {here, here + 2}, NameKind::person, nats(1.5));
                else if (may_be_building(doc, lexicon, sentence, here))
                    raise(scores, {here, here + 2}, NameKind::person, nats(4.5));
            }
            const auto people = longest_phrase(doc, here, lexicon.demonyms);
            const auto body = longest_phrase(doc, here, lexicon.organisations);
            const auto place = longest_phrase(doc, here, lexicon.places);
            const Index people_size = people ? people->tokens.size() : 0;
            const Index body_size = body ? body->tokens.size() : 0;
            const Index place_size = place ? place->tokens.size() : 0;
            const std::string_view form = doc.form(here);
            if (people_size > 0 && people_size >= body_size && people_size >= place_size) {
                raise(scores, people->tokens, NameKind::people, nats(people_size > 1 ? 5.0 : 2.5));
                t = people->tokens.end;
            } else if (body_size > place_size) {
                if (body_size == 1 && !find_organisation(lexicon, doc.lower(here), form)) continue;
                const bool acronym = body_size == 1 && is_lone_acronym(doc, sentence, here);
                raise(scores, body->tokens, NameKind::organisation,
                      nats(acronym         ? 4.5
                           : body_size > 1 ? 3.0
                                           : 1.0));
                t = body->tokens.end;
            } else if (place_size > 0) {
                if (place_size == 1 && !find_place(lexicon, doc.lower(here), form)) continue;
                const std::string_view kind = field(place->value, 1);
                raise(scores, place->tokens, NameKind::place,
                      nats(place_size > 1   ? 3.0
                           : kind == "city" ? 0.5
                                            : 1.5));
                t = place->tokens.end;
            }
        }
    }
}

}  // namespace lede::names
