// Phrases that name an office: "former Prime Minister", "head of the armed forces".
#pragma once

#include <string_view>
#include <vector>

#include "model/table.h"
#include "relations/relation_reading.h"

namespace lede::relations {

struct OfficePhrase {
    TokenRange tokens;        ///< the whole title, without determiner
    Index head = none;        ///< its head in the tree
    Index start = none;       ///< where the noun phrase begins: its determiner or possessor
    bool plural = false;      ///< "Justices", "U.S. Senators"
    bool owned = false;       ///< "her deputy", "the board's chair"
    bool definite = false;    ///< "the mayor", or owned
    bool indefinite = false;  ///< "a former judge"
};

/// Every office phrase of an article, in text order. None overlaps another.
/// @param offices the table of that name
std::vector<OfficePhrase> find_office_phrases(const RelationReading& reading, const Table& offices);

}  // namespace lede::relations
