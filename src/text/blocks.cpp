#include <array>
#include <string>

#include "base/cursor.h"
#include "text/structure.h"
#include "text/words.h"

namespace lede {

namespace {

constexpr std::size_t longest_label = 200;    // bytes of a byline, dateline or credit
constexpr std::size_t longest_dateline = 80;  // bytes of "BRUSSELS (Reuters)"
constexpr std::uint32_t most_dateline_words = 6;
constexpr std::size_t most_words = 32;

// The words of a short block, split at white space.
struct Words {
    std::array<std::string_view, most_words> word;
    std::size_t count = 0;
    bool all = true;  // no more words than that
};

Words words_of(std::string_view block) {
    Words words;
    const auto size = static_cast<std::uint32_t>(block.size());
    for (std::uint32_t at = 0; at < size;) {
        if (is_separator(char_at(block, at, size).code)) {
            at += char_at(block, at, size).size;
            continue;
        }
        const std::uint32_t begin = at;
        while (at < size && !is_separator(char_at(block, at, size).code)) at += char_at(block, at, size).size;
        if (words.count == most_words) {
            words.all = false;
            break;
        }
        words.word[words.count++] = block.substr(begin, at - begin);
    }
    return words;
}

bool is_capitalised(std::string_view word) { return is_upper(decode(word, 0).code); }

std::string bare(std::string_view word) {
    std::string lower = fold(word);
    while (!lower.empty() && (lower.back() == ',' || lower.back() == '.' || lower.back() == ':'))
        lower.pop_back();
    return lower;
}

bool has_digit(std::string_view word) {
    for (const char c : word)
        if (is_ascii_digit(static_cast<unsigned char>(c))) return true;
    return false;
}

bool is_year(std::string_view lower) {
    if (lower.size() != 4 || (lower[0] != '1' && lower[0] != '2')) return false;
    for (const char c : lower)
        if (!is_ascii_digit(static_cast<unsigned char>(c))) return false;
    return true;
}

// 2017-05-25, 25/05/2017
bool is_numeric_date(std::string_view lower) {
    std::size_t digits = 0, marks = 0;
    for (const char c : lower) {
        if (is_ascii_digit(static_cast<unsigned char>(c))) ++digits;
        if (c == '-' || c == '/') ++marks;
    }
    return lower.size() >= 8 && lower.size() <= 20 && marks == 2 && digits >= 6;
}

bool ends_like_sentence(std::string_view block) {
    const std::string_view last = block.substr(block.size() - 1);
    return last == "." || last == "!" || last == "?";
}

bool is_all_capitals(std::string_view word) {
    for (const char c : word)
        if (c >= 'a' && c <= 'z') return false;
    return word.size() > 2;
}

bool is_long_dash(char32_t c) { return c == 0x2013 || c == 0x2014; }

// A dash, or white space and a dash with white space behind it.
bool begins_with_dash(std::string_view rest) {
    const auto size = static_cast<std::uint32_t>(rest.size());
    std::uint32_t at = 0;
    while (at < size && is_separator(char_at(rest, at, size).code)) at += char_at(rest, at, size).size;
    if (is_long_dash(char_at(rest, at, size).code)) return true;
    const std::uint32_t begin = at;
    while (at < size && rest[at] == '-') ++at;
    return begin > 0 && at > begin && at < size && is_separator(char_at(rest, at, size).code);
}

}  // namespace

BlockShape shape_of(std::string_view block) {
    BlockShape shape;
    shape.words = static_cast<std::uint32_t>(words_of(block.substr(0, 1000)).count);
    std::size_t at = block.size();
    bool closed = false;
    while (at > 0) {
        const Decoded c = decode_before(block, at);
        at -= c.size;
        if (c.code == '"' || c.code == 0x201D || is_apostrophe(c.code)) {
            closed = true;
            continue;
        }
        shape.ends_in_stop_and_quote = closed && c.code == '.';
        break;
    }
    return shape;
}

bool is_running_text(std::string_view block) {
    return block.size() > longest_label || (ends_like_sentence(block) && shape_of(block).words > 6);
}

bool is_caption(std::string_view block, const Table& cues) {
    const std::string head = fold(block.substr(0, 64));
    const Words words = words_of(head);
    // A cue has at most three words, or one with punctuation glued to its end.
    for (std::size_t count = 1; count <= 3 && count <= words.count; ++count) {
        std::string key(words.word[0]);
        for (std::size_t i = 1; i < count; ++i) key.append(" ").append(words.word[i]);
        const auto place = cues.find(key);
        if (place && (*place == "always" || (*place != "end" && !ends_like_sentence(block)))) return true;
    }
    if (block.size() > longest_label || ends_like_sentence(block)) return false;
    const std::string all = fold(block);
    for (std::size_t at = all.size(), spaces = 0; at > 0 && spaces < 3 && all.size() - at < 20;) {
        --at;
        spaces += all[at] == ' ';
        const auto place = cues.find(std::string_view(all).substr(at));
        if (place && (*place == "end" || *place == "both")) return true;
    }
    return false;
}

bool is_byline(std::string_view block, bool before_story, const WordClasses& words_of_pages) {
    if (block.size() > longest_label || ends_like_sentence(block)) return false;
    const Words words = words_of(block);
    if (words.count < 2 || !words.all) return false;
    const std::string first = bare(words.word[0]);
    std::size_t capitals = 0;
    bool role = false;
    for (std::size_t i = 0; i < words.count; ++i) {
        capitals += is_capitalised(words.word[i]);
        role = role || words_of_pages.has("journalist", bare(words.word[i]));
    }
    if (first == "by")
        return words.count <= 18 && is_capitalised(words.word[1]) && capitals * 2 > words.count;
    if (!before_story || words.count > 10 || !is_capitalised(words.word[0]) || !is_capitalised(words.word[1]))
        return false;
    if (role && words.word[1].back() == ',') return true;
    // Two or three names, "in", a place.
    for (std::size_t i = 2; i <= 4 && i + 1 < words.count; ++i)
        if (words.word[i] == "in") return capitals + 1 == words.count && words.count <= i + 4;
    return false;
}

bool is_dateline(std::string_view block, const StampTables& tables) {
    if (block.size() > longest_label / 2 || ends_like_sentence(block)) return false;
    const Words words = words_of(block);
    if (words.count > 12 || !words.all) return false;
    bool month = false, year = false, numeric = false;
    for (std::size_t i = 0; i < words.count; ++i) {
        const std::string lower = bare(words.word[i]);
        month = month || month_of(lower, tables.time_words) > 0;
        year = year || is_year(lower);
        numeric = numeric || is_numeric_date(lower);
        const bool expected = is_capitalised(words.word[i]) || has_digit(lower) ||
                              !is_letter(decode(words.word[i], 0).code) ||
                              tables.page_words.has("in_date_line", lower);
        if (!expected) return false;
    }
    return (month && year) || numeric;
}

std::uint32_t leading_dateline(std::string_view paragraph, const Table& agencies) {
    const std::string_view head = paragraph.substr(0, longest_dateline);
    const auto size = static_cast<std::uint32_t>(head.size());
    std::uint32_t at = 0, words = 0, capitals = 0;
    while (at < size) {
        if (head[at] == '(') {
            const std::size_t close = head.find(')', at);
            if (close == std::string_view::npos) return 0;
            const bool known = agencies.contains(fold(head.substr(at + 1, close - at - 1)));
            const auto end = static_cast<std::uint32_t>(close + 1);
            return known || (words > 0 && begins_with_dash(head.substr(end))) ? end : 0;
        }
        // The place in capitals; after a comma a region or a date may follow in other letters.
        std::uint32_t end = at;
        while (end < size && !is_separator(char_at(head, end, size).code) && head[end] != '(' &&
               !is_long_dash(char_at(head, end, size).code))
            end += char_at(head, end, size).size;
        const std::string_view word = head.substr(at, end - at);
        const bool letters = !word.empty() && is_letter(decode(word, 0).code);
        if (++words > most_dateline_words || word.empty() || (letters && !is_capitalised(word)) ||
            (words == 1 && !letters))
            return 0;
        capitals += letters && is_all_capitals(word);
        if (begins_with_dash(head.substr(end))) return capitals > 0 ? end : 0;
        while (end < size && is_separator(char_at(head, end, size).code))
            end += char_at(head, end, size).size;
        at = end;
    }
    return 0;
}

}  // namespace lede
