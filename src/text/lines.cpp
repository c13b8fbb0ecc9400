#include "text/lines.h"

#include <algorithm>

#include "base/cursor.h"
#include "text/words.h"

namespace lede {

namespace {

constexpr std::uint32_t narrowest_wrap = 40;  // characters
constexpr std::uint32_t widest_wrap = 100;

bool ends_line(char32_t c) { return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

// Characters of a span, counted no further than just past the widest wrap.
std::uint32_t width(std::string_view text, Span span) {
    std::uint32_t count = 0;
    for (std::uint32_t at = span.begin; at < span.end && count <= widest_wrap;
         at = next_char(text, at, span.end))
        ++count;
    return count;
}

std::uint32_t first_word_width(std::string_view text, Span span) {
    std::uint32_t count = 0;
    for (std::uint32_t at = span.begin; at < span.end && count <= widest_wrap;
         at = next_char(text, at, span.end)) {
        if (is_separator(char_at(text, at, span.end).code)) break;
        ++count;
    }
    return count;
}

bool ends_sentence(std::string_view text, Span span) {
    std::uint32_t at = span.end;
    while (at > span.begin) {
        const Decoded c = decode_before(text, at);
        at -= std::min(c.size, at);
        const bool closer =
            c.code == '"' || c.code == 0x201D || c.code == 0x2019 || c.code == '\'' || c.code == ')';
        if (!closer)
            return c.code == '.' || c.code == '!' || c.code == '?' || c.code == ':' || c.code == 0x2026;
    }
    return false;
}

// A line that goes on with what the one before left unfinished: it begins with a small letter, or with the
// comma or bracket that closes the words before. "by Ann Smith" begins a line of its own.
bool goes_on(std::string_view text, Span before, Span line) {
    const char32_t last = decode_before(text.substr(0, before.end), before.end).code;
    if (!is_letter(last) && last != ',' && last != ';' && last != 0x2013 && last != 0x2014 && last != '-')
        return false;
    const char32_t first = char_at(text, line.begin, line.end).code;
    if (first == ',' || first == ';' || first == ')') return true;
    if (!is_lower(first)) return false;
    const std::string_view rest = text.substr(line.begin, line.size());
    return !(rest.starts_with("by ") && rest.size() > 3 && is_upper(decode(rest, 3).code));
}

// The number of words of a span, counted no further than a few.
std::uint32_t words_up_to(std::string_view text, Span span, std::uint32_t most) {
    std::uint32_t words = 0;
    bool inside = false;
    for (std::uint32_t at = span.begin; at < span.end && words <= most;) {
        const Decoded c = char_at(text, at, span.end);
        const bool gap = is_separator(c.code);
        words += !gap && !inside;
        inside = !gap;
        at += c.size;
    }
    return words;
}

void join_group(std::string_view text, const Line* lines, std::size_t count, std::vector<Line>& joined) {
    std::uint32_t widest = 0;
    for (std::size_t i = 0; i < count && widest <= widest_wrap; ++i)
        widest = std::max(widest, width(text, lines[i].span));
    // A line was broken by wrapping only where the next word would hardly have fitted.
    const auto is_full = [&](std::size_t i) {
        return width(text, lines[i].span) + 1 + first_word_width(text, lines[i + 1].span) >
               widest - widest / 8;
    };
    std::size_t full = 0, going_on = 0;
    const bool narrow = widest >= narrowest_wrap && widest <= widest_wrap;
    for (std::size_t i = 0; narrow && i + 1 < count; ++i) {
        if (!is_full(i)) continue;
        ++full;
        going_on += goes_on(text, lines[i].span, lines[i + 1].span);
    }
    const bool wrapped = going_on > 0 && going_on * 3 >= full;
    constexpr std::uint32_t few_words = 5;
    for (std::size_t i = 0; i < count; ++i) {
        bool broken = false;
        if (i > 0 && wrapped) {
            broken = is_full(i - 1);
        } else if (i > 0) {
            // A link within a sentence may stand on a line of its own. Menus are not joined: their lines are
            // short.
            broken = goes_on(text, lines[i - 1].span, lines[i].span) &&
                     words_up_to(text, joined.back().span, few_words) > few_words &&
                     (words_up_to(text, lines[i].span, few_words) >= few_words ||
                      ends_sentence(text, lines[i].span));
        }
        if (broken) {
            joined.back().span.end = lines[i].span.end;
        } else {
            joined.push_back(lines[i]);
        }
    }
}

}  // namespace

std::vector<Line> find_lines(std::string_view text) {
    std::vector<Line> lines;
    const auto size = static_cast<std::uint32_t>(text.size());
    bool blank_before = true;
    for (std::uint32_t at = 0; at < size;) {
        Span span{0, 0};
        bool found = false;
        char32_t c = 0;
        while (at < size) {
            const Decoded read = char_at(text, at, size);
            c = read.code;
            const std::uint32_t begin = at;
            at += read.size;
            if (ends_line(c)) break;
            if (is_separator(c) || (!found && is_extend(c))) continue;
            if (!found) span.begin = begin;
            found = true;
            span.end = at;
        }
        if (c == '\r' && at < size && text[at] == '\n') ++at;
        if (found) lines.push_back({{span.begin, skip_marks(text, span.end, size)}, blank_before});
        blank_before = !found;
    }
    return lines;
}

std::vector<Line> join_broken_lines(std::string_view text, const std::vector<Line>& lines) {
    std::vector<Line> joined;
    joined.reserve(lines.size());
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        while (end < lines.size() && !lines[end].after_blank) ++end;
        join_group(text, lines.data() + begin, end - begin, joined);
        begin = end;
    }
    return joined;
}

}  // namespace lede
