// What can be told of one line of a pasted page by itself. Every line costs a bounded time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "resources.h"
#include "text/lines.h"

namespace lede {

/// What the phrases of the table page_phrases stand around an article for; bits of LineFacts::starts and
/// ::has.
enum class PageClass : std::uint8_t {
    menu,
    button,
    share,
    promotion,
    signup,
    law,
    advertisement,
    media,
    stamp,
    role,
    agency,
    comments,
    tail,
    author,
    reader,
    image
};
inline constexpr std::size_t page_classes = 16;
constexpr std::uint16_t bit(PageClass c) {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(c));
}

/// The rough shape of a line, by which its neighbours see it.
enum class LineShape : std::uint8_t {
    nothing,    ///< before the first and behind the last line
    prose,      ///< a sentence or more of running text
    sentence,   ///< short, ended like a sentence
    long_open,  ///< long, not ended
    medium,     ///< five to eleven words, not ended
    tiny,
    stamp,      ///< a date or time of day and little else
    name,       ///< "By Ann Smith", "Ann Smith"
    furniture,  ///< a button, a menu, an advertisement
};
inline constexpr std::size_t line_shapes = 9;

enum class LineStart : std::uint8_t { upper, lower, digit, quote, bullet, bracket, other };
inline constexpr std::size_t line_starts = 7;
enum class LineEnd : std::uint8_t { stop, mark, colon, comma, ellipsis, bracket, open };
inline constexpr std::size_t line_ends = 7;

/// What the first word is.
enum class LineOpener : std::uint8_t { other, determiner, pronoun, link, preposition, question };
inline constexpr std::size_t line_openers = 6;

struct LineFacts {
    std::uint32_t hash = 0;    ///< of its letters and digits
    std::uint32_t topics = 0;  ///< where its content words begin in PageFacts::topics
    std::uint32_t runs = 0;    ///< where its runs of five words begin in PageFacts::runs
    std::uint16_t starts = 0;  ///< PageClass bits of the phrase that the line begins with
    std::uint16_t has = 0;     ///< of all its phrases
    std::uint8_t topic_count = 0;
    std::uint8_t run_count = 0;
    std::uint8_t words = 0;     ///< up to most_words
    std::uint8_t capitals = 0;  ///< words that begin with a capital
    std::uint8_t shouts = 0;    ///< words of capitals alone
    std::uint8_t function_words = 0;
    std::uint8_t in_phrases = 0;  ///< words that a phrase covers
    std::uint8_t numbers = 0;     ///< words with a digit
    std::uint8_t to_reader = 0;   ///< "your", "we"
    std::uint8_t finite = 0;      ///< words that only a clause has: "was", "would"
    std::uint8_t pasts = 0;       ///< words that end in "ed"
    std::uint8_t saying = 0;      ///< verbs of saying
    std::uint8_t stops = 0;       ///< ends of sentences before its own, up to 3
    LineOpener opener = LineOpener::other;
    LineStart start = LineStart::other;
    LineEnd end = LineEnd::open;
    LineShape shape = LineShape::tiny;
    bool after_blank = false;
    bool caption = false;      ///< by the table caption_cues
    bool by = false;           ///< begins like a byline: "By Ann Smith"
    bool name = false;         ///< two to four words, a given name first
    bool stamp = false;        ///< a day in full
    bool dated = false;        ///< a day in full, in a longer line
    bool stamp_like = false;   ///< hardly more than dates and times of day
    bool bars = false;         ///< "News | Sport", "Home > News"
    bool address = false;      ///< begins with an address of the web
    bool handle = false;       ///< an @handle, #tag, address of the web
    bool quoted = false;       ///< stands in quotation marks as a whole
    bool cue = false;          ///< a colon follows the phrase that it begins with: "READ MORE: …"
    bool credit = false;       ///< ends with whose picture it is: "… (Picture: PA)"
    bool post = false;         ///< who wrote what stands above: "— Ann Smith (@ann) May 3, 2019"
    bool slide = false;        ///< begins with "5/50"
    bool dateline = false;     ///< begins with "BRUSSELS (Reuters) —"
    bool end_name = false;     ///< ends with names behind its last stop: "… last year. Ann Bell"
    bool end_bracket = false;  ///< ends with names in brackets: "… last year. (City Museum)"
    bool end_slash = false;    ///< ends with "Ann Bell/GC Images"
    bool only_credit = false;  ///< "Photo: AFP", "Ann Bell/GC Images" and no more
    bool doubled = false;      ///< says the same two or three times
};

inline constexpr std::uint8_t most_words = 48;  ///< words of a line that are read
constexpr std::uint16_t topic_slots = 1u << 14;
constexpr std::uint16_t topic_name = 1u << 14;

struct PageFacts {
    std::vector<LineFacts> lines;
    /// Content words of all lines, each by a number below topic_slots, with topic_name where it stands with a
    /// capital within a line.
    std::vector<std::uint16_t> topics;
    std::vector<std::uint32_t> runs;  ///< hashes of every five words of a line that follow each other
};

PageFacts find_facts(std::string_view text, const std::vector<Line>& lines, const Resources& resources);

/// Sets the shape, from all else.
void set_shape(LineFacts& line);

}  // namespace lede
