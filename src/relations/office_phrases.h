// Phrases that name an office: "former Prime Minister", "head of the armed forces".
#pragma once

#include <vector>

#include "relations/relation_reading.h"
#include "resources.h"

namespace lede::relations {

struct OfficePhrase {
    TokenRange tokens;        ///< the whole title, without determiner
    Index head = none;        ///< its head in the tree
    Index start = none;       ///< where the noun phrase begins: its determiner or possessor
    bool plural = false;      ///< "Justices", "U.S. Senators"
    bool owned = false;       ///< "her deputy", "the board's chair"
    bool definite = false;    ///< "the mayor", or owned
    bool indefinite = false;  ///< "a former judge"
    Index within = none;      ///< the name, in `mentions`, that begins with it: "Cllr Beryl Nuttall"
};

/// Every office phrase of an article, in text order. None overlaps another.
std::vector<OfficePhrase> find_office_phrases(const RelationReading& reading, const Resources& resources);

}  // namespace lede::relations
