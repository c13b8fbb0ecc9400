// What is pasted is not always an article. Every test asks for several signs together: an article with a list
// or a table in it must not be taken for one.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "checks/check_families.h"
#include "text/lines.h"

namespace lede::checks {

namespace {

constexpr std::size_t most_lines = 400;
constexpr std::size_t longest_line = 400;  // bytes of a line that are looked at
constexpr std::size_t fewest_words = 8;    // of anything but a fragment
constexpr std::size_t npos = std::string_view::npos;

struct Row {
    std::string_view text;
    std::size_t words = 0;
    bool capital = false;   // begins with a capital
    bool sentence = false;  // ends like one
};

bool ends_sentence(std::string_view text) {
    while (!text.empty()) {
        const Decoded c = decode_before(text, text.size());
        if (c.code == '.' || c.code == '!' || c.code == '?' || c.code == 0x2026) return true;
        if (c.code != '"' && c.code != '\'' && c.code != ')' && c.code != 0x2019 && c.code != 0x201D)
            return false;
        text.remove_suffix(c.size);
    }
    return false;
}

Row row_of(std::string_view text) {
    Row row{text.substr(0, longest_line)};
    row.sentence = ends_sentence(text);
    bool inside = false, begun = false;
    for (std::size_t at = 0; at < row.text.size();) {
        const Decoded c = decode(row.text, at);
        const bool letter = is_letter(c.code), part = letter || is_digit(c.code);
        if (letter && !begun) row.capital = is_upper(c.code);
        begun = begun || letter;
        row.words += part && !inside;
        inside = part || (inside && (c.code == '\'' || c.code == 0x2019 || c.code == '-'));
        at += c.size;
    }
    return row;
}

// The lines of the article, or all where there is no article.
std::vector<Row> rows_of(const Document& doc) {
    std::vector<Row> rows;
    auto block = doc.blocks.begin();
    for (const Line& line : find_lines(doc.text)) {
        while (block != doc.blocks.end() && block->span.end <= line.span.begin) ++block;
        const bool inside = block != doc.blocks.end() && block->span.begin < line.span.end;
        if (!inside && !doc.blocks.empty()) continue;
        rows.push_back(row_of(doc.slice(line.span)));
        if (rows.size() == most_lines) break;
    }
    return rows;
}

template <class Test>
std::size_t count(const std::vector<Row>& rows, Test test) {
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), test));
}
std::size_t words_of(const std::vector<Row>& rows) {
    std::size_t words = 0;
    for (const Row& row : rows) words += row.words;
    return words;
}
constexpr bool is_share(std::size_t part, std::size_t percent, std::size_t whole) {
    return part * 100 >= percent * whole;
}

// Words in whole sentences with a verb: what articles are made of.
std::size_t words_of_prose(const Document& doc) {
    constexpr std::size_t shortest = 8;
    std::size_t words = 0;
    for (const Sentence& sentence : doc.sentences) {
        if (sentence.tokens.size() < shortest || !ends_sentence(doc.slice(sentence.span))) continue;
        bool verb = false;
        for (Index token = sentence.tokens.begin; token < sentence.tokens.end && !verb; ++token)
            verb = doc.tokens.upos[token] == Upos::VERB || doc.tokens.upos[token] == Upos::AUX;
        if (verb) words += sentence.tokens.size();
    }
    return words;
}

// --- code ------------------------------------------------------------------------------------------------

bool contains_any(std::string_view text, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.find(mark) != npos; });
}
bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.starts_with(mark); });
}

// "print(x)", but not "he said (in 2020)"
bool calls(std::string_view text) {
    for (std::size_t at = text.find('('); at != npos; at = text.find('(', at + 1)) {
        if (at == 0) continue;
        const char before = text[at - 1];
        if (before == '_' || before == '.' || is_letter(static_cast<unsigned char>(before))) return true;
    }
    return false;
}

bool is_code(const Row& row) {
    const std::string_view text = row.text;
    if (begins_with_any(
            text, {"#include", "#define", "#!/", "//", "/*", "*/", "</", "<!", "<?", "}", "{", "@media",
                   "SELECT ", "WHERE ", "INSERT INTO ", "CREATE TABLE ", "GROUP BY ", "ORDER BY ", "$ "}))
        return true;
    if (text.front() == '<' && text.back() == '>') return true;
    if (contains_any(
            text, {"==", "=>", "!=", "&&", "||", "::", "+=", "</", "();", "__", " = ", ":=", "->", "\": "}))
        return true;
    const char last = text.back();
    if (last == '{' || last == '}') return true;
    constexpr std::size_t few = 5;
    if (last == ';')
        return row.words <= 2 || (row.words <= few && text.find(':') != npos) ||
               text.find_first_of("()[]{}=<>_+*") != npos;
    if (last == ':' && begins_with_any(text, {"def ", "class ", "if ", "elif ", "else", "for ", "while ",
                                              "try", "except", "with "}))
        return true;
    if (row.sentence) return false;
    if (row.words <= few + 3 && begins_with_any(text, {"return ", "import ", "export ", "const ", "let ",
                                                       "var ", "public ", "private ", "package ", "using "}))
        return true;
    return calls(text);
}

bool is_code(const std::vector<Row>& rows) {
    constexpr std::size_t fewest = 3;
    return rows.size() >= fewest &&
           is_share(count(rows, [](const Row& row) { return is_code(row); }), 65, rows.size());
}

// --- tables ----------------------------------------------------------------------------------------------

std::size_t gaps_of(std::string_view text) {
    std::size_t gaps = 0;
    for (std::size_t at = text.find("  "); at != npos; at = text.find("  ", at)) {
        ++gaps;
        at = text.find_first_not_of(' ', at);
        if (at == npos) break;
    }
    return gaps;
}

std::size_t commas_of(std::string_view text) {
    std::size_t commas = 0;
    for (std::size_t at = text.find(','); at != npos; at = text.find(',', at + 1)) {
        if (at + 1 < text.size() && text[at + 1] == ' ') return 0;
        ++commas;
    }
    return commas;
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Most lines are split into as many cells.
bool is_table(const std::vector<Row>& rows) {
    constexpr std::size_t fewest = 3;
    if (rows.size() < fewest) return false;
    const bool figures =
        is_share(count(rows, [](const Row& row) { return has_digit(row.text); }), 50, rows.size());
    const auto split = [&](auto separators_of, std::size_t least) {
        std::map<std::size_t, std::size_t> rows_with;
        for (const Row& row : rows)
            if (const std::size_t separators = separators_of(row.text); separators >= least)
                ++rows_with[separators];
        return std::any_of(rows_with.begin(), rows_with.end(), [&](const auto& entry) {
            return entry.second >= fewest && is_share(entry.second, 70, rows.size());
        });
    };
    const auto count_of = [](char separator) {
        return [separator](std::string_view text) {
            return static_cast<std::size_t>(std::count(text.begin(), text.end(), separator));
        };
    };
    // Columns that are set with spaces leave gaps where a cell is empty.
    constexpr std::size_t fewest_gaps = 2;
    const std::size_t aligned = count(rows, [](const Row& row) { return gaps_of(row.text) >= fewest_gaps; });
    return split(count_of('\t'), 1) || split(count_of('|'), 1) ||
           (figures && (split(gaps_of, 1) || split(commas_of, 2) || is_share(aligned, 75, rows.size())));
}

// --- chats -----------------------------------------------------------------------------------------------

// The place behind a time of day ("9:41", "10:32:05 PM") that begins at a byte; the byte where none does.
std::size_t behind_clock(std::string_view text, std::size_t at) {
    const auto digit = [&](std::size_t place) {
        return place < text.size() && text[place] >= '0' && text[place] <= '9';
    };
    std::size_t end = at;
    while (digit(end)) ++end;
    if (end == at || end > at + 2 || end >= text.size() || text[end] != ':' || !digit(end + 1) ||
        !digit(end + 2))
        return at;
    end += 3;
    if (end < text.size() && text[end] == ':' && digit(end + 1) && digit(end + 2)) end += 3;
    const std::string_view rest = text.substr(end, 3);
    for (const std::string_view half : {" AM", " PM", " am", " pm"})
        if (rest == half) return end + half.size();
    return end;
}

constexpr std::size_t longest_name = 28;

bool may_name(std::string_view name) {
    while (!name.empty() &&
           (name.front() == ' ' || name.front() == ']' || name.front() == ')' || name.front() == '-'))
        name.remove_prefix(1);
    return name.size() >= 2 && name.size() <= longest_name && is_letter(decode(name, 0).code) &&
           std::count(name.begin(), name.end(), ' ') <= 2 && name.find_first_of("\"“.,:;") == npos;
}

// Who writes a line of a chat; "" where it is no such line.
struct Turn {
    std::string_view speaker;
    bool stamped = false;  // with a time of day
};
Turn turn_of(const Row& row) {
    const std::string_view text = row.text;
    constexpr std::size_t widest_stamp = 30;
    if (text.front() == '<') {
        const std::size_t end = text.find("> ");
        if (end != npos && end <= longest_name && end > 1) return {text.substr(1, end - 1), true};
    }
    std::size_t begin = 0;
    bool stamped = false;
    if (text.front() == '[' || text.front() == '(' || has_digit(text.substr(0, 1)))
        for (std::size_t at = 0; at < text.size() && at < widest_stamp; ++at)
            if (const std::size_t end = behind_clock(text, at); end > at) {
                begin = end;
                stamped = true;
                break;
            }
    while (begin < text.size() &&
           (text[begin] == ' ' || text[begin] == ']' || text[begin] == ')' || text[begin] == '-'))
        ++begin;
    const std::size_t colon = text.find(": ", begin);
    if (colon != npos && may_name(text.substr(begin, colon - begin)))
        return {text.substr(begin, colon - begin), stamped};
    // "Ann Bell 10:32 AM" above what she writes.
    const std::size_t name_end = text.find_first_of("0123456789");
    if (begin == 0 && name_end != npos && name_end > 2 && text.size() < longest_name + widest_stamp) {
        std::string_view name = text.substr(0, name_end);
        while (!name.empty() &&
               (name.back() == ' ' || name.back() == '[' || name.back() == '(' || name.back() == ','))
            name.remove_suffix(1);
        const std::size_t end = behind_clock(text, name_end);
        if (end > name_end && end + 1 >= text.size() && row.capital && may_name(name)) return {name, true};
    }
    return {};
}

bool is_chat(const std::vector<Row>& rows) {
    constexpr std::size_t fewest = 4, most_speakers = 12, longest_message = 10;
    std::map<std::string_view, std::size_t> speakers;
    std::size_t turns = 0, stamped = 0, words = 0;
    for (const Row& row : rows) {
        const Turn turn = turn_of(row);
        if (turn.speaker.empty()) continue;
        ++turns;
        stamped += turn.stamped;
        words += row.words;
        ++speakers[turn.speaker];
    }
    const auto talkers =
        std::count_if(speakers.begin(), speakers.end(), [](const auto& entry) { return entry.second > 1; });
    if (turns < fewest || talkers < 2 || speakers.size() > most_speakers) return false;
    // What is written below a name takes lines of its own.
    if (is_share(stamped, 100, turns)) return is_share(turns, 40, rows.size());
    return is_share(turns, 80, rows.size()) && words <= turns * longest_message;
}

// --- poems -----------------------------------------------------------------------------------------------

// The last letters of a line, in which rhymes agree.
std::string_view tail_of(std::string_view text) {
    while (!text.empty() && !is_letter(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    constexpr std::size_t letters = 2;
    return text.size() < letters ? std::string_view() : text.substr(text.size() - letters);
}

bool is_poem(const std::vector<Row>& rows) {
    constexpr std::size_t fewest = 6, longest = 14, shortest = 3;
    if (rows.size() < fewest) return false;
    std::size_t runs_on = 0, rhymes = 0, verses = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        if (row.words >= shortest && row.words <= longest && row.capital) ++verses;
        const char last = row.text.back();
        runs_on +=
            last == ',' || last == ';' || last == ':' || row.text.ends_with("—") || row.text.ends_with("–");
        const std::string_view tail = tail_of(row.text);
        rhymes += !tail.empty() && ((i > 0 && tail_of(rows[i - 1].text) == tail) ||
                                    (i > 1 && tail_of(rows[i - 2].text) == tail));
    }
    if (!is_share(verses, 85, rows.size()) || is_share(words_of(rows), 1100, rows.size())) return false;
    // Lists do not end their lines with commas and do not rhyme; articles end their lines with full stops.
    const std::size_t stops = count(rows, [](const Row& row) { return row.sentence; });
    if (is_share(stops, 60, rows.size())) return false;
    return is_share(runs_on, 40, rows.size()) ||
           (is_share(runs_on, 20, rows.size()) && is_share(rhymes, 25, rows.size()));
}

// --- lists -----------------------------------------------------------------------------------------------

bool is_bulleted(std::string_view text) {
    if (begins_with_any(text, {"• ", "- ", "* ", "– ", "· ", "◦ ", "▪ ", "[ ] ", "[x] ", "☐ ", "•\t"}))
        return true;
    const std::size_t end = text.find_first_not_of("0123456789");
    return end != npos && end > 0 && end <= 3 && (text[end] == '.' || text[end] == ')') &&
           end + 1 < text.size() && text[end + 1] == ' ';
}

bool is_list(const std::vector<Row>& rows) {
    constexpr std::size_t fewest = 5, few_bullets = 4, longest = 9, longest_bulleted = 16;
    const std::size_t bullets =
        count(rows, [](const Row& row) { return is_bulleted(row.text) && row.words <= longest_bulleted; });
    if (bullets >= few_bullets && is_share(bullets, 75, rows.size())) return true;
    const std::size_t items = count(rows, [](const Row& row) {
        return row.words <= longest && !row.sentence && row.text.back() != ',' && row.text.back() != ';';
    });
    return rows.size() >= fewest && is_share(items, 90, rows.size());
}

Form form_of(const Document& doc) {
    const std::vector<Row> rows = rows_of(doc);
    if (rows.empty()) return Form::article;
    const bool english = doc.language == Language::english;
    const std::size_t words = words_of(rows);
    const std::size_t prose = english ? words_of_prose(doc) : 0;
    constexpr std::size_t enough_prose = 60;
    const bool has_prose = prose >= enough_prose || prose * 4 >= words;
    if (!(english && has_prose) && is_code(rows)) return Form::code;
    if (!english) return Form::article;
    if (is_chat(rows)) return Form::chat;
    if (!has_prose) {
        if (is_table(rows)) return Form::table;
        if (is_poem(rows)) return Form::poem;
        if (is_list(rows)) return Form::list;
    }
    if (is_poem(rows)) return Form::poem;
    return words < fewest_words ? Form::fragment : Form::article;
}

}  // namespace

void check_form(Document& doc) {
    const Form form = form_of(doc);
    std::string message;
    switch (form) {
        case Form::article:
            return;
        case Form::list:
            message = "This looks like a list, not an article.";
            break;
        case Form::table:
            message = "This looks like a table, not an article.";
            break;
        case Form::chat:
            message = "This looks like a chat, not an article.";
            break;
        case Form::code:
            message = "This looks like program code, not an article.";
            break;
        case Form::poem:
            message = "This looks like a poem, not an article.";
            break;
        case Form::fragment:
            message = "This is too short to be an article.";
            break;
    }
    doc.checks.push_back({CheckKind::not_an_article, std::move(message), {}, form});
}

}  // namespace lede::checks
