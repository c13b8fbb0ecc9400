// The forms of quantities in news, each with where it is described and an example that is its test.
#include <array>

#include "quantities/finder.h"

namespace lede::quantities {

namespace {

using Finder = QuantityFinder;

// Quirk: Quirk, Greenbaum, Leech and Svartvik 1985, A Comprehensive Grammar of the English Language. AP: The
// Associated Press Stylebook, the entry named. SI: The International System of Units (BIPM, 9th edition).
constexpr std::array patterns{
    QuantityPattern{"money, currency first", "ISO 4217; AP, currency conversions", &Finder::read_money_before,
                    false, "The mill was sold for £3.2bn to them.", "money 3200000000 GBP"},
    QuantityPattern{"age by the decade", "AP, ages", &Finder::read_ages_in_tens, false,
                    "A woman in her 80s was held.", "age 80-89 year"},
    QuantityPattern{"ordinal", "Quirk, 6.64", &Finder::read_ordinal, true, "She came third there.",
                    "ordinal 3"},
    QuantityPattern{"age with its unit", "AP, ages", &Finder::read_age_with_unit, true,
                    "A 34-year-old man was held.", "age 34 year"},
    QuantityPattern{"age after its cue", "AP, ages", &Finder::read_age_after_cue, true,
                    "A man aged 34 was held.", "age 34 year"},
    QuantityPattern{"age beside a name", "AP, ages", &Finder::read_age_of_name, true,
                    "He saw Anna Smith, 34, at the mill.", "age 34 year"},
    QuantityPattern{"share of a hundred", "SI, 5.4.7; AP, percent, percentage, percentage points",
                    &Finder::read_percent, true, "It rose by 3.5 per cent then.", "percent 3.5 percent"},
    QuantityPattern{"money, currency last", "ISO 4217; AP, money", &Finder::read_money_after, true,
                    "It cost half a billion dollars to them.", "money 500000000 USD"},
    QuantityPattern{"money, roughly", "Quirk, 6.63 f.", &Finder::read_vague_money, true,
                    "It cost them tens of millions of euros.", "money 10000000-100000000 EUR"},
    QuantityPattern{"measure", "SI, 5.4.3; AP, dimensions", &Finder::read_measure, true,
                    "Winds of 50mph hit it.", "measure 50 mile per hour"},
    QuantityPattern{"count", "Quirk, 6.63", &Finder::read_count, true, "Boats for twenty-two men were lost.",
                    "cardinal 22 of men"},
};

}  // namespace

std::span<const QuantityPattern> quantity_patterns() { return patterns; }

}  // namespace lede::quantities
