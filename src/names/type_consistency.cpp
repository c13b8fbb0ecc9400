#include "names/type_consistency.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/unicode.h"
#include "names/typing.h"

namespace lede::names {

namespace {

constexpr std::size_t types = 10;
using Sums = std::array<float, types>;
constexpr auto person = static_cast<std::size_t>(EntityType::PERSON);
constexpr auto body = static_cast<std::size_t>(EntityType::ORG);
constexpr auto place = static_cast<std::size_t>(EntityType::GPE);

// The words of persons' full names: "Jordan" of "Robert Jordan".
std::unordered_set<Index> words_of_full_names(const Document& doc) {
    std::unordered_set<Index> words;
    for (const Mention& name : doc.mentions)
        if (name.type == EntityType::PERSON && name.tokens.size() > 1)
            for (Index t = name.tokens.begin; t < name.tokens.end; ++t) words.insert(doc.tokens.lower[t]);
    return words;
}

bool is_settled(const Document& doc, const Lexicon& lexicon, const Mention& name) {
    const bool people = name.type == EntityType::NORP &&
                        (name.tokens.size() > 1 || lexicon.demonyms.contains(doc.lower(name.tokens.begin)));
    return name.span != doc.span_of(name.tokens) || people ||
           !title_before(doc, lexicon, name.tokens.begin).empty();
}

// "in Coron": hardly a person.
bool follows_place_preposition(const Document& doc, const Lexicon& lexicon, const Mention& name) {
    const Index t = name.tokens.begin;
    return t > doc.sentences[name.sentence].tokens.begin &&
           lexicon.words.has("place_preposition", doc.lower(t - 1));
}

struct Readings {
    Sums sums = {};
    float located = 0;

    std::size_t best() const {
        Sums votes = sums;
        if (votes[place] > 0) votes[place] += located;
        return static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    }
};

// "Illva Saronno", elsewhere "Illva": a body is called by its first word, a person seldom by a word that is
// no given name. "Walt Disney", elsewhere "Disney": the company, if a well-known one is called so. `alone`
// holds the names of one word.
bool is_called_as_organisation(const Document& doc, const Lexicon& lexicon, const Mention& name,
                               const std::unordered_map<Index, Readings>& alone) {
    if (name.type != EntityType::PERSON || name.tokens.size() == 1) return false;
    const auto is_body = [&](Index word) {
        const auto known = alone.find(doc.tokens.lower[word]);
        return known != alone.end() && known->second.best() == body;
    };
    const std::string_view form = doc.slice(name.span);
    if (find_organisation(lexicon, fold(form), form) && is_body(name.tokens.end - 1)) return true;
    return !lexicon.given_names.contains(doc.lower(name.tokens.begin)) && is_body(name.tokens.begin);
}

}  // namespace

void unify_types(Document& doc, const Lexicon& lexicon) {
    const std::unordered_set<Index> in_full_names = words_of_full_names(doc);
    std::unordered_map<std::string, Readings> read;
    std::unordered_map<Index, Readings> alone;
    for (const Mention& name : doc.mentions) {
        if (name.tokens.size() == 1 && !is_settled(doc, lexicon, name))
            alone[doc.tokens.lower[name.tokens.begin]].sums[static_cast<std::size_t>(name.type)] +=
                name.score;
        const bool is_in_full_name =
            name.tokens.size() == 1 && in_full_names.count(doc.tokens.lower[name.tokens.begin]) > 0;
        if (is_in_full_name || is_settled(doc, lexicon, name)) continue;
        Readings& readings = read[fold(doc.slice(name.span))];
        readings.sums[static_cast<std::size_t>(name.type)] += name.score;
        if (follows_place_preposition(doc, lexicon, name)) readings.located += 1;
    }
    for (Mention& name : doc.mentions) {
        if (is_settled(doc, lexicon, name)) continue;
        if (is_called_as_organisation(doc, lexicon, name, alone)) {
            name.type = EntityType::ORG;
            name.head = head_of_name(doc, name.tokens, name.type);
            continue;
        }
        const auto known = read.find(fold(doc.slice(name.span)));
        if (known == read.end()) continue;
        const std::size_t best = known->second.best();
        // "Bloglines": a people that nobody knows is a body, where it is one elsewhere.
        const bool people = name.type == EntityType::NORP;
        if (best != person && !people && name.type != EntityType::PERSON) continue;
        name.type = static_cast<EntityType>(best);
        name.head = head_of_name(doc, name.tokens, name.type);
    }
}

}  // namespace lede::names
