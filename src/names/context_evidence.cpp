#include "names/context_evidence.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/unicode.h"
#include "names/name_evidence.h"
#include "names/shape.h"

namespace lede::names {

namespace {

// "Mr Jordan" and "President Jordan" are persons, whatever else is called so. How long the name is, is not
// said.
void raise_after_title(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t,
                       WordScores& scores) {
    const auto title = longest_phrase(doc, t, lexicon.titles);
    if (!title || title->tokens.end >= sentence.tokens.end) return;
    const Index first = title->tokens.end;
    if (!is_capitalised(doc.form(first))) return;
    const bool honorific = field(title->value, 1) == "honorific";
    const std::int32_t by = nats(honorific ? 6.0 : 1.5);
    raise_start(scores, first, NameKind::person, by);
    // "Professor Cres Eastman", whoever may be called Cres
    if (first + 1 < sentence.tokens.end && lexicon.surnames.contains(doc.lower(first + 1)) &&
        is_capitalised(doc.form(first + 1)) &&
        (first + 2 == sentence.tokens.end ||
         (!is_capitalised(doc.form(first + 2)) && doc.lower(first + 2) != "-")))
        raise(scores, {first, first + 2}, NameKind::person, nats(5.0));
}

// What a common noun calls a name that is no person: "company", "village".
std::optional<NameKind> thing_called(const Document& doc, const Lexicon& lexicon, Index t) {
    if (is_capitalised(doc.form(t))) return std::nullopt;
    const auto noun = lexicon.thing_nouns.find(doc.lower(t));
    if (!noun) return std::nullopt;
    const std::string_view type = field(*noun, 0);
    if (type == "ORG") return NameKind::organisation;
    return type == "GPE" || type == "LOC" ? std::optional(NameKind::place) : std::nullopt;
}

// "telephony firm Skype", "its oil unit, Yugansk": the noun before a name tells what it is.
bool follows_body_noun(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    if (t == sentence.tokens.begin || !is_capitalised(doc.form(t))) return false;
    // "Santa Monica-based Activision"
    if (t > sentence.tokens.begin + 1 && doc.lower(t - 1) == "based" && doc.lower(t - 2) == "-") return true;
    const bool in_marks = doc.lower(t - 1) == "\"" && t - 1 > sentence.tokens.begin;
    if (thing_called(doc, lexicon, in_marks ? t - 2 : t - 1) == NameKind::organisation) return true;
    const Index governor = doc.tokens.head[t];
    return doc.lower(t - 1) == "," && t - 1 > sentence.tokens.begin && governor == t - 2 &&
           doc.tokens.deprel[t] == Deprel::appos &&
           thing_called(doc, lexicon, governor) == NameKind::organisation;
}

// "the town of Vrbice", "an island off the coast of Norway"
bool follows_place_noun(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    return t >= sentence.tokens.begin + 2 && doc.lower(t - 1) == "of" && is_capitalised(doc.form(t)) &&
           thing_called(doc, lexicon, t - 2) == NameKind::place && doc.lower(t - 2) != "ally";
}

// What the noun before a name calls it.
std::optional<NameKind> kind_called(const Document& doc, const Lexicon& lexicon, const Sentence& sentence,
                                    Index t) {
    if (follows_body_noun(doc, lexicon, sentence, t)) return NameKind::organisation;
    if (follows_place_noun(doc, lexicon, sentence, t)) return NameKind::place;
    return std::nullopt;
}

struct Called {
    Index name;  ///< a token of it
    NameKind kind;
};

// "Palaniappan Chidambaram, India's finance minister": the noun in apposition behind a name, at token t.
std::optional<Called> called_by_apposition(const Document& doc, const Lexicon& lexicon, Index t) {
    const Index name = doc.tokens.head[t];
    if (doc.tokens.deprel[t] != Deprel::appos || name == none || name >= t ||
        !is_capitalised(doc.form(name)) || is_capitalised(doc.form(t)) || doc.tokens.upos[name] == Upos::VERB)
        return std::nullopt;
    if (lexicon.person_nouns.contains(doc.lower(t))) return Called{name, NameKind::person};
    const auto kind = thing_called(doc, lexicon, t);
    return kind ? std::optional(Called{name, *kind}) : std::nullopt;
}

// "ONWASA, a water utility company": by the words' order, where the tree does not see it. After a preposition
// ("in Cardiff, a company") it would be a setting.
std::optional<Called> called_behind(const Document& doc, const Lexicon& lexicon, const Sentence& sentence,
                                    Index name) {
    constexpr Index longest = 6;
    Index t = name + 2;
    if (t + 1 >= sentence.tokens.end || doc.lower(name + 1) != "," ||
        (doc.lower(t) != "a" && doc.lower(t) != "an") ||
        (name > sentence.tokens.begin && doc.tokens.upos[name - 1] == Upos::ADP))
        return std::nullopt;
    const Index last = std::min(sentence.tokens.end, t + longest);
    Index noun = none;
    for (++t; t < last; ++t) {
        const Upos tag = doc.tokens.upos[t];
        if (tag == Upos::NOUN)
            noun = t;
        else if (noun != none || tag != Upos::ADJ)
            break;
    }
    if (noun == none || t == last) return std::nullopt;
    const auto kind = thing_called(doc, lexicon, noun);
    return kind ? std::optional(Called{name, *kind}) : std::nullopt;
}

// "Southcorp's shares", "Southcorp chairman Brian Finn", "a stake in Southcorp": what only companies have.
bool has_what_companies_have(const Document& doc, const Lexicon& lexicon, const Sentence& sentence,
                             Index name) {
    if (lexicon.places.contains(doc.lower(name)) || lexicon.given_names.contains(doc.lower(name)))
        return false;
    const Index next = name + 1, end = sentence.tokens.end;
    if (next + 1 < end && doc.tokens.xpos[next] == Xpos::POS)
        return lexicon.words.has("owned_by_company", doc.lemma(next + 1));
    if (next < end && lexicon.words.has("company_officer", doc.lower(next))) return true;
    return name > sentence.tokens.begin + 1 && doc.lower(name - 1) == "in" &&
           (doc.lemma(name - 2) == "stake" || doc.lower(name - 2) == "shares");
}

// Names of one word by what they are called somewhere in the article.
std::unordered_map<Index, NameKind> kinds_called(const Document& doc, const Lexicon& lexicon) {
    std::unordered_map<Index, NameKind> kinds;
    for (const Sentence& sentence : doc.sentences)
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            auto called = called_by_apposition(doc, lexicon, t);
            // "born in Karaganda, the daughter of a miner": people are left to the tree of each sentence.
            if (called && (doc.lower(called->name + 1) != "," || called->kind == NameKind::person))
                called.reset();
            if (!called) called = called_behind(doc, lexicon, sentence, t);
            if (const auto kind = kind_called(doc, lexicon, sentence, t)) called = Called{t, *kind};
            if (!called && is_capitalised(doc.form(t)) && has_what_companies_have(doc, lexicon, sentence, t))
                called = Called{t, NameKind::organisation};
            if (called && stands_alone(doc, lexicon, sentence, called->name))
                kinds.try_emplace(doc.tokens.lower[called->name], called->kind);
        }
    return kinds;
}

void raise_by_apposition(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t,
                         WordScores& scores) {
    const auto called = called_by_apposition(doc, lexicon, t);
    if (!called) return;
    const Index name = called->name;
    constexpr Index longest = 5;
    TokenRange tokens{name, name + 1};
    while (tokens.end < t && tokens.size() < longest && is_capitalised(doc.form(tokens.end))) ++tokens.end;
    while (tokens.begin > sentence.tokens.begin && tokens.size() < longest &&
           is_capitalised(doc.form(tokens.begin - 1)) && doc.tokens.head[tokens.begin - 1] == name &&
           !lexicon.titles.contains(doc.lower(tokens.begin - 1)))
        --tokens.begin;
    if (tokens.end < sentence.tokens.end && doc.lower(tokens.end) == ",")
        raise(scores, tokens, called->kind, nats(3.0));
}

// "Baltimore, MD 21202", "San Rafael CA": a state in short behind a town.
void raise_state(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t,
                 WordScores& scores) {
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
            raise(scores, {t, t + 1}, NameKind::place, nats(5.0));
            return;
        }
}

// "INDIANAPOLIS (WISH) --": who reports, behind the place of a dateline.
void raise_agency(const Document& doc, const Sentence& sentence, Index t, WordScores& scores) {
    constexpr Index latest = 8;  // token of the sentence
    if (t == sentence.tokens.begin || t - sentence.tokens.begin > latest || t + 2 >= sentence.tokens.end)
        return;
    const std::string_view dash = doc.form(t + 2);
    if (doc.lower(t - 1) == "(" && doc.lower(t + 1) == ")" &&
        (dash == "-" || dash == "--" || dash == "–" || dash == "—"))
        raise(scores, {t, t + 1}, NameKind::organisation, nats(5.0));
}

// "the QZTB" is no person: a name in capitals after an article is a body, a place or a thing.
void lower_person_after_article(const Document& doc, const Lexicon& lexicon, const Sentence& sentence,
                                Index t, WordScores& scores) {
    if (t == sentence.tokens.begin || doc.lower(t - 1) != "the" || !is_all_capitals(doc.form(t)) ||
        !scores.has(t) || !stands_alone(doc, lexicon, sentence, t))
        return;
    raise(scores, {t, t + 1}, NameKind::person, nats(-2.0));
}

}  // namespace

void add_context_evidence(const Document& doc, const Lexicon& lexicon, WordScores& scores) {
    const std::unordered_map<Index, NameKind> called = kinds_called(doc, lexicon);
    for (const Sentence& sentence : doc.sentences) {
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            raise_by_apposition(doc, lexicon, sentence, t, scores);
            if (!is_capitalised(doc.form(t))) continue;
            raise_after_title(doc, lexicon, sentence, t, scores);
            raise_state(doc, lexicon, sentence, t, scores);
            raise_agency(doc, sentence, t, scores);
            lower_person_after_article(doc, lexicon, sentence, t, scores);
            if (const auto kind = kind_called(doc, lexicon, sentence, t))
                raise_start(scores, t, *kind, nats(2.0));
            if (const auto known = called.find(doc.tokens.lower[t]);
                known != called.end() && stands_alone(doc, lexicon, sentence, t))
                raise(scores, {t, t + 1}, known->second, nats(3.0));
        }
    }
}

}  // namespace lede::names
