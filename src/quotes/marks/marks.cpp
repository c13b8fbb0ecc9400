#include "quotes/marks/marks.h"

#include <optional>

#include "base/unicode.h"

namespace lede::quotes {

namespace {

enum class Family : std::uint8_t { doubled, single, guillemet };
enum class MarkRole : std::uint8_t { open, close, either };

struct Mark {
    TokenRange tokens;
    Family family = Family::doubled;
    MarkRole role = MarkRole::either;
};

bool opens_before(char32_t c) {
    return is_space(c) || c == '(' || c == '[' || c == '{' || c == 0x2013 || c == 0x2014 || c == 0x2015 ||
           c == '-' || c == '/' || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == ':';
}

// Where the shape of a mark does not tell, the white space around it does; detached on both sides tells
// nothing.
MarkRole role_by_space(const Document& doc, Span span) {
    const bool free_before = span.begin == 0 || opens_before(decode_before(doc.text, span.begin).code);
    const bool at_end = span.end >= doc.text.size();
    const char32_t next = at_end ? ' ' : decode(doc.text, span.end).code;
    if (free_before && !is_space(next)) return MarkRole::open;
    if (!free_before && !is_letter(next) && !is_digit(next)) return MarkRole::close;
    return MarkRole::either;
}

std::optional<Mark> mark_at(const Document& doc, Index token, Index end) {
    const Span span = doc.tokens.span[token];
    const Decoded first = decode(doc.text, span.begin);
    const bool one = first.size == span.size();
    switch (first.code) {
        case '"':
            if (one) return Mark{{token, token + 1}, Family::doubled, role_by_space(doc, span)};
            return std::nullopt;
        case 0x201C:
        case 0x201E:
        case 0x201F:
            if (one) return Mark{{token, token + 1}, Family::doubled, MarkRole::open};
            return std::nullopt;
        case 0x201D:
            if (one) return Mark{{token, token + 1}, Family::doubled, MarkRole::close};
            return std::nullopt;
        case 0xAB:
            if (one) return Mark{{token, token + 1}, Family::guillemet, MarkRole::open};
            return std::nullopt;
        case 0xBB:
            if (one) return Mark{{token, token + 1}, Family::guillemet, MarkRole::close};
            return std::nullopt;
        case '\'':
        case '`':
        case 0x2018:
        case 0x2019:
            break;
        default:
            return std::nullopt;
    }
    // Single marks: a run of two or more without white space stands for one double mark.
    std::uint32_t marks = 0;
    Index last = token;
    for (Index at = token; at < end; last = ++at) {
        const Span here = doc.tokens.span[at];
        if (at > token && here.begin != doc.tokens.span[at - 1].end) break;
        std::uint32_t place = here.begin;
        while (place < here.end) {
            const Decoded c = decode(doc.text, place);
            if (c.code != first.code) break;
            place += c.size;
            ++marks;
        }
        if (place < here.end) {
            if (at == token) return std::nullopt;  // "'s"
            break;
        }
    }
    if (marks == 0 || last == token) return std::nullopt;
    const Span run = doc.span_of({token, last});
    if (marks > 1)
        return Mark{
            {token, last}, Family::doubled, first.code == '`' ? MarkRole::open : role_by_space(doc, run)};
    const MarkRole role = role_by_space(doc, run);
    if (first.code == '`' || first.code == 0x2018) return Mark{{token, last}, Family::single, MarkRole::open};
    if (first.code == 0x2019) return Mark{{token, last}, Family::single, MarkRole::close};
    return Mark{{token, last}, Family::single, role};
}

// "'em", "'90s": nothing is quoted.
bool is_elision(const Document& doc, const WordClasses& words, Index next) {
    const std::string_view word = doc.lower(next);
    return (word.size() >= 2 && is_ascii_digit(static_cast<unsigned char>(word[0])) &&
            is_ascii_digit(static_cast<unsigned char>(word[1]))) ||
           words.has("elision", word);
}

class Pairing {
  public:
    Pairing(const Document& doc, const WordClasses& words, std::vector<Stretch>& out)
        : doc_(doc), words_(words), out_(out) {}

    void read_block(Index begin, Index end) {
        collect(begin, end);
        std::size_t at = 0;
        bool goes_on = left_open_ && !marks_.empty() && marks_[0].tokens.begin == begin &&
                       marks_[0].family == open_family_ && marks_[0].role != MarkRole::close;
        left_open_ = false;
        while (at < marks_.size()) {
            const Mark& mark = marks_[at];
            std::optional<std::size_t> after;
            if (mark.family == Family::single) {
                if (mark.role == MarkRole::open) after = close_single(at);
            } else if (mark.role != MarkRole::close) {
                after = close_pair(at, end, goes_on);
            }
            goes_on = false;
            at = after.value_or(at + 1);
        }
    }

  private:
    void collect(Index begin, Index end) {
        marks_.clear();
        std::uint32_t opens = 0, closes = 0;
        for (Index token = begin; token < end;) {
            if (const auto mark = mark_at(doc_, token, end)) {
                opens += mark->family == Family::doubled && mark->role == MarkRole::open;
                closes += mark->family == Family::doubled && mark->role == MarkRole::close;
                marks_.push_back(*mark);
                token = mark->tokens.end;
            } else {
                ++token;
            }
        }
        balanced_ = opens == closes;
    }

    void add(std::size_t open, Index inside_end, Index whole_end, bool closed, bool goes_on) {
        const Index inside_begin = marks_[open].tokens.end;
        if (inside_begin >= inside_end) return;
        out_.push_back({{inside_begin, inside_end},
                        {marks_[open].tokens.begin, whole_end},
                        goes_on,
                        closed,
                        marks_[open].family == Family::single});
    }

    std::size_t close_pair(std::size_t open, Index block_end, bool goes_on) {
        const Family family = marks_[open].family;
        const bool low = doc_.form(marks_[open].tokens.begin) == "\u201E";  // „…“
        std::uint32_t depth = 1;
        for (std::size_t at = open + 1; at < marks_.size(); ++at) {
            const Mark& mark = marks_[at];
            if (mark.family != family) continue;
            if (mark.role == MarkRole::open && !low) {
                if (balanced_) {
                    ++depth;
                } else {  // a closing mark was forgotten
                    add(open, mark.tokens.begin, mark.tokens.begin, false, goes_on);
                    return at;
                }
            } else if (low || mark.role == MarkRole::either || --depth == 0) {
                add(open, mark.tokens.begin, mark.tokens.end, true, goes_on);
                return at + 1;
            }
        }
        add(open, block_end, block_end, false, goes_on);
        left_open_ = true;
        open_family_ = family;
        return marks_.size();
    }

    // An apostrophe after s may close a quotation or mark a possessive: taken only where nothing better
    // follows.
    std::optional<std::size_t> close_single(std::size_t open) {
        const Index first = marks_[open].tokens.end;
        if (first >= doc_.tokens.size() || is_elision(doc_, words_, first)) return std::nullopt;
        constexpr std::size_t marks_to_try = 32;
        constexpr Index tokens_to_try = 300;
        std::optional<std::size_t> fallback;
        std::uint32_t doubles = 0, doubles_at_fallback = 0;
        for (std::size_t at = open + 1; at < marks_.size() && at < open + marks_to_try; ++at) {
            const Mark& mark = marks_[at];
            if (mark.tokens.begin - first > tokens_to_try) break;
            if (mark.family == Family::doubled) ++doubles;
            if (mark.family != Family::single) continue;
            if (mark.role == MarkRole::open) break;
            const Span span = doc_.tokens.span[mark.tokens.begin];
            const char32_t before = span.begin ? decode_before(doc_.text, span.begin).code : ' ';
            if (before == 's' || before == 'S') {
                if (!fallback) {
                    fallback = at;
                    doubles_at_fallback = doubles;
                }
                continue;
            }
            if (doubles % 2) return std::nullopt;
            return finish_single(open, at);
        }
        if (!fallback || doubles_at_fallback % 2) return std::nullopt;
        return finish_single(open, *fallback);
    }

    std::size_t finish_single(std::size_t open, std::size_t close) {
        add(open, marks_[close].tokens.begin, marks_[close].tokens.end, true, false);
        return close + 1;
    }

    const Document& doc_;
    const WordClasses& words_;
    std::vector<Stretch>& out_;
    std::vector<Mark> marks_;  // of one block
    bool balanced_ = true;
    bool left_open_ = false;
    Family open_family_ = Family::doubled;
};

}  // namespace

std::vector<Stretch> find_stretches(const Document& doc, const WordClasses& words) {
    std::vector<Stretch> stretches;
    Pairing pairing(doc, words, stretches);
    for (std::size_t at = 0; at < doc.sentences.size();) {
        std::size_t last = at;
        while (last + 1 < doc.sentences.size() && doc.sentences[last + 1].block == doc.sentences[at].block)
            ++last;
        pairing.read_block(doc.sentences[at].tokens.begin, doc.sentences[last].tokens.end);
        at = last + 1;
    }
    return stretches;
}

}  // namespace lede::quotes
