#include "text/text.h"
#include "text/unicode.h"

namespace lede {

// What share of a text must be frequent English words. Running English has 40 % of them, headlines and lists
// of names hardly any; other languages share a few by chance.
void find_language(Document& doc, const Resources& resources) {
    constexpr Index sample = 2000;
    constexpr std::uint32_t enough_words = 25;
    constexpr std::uint32_t least_share = 10;  // percent
    const Table words = resources.table("function_words");
    std::uint32_t letters = 0, foreign_letters = 0, word_count = 0, english = 0, other = 0;
    for (Index token = 0; token < doc.tokens.size() && token < sample; ++token) {
        const char32_t first = decode(doc.form(token), 0).code;
        if (!is_letter(first)) continue;
        ++word_count;
        ++letters;
        foreign_letters += first >= 0x250;  // past Latin
        const std::string_view word = doc.lower(token);
        if (word.size() > 16) continue;
        if (const auto language = words.find(word)) ++(*language == "en" ? english : other);
    }
    const bool english_script = word_count > 0 && foreign_letters * 3 <= letters;
    const bool more_english = other == 0 || english > 2 * other;
    const bool enough = word_count < enough_words || english * 100 >= least_share * word_count;
    doc.language = english_script && more_english && enough ? Language::english : Language::undetermined;
}

}  // namespace lede
