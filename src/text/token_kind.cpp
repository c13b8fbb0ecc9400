#include "text/token_kind.h"

#include "base/cursor.h"

namespace lede {

namespace {

using Kind = TokenKind;

bool is_ornament(char32_t c) {
    return c == '-' || c == '_' || c == '=' || c == '*' || c == '~' || c == '#' || c == '+' || c == '.';
}

Kind kind_of_number(std::string_view form) {
    for (const char c : form) {
        if (c == ':') return Kind::clock;
        if (c == '/' || c == '-') return Kind::date;
    }
    return Kind::number;
}

Kind kind_of_letters(std::string_view form) {
    std::uint32_t upper = 0, lower = 0, others = 0;
    bool first_upper = false;
    constexpr std::size_t longest = 48;
    for (std::size_t place = 0; place < form.size() && place < longest;) {
        const Decoded c = decode(form, place);
        if (is_upper(c.code)) {
            ++upper;
            first_upper = first_upper || place == 0;
        } else if (is_lower(c.code)) {
            ++lower;
        } else {
            if (c.code == '@' || c.code == '/') return Kind::address;
            ++others;
        }
        place += c.size;
    }
    if (upper == 0) return Kind::lower;
    if (!first_upper) return Kind::mixed;
    if (lower == 0) return upper == 1 && others == 0 ? Kind::initial : Kind::upper;
    return Kind::capital;
}

}  // namespace

bool is_word(Kind kind) { return kind >= Kind::lower && kind <= Kind::initial_stop; }

bool is_end_mark(Kind kind) {
    return kind == Kind::stop || kind == Kind::question || kind == Kind::exclamation ||
           kind == Kind::ellipsis;
}

Kind coarse_of(Kind kind) {
    switch (kind) {
        case Kind::capital:
        case Kind::upper:
        case Kind::initial:
        case Kind::mixed:
        case Kind::title:
        case Kind::initial_stop:
            return Kind::capital;
        case Kind::date:
        case Kind::clock:
            return Kind::number;
        case Kind::question:
        case Kind::exclamation:
            return Kind::question;
        default:
            return kind;
    }
}

Kind kind_of(std::string_view form, std::string_view lower, TokenContext context,
             const Table& abbreviations) {
    const char32_t c = decode(form, 0).code;
    if (is_digit(c)) return kind_of_number(form);
    if (is_letter(c)) {
        if (form.back() == '.') {
            const auto kind = abbreviations.find(lower);
            if (kind && *kind == "title") return Kind::title;
            return form.size() == 2 && is_upper(c) ? Kind::initial_stop : Kind::abbreviation;
        }
        if (form.find("://") != std::string_view::npos || form.starts_with("www.")) return Kind::address;
        return kind_of_letters(form);
    }
    const auto size = static_cast<std::uint32_t>(form.size());
    const bool single = decode(form, 0).size == size;
    if (c == '.') {
        const char32_t second = single ? 0 : decode(form, 1).code;
        if (is_digit(second)) return Kind::number;
        if (is_letter(second)) return Kind::mixed;
        return single ? Kind::stop : Kind::ellipsis;
    }
    if (c == 0x2026) return Kind::ellipsis;
    if (c == 0x3002) return Kind::stop;
    if (c == '!' || c == '?') return form.back() == '?' ? Kind::question : Kind::exclamation;
    if (c == ',') return Kind::comma;
    if (is_apostrophe(c) && size > 3) return Kind::clitic;
    if (c == ';' || c == ':') return !single ? Kind::emoticon : c == ';' ? Kind::semicolon : Kind::colon;
    if (is_ornament(c) && size > 2) return Kind::rule;
    if (is_hyphen(c) || c == 0x2013 || c == 0x2014 || c == 0x2015) return Kind::dash;
    if (c == '*' || c == 0x2022 || c == 0xB7 || (c >= 0x25A0 && c <= 0x25FF) || (c >= 0x2B00 && c <= 0x2BFF))
        return Kind::bullet;
    if (c == '(' || c == '[' || c == '{') return single ? Kind::open_bracket : Kind::emoticon;
    if (c == ')' || c == ']' || c == '}') return Kind::close_bracket;
    if (c == 0x201C || c == 0xAB || c == 0x201E) return Kind::open_quote;
    if (c == 0x201D || c == 0xBB) return Kind::close_quote;
    if (c == 0x2018) return Kind::open_quote;
    if (c == '"' || form == "''" || form == "``" || (is_apostrophe(c) && single) || c == '`') {
        // A straight mark tells neither way; the white space around it mostly does.
        if (context.spaced_before != context.spaced_after)
            return context.spaced_before ? Kind::open_quote : Kind::close_quote;
        if (c != '"') return Kind::apostrophe;
        return context.quote_is_open ? Kind::close_quote : Kind::open_quote;
    }
    if (is_apostrophe(c)) return Kind::clitic;
    if (c == '<' || c == '>') return Kind::angle;
    if (c == '$' || c == 0xA3 || c == 0x20AC) return Kind::currency;
    if (c == '=' && size > 1) return Kind::emoticon;
    if (c >= 0x2600) return Kind::emoticon;
    return Kind::symbol;
}

}  // namespace lede
