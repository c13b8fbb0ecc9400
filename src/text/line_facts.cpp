#include "text/line_facts.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/cursor.h"
#include "base/hash.h"
#include "text/stamps.h"
#include "text/structure.h"
#include "text/words.h"

namespace lede {

namespace {

constexpr std::size_t longest_short = 200;  // bytes: longer lines are no labels
constexpr std::uint8_t most_topics = 24;

PageClass class_of(char letter) {
    constexpr std::string_view letters = "mbspulavdrgctwyi";
    return static_cast<PageClass>(letters.find(letter));
}

std::uint16_t bits_of(std::string_view letters) {
    std::uint16_t bits = 0;
    for (const char letter : letters) bits = static_cast<std::uint16_t>(bits | bit(class_of(letter)));
    return bits;
}

bool is_bullet(char32_t c) {
    return c == 0x2022 || c == '*' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0x25CF || c == 0x25AA ||
           c == 0xB7 || c == '>' || c == 0xBB || c == 0x203A || c == 0x25BA;
}
bool is_opening_quote(char32_t c) { return c == '"' || c == 0x201C || c == 0x2018 || c == '\'' || c == 0xAB; }
bool is_closer(char32_t c) {
    return c == '"' || c == 0x201D || c == 0x2019 || c == '\'' || c == ')' || c == ']' || c == 0xBB;
}
bool is_bar(char32_t c) {
    return c == '|' || c == '>' || c == 0x203A || c == 0xBB || c == 0xB7 || c == 0x2022;
}

class LineReader {
  public:
    LineReader(std::string_view text, const Resources& resources)
        : text_(text),
          phrases_(resources.table("page_phrases")),
          function_words_(resources.table("function_words")),
          line_words_(resources.table("line_words")),
          agencies_(resources.table("news_agencies")),
          captions_(resources.table("caption_cues")),
          given_names_(resources.table("given_names")),
          surnames_(resources.table("surnames")),
          stamps_(resources) {}

    LineFacts read(const Line& line, PageFacts& page) {
        LineFacts facts;
        std::vector<std::uint16_t>& topics = page.topics;
        facts.after_blank = line.after_blank;
        facts.topics = static_cast<std::uint32_t>(topics.size());
        facts.runs = static_cast<std::uint32_t>(page.runs.size());
        const std::string_view body = text_.substr(line.span.begin, line.span.size());
        read_words(line.span, facts, topics);
        read_runs(facts, page.runs);
        read_edges(body, facts);
        read_phrases(facts);
        if (body.size() <= longest_short) read_label(body, facts);
        constexpr std::size_t longest_dated = 500;
        if (facts.numbers > 1 && body.size() <= longest_dated && !facts.stamp)
            facts.dated = !find_stamps(body, 0, stamps_).empty();
        facts.caption = is_caption(body, captions_);
        facts.dateline = leading_dateline(body, agencies_) > 0;
        facts.doubled = says_again(2) || says_again(3);
        read_stops(body, facts);
        read_tail(body, facts);
        constexpr std::uint8_t longest_credit = 8;
        const bool names = facts.words > 0 && facts.words <= longest_credit &&
                           facts.capitals + facts.function_words + 1 >= facts.words &&
                           facts.end != LineEnd::mark;
        facts.only_credit = names && ((facts.starts & bit(PageClass::agency)) ||
                                      (facts.end_slash && facts.function_words == 0));
        return facts;
    }

  private:
    // The words of a line, folded and without the punctuation around them, one after another in folded_.
    void read_words(Span span, LineFacts& facts, std::vector<std::uint16_t>& topics) {
        folded_.clear();
        words_.clear();
        std::uint32_t hash_of_line = hash_start;
        for (std::uint32_t at = span.begin; at < span.end && words_.size() < most_words;) {
            const Decoded c = char_at(text_, at, span.end);
            if (is_separator(c.code)) {
                at += c.size;
                continue;
            }
            std::uint32_t end = at;
            constexpr std::uint32_t longest_word = 64;
            while (end < span.end && end - at < longest_word) {
                const Decoded next = char_at(text_, end, span.end);
                if (is_separator(next.code) && !is_invisible(next.code)) break;
                facts.bars = facts.bars || (is_bar(next.code) && end > span.begin);
                end += next.size;
            }
            std::string_view word = text_.substr(at, end - at);
            const bool colon = word.back() == ':';
            facts.post = facts.post || word.starts_with("(@");
            facts.handle = facts.handle || word[0] == '@' || word[0] == '#' || word.starts_with("http") ||
                           word.starts_with("www.");
            facts.address =
                facts.address || (words_.empty() && (word.starts_with("http") || word.starts_with("www.")));
            while (!word.empty() && trims(word.front())) word.remove_prefix(1);
            while (!word.empty() && trims(word.back())) word.remove_suffix(1);
            at = end;
            if (!says_something(word)) {
                if (colon && !words_.empty()) words_.back().colon = true;
                continue;
            }
            const std::size_t begin = folded_.size();
            fold(word, folded_);
            words_.push_back({begin, folded_.size() - begin, colon, is_number(word)});
            hash_of_line = hash(std::string_view(folded_).substr(begin), hash_of_line);
            count(word, std::string_view(folded_).substr(begin), facts, topics);
        }
        facts.words = static_cast<std::uint8_t>(words_.size());
        facts.hash = words_.empty() ? 0 : mix(hash_of_line);
    }

    static bool says_something(std::string_view word) {
        for (std::size_t at = 0; at < word.size();) {
            const Decoded c = decode(word, at);
            if (is_letter(c.code) || is_digit(c.code)) return true;
            at += c.size;
        }
        return false;
    }

    void read_runs(LineFacts& facts, std::vector<std::uint32_t>& runs) const {
        constexpr std::size_t length = 5;
        for (std::size_t first = 0; first + length <= words_.size(); ++first) {
            const Word& last = words_[first + length - 1];
            runs.push_back(mix(hash(std::string_view(folded_).substr(
                words_[first].begin, last.begin + last.size - words_[first].begin))));
            ++facts.run_count;
        }
    }

    static bool trims(char c) {
        return c == '"' || c == '\'' || c == '(' || c == ')' || c == '[' || c == ']' || c == ',' ||
               c == '.' || c == ':' || c == ';' || c == '!' || c == '?' || c == '*' || c == '-' || c == '|' ||
               c == '>' || c == '<' || c == '/' || c == '=';
    }

    void count(std::string_view word, std::string_view folded, LineFacts& facts,
               std::vector<std::uint16_t>& topics) {
        const char32_t first = decode(word, 0).code;
        bool digit = false, lower = false;
        for (const char c : word) {
            digit = digit || is_ascii_digit(static_cast<unsigned char>(c));
            lower = lower || (c >= 'a' && c <= 'z');
        }
        facts.numbers += digit;
        facts.capitals += is_upper(first);
        facts.shouts += is_upper(first) && !lower && word.size() > 1;
        constexpr std::size_t longest_function_word = 8, shortest_topic = 4;
        const bool first_word = words_.size() == 1;
        if (folded.size() <= longest_function_word) {
            read_line_word(folded, first_word, facts);
            const auto language = function_words_.find(folded);
            if (language && *language == "en") {
                ++facts.function_words;
                return;
            }
        }
        facts.pasts += lower && !is_upper(first) && folded.size() > 3 && folded.ends_with("ed");
        if (folded.size() >= shortest_topic && facts.topic_count < most_topics) {
            // Without its ending, so that "strikes" and "strike" are one.
            std::string_view stem = folded;
            if (stem.ends_with("'s")) stem.remove_suffix(2);
            if (stem.ends_with("s")) stem.remove_suffix(1);
            const bool name = is_upper(first) && !first_word;
            topics.push_back(
                static_cast<std::uint16_t>(mix(hash(stem)) % topic_slots | (name ? topic_name : 0)));
            ++facts.topic_count;
        }
    }

    void read_line_word(std::string_view folded, bool first_word, LineFacts& facts) {
        const auto found = line_words_.find(folded);
        if (!found) return;
        for (const char letter : *found) {
            facts.finite += letter == 'f';
            facts.saying += letter == 's';
            if (!first_word || facts.opener != LineOpener::other) continue;
            facts.opener = letter == 't'   ? LineOpener::determiner
                           : letter == 'p' ? LineOpener::pronoun
                           : letter == 'c' ? LineOpener::link
                           : letter == 'r' ? LineOpener::preposition
                           : letter == 'q' ? LineOpener::question
                                           : LineOpener::other;
        }
    }

    static bool is_number(std::string_view word) {
        for (const char c : word)
            if (!is_ascii_digit(static_cast<unsigned char>(c)) && c != ',' && c != '.' && c != 'k')
                return false;
        return true;
    }

    // Does a line say the same words so many times?
    bool says_again(std::size_t times) const {
        constexpr std::size_t fewest = 3;
        const std::size_t size = words_.size() / times;
        if (words_.size() % times != 0 || size < fewest) return false;
        for (std::size_t i = 0; i + size < words_.size(); ++i)
            if (word(i) != word(i + size)) return false;
        return true;
    }

    // Sentences that end within a line, of its beginning.
    static void read_stops(std::string_view body, LineFacts& facts) {
        constexpr std::size_t reach = 600, shortest_word = 3;
        constexpr std::uint8_t most = 3;
        std::size_t letters = 0;
        const std::string_view head = body.substr(0, reach);
        for (std::size_t at = 0; at + 2 < head.size() && facts.stops < most; ++at) {
            const char c = head[at];
            if ((c == '.' || c == '?' || c == '!') && letters >= shortest_word && head[at + 1] == ' ')
                facts.stops +=
                    is_upper(decode(head, at + 2).code) || is_opening_quote(decode(head, at + 2).code);
            letters = c == ' ' || c == '.' ? 0 : letters + 1;
        }
    }

    // Whose picture it may be, behind the words of a caption.
    static void read_tail(std::string_view body, LineFacts& facts) {
        constexpr std::size_t reach = 60, fewest = 12;
        if (body.size() < fewest || facts.end == LineEnd::stop || facts.end == LineEnd::mark) {
            if (!body.ends_with(')')) return;
        }
        const std::size_t floor = body.size() - std::min(body.size(), reach);
        if (body.ends_with(')')) {
            const std::size_t open = body.rfind('(');
            facts.end_bracket = open != std::string_view::npos && open > 0 && open >= floor &&
                                is_upper(decode(body, open + 1).code);
            return;
        }
        std::size_t stop = std::string_view::npos;
        for (std::size_t at = floor; at + 2 < body.size(); ++at)
            if (body[at] == '.' && body[at + 1] == ' ') stop = at + 2;
        if (stop != std::string_view::npos) {
            std::size_t words = 0, names = 0;
            for (std::size_t at = stop; at < body.size(); ++words) {
                names += is_upper(decode(body, at).code);
                const std::size_t space = body.find(' ', at);
                at = space == std::string_view::npos ? body.size() : space + 1;
            }
            constexpr std::size_t most_words = 5;
            facts.end_name = words > 1 && words <= most_words && names == words;
        }
        const std::size_t slash = body.rfind('/');
        facts.end_slash = slash != std::string_view::npos && slash > floor && slash + 1 < body.size() &&
                          is_upper(decode(body, slash + 1).code) && body[slash - 1] != '/' &&
                          is_letter(decode(body, slash - 1).code) && !facts.handle;
    }

    void read_edges(std::string_view body, LineFacts& facts) {
        const char32_t first = decode(body, 0).code;
        facts.start = is_upper(first)                ? LineStart::upper
                      : is_opening_quote(first)      ? LineStart::quote
                      : is_letter(first)             ? LineStart::lower
                      : is_digit(first)              ? LineStart::digit
                      : is_bullet(first)             ? LineStart::bullet
                      : first == '(' || first == '[' ? LineStart::bracket
                                                     : LineStart::other;
        std::size_t at = body.size();
        bool closed = false, bracket = false;
        while (at > 0) {
            const Decoded c = decode_before(body, at);
            at -= std::min<std::size_t>(c.size, at);
            if (is_closer(c.code)) {
                closed = true;
                bracket = bracket || c.code == ')' || c.code == ']';
                continue;
            }
            if (is_extend(c.code) || is_separator(c.code)) continue;
            facts.end = c.code == '.'                    ? LineEnd::stop
                        : c.code == '?' || c.code == '!' ? LineEnd::mark
                        : c.code == ':'                  ? LineEnd::colon
                        : c.code == ',' || c.code == ';' ? LineEnd::comma
                        : c.code == 0x2026               ? LineEnd::ellipsis
                        : bracket                        ? LineEnd::bracket
                                                         : LineEnd::open;
            break;
        }
        facts.quoted = closed && !bracket && facts.start == LineStart::quote;
        facts.post = facts.post && facts.start == LineStart::bullet;
        const std::size_t slash = body.find('/');
        facts.slide = facts.start == LineStart::digit && slash < 4 && slash + 1 < body.size() &&
                      is_ascii_digit(static_cast<unsigned char>(body[slash + 1])) &&
                      body.find('/', slash + 1) > slash + 4;
    }

    // The longest phrase at each word, none inside another.
    void read_phrases(LineFacts& facts) {
        for (std::size_t at = 0; at < words_.size();) {
            const auto [size, bits] = phrase_at(at);
            if (size == 0) {
                ++at;
                continue;
            }
            if (at == 0) {
                facts.starts = bits;
                facts.cue = words_[size - 1].colon;
            }
            constexpr std::size_t near = 4;
            facts.credit = facts.credit || ((bits & bit(PageClass::agency)) && words_.size() < most_words &&
                                            at + near >= words_.size());
            facts.has = static_cast<std::uint16_t>(facts.has | bits);
            // What captions say, the story says too.
            if (bits != bit(PageClass::image))
                facts.in_phrases = static_cast<std::uint8_t>(facts.in_phrases + size);
            facts.to_reader += (bits & bit(PageClass::reader)) != 0;
            at += size;
        }
    }

    std::pair<std::size_t, std::uint16_t> phrase_at(std::size_t first) const {
        std::pair<std::size_t, std::uint16_t> longest{0, 0};
        constexpr std::size_t most = 5;
        std::string key;
        for (std::size_t count = 1; count <= most && first + count <= words_.size(); ++count) {
            if (count > 1) key += ' ';
            const Word& next = words_[first + count - 1];
            // Numbers are one word to the table: "0 comments" is any number of them.
            if (next.number)
                key += '0';
            else
                key.append(folded_, next.begin, next.size);
            const auto found = phrases_.find_beginning(key, hash(key));
            if (!found) break;
            if (found->value) longest = {count, bits_of(*found->value)};
        }
        return longest;
    }

    std::string_view word(std::size_t number) const {
        return std::string_view(folded_).substr(words_[number].begin, words_[number].size);
    }

    // What only a short line can be.
    void read_label(std::string_view body, LineFacts& facts) {
        constexpr std::uint8_t longest_stamp = 20;
        if (facts.numbers > 0 && facts.words <= longest_stamp) {
            facts.stamp = !find_stamps(body, 0, stamps_).empty();
            const StampWords count = count_stamp_words(body, stamps_);
            facts.stamp_like = count.has_month_or_clock ? count.of_dates * 3 >= count.words * 2
                                                        : count.of_dates == count.words && count.words > 1;
        } else if (facts.words <= 6 && (facts.has & bit(PageClass::stamp))) {
            const StampWords count = count_stamp_words(body, stamps_);
            facts.stamp_like = count.of_dates == count.words;
        }
        facts.by = is_byline(body, false, stamps_.page_words);
        constexpr std::uint8_t longest_name = 4;
        if (facts.words < 2 || facts.words > longest_name || facts.capitals < facts.words ||
            facts.numbers > 0)
            return;
        const bool surname = surnames_.contains(word(facts.words - 1u));
        facts.name = given_names_.contains(word(0)) && (surname || facts.in_phrases == 0);
    }

    struct Word {
        std::size_t begin = 0, size = 0;
        bool colon = false;
        bool number = false;
    };

    std::string_view text_;
    Table phrases_, function_words_, line_words_, agencies_, captions_, given_names_, surnames_;
    StampTables stamps_;
    std::string folded_;
    std::vector<Word> words_;
};

}  // namespace

void set_shape(LineFacts& line) {
    constexpr std::uint8_t many = 12, long_anyway = 25, few = 4;
    const bool ended =
        line.end == LineEnd::stop || line.end == LineEnd::mark || line.end == LineEnd::ellipsis;
    const bool furniture = line.in_phrases > 0 && line.in_phrases * 3 >= line.words * 2;
    if (line.stamp_like)
        line.shape = LineShape::stamp;
    else if (line.words >= long_anyway || (line.words >= many && ended))
        line.shape = LineShape::prose;
    else if (line.post || line.slide || furniture ||
             (line.bars && line.words < many && !ended && line.function_words == 0))
        line.shape = LineShape::furniture;
    else if (line.by || line.name)
        line.shape = LineShape::name;
    else if (ended)
        line.shape = LineShape::sentence;
    else if (line.words >= many)
        line.shape = LineShape::long_open;
    else
        line.shape = line.words > few ? LineShape::medium : LineShape::tiny;
}

PageFacts find_facts(std::string_view text, const std::vector<Line>& lines, const Resources& resources) {
    PageFacts page;
    page.lines.reserve(lines.size());
    LineReader reader(text, resources);
    for (const Line& line : lines) {
        page.lines.push_back(reader.read(line, page));
        set_shape(page.lines.back());
    }
    return page;
}

}  // namespace lede
