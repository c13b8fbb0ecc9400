#include "entities/lexicon.h"

#include <algorithm>
#include <array>

#include "entities/shape.h"

namespace lede {

std::optional<EntityType> type_named(std::string_view name) {
    constexpr std::array<std::string_view, 10> names = {"PERSON", "NORP",    "FAC",   "ORG",         "GPE",
                                                        "LOC",    "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<EntityType>(i);
    return std::nullopt;
}

Gender gender_named(std::string_view letter) {
    return letter == "f" ? Gender::female : letter == "m" ? Gender::male : Gender::unknown;
}

namespace {

constexpr std::size_t shouted_letters = 3;  // acronyms up to this long are words too: "us", "is", "who"

}  // namespace

std::optional<std::string_view> find_place(const Lexicon& lexicon, std::string_view folded,
                                           std::string_view form) {
    const auto value = lexicon.places.find(folded);
    if (value && folded.size() <= shouted_letters && !is_all_capitals(form)) return std::nullopt;
    return value;
}

std::optional<std::string_view> find_organisation(const Lexicon& lexicon, std::string_view folded,
                                                  std::string_view form) {
    const auto value = lexicon.organisations.find(folded);
    if (value && folded.size() <= shouted_letters && is_all_capitals(field(*value, 0)) &&
        !is_all_capitals(form))
        return std::nullopt;
    return value;
}

TokenRange title_before(const Document& doc, const Lexicon& lexicon, Index token) {
    constexpr Index longest_title = 5;
    const Index first = doc.sentences[doc.tokens.sentence[token]].tokens.begin;
    Index from = token - std::min(token - first, longest_title);
    for (; from < token; ++from) {
        const auto match = longest_phrase(doc, from, lexicon.titles);
        if (match && match->tokens.end == token) break;
    }
    if (from == token) return {token, token};
    // "opposition leader", "alliance chief", "Treasury Secretary": nouns that say which.
    for (Index more = 0; more < 2 && from > first; ++more) {
        const Xpos tag = doc.tokens.xpos[from - 1];
        if (tag != Xpos::NN || is_capitalised(doc.form(from - 1))) break;
        --from;
    }
    return {from, token};
}

}  // namespace lede
