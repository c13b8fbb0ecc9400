#include "text/text.h"
#include "text/unicode.h"

namespace lede {

namespace {

// What the words of a text say about its language.
class LanguageCount {
  public:
    LanguageCount(const Document& doc, const Resources& resources)
        : doc_(doc),
          words_(resources.table("function_words")),
          numbers_(resources.table("number_words")),
          units_(resources.table("units")) {}

    void read(Index token) {
        const char32_t first = decode(doc_.form(token), 0).code;
        has_digits_ = has_digits_ || is_digit(first) ||
                      is_ascii_digit(static_cast<unsigned char>(doc_.form(token).back()));
        if (!is_letter(first)) return;
        ++count_;
        foreign_letters_ += first >= 0x250;  // past Latin
        const std::string_view word = doc_.lower(token);
        constexpr std::size_t longest = 16;
        if (word.size() > longest) return;
        if (const auto language = words_.find(word)) {
            if (*language == "en")
                ++english_;
            else if (!is_rate(token) && !is_variable(token))
                ++other_;
        }
        if (spells_number(word)) ++numbers_said_;
    }

    // What share of a text must be frequent English words. Running English has 40 % of them, headlines and
    // lists of names hardly any; other languages share a few by chance. A text too short to tell by them is
    // told by the English numbers in it, and one without any word, such as "$20", has nothing that is not
    // English.
    bool is_english() const {
        constexpr std::uint32_t enough_words = 25;
        constexpr std::uint32_t least_share = 10;  // percent
        if (count_ == 0) return has_digits_;
        if (foreign_letters_ * 3 > count_) return false;
        const bool is_short = count_ < enough_words;
        const std::uint32_t english = english_ + (is_short ? numbers_said_ : 0);
        const bool more_english = other_ == 0 || english > 2 * other_;
        return more_english && (is_short || english_ * 100 >= least_share * count_);
    }

  private:
    // "per cent" and "per metre" are as good English as Italian.
    bool is_rate(Index token) const {
        if (doc_.lower(token) != "per" || token + 1 >= doc_.tokens.size()) return false;
        const std::string_view next = doc_.lower(token + 1);
        return next == "cent" || next == "share" || units_.find(next).has_value();
    }

    // The letters of "x>10 and y<20" are no words.
    bool is_variable(Index token) const {
        if (doc_.form(token).size() > 1 || token + 1 >= doc_.tokens.size()) return false;
        const std::string_view next = doc_.form(token + 1);
        return next == "<" || next == ">" || next == "=";
    }

    // "twenty-two" may be one token. Words that French or Italian numbers share say nothing.
    bool spells_number(std::string_view word) const {
        static constexpr std::string_view shared[] = {"six",    "zero", "million", "half",
                                                      "second", "mil",  "score"};
        const std::string_view first = word.substr(0, word.find('-'));
        for (std::string_view other : shared)
            if (first == other) return false;
        return first.size() > 2 && numbers_.find(first).has_value();
    }

    const Document& doc_;
    Table words_, numbers_, units_;
    std::uint32_t count_ = 0, foreign_letters_ = 0, english_ = 0, other_ = 0, numbers_said_ = 0;
    bool has_digits_ = false;
};

}  // namespace

void find_language(Document& doc, const Resources& resources) {
    constexpr Index sample = 2000;
    LanguageCount count(doc, resources);
    for (Index token = 0; token < doc.tokens.size() && token < sample; ++token) count.read(token);
    doc.language = count.is_english() ? Language::english : Language::undetermined;
}

}  // namespace lede
