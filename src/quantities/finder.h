// Reads the quantities of an article, one sentence after the other. For the files of this folder and its
// tests.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "document.h"
#include "model/word_classes.h"
#include "numbers/atoms.h"
#include "numbers/decimal.h"
#include "numbers/numbers.h"
#include "numbers/word_marks.h"
#include "quantities/units.h"

namespace lede::quantities {

enum class BoundKind : std::uint8_t { blur, lower, upper };

/// "more than", "up to", "about" before a number.
struct Modifier {
    std::uint32_t begin = 0, end = 0;  ///< atoms
    std::string_view text;
    BoundKind bound = BoundKind::blur;
};

struct FoundQuantity {
    std::uint32_t begin = 0, end = 0;  ///< atoms; without its modifier
    Quantity quantity;
};

/// What is known at an atom before a pattern is tried.
struct QuantityReading {
    std::uint32_t at = 0;               ///< the first atom, the sign if there is one
    std::uint32_t begin = 0;            ///< the atom of the number
    bool negative = false;              ///< a minus sign stands at `at`
    std::optional<Number> number = {};  ///< with its range read, whose upper end stands in `found`
    FoundQuantity found;                ///< what the pattern fills in
    bool is_second = false;             ///< the upper end of a range
};

class QuantityFinder;

/// A row of the grammar of quantities.
struct QuantityPattern {
    std::string_view name;
    std::string_view source;  ///< the grammar, standard or style guide that describes the form
    /// Fills in `found`; false: no quantity of this form begins here.
    bool (QuantityFinder::*read)(const AtomView&, QuantityReading&) const;
    bool needs_number;
    std::string_view example;   ///< a sentence, which the unit tests read
    std::string_view expected;  ///< its quantities: "kind value[-upper] unit of counted", joined by "; "
};

/// The rows, in the order in which they are tried at an atom: the first that reads wins.
std::span<const QuantityPattern> quantity_patterns();

/// Reads on over "m" and "b" as millions and billions, which they are after money and before what is counted.
void read_million(const AtomView& view, Number& number);

class QuantityFinder {
  public:
    QuantityFinder(Document& doc, const Resources& resources);

    void read(const Sentence& sentence);

    // The patterns. money.cpp
    bool read_money_before(const AtomView& view, QuantityReading& reading) const;
    bool read_money_after(const AtomView& view, QuantityReading& reading) const;
    bool read_vague_money(const AtomView& view, QuantityReading& reading) const;
    // ages.cpp
    bool read_ages_in_tens(const AtomView& view, QuantityReading& reading) const;
    bool read_age_with_unit(const AtomView& view, QuantityReading& reading) const;
    bool read_age_after_cue(const AtomView& view, QuantityReading& reading) const;
    bool read_age_of_name(const AtomView& view, QuantityReading& reading) const;
    // measures.cpp
    bool read_percent(const AtomView& view, QuantityReading& reading) const;
    bool read_measure(const AtomView& view, QuantityReading& reading) const;
    // counts.cpp
    bool read_ordinal(const AtomView& view, QuantityReading& reading) const;
    bool read_count(const AtomView& view, QuantityReading& reading) const;

  private:
    struct Bound {
        std::size_t quantity = 0;  // in doc_.quantities
        std::uint32_t end = 0;     // the atom after it
        BoundKind kind = BoundKind::blur;
    };

    void mark_times(const Sentence& sentence);
    bool is_alone(const AtomView& view, std::uint32_t at) const;
    std::uint32_t next_time(const AtomView& view, std::uint32_t at) const;
    std::uint32_t skip_no_quantity(const AtomView& view, std::uint32_t at) const;
    std::optional<Modifier> read_modifier(const AtomView& view, std::uint32_t at) const;
    std::optional<FoundQuantity> read_at(const AtomView& view, std::uint32_t at) const;
    void add(const AtomView& view, FoundQuantity found, const std::optional<Modifier>& modifier);
    // ranges.cpp
    void read_range(const AtomView& view, QuantityReading& reading, bool is_money) const;
    void read_second_measure(const AtomView& view, QuantityReading& reading) const;
    void share_unit(const AtomView& view, std::uint32_t begin);
    void join_bounds(const AtomView& view, const Modifier& modifier, std::uint32_t end);
    // money.cpp, measures.cpp
    void read_rate(const AtomView& view, FoundQuantity& found) const;
    void read_cents(const AtomView& view, FoundQuantity& found) const;
    bool is_weight(const AtomView& view, const QuantityReading& reading, std::uint32_t end) const;
    void read_inches(const AtomView& view, FoundQuantity& found) const;
    // counts.cpp
    bool is_numbered(const AtomView& view, std::uint32_t at, const Number& number) const;

    Document& doc_;
    NumberReader numbers_;
    UnitReader units_;
    WordClasses words_;  // the table quantity_words
    Table modifiers_, numbered_nouns_;
    WordMarks marks_;

    std::vector<Atom> atoms_;     // of the sentence under reading
    std::vector<bool> is_time_;   // of each atom
    std::size_t next_time_ = 0;   // in doc_.times
    std::uint32_t last_end_ = 0;  // the atom after the last quantity of the sentence; 0 for none
    Bound bound_;                 // the last quantity with a modifier
};

}  // namespace lede::quantities
