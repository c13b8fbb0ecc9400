// Reading characters forwards within a stretch of text, each with the marks that belong to it.
#pragma once

#include "base/unicode.h"
#include "document.h"

namespace lede {

/// The character at a byte, U+0000 at or past the end.
inline Decoded char_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
    return at < end ? decode(text.substr(0, end), at) : Decoded{0, 0};
}

/// The first place at or after `at` where the character is no combining mark, joiner or the like.
inline std::uint32_t skip_marks(std::string_view text, std::uint32_t at, std::uint32_t end) {
    while (at < end) {
        const Decoded c = char_at(text, at, end);
        if (!is_extend(c.code)) break;
        at += c.size;
    }
    return at;
}

/// The end of the character at a byte with its marks.
inline std::uint32_t next_char(std::string_view text, std::uint32_t at, std::uint32_t end) {
    return skip_marks(text, at + char_at(text, at, end).size, end);
}

constexpr bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }
constexpr bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
constexpr bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
constexpr char32_t zero_width_joiner = 0x200D;

}  // namespace lede
