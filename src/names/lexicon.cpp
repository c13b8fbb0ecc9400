#include "names/lexicon.h"

#include <algorithm>
#include <array>

#include "names/shape.h"

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

namespace {

struct Title {
    Index begin;
    bool honorific;
};

std::optional<Title> listed_title(const Document& doc, const Lexicon& lexicon, Index first, Index end) {
    constexpr Index longest_title = 5;
    for (Index from = end - std::min(end - first, longest_title); from < end; ++from) {
        const auto match = longest_phrase(doc, from, lexicon.titles);
        if (match && match->tokens.end == end) return Title{from, field(match->value, 1) == "honorific"};
    }
    return std::nullopt;
}

}  // namespace

TokenRange title_before(const Document& doc, const Lexicon& lexicon, Index token) {
    const Index first = doc.sentences[doc.tokens.sentence[token]].tokens.begin;
    auto title = listed_title(doc, lexicon, first, token);
    if (!title) return {token, token};
    Index from = title->begin;
    // "sports minister Lord Moynihan"
    if (title->honorific) {
        title = listed_title(doc, lexicon, first, from);
        if (!title) return {from, token};
        from = title->begin;
    }
    // "opposition leader", "alliance chief", "shadow sports minister": nouns that say which.
    for (Index more = 0; more < 2 && from > first; ++more) {
        const Xpos tag = doc.tokens.xpos[from - 1];
        const bool capitalised = is_capitalised(doc.form(from - 1)) && from - 1 > first;
        const bool noun = tag == Xpos::NN || tag == Xpos::NNS;
        if (!lexicon.words.has("rank", doc.lower(from - 1)) && (!noun || capitalised)) break;
        --from;
    }
    return {from, token};
}

}  // namespace lede
