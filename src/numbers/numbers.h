// Numbers in digits and words, for quantities and for times.
#pragma once

#include <cstdint>
#include <optional>

#include "model/word_classes.h"
#include "numbers/atoms.h"
#include "numbers/decimal.h"
#include "numbers/number_words.h"
#include "resources.h"

namespace lede {

enum class NumberForm : std::uint8_t {
    digits,    ///< "1,500", "1.13bn", "2 million"
    words,     ///< "twenty-two", "a dozen", "half a million"
    ordinal,   ///< "third", "21st"
    fraction,  ///< "two-thirds", "1/2", "one in five"
    vague      ///< "dozens", "tens of thousands"
};

struct Number {
    std::uint32_t end = 0;  ///< the atom after it
    double value = 0;
    std::optional<double> upper = {};  ///< of vague numbers
    NumberForm form = NumberForm::digits;
    std::uint8_t plain_digits = 0;  ///< how many, where it is nothing but digits; else 0
    bool whole = true;              ///< no fraction was written
    bool scaled = false;            ///< "million", "bn" stood after it
    Decimal exact = {};             ///< of digits: the value before it was rounded to a double
    int scale = 0;                  ///< the power of ten that stood after digits: 6 of "1.5 million"
};

/// Reads numbers at atoms. Cheap to make; keep one an article.
class NumberReader {
  public:
    explicit NumberReader(const Resources& resources)
        : words_(resources), context_(resources.table("quantity_words")) {}

    /// The longest number that begins at an atom. Digits inside a name or an identifier ("A380",
    /// "192.168.1.2") are the caller's business, except that more than 18 digits in a row are no number.
    std::optional<Number> read(const AtomView& view, std::uint32_t at) const;

  private:
    /// A cardinal or ordinal in words; `end` is 0 where there is none.
    struct Whole {
        std::uint32_t end = 0;
        std::uint64_t value = 0;
        bool ordinal = false;
        std::uint64_t after_and = 0;  ///< what "and" added: 3 of "one hundred and three"
        std::uint64_t last_scale = 1;
        std::uint32_t last_ten = 0;    ///< the atom of a ten that ends it: "thirty" of "one hundred thirty"
        std::uint64_t before_ten = 0;  ///< the value before that ten
    };
    struct Part {
        std::uint32_t end = 0;
        std::uint64_t value = 0;
    };

    // number_digits.cpp
    std::optional<Number> read_digits(const AtomView& view, std::uint32_t at) const;
    void read_scale(const AtomView& view, Number& number, Decimal value) const;
    void read_power(const AtomView& view, Number& number, Decimal& value) const;
    void read_smaller_groups(const AtomView& view, Number& number) const;
    // number_wholes.cpp
    std::optional<Number> read_words(const AtomView& view, std::uint32_t at) const;
    Whole read_whole(const AtomView& view, std::uint32_t at) const;
    // number_fractions.cpp
    std::optional<Part> read_part(const AtomView& view, std::uint32_t at, bool is_one) const;
    std::optional<Part> read_compound_part(const AtomView& view, std::uint32_t at, bool is_one) const;
    void read_words_fraction(const AtomView& view, const Whole& whole, Part part, Number& number) const;
    void scale_fraction(const AtomView& view, Number& number) const;
    void add_fraction_words(const AtomView& view, Number& number, std::uint64_t last_scale) const;
    void read_proportion(const AtomView& view, std::uint32_t at, Number& number) const;
    // numbers.cpp
    std::optional<Number> read_article(const AtomView& view, std::uint32_t at) const;
    std::optional<Number> read_vague(const AtomView& view, std::uint32_t at) const;
    void read_dozens(const AtomView& view, Number& number) const;

    NumberWords words_;
    WordClasses context_;
};

}  // namespace lede
