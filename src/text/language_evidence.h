// What one word says about the language of its text.
#pragma once

#include <cstdint>
#include <string_view>

#include "resources.h"

namespace lede {

/// Frequent words are listed (language_words.tsv); of the others the core's word vectors tell whether they
/// are more often met, in lower case, in English or elsewhere (language_vector.tsv); words that have no
/// vector are foreign, since hardly one in a hundred English words in lower case is without.
class LanguageEvidence {
  public:
    explicit LanguageEvidence(const Resources& resources);

    static constexpr std::int32_t unit = 32;  ///< of scores: one natural logarithm of odds

    struct Word {
        enum Kind : std::uint8_t {
            listed,
            known,    ///< by its vector
            unknown,  ///< neither
        };
        std::int32_t score = 0;  ///< from -5 · unit (of another language) to 5 · unit (English)
        Kind kind = unknown;
        bool is_particle = false;  ///< stands in lower case inside names: "de", "van"
    };
    /// @param lower a word, folded (base/unicode.h)
    Word read(std::string_view lower) const;
    bool is_particle(std::string_view lower) const;

  private:
    std::int32_t known_score(const std::int16_t* vector) const;
    bool has_known_stem(std::string_view lower) const;

    Table words_;
    const WordVectors& vectors_;
    const LanguageWeights& weights_;
};

}  // namespace lede
