#include "text/stamps.h"

#include <array>
#include <string>

#include "base/unicode.h"

namespace lede {

namespace {

constexpr std::size_t longest_line = 300;  // bytes that are read of one
constexpr std::size_t most_pieces = 64;

// A run of digits, a run of letters, or another character.
struct Piece {
    enum class Kind : std::uint8_t { digits, letters, symbol };
    std::string_view text;
    std::uint32_t begin = 0;
    Kind kind = Kind::symbol;
    bool spaced = false;  // white space stands before it
};

struct Pieces {
    std::array<Piece, most_pieces> piece;
    std::size_t count = 0;
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

Pieces cut(std::string_view line) {
    Pieces pieces;
    bool spaced = false;
    for (std::size_t at = 0; at < line.size() && pieces.count < most_pieces;) {
        const Decoded c = decode(line, at);
        if (is_space(c.code)) {
            spaced = true;
            at += c.size;
            continue;
        }
        std::size_t end = at + c.size;
        Piece::Kind kind = Piece::Kind::symbol;
        if (is_digit_char(line[at])) {
            kind = Piece::Kind::digits;
            while (end < line.size() && is_digit_char(line[end])) ++end;
        } else if (is_ascii_letter(line[at])) {
            kind = Piece::Kind::letters;
            while (end < line.size() && is_ascii_letter(line[end])) ++end;
        }
        pieces.piece[pieces.count++] = {line.substr(at, end - at), static_cast<std::uint32_t>(at), kind,
                                        spaced};
        spaced = false;
        at = end;
    }
    return pieces;
}

int number_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

class StampReader {
  public:
    StampReader(const Pieces& pieces, std::uint32_t offset, const StampTables& tables)
        : p_(pieces), offset_(offset), tables_(tables) {}

    std::vector<Stamp> read() {
        std::vector<Stamp> stamps;
        bool changed = false, published = false;
        for (std::size_t at = 0; at < p_.count;) {
            if (p_.piece[at].kind == Piece::Kind::letters) {
                const std::string word = fold(p_.piece[at].text.substr(0, 16));
                if (tables_.page_words.has("changed", word)) {
                    changed = true;
                    published = false;
                } else if (tables_.page_words.has("published", word)) {
                    published = true;
                    changed = false;
                }
            }
            const std::size_t end = read_at(at);
            if (end == at) {
                ++at;
                continue;
            }
            const Piece& last = p_.piece[end - 1];
            const std::size_t size = glued_year_ ? 4 : last.text.size();
            const Span span{offset_ + p_.piece[at].begin,
                            offset_ + last.begin + static_cast<std::uint32_t>(size)};
            stamps.push_back({span, day_, changed, published});
            at = end;
        }
        return stamps;
    }

  private:
    // --- what stands at a place; 0 where it is something else
    bool is_digits(std::size_t at) const { return at < p_.count && p_.piece[at].kind == Piece::Kind::digits; }
    int day_at(std::size_t at) const {
        if (!is_digits(at) || p_.piece[at].text.size() > 2) return 0;
        const int value = number_of(p_.piece[at].text);
        return value <= 31 ? value : 0;
    }
    int month_at(std::size_t at) const {
        return at < p_.count && p_.piece[at].kind == Piece::Kind::letters
                   ? month_of(p_.piece[at].text, tables_.time_words)
                   : 0;
    }
    // "2023", and the year of "20232:23" and "202312:23", to which a time of day is glued.
    int year_at(std::size_t at) {
        glued_year_ = false;
        if (!is_digits(at)) return 0;
        const std::string_view digits = p_.piece[at].text;
        if (digits.size() < 4 || digits.size() > 6 ||
            (!digits.starts_with("19") && !digits.starts_with("20")))
            return 0;
        if (digits.size() > 4) {
            if (!is_symbol(at + 1, ":") || !is_digits(at + 2)) return 0;
            glued_year_ = true;
        }
        return number_of(digits.substr(0, 4));
    }
    bool is_symbol(std::size_t at, std::string_view symbol) const {
        return at < p_.count && p_.piece[at].kind == Piece::Kind::symbol && p_.piece[at].text == symbol;
    }
    std::size_t skip(std::size_t at, std::string_view symbol) const {
        return is_symbol(at, symbol) ? at + 1 : at;
    }
    std::size_t skip_ordinal(std::size_t at) const {
        const bool ordinal = at < p_.count && !p_.piece[at].spaced &&
                             tables_.page_words.has("ordinal_ending", fold(p_.piece[at].text));
        return ordinal ? at + 1 : at;
    }

    bool set(int year, int month, int day) {
        day_.reset();
        if (year < 1 || month < 1 || month > 12 || day < 1) return false;
        day_ = Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                    static_cast<std::uint8_t>(day)};
        return true;
    }

    // The end of a stamp that begins at a piece; the piece itself where none does.
    std::size_t read_at(std::size_t at) {
        glued_year_ = false;
        if (const int month = month_at(at)) {  // April 27, 2024
            const std::size_t next = skip(at + 1, ".");
            if (const int day = day_at(next)) {
                std::size_t year = skip_ordinal(next + 1);
                year = skip(skip(year, ","), ".");
                if (const int value = year_at(year); value && set(value, month, day)) return year + 1;
            }
            return at;
        }
        if (!is_digits(at)) return at;
        if (at > 0 && !p_.piece[at].spaced &&
            (is_symbol(at - 1, ".") || is_symbol(at - 1, "/") || is_symbol(at - 1, "-") ||
             is_symbol(at - 1, ":")))
            return at;
        if (const int day = day_at(at)) {  // 27 April 2024, 27th of April, 2024, 27-Apr-2024
            std::size_t next = skip_ordinal(at + 1);
            const bool dashed = is_symbol(next, "-");
            next = skip(next, "-");
            if (next < p_.count && fold(p_.piece[next].text) == "of") ++next;
            if (const int month = month_at(next)) {
                next = skip(skip(next + 1, "."), ",");
                if (dashed) next = skip(next, "-");
                if (const int year = year_at(next); year && set(year, month, day)) return next + 1;
            }
            return read_numbers(at);
        }
        if (p_.piece[at].text.size() == 4) {  // 2024-04-27, 2024/04/27
            const int year = year_at(at);
            for (const std::string_view mark : {"-", "/", "."})
                if (year && is_symbol(at + 1, mark) && is_symbol(at + 3, mark) && day_at(at + 2) &&
                    day_at(at + 4) && set(year, day_at(at + 2), day_at(at + 4)))
                    return at + 5;
        }
        return at;
    }

    // 27/04/2024, 4/27/2024; dots are written where the day comes first; either way round without a number
    // above 12.
    std::size_t read_numbers(std::size_t at) {
        for (const std::string_view mark : {"/", ".", "-"}) {
            if (!is_symbol(at + 1, mark) || !is_symbol(at + 3, mark)) continue;
            const int first = day_at(at), second = day_at(at + 2), year = year_at(at + 4);
            if (!first || !second || !year) return at;
            if (mark == "." || first > 12 || first == second) return set(year, second, first) ? at + 5 : at;
            if (second > 12) return set(year, first, second) ? at + 5 : at;
            day_.reset();
            return at + 5;
        }
        return at;
    }

    const Pieces& p_;
    std::uint32_t offset_;
    const StampTables& tables_;
    std::optional<Date> day_;
    bool glued_year_ = false;
};

}  // namespace

int month_of(std::string_view word, const Table& time_words) {
    constexpr std::string_view month = "MONTH ";  // its row begins with "MONTH 1"
    constexpr std::size_t longest = 9;
    if (word.size() > longest) return 0;
    const auto row = time_words.find(fold(word));
    if (!row || !row->starts_with(month)) return 0;
    const std::string_view value = row->substr(month.size());
    return number_of(value.substr(0, value.find(';')));
}

std::vector<Stamp> find_stamps(std::string_view line, std::uint32_t offset, const StampTables& tables) {
    const Pieces pieces = cut(line.substr(0, longest_line));
    return StampReader(pieces, offset, tables).read();
}

StampWords count_stamp_words(std::string_view line, const StampTables& tables) {
    const Pieces pieces = cut(line.substr(0, longest_line));
    StampWords count;
    for (std::size_t i = 0; i < pieces.count; ++i) {
        const Piece& piece = pieces.piece[i];
        if (piece.kind == Piece::Kind::symbol) {
            count.has_month_or_clock =
                count.has_month_or_clock || (piece.text == ":" && i > 0 && i + 1 < pieces.count &&
                                             pieces.piece[i - 1].kind == Piece::Kind::digits &&
                                             pieces.piece[i + 1].kind == Piece::Kind::digits);
            continue;
        }
        ++count.words;
        if (piece.kind == Piece::Kind::digits) {
            ++count.of_dates;
            continue;
        }
        const bool month = month_of(piece.text, tables.time_words) > 0;
        count.has_month_or_clock = count.has_month_or_clock || month;
        const std::string word = fold(piece.text.substr(0, 16));
        count.of_dates += month || tables.page_words.has("stamp", word);
    }
    return count;
}

}  // namespace lede
