// Who is named beside a quotation that no known verb of saying introduces.
#pragma once

#include <optional>

#include "quotes/attribution/phrases.h"

namespace lede::quotes {

struct Introduction {
    NounPhrase speaker;
    std::optional<TokenRange> cue;  ///< the verb or the dash; nothing where a name alone stands beside it
};

/// "She was blunt: “…”", "“…,” laughed one of them", "“…?” they wondered", "“…” — Ann Hall", "Ann Hall: “…”",
/// "- Coach Ann Hall “…”". Nothing where the words beside the quotation name nobody.
std::optional<Introduction> find_introduction(const Reading& reading, const Stretch& stretch);

/// Does a quotation stand alone as a statement: words that someone said in one piece, not a term, a title or
/// a few words of his? A capital at the beginning, a comma before the closing mark, or a clause of some
/// length.
bool is_statement(const Reading& reading, const Stretch& stretch);

}  // namespace lede::quotes
