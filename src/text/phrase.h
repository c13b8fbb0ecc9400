// The longest entry of a table that begins at a token.
#pragma once

#include <optional>
#include <string_view>

#include "document.h"
#include "model/table.h"

namespace lede {

struct PhraseMatch {
    TokenRange tokens;
    std::string_view value;  ///< the table's, valid as long as the Resources
};

/// Reads on from a token, within its sentence, as long as some key of the table goes on. Tokens are compared
/// in their folded form, with one space where the text has white space between them, so that "U.S.-led" and
/// "New  York" are found under "u.s.-led" and "new york" whichever way they are split into tokens.
std::optional<PhraseMatch> longest_phrase(const Document& doc, Index token, const Table& table);

}  // namespace lede
