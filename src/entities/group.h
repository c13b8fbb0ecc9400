// Entities in the making.
#pragma once

#include <string_view>
#include <vector>

#include "document.h"
#include "entities/lexicon.h"

namespace lede {

/// What is known of one thing while mentions are being gathered. `Mention::entity` is its index.
struct Group {
    EntityType type = EntityType::PERSON;
    Gender gender = Gender::unknown;
    bool plural = false;
    bool named = false;
    std::string_view kind;  ///< of its gazetteer entry: "country", "city", "company", …; "" where it has none
    std::uint32_t mentions = 0;      ///< gathered so far
    std::vector<Span> titles;        ///< in order of first use
    std::vector<Index> title_heads;  ///< the noun of each, folded: in `words`
};

/// Puts the names together that name one thing: full name and surname, acronym and what it stands for,
/// variants of writing. Sets `entity` of every mention of kind name. The groups stand in order of their first
/// mentions.
std::vector<Group> group_names(Document& doc, const Lexicon& lexicon);

}  // namespace lede
