// Splitting text into tokens as Universal Dependencies English does.
#pragma once

#include <vector>

#include "document.h"
#include "resources.h"

namespace lede {

/// The tables that splitting asks, fetched once an article.
struct WordTables {
    Table abbreviations, contractions, joined_prefixes, number_suffixes;

    explicit WordTables(const Resources& resources)
        : abbreviations(resources.table("abbreviations")),
          contractions(resources.table("contractions")),
          joined_prefixes(resources.table("joined_prefixes")),
          number_suffixes(resources.table("number_suffixes")) {}
};

/// Appends the tokens of a stretch of text: words with clitics apart (do|n't, Nato|'s), compounds split at
/// their hyphens (U.S.|-|led) but for common prefixes (anti-war), numbers, addresses, emoji with all their
/// parts, punctuation. White space and control characters belong to no token. Time is linear in the size of
/// the stretch.
void split_words(std::string_view text, Span stretch, const WordTables& tables, std::vector<Span>& out);

/// Is the character one that may stand in no token: white space, control and format characters?
bool is_separator(char32_t c);

}  // namespace lede
