// Reads the quantities of an article, one sentence after the other. For the files of this folder alone.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document.h"
#include "quantities/atoms.h"
#include "quantities/numbers.h"
#include "quantities/units.h"

namespace lede {

struct Modifier {
    std::uint32_t begin = 0, end = 0;  // atoms
    std::string_view text;
};

struct FoundQuantity {
    std::uint32_t begin = 0, end = 0;  // atoms; without its modifier
    Quantity quantity;
};

/// Reads on over "m" and "b" as millions and billions, which they are after money and before what is counted.
void read_million(const AtomView& view, Number& number);

class QuantityFinder {
  public:
    QuantityFinder(Document& doc, const Resources& resources)
        : doc_(doc),
          numbers_(resources),
          units_(resources),
          modifiers_(resources.table("quantity_modifiers")) {}

    void read(const Sentence& sentence);

  private:
    void mark_times(const Sentence& sentence);
    std::optional<FoundQuantity> read_at(const AtomView& view, std::uint32_t at) const;
    std::optional<FoundQuantity> read_money(const AtomView& view, std::uint32_t at) const;
    std::optional<FoundQuantity> read_ages_in_tens(const AtomView& view, std::uint32_t at) const;
    void read_range(const AtomView& view, std::uint32_t at, Number& number, std::optional<double>& upper,
                    bool is_money) const;
    bool read_age(const AtomView& view, std::uint32_t at, const Number& number, FoundQuantity& found) const;
    bool read_measure(const AtomView& view, std::uint32_t at, const Number& number,
                      FoundQuantity& found) const;
    bool read_count(const AtomView& view, std::uint32_t at, const Number& number, FoundQuantity& found) const;
    void read_rate(const AtomView& view, FoundQuantity& found) const;
    void read_cents(const AtomView& view, FoundQuantity& found) const;
    void read_second_measure(const AtomView& view, std::uint32_t at, FoundQuantity& found) const;
    bool is_weight(const AtomView& view, std::uint32_t at, const Number& number, std::uint32_t end) const;
    std::uint32_t next_time(const AtomView& view, std::uint32_t at) const;
    void add(const AtomView& view, FoundQuantity found, const std::optional<Modifier>& modifier);

    Document& doc_;
    NumberReader numbers_;
    UnitReader units_;
    Table modifiers_;

    std::vector<Atom> atoms_;    // of the sentence under reading
    std::vector<bool> is_time_;  // of each atom
    std::size_t next_time_ = 0;  // in doc_.times
};

}  // namespace lede
