// Currencies and units of measure, as they stand around a number.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/word_classes.h"
#include "numbers/atoms.h"
#include "resources.h"

namespace lede::quantities {

struct CurrencyMatch {
    std::uint32_t end = 0;      ///< the atom after it
    std::string_view code;      ///< ISO 4217
    bool is_hundredth = false;  ///< cents, pence
    double factor = 1;          ///< of codes with a scale in them: "MEUR", "75 USD million"
};

struct UnitMatch {
    std::uint32_t end = 0;
    std::string name;  ///< English singular: "kilometre", "mile per hour", "percent", "year"
};

/// Reads units at atoms. Keep one an article.
class UnitReader {
  public:
    explicit UnitReader(const Resources& resources)
        : units_(resources.table("units")),
          currencies_(resources.table("currencies")),
          words_(resources.table("quantity_words")) {}

    /// "$", "US$", "Rs" in front of a number.
    std::optional<CurrencyMatch> read_currency_before(const AtomView& view, std::uint32_t at) const;
    /// "dollars", "yuan", "cents" after a number, with or without a hyphen between.
    std::optional<CurrencyMatch> read_currency_after(const AtomView& view, std::uint32_t at) const;
    /// "%", "per cent", "percentage".
    std::optional<std::uint32_t> read_percent(const AtomView& view, std::uint32_t at) const;
    /// "km", "square miles", "-mile" after a number.
    std::optional<UnitMatch> read_unit(const AtomView& view, std::uint32_t at, bool after_digits) const;
    /// "per barrel", "a month", "/kg": what a rate is for.
    std::optional<UnitMatch> read_rate(const AtomView& view, std::uint32_t at) const;

  private:
    bool is_symbol_after(const AtomView& view, std::uint32_t at, std::uint32_t end) const;
    std::optional<UnitMatch> read_bracketed_unit(const AtomView& view, std::uint32_t at) const;

    Table units_, currencies_;
    WordClasses words_;  // the table quantity_words
};

}  // namespace lede::quantities
