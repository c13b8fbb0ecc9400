#include "news_writer.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <vector>

#include "base/unicode.h"
#include "news_grammar.h"

namespace lede::fuzz {

namespace {

constexpr std::array<std::string_view, 40> tables{"abbreviations",   "attitude_verbs",
                                                  "caption_cues",    "casualty_words",
                                                  "causal_signals",  "contractions",
                                                  "counted_nouns",   "currencies",
                                                  "demonyms",        "dull_verbs",
                                                  "event_modality",  "event_nouns",
                                                  "function_words",  "generic_nouns",
                                                  "given_names",     "irregular_forms",
                                                  "joined_prefixes", "known_acronyms",
                                                  "name_parts",      "namesakes",
                                                  "news_agencies",   "number_suffixes",
                                                  "number_words",    "numbered_nouns",
                                                  "organisations",   "person_nouns",
                                                  "places",          "plover_verbs",
                                                  "pronouns",        "quantity_modifiers",
                                                  "reporting_verbs", "sentence_starters",
                                                  "source_nouns",    "states",
                                                  "surnames",        "thing_nouns",
                                                  "time_words",      "titles",
                                                  "units",           "closed_words"};

// The numbers at the edges of what types, calendars and tables hold, and the shapes that people give them.
constexpr std::array<std::string_view, 64> numbers{"0",
                                                   "1",
                                                   "2",
                                                   "3",
                                                   "7",
                                                   "10",
                                                   "11",
                                                   "12",
                                                   "13",
                                                   "21",
                                                   "24",
                                                   "29",
                                                   "30",
                                                   "31",
                                                   "32",
                                                   "53",
                                                   "59",
                                                   "60",
                                                   "99",
                                                   "100",
                                                   "400",
                                                   "1,000",
                                                   "1.5",
                                                   "2.75",
                                                   ".5",
                                                   "½",
                                                   "1½",
                                                   "3/4",
                                                   "1-1/2",
                                                   "3 3/4",
                                                   "a",
                                                   "a half",
                                                   "one",
                                                   "two dozen",
                                                   "twenty-two",
                                                   "a hundred and one",
                                                   "one in five",
                                                   "third",
                                                   "4,999",
                                                   "5000",
                                                   "5001",
                                                   "9999",
                                                   "10000",
                                                   "32767",
                                                   "32768",
                                                   "65536",
                                                   "999,999",
                                                   "1,000,000",
                                                   "11.1bn",
                                                   "2147483647",
                                                   "2147483648",
                                                   "4294967296",
                                                   "9007199254740993",
                                                   "18446744073709551616",
                                                   "999999999999999999999",
                                                   "1e308",
                                                   "00",
                                                   "007",
                                                   "1,0,0",
                                                   "1.000.000,00",
                                                   "٣٤",
                                                   "1 000 000",
                                                   "minus 4",
                                                   "hundreds of thousands of"};
constexpr std::array<std::string_view, 24> digit_groups{"1",  "2",  "3",  "4",  "5",  "9",  "10", "11",
                                                        "12", "13", "19", "20", "21", "24", "28", "29",
                                                        "30", "31", "32", "45", "59", "60", "0",  "00"};
constexpr std::array<std::string_view, 20> years{"2024", "2023", "1999",    "1945",  "1900", "1066", "0001",
                                                 "1",    "9999", "9998",    "10000", "0000", "2100", "1582",
                                                 "'45",  "24",   "2024/25", "19",    "3000", "1800"};
constexpr std::array<std::string_view, 10> symbols{"$", "£", "€", "¥", "₹", "US$", "A$", "R", "RM", "CHF "};
constexpr std::array<std::string_view, 22> odd_marks{"\u00AD",
                                                     "\u200B",
                                                     "\u200D",
                                                     "\u0301",
                                                     "\uFEFF",
                                                     "\u202E",
                                                     "\u00A0",
                                                     "\u2009",
                                                     "\u2028",
                                                     "\t",
                                                     "\r\n",
                                                     "…",
                                                     "·",
                                                     "•",
                                                     "™",
                                                     "№",
                                                     "☃",
                                                     "👩‍👩‍👧",
                                                     std::string_view("\0x", 2),
                                                     "<b>",
                                                     "&amp;",
                                                     "[1]"};

class Writer {
  public:
    Writer(Choices& choices, const Resources& resources, bool any_bytes)
        : choices_(choices), any_bytes_(any_bytes) {
        for (std::string_view name : tables) tables_.emplace(name, resources.find_table(name));
        read_grammar();
    }

    std::string article() {
        write("article", 0);
        return std::move(out_);
    }

  private:
    static constexpr int deepest = 14;
    static constexpr std::size_t longest = 24'000;  // bytes

    void read_grammar() {
        std::string_view rest = news_grammar;
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            const std::size_t colon = line.find(": ");
            if (colon != std::string_view::npos)
                grammar_[line.substr(0, colon)].push_back(line.substr(colon + 2));
        }
    }

    void write(std::string_view slot, int depth) {
        const auto found = grammar_.find(slot);
        if (found == grammar_.end()) std::abort();  // a slot that the grammar does not have
        const auto& ways = found->second;
        const bool enough = depth > deepest || out_.size() > longest;
        expand(ways[enough ? 0 : choices_.below(ways.size())], depth + 1);
    }

    void expand(std::string_view text, int depth) {
        while (!text.empty()) {
            const std::size_t open = text.find('{');
            write_literal(text.substr(0, open));
            if (open == std::string_view::npos) return;
            const std::size_t close = text.find('}', open);
            fill(text.substr(open + 1, close - open - 1), depth);
            text.remove_prefix(close + 1);
        }
    }

    void fill(std::string_view slot, int depth) {
        if (depth > 2 * deepest) return;
        const std::string_view rest = slot.substr(1);
        if (slot[0] == '#') return write_word(key_of(rest), false);
        if (slot[0] == '^') return write_word(key_of(rest), true);
        if (slot[0] == '@') return write_habit(rest, depth);
        write(slot, depth);
    }

    std::string key_of(std::string_view name) {
        const std::string_view table = name == "*" ? tables[choices_.below(tables.size())] : name;
        const Table& rows = tables_.at(table);
        for (int tries = 0; tries < 8; ++tries) {
            const std::size_t number = choices_.below(rows.size());
            if (const auto key = rows.key(static_cast<std::uint32_t>(number))) return std::string(*key);
        }
        return "mayor";
    }

    // As people spell what tables hold in small letters.
    void write_word(std::string word, bool capital) {
        const std::size_t habit = choices_.below(32);
        if (habit == 1) capital = !capital;
        if (capital) word = in_capitals(word, habit == 2);
        if (habit == 3) word = spread_dots(word);
        if (habit == 4) word += "s";
        if (habit == 5) word += "'s";
        if (habit == 6) word += "’s";
        if (habit == 7) word.insert(word.size() / 2, any_bytes_ ? "\xC2" : "\u00AD");
        if (habit == 8) word += odd_marks[choices_.below(odd_marks.size())];
        if (habit == 9) word = "“" + word + "”";
        if (habit == 10) word += "-" + word;
        if (habit == 11) word += "ed";
        if (habit == 12) word += "ing";
        out_ += word;
    }

    static std::string in_capitals(const std::string& word, bool all) {
        std::string out;
        bool first = true;
        for (std::size_t at = 0; at < word.size();) {
            const Decoded c = decode(word, at);
            const bool raise = (all || first) && is_ascii_lower(c.code);
            if (raise)
                out += static_cast<char>(c.code - 32);
            else
                out.append(word, at, c.size);
            first = c.code == ' ' || c.code == '-' || c.code == '.';
            at += c.size;
        }
        return out;
    }

    // "S.A." as "S. A.", "S .A .", "SA".
    std::string spread_dots(const std::string& word) {
        const std::size_t way = choices_.below(4);
        std::string out;
        for (char c : word) {
            if (c == '.' && way == 3) continue;
            if (c == '.' && way == 1) out += ' ';
            out += c;
            if (c == '.' && way != 2) out += ' ';
        }
        return out;
    }

    void write_literal(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const Decoded c = decode(text, at);
            if (c.code == 0xB6)  // ¶
                out_ += choices_.chance(6) ? "\r\n" : "\n";
            else if (c.code == '~' || (c.code == ' ' && choices_.chance(3)))
                write_gap();
            else
                out_.append(text, at, c.size);
            at += c.size;
        }
    }

    void write_gap() {
        static constexpr std::array<std::string_view, 9> gaps{" ",  " ", " ",      "  ", "\u00A0",
                                                              "\n", "",  "\u2009", "\t"};
        out_ += gaps[choices_.below(gaps.size())];
    }

    void write_habit(std::string_view habit, int depth) {
        const std::size_t space = habit.find(' ');
        const std::string_view name = habit.substr(0, space);
        const std::string_view slot = space == std::string_view::npos ? "" : habit.substr(space + 1);
        if (name == "number") {
            out_ += numbers[choices_.below(numbers.size())];
        } else if (name == "digits") {
            out_ += digit_groups[choices_.below(digit_groups.size())];
        } else if (name == "year") {
            out_ += years[choices_.below(years.size())];
        } else if (name == "symbol") {
            out_ += symbols[choices_.below(symbols.size())];
        } else if (name == "odd") {
            out_ += odd_marks[choices_.below(odd_marks.size())];
            if (any_bytes_ && choices_.chance(30)) out_ += static_cast<char>(choices_.byte());
        } else if (name == "initial") {
            out_ += static_cast<char>('A' + choices_.below(26));
            out_ += choices_.chance(80) ? ". " : " ";
        } else if (name == "acronym") {
            const std::size_t size = 2 + choices_.below(4);
            const bool dots = choices_.chance(20);
            for (std::size_t i = 0; i < size; ++i) {
                out_ += static_cast<char>('A' + choices_.below(26));
                if (dots) out_ += '.';
            }
        } else if (name == "hash") {
            out_ += "#" + key_of("thing_nouns") + " @" + key_of("surnames");
        } else if (name == "many") {
            write_many(slot, depth);
        } else {
            const std::size_t before = out_.size();
            write(slot, depth);
            const std::string written = out_.substr(before);
            out_.resize(before);
            out_ += name == "shout" ? in_capitals(written, true) : spread_dots(written);
        }
    }

    // Now and then more of a thing than any limit allows: 256 tokens a sentence, the caps of lists.
    void write_many(std::string_view slot, int depth) {
        if (depth > 6) return write(slot, deepest);
        static constexpr std::array<std::size_t, 8> counts{1, 1, 2, 3, 5, 9, 40, 300};
        const std::size_t count = counts[choices_.below(counts.size())];
        const std::size_t begin = out_.size();
        for (std::size_t i = 0; i < count && out_.size() < longest; ++i) {
            if (i > 0) out_ += choices_.chance(30) ? ", " : " ";
            if (choices_.is_over()) {
                // No choices are left: what was written is written again.
                const std::string again = out_.substr(begin, 512);
                while (++i < count && out_.size() < longest) out_ += " " + again;
                return;
            }
            write(slot, depth + 4);
        }
    }

    Choices& choices_;
    bool any_bytes_;
    std::map<std::string_view, Table> tables_;
    std::map<std::string_view, std::vector<std::string_view>> grammar_;
    std::string out_;
};

Options options_by(Choices& choices) {
    static constexpr std::array<Date, 9> days{{{2024, 6, 14},
                                               {1, 1, 1},
                                               {9999, 12, 31},
                                               {2024, 2, 29},
                                               {1, 3, 1},
                                               {9999, 1, 1},
                                               {1900, 2, 28},
                                               {1582, 10, 15},
                                               {2023, 12, 31}}};
    Options options;
    const std::size_t day = choices.below(days.size() + 2);
    if (day < days.size()) options.published = days[day];
    if (choices.chance(10)) options.title = "Mayor \"resigns\" over \xF0\x9F\x98 flood";
    return options;
}

}  // namespace

WrittenNews write_news(Choices& choices, const Resources& resources, bool any_bytes) {
    WrittenNews news;
    news.options = options_by(choices);
    news.text = Writer(choices, resources, any_bytes).article();
    return news;
}

}  // namespace lede::fuzz
