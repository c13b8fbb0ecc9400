#include "text/language_evidence.h"

#include <algorithm>

#include "base/unicode.h"
#include "neural/word_features.h"

namespace lede {

namespace {

// "-5" to "7", as language_words.tsv has them.
std::int32_t read_number(std::string_view row) {
    const bool is_negative = row.starts_with('-');
    const std::string_view digit = row.substr(is_negative ? 1 : 0, 1);
    const std::int32_t value = digit.empty() || digit[0] < '0' || digit[0] > '9' ? 0 : digit[0] - '0';
    return is_negative ? -value : value;
}

// "u.s." and "covid-19" are of no language.
bool is_plain(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const Decoded c = decode(word, at);
        if (!is_letter(c.code) && !is_extend(c.code) && c.code != '\'') return false;
        at += c.size;
    }
    return true;
}

bool is_ascii(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

LanguageEvidence::LanguageEvidence(const Resources& resources)
    : words_(resources.table("language_words")),
      vectors_(resources.core().vectors),
      weights_(resources.language_weights()) {}

LanguageEvidence::Word LanguageEvidence::read(std::string_view lower) const {
    constexpr std::size_t longest_listed = 24;
    if (const auto row = lower.size() <= longest_listed ? words_.find(lower) : std::nullopt)
        return {read_number(*row) * unit, Word::listed, !field(*row, 1).empty()};
    std::array<std::int16_t, WordVectors::size> vector{};
    if (vectors_.find(WordReader::vector_key(lower), vector.data()))
        return {known_score(vector.data()), Word::known, false};
    const bool ascii = is_ascii(lower);
    if ((ascii && lower.size() == 1) || !is_plain(lower)) return {0, Word::known, false};
    constexpr std::size_t long_word = 5;
    if (!ascii || lower.size() < long_word) return {-5 * unit, Word::unknown, false};
    if (has_known_stem(lower)) return {0, Word::known, false};
    return {-4 * unit, Word::unknown, false};
}

bool LanguageEvidence::is_particle(std::string_view lower) const {
    constexpr std::size_t longest = 4;
    if (lower.size() > longest) return false;
    const auto row = words_.find(lower);
    return row && !field(*row, 1).empty();
}

std::int32_t LanguageEvidence::known_score(const std::int16_t* vector) const {
    constexpr std::int64_t vector_unit = 1024, weight_unit = 64;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < WordVectors::size; ++i) sum += std::int32_t{vector[i]} * weights_.vector[i];
    const auto score = static_cast<std::int32_t>(sum / (vector_unit * weight_unit / unit)) + weights_.bias;
    return std::clamp(score, -4 * unit, 4 * unit);
}

// Rare forms of English words have no vector where the words have: "berates", "sidestepped".
bool LanguageEvidence::has_known_stem(std::string_view lower) const {
    struct Ending {
        std::string_view cut, add;
    };
    static constexpr Ending endings[] = {{"s", ""}, {"es", ""},  {"ed", ""},
                                         {"d", ""}, {"ing", ""}, {"ing", "e"}};
    constexpr std::size_t longest_stem = 24;
    for (const auto [cut, add] : endings) {
        if (!lower.ends_with(cut) || lower.size() > longest_stem) continue;
        std::string stem(lower.substr(0, lower.size() - cut.size()));
        stem += add;
        std::array<std::int16_t, WordVectors::size> vector{};
        if (vectors_.find(WordReader::vector_key(stem), vector.data()) && known_score(vector.data()) > 0)
            return true;
    }
    return false;
}

}  // namespace lede
