#include "text/sentences.h"

#include "text/cursor.h"
#include "text/text.h"
#include "text/words.h"

namespace lede {

namespace {

enum class Stop { no, full, question, ellipsis, abbreviation };

class SentenceSplitter {
  public:
    SentenceSplitter(Document& doc, TokenRange tokens, Index block, const SentenceTables& tables)
        : doc_(doc), tokens_(tokens), block_(block), tables_(tables) {}

    void split() {
        Index begin = tokens_.begin;
        bool open_quote = false;  // straight quotation marks tell neither way; count them
        for (Index token = tokens_.begin; token < tokens_.end;) {
            if (is_straight_quote(token)) open_quote = !open_quote;
            const Index end = ends_dateline(token) ? token + 1 : end_of_sentence(token, begin, open_quote);
            if (end == none) {
                ++token;
                continue;
            }
            add(begin, end);
            begin = end;
            token = end;
            open_quote = false;
        }
        add(begin, tokens_.end);
    }

  private:
    std::string_view form(Index token) const { return doc_.form(token); }
    char32_t first(Index token) const { return decode(form(token), 0).code; }
    bool spaced_after(Index token) const {
        return token + 1 >= tokens_.end || doc_.tokens.span[token].end < doc_.tokens.span[token + 1].begin;
    }
    bool is_straight_quote(Index token) const { return form(token) == "\""; }

    // No sentence is longer than the bound, whatever the text.
    void add(Index begin, Index end) {
        while (begin < end) {
            const Index stop = end - begin > max_sentence_tokens ? begin + max_sentence_tokens : end;
            const auto number = static_cast<Index>(doc_.sentences.size());
            doc_.sentences.push_back({doc_.span_of({begin, stop}), {begin, stop}, block_});
            for (; begin < stop; ++begin) doc_.tokens.sentence[begin] = number;
        }
    }

    // "PARIS (AP) —" stands before the first sentence.
    bool ends_dateline(Index token) const {
        if (!doc_.dateline || token + 1 >= tokens_.end ||
            doc_.tokens.span[tokens_.begin].begin != doc_.dateline->begin)
            return false;
        if (doc_.tokens.span[token].end == doc_.dateline->end) return !is_dash(token + 1);
        return token > tokens_.begin && doc_.tokens.span[token - 1].end == doc_.dateline->end &&
               is_dash(token);
    }

    bool is_dash(Index token) const {
        const char32_t c = first(token);
        return c == '-' || c == 0x2013 || c == 0x2014;
    }

    Stop stop_at(Index token) const {
        const std::string_view word = form(token);
        const char last = word.back();
        if (word == ".") return Stop::full;
        if (first(token) == 0x3002) return Stop::full;
        if (last == '!' || last == '?') return Stop::question;
        if (last == '.') return word[0] == '.' ? Stop::ellipsis : Stop::abbreviation;
        return first(token) == 0x2026 ? Stop::ellipsis : Stop::no;
    }

    bool closes(Index token, bool open_quote) const {
        const char32_t c = first(token);
        if (c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0xBB) return true;
        const bool adjacent = !spaced_after(token - 1);
        if (is_straight_quote(token)) return open_quote && (adjacent || spaced_after(token));
        return adjacent && (is_apostrophe(c) || form(token) == "''") && form(token).size() <= 3 &&
               !is_letter(decode_before(form(token), form(token).size()).code);
    }

    bool is_quote(Index token) const {
        const char32_t c = first(token);
        return c == '"' || c == 0x201D || c == 0xBB || is_apostrophe(c);
    }

    // The end of the sentence that a terminator at `token` closes, `none` where it closes none.
    Index end_of_sentence(Index token, Index begin, bool open_quote) const {
        const Stop stop = stop_at(token);
        if (stop == Stop::no) return none;
        Index end = token + 1;
        bool quoted = false;
        while (end < tokens_.end && (closes(end, open_quote) || stop_at(end) == Stop::full)) {
            quoted = quoted || is_quote(end);
            if (is_straight_quote(end)) open_quote = false;
            ++end;
        }
        if (end == tokens_.end) return end;
        const char32_t next = first(end);
        const bool capital = is_upper(next);
        if (stop == Stop::abbreviation && end == token + 1)
            return abbreviation_ends(token, end, begin) ? end : none;
        if (is_lower(next)) return has_inner_capital(end) && spaced_after(end - 1) && !quoted ? end : none;
        if (!spaced_after(end - 1)) return capital && stop != Stop::ellipsis ? end : none;
        if (next == ',' || next == ';' || next == ':' || next == ')') return none;
        if (stop == Stop::ellipsis && !capital && !opens(next)) return none;
        if (quoted && stop == Stop::question && names_speaker(end)) return none;
        return end;
    }

    static bool opens(char32_t c) {
        return c == '"' || c == 0x201C || c == 0x2018 || c == '\'' || c == '(' || c == 0xAB;
    }

    // iPhone, eBay
    bool has_inner_capital(Index token) const {
        const std::string_view word = form(token);
        return word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
    }

    bool abbreviation_ends(Index token, Index next, Index begin) const {
        if (!spaced_after(token) || token == begin) return false;
        const auto kind = tables_.abbreviations.find(doc_.lower(token));
        if (kind && (*kind == "title" || *kind == "number")) return false;
        const char32_t c = first(next);
        if (is_upper(c)) return tables_.starters.contains(doc_.lower(next));
        return (c == '"' || c == 0x201C) && next + 1 < tokens_.end &&
               tables_.starters.contains(doc_.lower(next + 1));
    }

    // "Why?" Ms Doe asked: a few capitalised words and a verb of speech go on with the sentence.
    bool names_speaker(Index token) const {
        constexpr Index longest_name = 4;
        for (Index i = token; i < tokens_.end && i < token + longest_name; ++i) {
            if (!is_upper(first(i))) return i > token && reports(i);
        }
        return false;
    }

    bool reports(Index token) const {
        const std::string_view word = doc_.lower(token);
        if (word == "said" || word == "told" || word == "asked") return true;
        if (word.ends_with("ed") && (tables_.reporting_verbs.contains(word.substr(0, word.size() - 2)) ||
                                     tables_.reporting_verbs.contains(word.substr(0, word.size() - 1))))
            return true;
        return word.ends_with("s") && tables_.reporting_verbs.contains(word.substr(0, word.size() - 1));
    }

    Document& doc_;
    TokenRange tokens_;
    Index block_;
    const SentenceTables& tables_;
};

}  // namespace

void split_sentences(Document& doc, TokenRange tokens, Index block, const SentenceTables& tables) {
    if (!tokens.empty()) SentenceSplitter(doc, tokens, block, tables).split();
}

}  // namespace lede
