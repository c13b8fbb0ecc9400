// UTF-8 and the few properties of characters that the engine needs. No locale, no tables of the platform.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede {

inline constexpr char32_t replacement = 0xFFFD;

/// One character read from UTF-8.
struct Decoded {
    char32_t code = 0;       ///< U+FFFD for ill-formed bytes
    std::uint32_t size = 0;  ///< bytes it takes, 1 to 4
};

/// The character that begins at a byte. Ill-formed input gives U+FFFD for each maximal subpart, as the WHATWG
/// Encoding Standard and Python's errors="replace" decode it, so that offsets in code points agree with
/// theirs.
/// @param at must be less than text.size().
Decoded decode(std::string_view text, std::size_t at);

/// The character that ends just before a byte: the mirror of decode() on well-formed text; one byte of
/// ill-formed text.
/// @param at must be greater than 0.
Decoded decode_before(std::string_view text, std::size_t at);

/// Appends a character; a surrogate or a number past U+10FFFF becomes U+FFFD.
void encode(char32_t code, std::string& out);

/// True when every byte belongs to a well-formed character.
bool is_valid_utf8(std::string_view text);

/// The text with each maximal ill-formed subpart replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

bool is_letter(char32_t c);
bool is_upper(char32_t c);  ///< upper or title case
bool is_lower(char32_t c);  ///< a letter that has no other lower case and is not upper case
bool is_digit(char32_t c);  ///< any decimal digit
bool is_space(char32_t c);  ///< white space, and zero-width spaces
bool is_extend(
    char32_t c);  ///< never begins a grapheme: combining marks, joiners, variation selectors, emoji modifiers
bool is_control(char32_t c);  ///< control and format characters, white space controls included
constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Simple lower case of one character.
char32_t to_lower(char32_t c);

/// Lower case with straight quotation marks and apostrophes (‘ ’ ʼ ` → ', “ ” „ « » → "), the form in which
/// words are compared: tables of the model file and Tokens::lower hold it. Appends to `out`.
void fold(std::string_view text, std::string& out);
std::string fold(std::string_view text);

}  // namespace lede
