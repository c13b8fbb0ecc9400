// Entities in the making.
#pragma once

#include <string_view>
#include <vector>

#include "document.h"
#include "names/lexicon.h"

namespace lede {

/// What a lone name may say of the gender of who bears it, and whether it is a surname too.
enum class GivenName : std::uint8_t { unknown, female, male, female_or_surname, male_or_surname };

/// What is known of one thing while mentions are being gathered.
struct Group {
    EntityType type = EntityType::PERSON;
    Gender gender = Gender::unknown;
    bool plural = false;
    bool named = false;
    bool doubtful = false;                 ///< no person by its type, yet nothing else speaks against one
    GivenName given = GivenName::unknown;  ///< where no title and no full name tells the gender
    std::string_view kind;  ///< of its gazetteer entry: "country", "city", "company", …; "" where it has none
    std::uint32_t mentions = 0;  ///< gathered so far
    std::vector<Span> titles;    ///< in order of first use
    std::vector<Index> members;  ///< of a sum, "both", "the two leaders": in `Groups::list`
};

/// The groups, in the order of their first mentions, and to which of them each mention belongs.
struct Groups {
    std::vector<Group> list;
    std::vector<Index> of_mention;  ///< in `list`; one for each of the document's mentions

    Group& of(Index mention) { return list[of_mention[mention]]; }
    const Group& of(Index mention) const { return list[of_mention[mention]]; }
};

/// A country or town, a mountain, a building.
inline bool is_place(EntityType type) {
    return type == EntityType::GPE || type == EntityType::LOC || type == EntityType::FAC;
}

/// Puts the names together that name one thing: full name and surname, acronym and what it stands for,
/// variants of writing. The mentions are names.
Groups group_names(Document& doc, const Lexicon& lexicon);

/// Fills in what the names of each group tell of it. The mentions are names.
void describe_groups(const Document& doc, const Lexicon& lexicon, Groups& groups);

}  // namespace lede
