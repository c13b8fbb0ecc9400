#include "base/unicode.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace lede {

namespace {

struct Range {
    char32_t first, last;
};
/// Every `step`-th character from first to last has its lower case at +delta.
struct Lowering {
    char32_t first, last, step;
    std::int32_t delta;
};
#include "base/unicode_tables.inc"

template <class Row, std::size_t n>
const Row* find_row(const Row (&rows)[n], char32_t c) {
    const Row* row = std::upper_bound(std::begin(rows), std::end(rows), c,
                                      [](char32_t code, const Row& r) { return code < r.first; });
    return row != std::begin(rows) && c <= std::prev(row)->last ? std::prev(row) : nullptr;
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

Decoded decode_longer(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    // Table 3-7 of the Unicode Standard: the second byte's range depends on the first.
    std::uint32_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    char32_t code = 0;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
        code = first & 0x1Fu;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        code = first & 0x0Fu;
        if (first == 0xE0) low = 0xA0;
        if (first == 0xED) high = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        code = first & 0x07u;
        if (first == 0xF0) low = 0x90;
        if (first == 0xF4) high = 0x8F;
    } else {
        return {replacement, 1};
    }
    for (std::uint32_t i = 1; i < length; ++i) {
        if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high) return {replacement, i};
        code = (code << 6) | (byte(at + i) & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    return {code, length};
}

Decoded decode_before(std::string_view text, std::size_t at) {
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && is_continuation(static_cast<unsigned char>(text[begin]))) --begin;
    const Decoded found = decode(text, begin);
    if (begin + found.size == at) return found;
    return {replacement, 1};
}

void encode(char32_t code, std::string& out) {
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = replacement;
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        // A U+FFFD that was written as such takes three bytes of its own.
        if (c.code == replacement && text.substr(at, 3) != "\xEF\xBF\xBD") return false;
        at += c.size;
    }
    return true;
}

std::string to_valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        encode(c.code, out);
        at += c.size;
    }
    return out;
}

bool is_letter_beyond_ascii(char32_t c) { return find_row(letter_ranges, c) != nullptr; }
bool is_upper_beyond_ascii(char32_t c) { return find_row(upper_ranges, c) != nullptr; }
bool is_digit_beyond_ascii(char32_t c) { return find_row(digit_ranges, c) != nullptr; }
bool is_space_beyond_ascii(char32_t c) { return find_row(space_ranges, c) != nullptr; }

bool is_extend(char32_t c) { return c >= 0x300 && find_row(extend_ranges, c) != nullptr; }

bool is_control(char32_t c) {
    if (c < 0x80) return c < 0x20 || c == 0x7F;
    return find_row(control_ranges, c) != nullptr;
}

char32_t to_lower_beyond_ascii(char32_t c) {
    const Lowering* row = find_row(lowerings, c);
    if (row == nullptr || (c - row->first) % row->step != 0) return c;
    return static_cast<char32_t>(static_cast<std::int32_t>(c) + row->delta);
}

void fold(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size();) {
        // A run of ASCII at once: a string's own push_back is a call for each character.
        std::size_t end = at;
        while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80) ++end;
        if (end > at) {
            const std::size_t before = out.size();
            out.append(text, at, end - at);
            for (char& c : std::span(out).subspan(before))
                c = c == '`' ? '\'' : static_cast<char>(to_lower(static_cast<unsigned char>(c)));
            at = end;
            continue;
        }
        const Decoded c = decode(text, at);
        at += c.size;
        if (is_invisible(c.code)) continue;
        switch (c.code) {
            case 0x2018:
            case 0x2019:
            case 0x201A:
            case 0x201B:
            case 0x2BC:
            case 0x2039:
            case 0x203A:
                out += '\'';
                break;
            case 0x201C:
            case 0x201D:
            case 0x201E:
            case 0x201F:
            case 0xAB:
            case 0xBB:
                out += '"';
                break;
            default:
                encode(to_lower(c.code), out);
        }
    }
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    fold(text, out);
    return out;
}

}  // namespace lede
