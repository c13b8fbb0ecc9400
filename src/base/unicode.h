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

// What is asked of every character of an article: ASCII is answered in place, the rest from tables.
Decoded decode_longer(std::string_view text, std::size_t at);
bool is_letter_beyond_ascii(char32_t c);
bool is_upper_beyond_ascii(char32_t c);
bool is_digit_beyond_ascii(char32_t c);
bool is_space_beyond_ascii(char32_t c);
char32_t to_lower_beyond_ascii(char32_t c);

/// The character that begins at a byte. Ill-formed input gives U+FFFD for each maximal subpart, as the WHATWG
/// Encoding Standard and Python's errors="replace" decode it, so that offsets in code points agree with
/// theirs.
/// @param at must be less than text.size().
inline Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? Decoded{byte, 1} : decode_longer(text, at);
}

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

constexpr bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_space(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
}

inline bool is_letter(char32_t c) {
    return c < 0x80 ? is_ascii_upper(c) || is_ascii_lower(c) : is_letter_beyond_ascii(c);
}
/// Upper or title case.
inline bool is_upper(char32_t c) { return c < 0x80 ? is_ascii_upper(c) : is_upper_beyond_ascii(c); }
/// A letter that has no other lower case and is not upper case.
inline bool is_lower(char32_t c) {
    return c < 0x80 ? is_ascii_lower(c) : is_letter_beyond_ascii(c) && !is_upper_beyond_ascii(c);
}
/// Any decimal digit.
inline bool is_digit(char32_t c) { return c < 0x80 ? is_ascii_digit(c) : is_digit_beyond_ascii(c); }
/// White space, and zero-width spaces.
inline bool is_space(char32_t c) { return c < 0x80 ? is_ascii_space(c) : is_space_beyond_ascii(c); }
bool is_extend(
    char32_t c);  ///< never begins a grapheme: combining marks, joiners, variation selectors, emoji modifiers
bool is_control(char32_t c);  ///< control and format characters, white space controls included

/// Shows nothing within a word: soft hyphens, zero-width spaces, word joiners, byte order marks.
constexpr bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

/// Simple lower case of one character.
inline char32_t to_lower(char32_t c) {
    return c < 0x80 ? (is_ascii_upper(c) ? c + 32 : c) : to_lower_beyond_ascii(c);
}

/// Lower case without invisible characters, with straight quotation marks and apostrophes (‘ ’ ʼ ` → ', “ ” „
/// « » → "), the form in which words are compared: tables of the model file and Tokens::lower hold it.
/// Appends to `out`.
void fold(std::string_view text, std::string& out);
std::string fold(std::string_view text);

}  // namespace lede
