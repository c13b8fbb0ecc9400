// What a token is by its characters, where that matters to the ends of sentences.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/table.h"

namespace lede {

enum class TokenKind : std::uint8_t {
    edge,  ///< no token: before the first or after the last
    lower,
    capital,
    upper,
    initial,  ///< a single capital
    mixed,    ///< iPhone, .NET
    number,
    date,          ///< 9/11, 2019-04-01
    clock,         ///< 10:30
    abbreviation,  ///< with its stop
    title,         ///< Dr., a name follows
    initial_stop,  ///< J.
    stop,
    question,
    exclamation,
    ellipsis,  ///< two or more stops, or one character
    comma,
    semicolon,
    colon,
    dash,
    rule,  ///< a line of three or more dashes, stars or the like
    bullet,
    open_bracket,
    close_bracket,
    open_quote,
    close_quote,
    apostrophe,
    clitic,  ///< 's
    address,
    emoticon,
    angle,  ///< < and >
    currency,
    symbol,
};

/// What stands around a token, to tell straight quotation marks apart.
struct TokenContext {
    bool spaced_before = true, spaced_after = true;
    bool quote_is_open = false;  ///< by the straight marks before it
};

/// @param form a token, never empty; `lower` the same folded. @param abbreviations the table of that name.
TokenKind kind_of(std::string_view form, std::string_view lower, TokenContext context,
                  const Table& abbreviations);

/// Letters and digits, abbreviations among them.
bool is_word(TokenKind kind);
/// A full stop, question mark, exclamation mark or ellipsis.
bool is_end_mark(TokenKind kind);
/// Fewer kinds: which capitals a word has matters less often than whether it has one.
TokenKind coarse_of(TokenKind kind);

}  // namespace lede
