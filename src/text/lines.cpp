#include "text/lines.h"

#include <algorithm>

#include "text/cursor.h"
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

void join_group(std::string_view text, const Line* lines, std::size_t count, std::vector<Span>& paragraphs) {
    std::uint32_t widest = 0;
    std::size_t open_ends = 0;  // lines that stop in the middle of a sentence
    for (std::size_t i = 0; i < count && widest <= widest_wrap; ++i) {
        widest = std::max(widest, width(text, lines[i].span));
        if (i + 1 < count) open_ends += !ends_sentence(text, lines[i].span);
    }
    const bool wrapped = widest >= narrowest_wrap && widest <= widest_wrap && open_ends * 2 >= count - 1;
    for (std::size_t i = 0; i < count; ++i) {
        // A line was broken by wrapping only where the next word would hardly have fitted.
        const bool broken =
            i > 0 && wrapped &&
            width(text, lines[i - 1].span) + 1 + first_word_width(text, lines[i].span) > widest - widest / 8;
        if (broken) {
            paragraphs.back().end = lines[i].span.end;
        } else {
            paragraphs.push_back(lines[i].span);
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

void join_wrapped_lines(std::string_view text, const std::vector<Line>& lines,
                        std::vector<Span>& paragraphs) {
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        while (end < lines.size() && !lines[end].after_blank) ++end;
        join_group(text, lines.data() + begin, end - begin, paragraphs);
        begin = end;
    }
}

}  // namespace lede
