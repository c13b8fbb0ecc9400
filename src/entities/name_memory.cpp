#include "entities/name_memory.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "entities/name_evidence.h"
#include "entities/shape.h"
#include "text/hash.h"
#include "text/unicode.h"

namespace lede {

namespace {

// A given name and one more capitalised word, and no third: "Anna Hall", but "Victoria Falls Bridge".
bool stands_as_full_name(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    if (t + 1 >= sentence.tokens.end || !is_capitalised(doc.form(t)) || !is_capitalised(doc.form(t + 1)) ||
        !lexicon.given_names.contains(doc.lower(t)))
        return false;
    return t + 2 >= sentence.tokens.end || (!is_capitalised(doc.form(t + 2)) && doc.lower(t + 2) != "-");
}

// "Ann Hall", not "the Albert Hall" nor "Victoria Park": what a person and a building may be called. Few
// buildings go without an article.
bool may_be_building(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    const auto part = lexicon.name_parts.find(doc.lower(t + 1));
    return part && field(*part, 1) == "FAC" && !lexicon.places.contains(doc.lower(t)) &&
           (t == sentence.tokens.begin || doc.lower(t - 1) != "the");
}

// "Mr Jordan" and "President Jordan" are persons, whatever else is called so. How long the name is, is not
// said.
void raise_after_title(Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    const auto title = longest_phrase(doc, t, lexicon.titles);
    if (!title || title->tokens.end >= sentence.tokens.end) return;
    const Index first = title->tokens.end;
    if (!is_capitalised(doc.form(first))) return;
    const bool honorific = field(title->value, 1) == "honorific";
    const std::int32_t by = nats(honorific ? 6.0 : 1.5);
    raise_start(doc, first, NameKind::person, by);
}

bool is_body_noun(const Document& doc, const Lexicon& lexicon, Index t) {
    if (is_capitalised(doc.form(t))) return false;
    const auto noun = lexicon.thing_nouns.find(doc.lower(t));
    return noun && field(*noun, 0) == "ORG";
}

// "telephony firm Skype", "its oil unit, Yugansk": the noun before a name tells what it is.
bool follows_body_noun(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    if (t == sentence.tokens.begin || !is_capitalised(doc.form(t))) return false;
    if (is_body_noun(doc, lexicon, t - 1)) return true;
    const Index governor = doc.tokens.head[t];
    return doc.lower(t - 1) == "," && t - 1 > sentence.tokens.begin && governor == t - 2 &&
           doc.tokens.deprel[t] == Deprel::appos && is_body_noun(doc, lexicon, governor);
}

// "the town of Vrbice", "an island off the coast of Norway"
bool follows_place_noun(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    if (t < sentence.tokens.begin + 2 || doc.lower(t - 1) != "of" || !is_capitalised(doc.form(t)) ||
        is_capitalised(doc.form(t - 2)))
        return false;
    const auto noun = lexicon.thing_nouns.find(doc.lower(t - 2));
    return noun && (field(*noun, 0) == "GPE" || field(*noun, 0) == "LOC") && doc.lower(t - 2) != "ally";
}

// What the noun before a name calls it.
std::optional<NameKind> kind_called(const Document& doc, const Lexicon& lexicon, const Sentence& sentence,
                                    Index t) {
    if (follows_body_noun(doc, lexicon, sentence, t)) return NameKind::organisation;
    if (follows_place_noun(doc, lexicon, sentence, t)) return NameKind::place;
    return std::nullopt;
}

// Names of one word by what they are called somewhere in the article.
std::unordered_map<Index, NameKind> kinds_called(const Document& doc, const Lexicon& lexicon) {
    std::unordered_map<Index, NameKind> kinds;
    for (const Sentence& sentence : doc.sentences)
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
            if (const auto kind = kind_called(doc, lexicon, sentence, t))
                if (stands_alone(doc, lexicon, sentence, t)) kinds.try_emplace(doc.tokens.lower[t], *kind);
    return kinds;
}

// "Baltimore, MD 21202", "San Rafael CA": a state in short behind a town.
void raise_state(Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    constexpr std::size_t short_form = 2;  // letters; longer ones are plain
    const std::string_view form = doc.form(t);
    if (form.size() != short_form || !is_all_capitals(form) || !lexicon.states.contains(doc.lower(t))) return;
    Index town = t;
    if (town > sentence.tokens.begin && doc.lower(town - 1) == ",") --town;
    if (town == sentence.tokens.begin || !is_capitalised(doc.form(town - 1))) return;
    Index first = town - 1;
    while (first > sentence.tokens.begin && town - first < 3 && is_capitalised(doc.form(first - 1))) --first;
    for (; first < town; ++first)
        if (lexicon.places.contains(fold(doc.slice(doc.span_of({first, town}))))) {
            raise(doc, {t, t + 1}, NameKind::place, nats(5.0));
            return;
        }
}

// "INDIANAPOLIS (WISH) --": who reports, behind the place of a dateline.
void raise_agency(Document& doc, const Sentence& sentence, Index t) {
    constexpr Index latest = 8;  // token of the sentence
    if (t == sentence.tokens.begin || t - sentence.tokens.begin > latest || t + 2 >= sentence.tokens.end)
        return;
    const std::string_view dash = doc.form(t + 2);
    if (doc.lower(t - 1) == "(" && doc.lower(t + 1) == ")" &&
        (dash == "-" || dash == "--" || dash == "–" || dash == "—"))
        raise(doc, {t, t + 1}, NameKind::organisation, nats(5.0));
}

// "the QZTB" is no person: a name in capitals after an article is a body, a place or a thing.
void lower_person_after_article(Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    if (t == sentence.tokens.begin || doc.lower(t - 1) != "the" || !is_all_capitals(doc.form(t)) ||
        doc.tokens.name_row[t] == none || !stands_alone(doc, lexicon, sentence, t))
        return;
    raise(doc, {t, t + 1}, NameKind::person, nats(-2.0));
}

// "WHO said", but not in a line of capitals.
bool is_lone_acronym(const Document& doc, const Sentence& sentence, Index t) {
    const auto shouts = [&](Index other) { return is_all_capitals(doc.form(other)); };
    const auto shouts_or_joins = [&](Index other) { return shouts(other) || doc.lower(other) == "-"; };
    return shouts(t) && (t == sentence.tokens.begin || !shouts_or_joins(t - 1)) &&
           (t + 1 == sentence.tokens.end || !shouts_or_joins(t + 1));
}

using Mass = std::array<float, name_kinds>;

struct Sightings {
    Mass all = {};   // how sure the article is that the name is of each kind
    Mass sure = {};  // by clear sights alone
    Mass full = {};  // by longer names of which it is the short form
};

// Names by their words, folded.
class Memory {
  public:
    static constexpr Index longest = 6;  // tokens

    void learn(const Document& doc, const Lexicon& lexicon, const LabelledName& name) {
        if (name.tokens.size() > longest) return;
        constexpr float clear = 0.9f;
        Sightings& known = known_[key(doc, name.tokens)];
        known.all[static_cast<std::size_t>(name.kind)] += name.probability;
        if (name.probability >= clear) known.sure[static_cast<std::size_t>(name.kind)] += name.probability;
        starts_[doc.tokens.lower[name.tokens.begin]] = true;
        if (name.kind == NameKind::person) surnames_[doc.tokens.lower[name.tokens.end - 1]] = true;
        if (name.tokens.size() < 2) return;
        if (name.kind != NameKind::person) learn_acronym(doc, name);
        if (name.kind == NameKind::person) {
            learn_part(doc, {start_of_surname(doc, name.tokens), name.tokens.end}, name, 0.8f);
            full_[doc.tokens.lower[name.tokens.end - 1]] = true;
        }
        if (name.kind == NameKind::organisation) {
            // "Goldman" of "Goldman Sachs", but not "London" of "London Underground"
            const std::string_view first = doc.lower(name.tokens.begin);
            if (!lexicon.places.contains(first) && !lexicon.demonyms.contains(first) &&
                !lexicon.given_names.contains(first))
                learn_part(doc, {name.tokens.begin, name.tokens.begin + 1}, name, 2.0f);
        }
    }

    /// Does somebody in the article end in this word?
    bool is_surname(Index lower) const { return surnames_.count(lower) > 0; }

    /// Does the full name of somebody in the article end in this word?
    bool ends_full_name(Index lower) const { return full_.count(lower) > 0; }

    bool may_start(Index lower) const { return starts_.count(lower) > 0; }

    const Sightings* find(const Document& doc, TokenRange tokens) const {
        const auto found = known_.find(key(doc, tokens));
        return found == known_.end() ? nullptr : &found->second;
    }

  private:
    static std::uint64_t key(const Document& doc, TokenRange tokens) {
        std::uint64_t sum = tokens.size();
        for (Index t = tokens.begin; t < tokens.end; ++t)
            sum = (sum ^ doc.tokens.lower[t]) * 0x9E3779B97F4A7C15u + (sum >> 29);
        return sum;
    }

    // "Jordan-Hale" of "Michael Jordan-Hale", else the last word.
    static Index start_of_surname(const Document& doc, TokenRange tokens) {
        const bool is_double = tokens.size() > 3 && doc.lower(tokens.end - 2) == "-";
        return tokens.end - (is_double ? 3 : 1);
    }

    void learn_part(const Document& doc, TokenRange part, const LabelledName& name, float share) {
        if (!is_capitalised(doc.form(part.begin))) return;
        Sightings& known = known_[key(doc, part)];
        known.all[static_cast<std::size_t>(name.kind)] += share * name.probability;
        known.full[static_cast<std::size_t>(name.kind)] += share * name.probability;
        starts_[doc.tokens.lower[part.begin]] = true;
    }

    // "World Health Organization (WHO)", "the World Health Organization, or WHO", "Democratic Republic of
    // Congo [DRC]": what stands behind a name and begins as it does.
    void learn_acronym(const Document& doc, const LabelledName& name) {
        const Index end = doc.sentences[doc.tokens.sentence[name.tokens.begin]].tokens.end;
        const auto is = [&](Index t, std::string_view word) { return t < end && doc.lower(t) == word; };
        const Index behind = name.tokens.end;
        const Index acronym = is(behind, ",") && is(behind + 1, "or") ? behind + 2 : behind + 1;
        if (acronym >= end || (acronym == behind + 1 && !is(behind, "(") && !is(behind, "["))) return;
        const std::string_view form = doc.form(acronym);
        if (is_all_capitals(form) && form.front() == doc.form(name.tokens.begin).front())
            learn_part(doc, {acronym, acronym + 1}, name, 1.0f);
    }

    std::unordered_map<std::uint64_t, Sightings> known_;
    std::unordered_map<Index, bool> starts_, surnames_, full_;
};

// May a name be of this kind wherever it stands, by the gazetteers?
bool is_known_as(const Document& doc, const Lexicon& lexicon, TokenRange tokens, std::size_t kind) {
    const std::string_view form = doc.slice(doc.span_of(tokens));
    const std::string folded = fold(form);
    switch (static_cast<NameKind>(kind)) {
        case NameKind::organisation:
            return find_organisation(lexicon, folded, form).has_value();
        case NameKind::place:
            return find_place(lexicon, folded, form).has_value();
        case NameKind::people:
            return lexicon.demonyms.contains(folded);
        default:
            return false;
    }
}

// How sure the article is that a name is of each kind. What a longer name tells of its short form ("Kestrel
// Robotics" of "Kestrel") counts for more than doubtful sights of the short form as something else.
Mass told_of(const Document& doc, const Lexicon& lexicon, TokenRange tokens, const Sightings& seen) {
    Mass told = seen.all;
    if (*std::max_element(seen.full.begin(), seen.full.end()) == 0) return told;
    for (std::size_t kind = 0; kind < name_kinds; ++kind)
        if (seen.full[kind] == 0 && told[kind] > 0 && !is_known_as(doc, lexicon, tokens, kind))
            told[kind] = seen.sure[kind];
    return told;
}

// "the elder Jordan": a person, though a country is called so.
bool is_told_by_age(const Document& doc, const Sentence& sentence, Index t) {
    if (t == sentence.tokens.begin) return false;
    const std::string_view before = doc.lower(t - 1);
    return before == "elder" || before == "younger" || before == "late";
}

}  // namespace

void add_gazetteer_evidence(Document& doc, const Lexicon& lexicon) {
    const std::unordered_map<Index, NameKind> called = kinds_called(doc, lexicon);
    for (const Sentence& sentence : doc.sentences) {
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end;) {
            const Index here = t++;
            if (!is_capitalised(doc.form(here))) continue;
            raise_after_title(doc, lexicon, sentence, here);
            raise_state(doc, lexicon, sentence, here);
            raise_agency(doc, sentence, here);
            lower_person_after_article(doc, lexicon, sentence, here);
            if (const auto kind = kind_called(doc, lexicon, sentence, here))
                raise_start(doc, here, *kind, nats(2.0));
            if (const auto known = called.find(doc.tokens.lower[here]);
                known != called.end() && stands_alone(doc, lexicon, sentence, here))
                raise(doc, {here, here + 1}, known->second, nats(3.0));
            if (stands_as_full_name(doc, lexicon, sentence, here)) {
                if (lexicon.surnames.contains(doc.lower(here + 1)))
                    raise(doc, {here, here + 2}, NameKind::person, nats(1.5));
                else if (may_be_building(doc, lexicon, sentence, here))
                    raise(doc, {here, here + 2}, NameKind::person, nats(4.5));
            }
            const auto people = longest_phrase(doc, here, lexicon.demonyms);
            const auto body = longest_phrase(doc, here, lexicon.organisations);
            const auto place = longest_phrase(doc, here, lexicon.places);
            const Index people_size = people ? people->tokens.size() : 0;
            const Index body_size = body ? body->tokens.size() : 0;
            const Index place_size = place ? place->tokens.size() : 0;
            const std::string_view form = doc.form(here);
            if (people_size > 0 && people_size >= body_size && people_size >= place_size) {
                raise(doc, people->tokens, NameKind::people, nats(people_size > 1 ? 5.0 : 2.5));
                t = people->tokens.end;
            } else if (body_size > place_size) {
                if (body_size == 1 && !find_organisation(lexicon, doc.lower(here), form)) continue;
                const bool acronym = body_size == 1 && is_lone_acronym(doc, sentence, here);
                raise(doc, body->tokens, NameKind::organisation, nats(body_size > 1 || acronym ? 3.0 : 1.0));
                t = body->tokens.end;
            } else if (place_size > 0) {
                if (place_size == 1 && !find_place(lexicon, doc.lower(here), form)) continue;
                const std::string_view kind = field(place->value, 1);
                raise(doc, place->tokens, NameKind::place,
                      nats(place_size > 1   ? 3.0
                           : kind == "city" ? 0.5
                                            : 1.5));
                t = place->tokens.end;
            }
        }
    }
}

void add_document_evidence(Document& doc, const Lexicon& lexicon, const std::vector<LabelledName>& names) {
    Memory memory;
    std::unordered_map<Index, std::size_t> starting;  // first token → name
    for (std::size_t i = 0; i < names.size(); ++i) {
        memory.learn(doc, lexicon, names[i]);
        starting[names[i].tokens.begin] = i;
    }
    constexpr float enough = 2.5f;
    constexpr double weight = 2.0;  // nats for each clear sight elsewhere
    for (const Sentence& sentence : doc.sentences) {
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            if (stands_as_full_name(doc, lexicon, sentence, t) && memory.is_surname(doc.tokens.lower[t + 1]))
                raise(doc, {t, t + 2}, NameKind::person, nats(3.5));
            if (memory.ends_full_name(doc.tokens.lower[t]) && stands_alone(doc, lexicon, sentence, t))
                raise(doc, {t, t + 1}, NameKind::person,
                      nats(is_told_by_age(doc, sentence, t) ? 6.0 : 3.0));
            if (!memory.may_start(doc.tokens.lower[t]) || !is_capitalised(doc.form(t))) continue;
            const Index reach = std::min<Index>(Memory::longest, sentence.tokens.end - t);
            for (Index size = reach; size > 0; --size) {
                const TokenRange tokens{t, t + size};
                const Sightings* seen = memory.find(doc, tokens);
                if (!seen) continue;
                if (size == 1 && !stands_alone(doc, lexicon, sentence, t)) break;
                const Mass told = told_of(doc, lexicon, tokens, *seen);
                const auto own = starting.find(t);
                for (std::size_t kind = 0; kind < name_kinds; ++kind) {
                    float others = told[kind];
                    if (own != starting.end() && names[own->second].tokens == tokens &&
                        static_cast<std::size_t>(names[own->second].kind) == kind)
                        others -= names[own->second].probability;
                    if (others > 0.0f)
                        raise(doc, tokens, static_cast<NameKind>(kind),
                              nats(weight * static_cast<double>(std::min(others, enough))));
                }
                break;  // the longest known name from here
            }
        }
    }
}

}  // namespace lede
