// Which of the places of one name an article means.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document.h"
#include "names/lexicon.h"

namespace lede::entities {

/// A place as the gazetteer has it; the texts are the tables'.
struct PlaceMeant {
    std::string_view kind;  ///< "country", "region", "city"
    std::string_view iso;   ///< ISO 3166-1 alpha-2
    std::string_view latitude, longitude, wikidata;
};

/// For each entity the place that it is, nothing where the gazetteer knows none. Of several bearers of a name
/// it is the one that the article tells ("Paris, Texas"; "Athens, Georgia" says which Georgia, too), else the
/// one that more of the other places of the article lie in or near, else the usual one.
/// @param doc mentions in text order, entities with their types and mentions
std::vector<std::optional<PlaceMeant>> places_in_context(const Document& doc, const Lexicon& lexicon);

}  // namespace lede::entities
