#include "text/words.h"

#include "base/cursor.h"

namespace lede {

namespace {

// Bounds on looking ahead and on what is asked of a table, so that hostile text costs no more than news.
constexpr std::uint32_t longest_listed_word = 32;
constexpr std::uint32_t longest_mail_name = 64;
constexpr std::uint32_t longest_mail_host = 255;
constexpr std::uint32_t most_dotted_letters = 12;
constexpr std::size_t most_spaced_initials = 3;

bool is_word_char(char32_t c) { return is_letter(c) || is_digit(c); }
bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_address_char(char32_t c) {
    return c < 0x80 && (is_word_char(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%');
}
bool is_currency(char32_t c) { return c == '$' || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20CF); }

class Splitter {
  public:
    Splitter(std::string_view text, std::uint32_t end, const WordTables& tables, std::vector<Span>& out)
        : text_(text), end_(end), tables_(tables), out_(out) {}

    void split(std::uint32_t at) {
        bool after_separator = true;
        while (at < end_) {
            const char32_t c = peek(at);
            if (is_separator(c)) {
                at += char_at(text_, at, end_).size;
                at = skip_marks(text_, at, end_);
                after_separator = true;
                continue;
            }
            if (is_extend(c)) {  // marks with no base of their own
                at = skip_marks(text_, at, end_);
                continue;
            }
            at = token(at, after_separator);
            after_separator = false;
        }
    }

  private:
    char32_t peek(std::uint32_t at) const { return char_at(text_, at, end_).code; }
    std::uint32_t next(std::uint32_t at) const { return next_char(text_, at, end_); }
    std::string folded(std::uint32_t begin, std::uint32_t end) const {
        return fold(text_.substr(begin, end - begin));
    }
    // Marks belong to what they stand on, wherever a rule has cut: "Mr." and a joiner after it are one token.
    void add(std::uint32_t begin, std::uint32_t end) {
        begin = skip_marks(text_, begin, end_);
        end = skip_marks(text_, end, end_);
        if (begin < end) out_.push_back({begin, end});
    }

    // Adds the token or tokens at a place, returns where they end.
    std::uint32_t token(std::uint32_t at, bool after_separator) {
        const char32_t c = peek(at);
        if (is_word_char(c)) {
            if (const std::uint32_t address = end_of_address(at); address > at) return single(at, address);
            if (is_digit(c)) return number(at);
            return word(at);
        }
        if ((c == '@' || c == '#') && after_separator) {
            std::uint32_t stop = at + 1;
            bool named = false;  // @49ers, but a price @2.5
            for (; is_word_char(peek(stop)) || peek(stop) == '_'; stop = next(stop))
                named = named || !is_digit(peek(stop));
            if (named && (c == '@' || !is_digit(peek(at + 1)))) return single(at, stop);
        }
        if (c == '.' && (after_separator || is_currency(decode_before(text_, at).code)))
            if (const std::uint32_t stop = end_of_dotted_start(at); stop > at) return single(at, stop);
        if (is_apostrophe(c) && after_separator)
            if (const std::uint32_t stop = end_of_clipped_word(at); stop > at) return stop;
        return symbol(at, after_separator);
    }

    std::uint32_t single(std::uint32_t begin, std::uint32_t end) {
        add(begin, end);
        return end;
    }

    // --- addresses ---

    bool begins_with(std::uint32_t at, std::string_view lower) const {
        if (end_ - at < lower.size()) return false;
        for (std::size_t i = 0; i < lower.size(); ++i)
            if (to_lower(static_cast<unsigned char>(text_[at + i])) != static_cast<unsigned char>(lower[i]))
                return false;
        return true;
    }

    std::uint32_t end_of_address(std::uint32_t at) const {
        if (begins_with(at, "http://") || begins_with(at, "https://") || begins_with(at, "www.") ||
            begins_with(at, "mailto:")) {
            std::uint32_t stop = at;
            std::uint32_t keep = at;  // up to the last character that is no closing punctuation
            while (stop < end_) {
                const char32_t c = peek(stop);
                if (is_separator(c) || c == '"' || c == '<' || c == '>' || c == 0x201D || c == 0x201C) break;
                stop = next(stop);
                const bool closes = c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
                                    c == ')' || c == ']' || is_apostrophe(c);
                if (!closes) keep = stop;
            }
            return keep;
        }
        std::uint32_t name = at;
        while (name < end_ && name - at < longest_mail_name && is_address_char(peek(name))) ++name;
        if (name == at || name >= end_ || peek(name) != '@') return at;
        std::uint32_t host = name + 1;
        std::uint32_t keep = at;
        if (!is_word_char(peek(host))) return at;
        // A host need not have a dot: inside a company, addresses are written without.
        bool named = is_letter(peek(host));
        while (host < end_ && host - name < longest_mail_host && is_address_char(peek(host))) {
            if (peek(host) == '.') {
                named = true;
            } else if (is_word_char(peek(host))) {
                keep = host + 1;
            }
            ++host;
        }
        return named ? skip_marks(text_, keep, end_) : at;
    }

    // --- numbers ---

    std::uint32_t digits(std::uint32_t at) const {
        while (is_digit(peek(at))) at = next(at);
        return at;
    }

    // .265 and .NET, .doc; but ".Then" is a sentence with its space on the wrong side. `at` where there is
    // none.
    std::uint32_t end_of_dotted_start(std::uint32_t at) const {
        constexpr std::uint32_t longest_extension = 5;
        std::uint32_t stop = at + 1;
        if (is_digit(peek(stop))) {
            stop = digits(stop);
            return is_word_char(peek(stop)) || peek(stop) == '.' ? at : stop;
        }
        bool upper = true, lower = true;
        while (stop - at <= longest_extension && (peek(stop) | 0x20) >= 'a' && (peek(stop) | 0x20) <= 'z') {
            upper = upper && is_ascii_upper(peek(stop));
            lower = lower && !is_ascii_upper(peek(stop));
            ++stop;
        }
        return stop - at > 2 && !is_word_char(peek(stop)) && (upper || lower) ? stop : at;
    }

    // How many of at most `limit` characters from a place are digits.
    std::uint32_t count_digits(std::uint32_t at, std::uint32_t limit) const {
        std::uint32_t count = 0;
        for (; count < limit && is_digit(peek(at)); at = next(at)) ++count;
        return count;
    }

    // The end of a number with its decimal, thousands, clock and date separators: 3.5  1,200,000  10:30 9/11.
    std::uint32_t end_of_number(std::uint32_t at) const {
        for (at = digits(at); at < end_;) {
            const char32_t c = peek(at);
            if (!is_digit(peek(at + 1))) break;
            if (c == ',') {
                const std::uint32_t size = count_digits(at + 1, 4);
                if (size != 3 && !(size == 2 && peek(at + 3) == ',')) break;
            } else if (c != '.' && c != ':' && c != '/') {
                break;
            }
            at = digits(at + 1);
        }
        return at;
    }

    // Numbers joined by hyphens that are one thing: an ISO date, a telephone number. A range (5-10) is not.
    std::uint32_t end_of_hyphenated_number(std::uint32_t at, std::uint32_t first_end) const {
        std::uint32_t groups = 1;
        std::uint32_t stop = first_end;
        const bool local_call =
            first_end - at == 3 && peek(first_end) == '-' && count_digits(first_end + 1, 5) == 4;
        while (stop < end_ && peek(stop) == '-' && is_digit(peek(stop + 1))) {
            stop = digits(stop + 1);
            ++groups;
        }
        return groups >= 3 || (groups == 2 && local_call) ? stop : first_end;
    }

    // "'s" after a number; `stop` where there is none.
    std::uint32_t end_of_number_clitic(std::uint32_t stop) const {
        if (!is_apostrophe(peek(stop))) return stop;
        const std::uint32_t letter = stop + char_at(text_, stop, end_).size;
        if (to_lower(peek(letter)) != 's' || is_word_char(peek(next(letter)))) return stop;
        return next(letter);
    }

    // 60's, 1960's: a plural; but 2008's and 2030's are a year's.
    bool is_decade(std::uint32_t at, std::uint32_t stop) const {
        if (text_[stop - 1] != '0') return false;
        return stop - at == 2 || (stop - at == 4 && text_[at] == '1');
    }

    bool is_year(std::uint32_t at, std::uint32_t stop) const {
        return stop - at == 4 && (begins_with(at, "19") || begins_with(at, "20"));
    }

    std::uint32_t number(std::uint32_t at) {
        std::uint32_t stop = end_of_number(at);
        if (peek(stop) == '-') stop = end_of_hyphenated_number(at, stop);
        if (!is_letter(peek(stop))) {
            const std::uint32_t tail = end_of_number_clitic(stop);
            if (tail == stop) return single(at, stop);
            if (!is_decade(at, stop)) add(at, stop);
            return single(is_decade(at, stop) ? at : stop, tail);
        }
        if (is_year(at, stop) && is_upper(peek(stop)) && is_lower(peek(next(stop))))
            return single(at, stop);  // "3 May 2019The next day"
        std::uint32_t letters = stop;
        while (is_word_char(peek(letters))) letters = next(letters);
        if (letters - stop <= longest_listed_word &&
            tables_.number_suffixes.contains(folded(stop, letters))) {
            add(at, stop);
            // "a.m." after a number has its stops; the word rule knows them.
            return word(stop);
        }
        if (begins_with(stop, "a.m.") || begins_with(stop, "p.m.")) {
            add(at, stop);
            return single(stop, stop + 4);
        }
        return word(at, letters);
    }

    // --- words ---

    std::uint32_t run_of_letters(std::uint32_t at) const {
        while (at < end_) {
            const char32_t c = peek(at);
            if (is_invisible(c)) {
                const std::uint32_t after = end_of_invisible(at);
                if (!is_word_char(peek(after))) break;
                at = after;
                continue;
            }
            if (!is_word_char(c) && c != '_') break;
            at = next(at);
        }
        return at;
    }

    // The end of the characters within a word that show nothing.
    std::uint32_t end_of_invisible(std::uint32_t at) const {
        while (at < end_ && is_invisible(peek(at))) at = next(at);
        return at;
    }

    // Letters with single full stops between them: U.S., e.g., J.K. Returns `at` where there are not at least
    // two.
    std::uint32_t end_of_dotted_letters(std::uint32_t at) const {
        std::uint32_t stop = at;
        std::uint32_t letters = 0;
        while (letters < most_dotted_letters && is_letter(peek(stop))) {
            const std::uint32_t after = next(stop);
            if (peek(after) != '.') {
                if (letters == 0 || is_word_char(peek(after))) break;
                stop = after;  // "U.S" without the last stop
                ++letters;
                break;
            }
            if (peek(after + 1) == '.') break;
            stop = after + 1;
            ++letters;
        }
        return letters >= 2 ? stop : at;
    }

    // "U. S.", "D. C.": a known abbreviation whose letters stand apart. Returns `at` where there is none.
    std::uint32_t end_of_spaced_initials(std::uint32_t at) const {
        std::string letters;
        std::uint32_t stop = at;
        while (letters.size() < 2 * most_spaced_initials && is_ascii_upper(peek(stop)) &&
               peek(stop + 1) == '.') {
            letters += static_cast<char>(to_lower(peek(stop)));
            letters += '.';
            stop += 2;
            if (letters.size() > 2 && tables_.abbreviations.contains(letters) && !is_word_char(peek(stop)))
                return stop;
            if (peek(stop) != ' ') break;
            ++stop;
        }
        return at;
    }

    std::uint32_t word(std::uint32_t at) {
        if (peek(next(at)) != '.') return word(at, run_of_letters(at));
        if (const std::uint32_t stop = end_of_spaced_initials(at); stop > at) return clitics_after(at, stop);
        if (const std::uint32_t stop = end_of_dotted_letters(at); stop > at && !is_word_char(peek(stop)))
            return clitics_after(at, stop);
        return word(at, run_of_letters(at));
    }

    // A word whose first run of letters and digits is known.
    std::uint32_t word(std::uint32_t at, std::uint32_t run_end) {
        std::uint32_t stop = run_end;
        while (stop < end_) {
            const char32_t c = peek(stop);
            const std::uint32_t after = stop + char_at(text_, stop, end_).size;
            const char32_t d = peek(after);
            if (is_apostrophe(c) && is_letter(d)) {
                stop = run_of_letters(after);
            } else if (c == '.' && is_word_char(d) && !begins_sentence(stop, after)) {
                stop = run_of_letters(after);
            } else if (c == '&' && is_ascii_upper(d) && is_upper(decode_before(text_, stop).code)) {
                stop = run_of_letters(after);
            } else if (is_hyphen(c) && is_word_char(d) && stop - at <= longest_listed_word &&
                       tables_.joined_prefixes.contains(folded(at, stop))) {
                if (peek(next(after)) == '.' && end_of_dotted_letters(after) > after) {
                    stop = end_of_dotted_letters(after);  // anti-U.S.
                } else {
                    stop = run_of_letters(after);
                }
            } else {
                break;
            }
        }
        if (is_hyphen(peek(stop)) && is_stammer(at, stop)) return single(at, next(stop));
        if (peek(stop) == '$' && stop - at <= 3 && is_upper_run(at, stop))
            return single(at, stop + 1);  // US$
        if (peek(stop) == '.' && peek(stop + 1) != '.' && is_abbreviation(at, stop)) ++stop;
        split_clitics(at, stop);
        return stop;
    }

    // "th- the", "s-, see": a word broken off after a letter or two; but "US- and EU-backed".
    bool is_stammer(std::uint32_t at, std::uint32_t stop) const {
        if (!is_letter(peek(at)) || (next(at) != stop && next(next(at)) != stop)) return false;
        if (next(at) != stop && !is_lower(peek(next(at)))) return false;
        const char32_t after = peek(next(stop));
        return next(stop) < end_ &&
               (is_separator(after) || after == ',' || after == '.' || after == '?' || after == '!');
    }

    // A full stop with no space after it: "ended.The" but not "Ph.D." or "ENRON.XLS".
    bool begins_sentence(std::uint32_t stop, std::uint32_t after) const {
        return is_upper(peek(after)) && !is_upper(decode_before(text_, stop).code) &&
               peek(next(after)) != '.';
    }

    bool is_upper_run(std::uint32_t at, std::uint32_t stop) const {
        for (; at < stop; at = next(at))
            if (!is_upper(peek(at))) return false;
        return true;
    }

    std::uint32_t skip_spaces(std::uint32_t at) const {
        while (at < end_ && (text_[at] == ' ' || is_space(peek(at)))) at += char_at(text_, at, end_).size;
        return at;
    }

    // Does the full stop after [at, stop) belong to it?
    bool is_abbreviation(std::uint32_t at, std::uint32_t stop) const {
        if (stop - at > longest_listed_word) return false;
        const bool capital = is_upper(peek(at));
        const std::uint32_t after = stop + 1;
        if (next(at) == stop && capital) {  // an initial, unless the block ends here or it is the pronoun
            const char32_t following = peek(after);
            if (peek(at) == 'I' && !is_letter(following)) return is_upper(peek(skip_spaces(after)));
            return is_word_char(following) || is_hyphen(following) || following == ',' ||
                   is_upper(peek(skip_spaces(after)));
        }
        const auto kind = tables_.abbreviations.find(folded(at, after));
        if (!kind) return false;
        if (*kind == "title") return capital;
        if (*kind == "number") return is_digit(peek(skip_spaces(after)));
        if (*kind == "last") {  // UD parts "etc" from the stop that ends the sentence
            const std::uint32_t following = skip_spaces(after);
            return following < end_ && !is_upper(peek(following));
        }
        return true;
    }

    std::uint32_t clitics_after(std::uint32_t at, std::uint32_t stop) {
        if (is_apostrophe(peek(stop))) {
            const std::uint32_t after = stop + char_at(text_, stop, end_).size;
            if (is_letter(peek(after))) stop = run_of_letters(after);
        }
        split_clitics(at, stop);
        return stop;
    }

    // Adds the parts of a word: do|n't, he|'d|'ve, can|not.
    void split_clitics(std::uint32_t at, std::uint32_t stop) {
        std::uint32_t cuts[3];
        int count = 0;
        std::uint32_t tail = stop;
        while (count < 3) {
            const std::uint32_t cut = clitic_before(at, tail);
            if (cut == tail) break;
            cuts[count++] = cut;
            tail = cut;
        }
        if (count == 0 && stop - at <= longest_listed_word) {
            if (const auto size = tables_.contractions.find(folded(at, stop))) {
                // Characters, not bytes: the text may have ’ where the table has '.
                std::uint32_t seam = at;
                for (char left = (*size)[0]; left > '0' && seam < stop; --left) seam = next(seam);
                if (seam > at && seam < stop) cuts[count++] = seam;
            }
        }
        std::uint32_t begin = at;
        while (count > 0) {
            add(begin, cuts[--count]);
            begin = cuts[count];
        }
        add(begin, stop);
    }

    // Where the clitic begins that ends at `stop`; `stop` where there is none.
    std::uint32_t clitic_before(std::uint32_t at, std::uint32_t stop) const {
        constexpr std::uint32_t longest = 8;
        const std::uint32_t from = stop - at > longest ? stop - longest : at;
        for (std::uint32_t place = stop; place > from;) {
            const Decoded c = decode_before(text_, place);
            place -= c.size;
            if (!is_apostrophe(c.code)) {
                if (!is_letter(c.code)) return stop;
                continue;
            }
            const std::uint32_t letters = place + c.size;
            const std::string tail = folded(letters, stop);
            if (place > at &&
                (tail == "s" || tail == "m" || tail == "d" || tail == "re" || tail == "ve" || tail == "ll"))
                return place;
            if (tail == "t" && place > at + 1 && to_lower(decode_before(text_, place).code) == 'n')
                return place - 1;
            return stop;
        }
        return stop;
    }

    // 'em, 'til, 'tis and the decades ('90s). Returns `at` for a plain quotation mark.
    std::uint32_t end_of_clipped_word(std::uint32_t at) {
        const std::uint32_t letters = at + char_at(text_, at, end_).size;
        const std::uint32_t stop = run_of_letters(letters);
        if (stop == letters || stop - letters > 5) return at;
        const std::string word_form = folded(at, stop);
        const bool decade = word_form.size() == 4 && is_digit(peek(letters)) && word_form.back() == 's';
        static constexpr std::string_view clipped[] = {"'em", "'til", "'cause", "'n", "'s",
                                                       "'ve", "'re",  "'ll",    "'m", "'d"};
        for (const std::string_view candidate : clipped)
            if (word_form == candidate) return single(at, stop);
        if (decade) return single(at, stop);
        if (tables_.contractions.contains(word_form)) {
            split_clitics(at, stop);
            return stop;
        }
        return at;
    }

    // --- everything else ---

    std::uint32_t symbol(std::uint32_t at, bool after_separator) {
        const char32_t c = peek(at);
        std::uint32_t stop = next(at);
        if (is_regional_indicator(c)) {  // a flag is two of them
            if (is_regional_indicator(peek(stop))) stop = next(stop);
            return single(at, stop);
        }
        if (decode_before(text_, stop).code == zero_width_joiner) return single(at, end_of_joined(stop));
        std::uint32_t run = 1;
        while (stop < end_ && same_run(c, peek(stop))) {
            stop = next(stop);
            ++run;
        }
        const bool is_pair = c == '.' || c == '-' || c == '\'' || c == '`' || c == '!' || c == '?' ||
                             c == '*' || c == '<' || c == '>' || c == '=' || c == 0x2014 || c == 0x2013;
        if (c == 0x2026 && peek(stop) == '.') {  // "…." is one ellipsis
            while (peek(stop) == '.') ++stop;
            return single(at, skip_marks(text_, stop, end_));
        }
        if (run >= 3 || (run == 2 && is_pair)) return single(at, stop);
        if (run == 1)
            if (const std::uint32_t mouth = end_of_emoticon(c, stop, after_separator); mouth > stop)
                return single(at, mouth);
        return single(at, next(at));
    }

    // :-) and :( and, as words of their own, :D and =). `stop`, the end of the eyes, where it is none.
    std::uint32_t end_of_emoticon(char32_t eyes, std::uint32_t stop, bool after_separator) const {
        if (eyes != ':' && eyes != ';' && (eyes != '=' || !after_separator)) return stop;
        const std::uint32_t nose = peek(stop) == '-' ? stop + 1 : stop;
        const char32_t mouth = peek(nose);
        const char32_t after = peek(nose + 1);
        const bool free = nose + 1 >= end_ || is_separator(after);
        if (mouth == ')' || mouth == '(')
            return free || (after_separator && !is_word_char(after)) ? nose + 1 : stop;
        return after_separator && free && (mouth == 'D' || mouth == 'P' || mouth == 'p') ? nose + 1 : stop;
    }

    static bool same_run(char32_t first, char32_t c) {
        return c == first ? !is_currency(c) || c == '$'
                          : (first == '!' || first == '?') && (c == '!' || c == '?');
    }

    // Emoji joined by U+200D: the whole family.
    std::uint32_t end_of_joined(std::uint32_t at) const {
        while (at < end_ && !is_separator(peek(at)) && !is_word_char(peek(at))) {
            at = next(at);
            if (decode_before(text_, at).code != zero_width_joiner) break;
        }
        return at;
    }

    std::string_view text_;
    std::uint32_t end_;
    const WordTables& tables_;
    std::vector<Span>& out_;
};

}  // namespace

bool is_separator(char32_t c) { return is_space(c) || (is_control(c) && !is_extend(c)); }

void split_words(std::string_view text, Span stretch, const WordTables& tables, std::vector<Span>& out) {
    Splitter(text, stretch.end, tables, out).split(skip_marks(text, stretch.begin, stretch.end));
}

}  // namespace lede
