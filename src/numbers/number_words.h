// The words that English numbers are made of.
#pragma once

#include <cstdint>
#include <optional>

#include "numbers/atoms.h"
#include "resources.h"

namespace lede {

enum class WordKind : std::uint8_t {
    unit,         ///< zero to nine
    teen,         ///< ten to nineteen
    ten,          ///< twenty to ninety
    scale,        ///< "hundred", "million"; its value is the power of ten
    short_scale,  ///< "bn", which must stand by digits
    half,
    set,          ///< "dozen", "score"
    ordinal,      ///< "third"
    denominator,  ///< "thirds"
    quarter,
    vague,    ///< "dozens": between its two values
    fraction  ///< "½": its first value divided by its second
};

struct NumberWord {
    WordKind kind = WordKind::unit;
    std::uint64_t value = 0, second = 0;
};

/// The table of number words. Keep one an article.
class NumberWords {
  public:
    explicit NumberWords(const Resources& resources) : words_(resources.table("number_words")) {}

    /// The word at an atom; nothing for digits, other words and rows that no number can be made of.
    std::optional<NumberWord> at(const AtomView& view, std::uint32_t at) const;

  private:
    Table words_;
};

/// The largest power of ten that fits into 64 bits.
inline constexpr int largest_scale = 18;

}  // namespace lede
