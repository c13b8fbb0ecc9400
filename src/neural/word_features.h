// What the neural core knows of a word by how it is written: rows of its feature table. The trainer asks for
// them through lede_word_features, so they are defined here alone.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/table.h"

namespace lede {

/// The rows of one word, of a table of WordFeatures::table_rows rows in four ranges: whole words, beginnings,
/// endings, and shapes with what the lexicons say.
struct WordFeatures {
    static constexpr std::uint32_t word_rows = 4096, prefix_rows = 4096, suffix_rows = 4096,
                                   shape_rows = 1024;
    static constexpr std::uint32_t table_rows = word_rows + prefix_rows + suffix_rows + shape_rows;
    static constexpr std::size_t most = 12;

    std::array<std::uint32_t, most> rows{};
    std::size_t count = 0;
    std::uint32_t key = 0;  ///< the hash under which the word has its vector

    std::span<const std::uint32_t> used() const { return {rows.data(), count}; }
};

/// The tables whose names a word's shape row tells of.
struct WordLexicons {
    Table given_names, surnames, places, organisations, demonyms, titles, name_parts;
};

class WordReader {
  public:
    explicit WordReader(const WordLexicons& lexicons) : lexicons_(lexicons) {}

    /// @param form as the article has it, @param lower the same folded (base/unicode.h).
    WordFeatures read(std::string_view form, std::string_view lower) const;

    /// The hash under which a folded word has its vector.
    static std::uint32_t vector_key(std::string_view lower);

  private:
    std::uint32_t lexicon_bits(std::string_view form, std::string_view lower) const;

    WordLexicons lexicons_;
};

}  // namespace lede
