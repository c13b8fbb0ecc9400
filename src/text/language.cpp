#include <utility>

#include "base/hash.h"
#include "base/unicode.h"
#include "text/language_evidence.h"
#include "text/text.h"

namespace lede {

namespace {

// Goes through a text from left to right and weighs its words.
class LanguageCount {
  public:
    LanguageCount(const Document& doc, const Resources& resources)
        : doc_(doc),
          evidence_(resources),
          units_(resources.table("units")),
          currencies_(resources.table("currencies")),
          number_words_(resources.table("number_words")),
          size_(doc.tokens.size()) {}

    void read(Index token) {
        const Index sentence = doc_.tokens.sentence[token];
        if (sentence != sentence_) begin_sentence(token, sentence);
        std::string_view form = doc_.form(token), lower = doc_.lower(token);
        const bool is_tag = form.size() > 1 && form[0] == '#';
        if (is_tag) {
            form.remove_prefix(1);
            lower.remove_prefix(1);
        }
        const char32_t first = decode(form, 0).code;
        has_digits_ =
            has_digits_ || is_digit(first) || is_ascii_digit(static_cast<unsigned char>(form.back()));
        if (lower == "\"") return see_quotation_mark(first);
        if (quoted_ > 0 && --quoted_ == 0) quotation_mark_ = 0;
        if (is_letter(first)) {
            ++words_;
            others_letters_ += is_past_latin(first);
        } else if (lower[0] != '\'' || lower.size() == 1) {
            begins_ = begins_ || lower == ":";
            return;
        }
        const bool begins = std::exchange(begins_, false);
        const Word word = evidence_.read(lower);
        const std::int32_t share = share_of(token, word, begins, is_tag || is_upper(first));
        sum_ += word.score * share / (quotation_mark_ != 0 ? quoted_part : 1);
    }

    // Some 150 English words more than foreign ones: what follows is hardly another language.
    bool is_certain() const { return sum_ >= 400 * LanguageEvidence::unit * whole; }

    bool is_english() const {
        if (words_ == 0) return has_digits_;
        if (others_letters_ * 3 > words_) return false;
        return sum_ > -tolerance * LanguageEvidence::unit * whole;
    }

  private:
    using Word = LanguageEvidence::Word;

    // A word in lower case counts as a whole, others by less.
    static constexpr std::int32_t whole = 4, half = 2, quarter = 1;
    // Words in quotation marks may be of another language than the text.
    static constexpr std::int32_t quoted_part = 4;
    static constexpr Index longest_quotation = 80;
    // One foreign word does not make a text foreign.
    static constexpr std::int32_t tolerance = 2;
    // Of foreign words that follow one another so many count as a whole: a dish or a title is often foreign.
    static constexpr Index longest_run = 2;

    // Letters of Vietnamese are Latin too.
    static bool is_past_latin(char32_t c) { return c >= 0x250 && !(c >= 0x1E00 && c < 0x1F00); }

    void begin_sentence(Index token, Index sentence) {
        sentence_ = sentence;
        begins_ = true;
        all_capitals_ = true;
        constexpr Index enough = 40;
        for (Index at = token; at < size_ && at < token + enough && doc_.tokens.sentence[at] == sentence;
             ++at) {
            const std::string_view form = doc_.form(at);
            const Decoded first = decode(form, 0);
            if (!is_letter(first.code) || first.size == form.size()) continue;
            if (is_lower(first.code) || is_lower(decode(form, first.size).code)) all_capitals_ = false;
        }
    }

    void see_quotation_mark(char32_t mark) {
        const bool closes = quotation_mark_ != 0 && (mark != quotation_mark_ || mark == '"');
        quotation_mark_ = closes || mark == 0x201D ? 0 : mark;
        quoted_ = quotation_mark_ != 0 ? longest_quotation : 0;
        begins_ = true;
    }

    bool is_capitalised(Index token) const {
        return token < size_ && is_upper(decode(doc_.form(token), 0).code);
    }
    bool is_particle(Index token) const { return token < size_ && evidence_.is_particle(doc_.lower(token)); }
    // Is a token the rest of the word that the token before begins?
    bool adjoins(Index token) const {
        if (token == 0 || token >= size_ || doc_.tokens.span[token - 1].end != doc_.tokens.span[token].begin)
            return false;
        const std::string_view before = doc_.form(token - 1);
        return is_letter(decode_before(before, before.size()).code) &&
               is_letter(decode(doc_.form(token), 0).code);
    }
    bool is_hyphen(Index token) const { return token < size_ && doc_.form(token) == "-"; }

    // How much of what a word says counts.
    std::int32_t share_of(Index token, const Word& word, bool begins, bool capitalised) {
        const Index before = token - 1, after = token + 1;  // before the first token: past the last
        if (capitalised) {
            if (word.score < 0 && word.is_particle) return 0;
            if (all_capitals_) return quarter;
            const bool is_name = !begins || is_capitalised(after);
            if (word.score < 0 && (word.kind == Word::unknown || (is_name && word.kind != Word::listed)))
                return 0;
            return is_name || word.score < 0 ? quarter : half;
        }
        if (word.score >= 0) {
            if (word.score >= LanguageEvidence::unit) run_ = 0;
            return whole;
        }
        // The parts of "gonna", and "'m".
        const std::string_view lower = doc_.lower(token);
        if (adjoins(token) || adjoins(after) || lower[0] == '\'') return 0;
        // "75 ml", "a trillionth", "per kilowatt": signs of units are those of other languages too.
        if (word.kind != Word::listed && is_of_a_quantity(lower)) return 0;
        // "van den Berg", "Luis de la Cruz", "d'Yquem", "Soo-min"
        if (word.is_particle && (is_capitalised(before) || is_particle(before)) &&
            (is_capitalised(after) || (is_particle(after) && is_capitalised(after + 1))))
            return 0;
        if (has_capital(doc_.form(token)) || (is_hyphen(before) && is_capitalised(token - 2))) return 0;
        const bool is_compound = word.kind == Word::unknown && (is_hyphen(before) || is_hyphen(after));
        if (word.score < -LanguageEvidence::unit && ++run_ > longest_run) return is_compound ? quarter : half;
        const bool in_name = word.kind != Word::listed && is_capitalised(before) && is_capitalised(after);
        return is_compound || in_name ? half : whole;
    }

    bool is_of_a_quantity(std::string_view lower) const {
        return units_.has_beginning(lower, hash(lower)) || currencies_.contains(lower) ||
               number_words_.contains(lower);
    }

    static bool has_capital(std::string_view form) {
        for (std::size_t at = 0; at < form.size();) {
            const Decoded c = decode(form, at);
            if (is_upper(c.code)) return true;
            at += c.size;
        }
        return false;
    }

    const Document& doc_;
    const LanguageEvidence evidence_;
    const Table units_, currencies_, number_words_;
    const Index size_;
    Index sentence_ = none;
    bool begins_ = true, all_capitals_ = false, has_digits_ = false;
    char32_t quotation_mark_ = 0;  // that is open; 0 outside of quotations
    Index quoted_ = 0;             // tokens until a quotation that is not closed is given up
    Index run_ = 0;                // foreign words since the last English one
    std::uint32_t words_ = 0, others_letters_ = 0;
    std::int32_t sum_ = 0;
};

}  // namespace

void find_language(Document& doc, const Resources& resources) {
    constexpr Index sample = 2000;
    LanguageCount count(doc, resources);
    for (Index token = 0; token < doc.tokens.size() && token < sample && !count.is_certain(); ++token)
        count.read(token);
    doc.language = count.is_english() ? Language::english : Language::undetermined;
}

}  // namespace lede
