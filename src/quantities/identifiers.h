// Digits that are names, scores, telephone numbers and the like rather than amounts.
#pragma once

#include "model/word_classes.h"
#include "numbers/atoms.h"
#include "numbers/numbers.h"

namespace lede::quantities {

/// Digits glued to a name or identifier: "A380", "F-16", "192.168.1.2", "+44", "No. 10".
bool is_in_identifier(const AtomView& view, std::uint32_t at, const Number& number);

/// A number that ends a name: "Boeing 737", "Article 50".
bool is_end_of_name(const AtomView& view, std::uint32_t at, const Number& number);

/// A number that begins a name: "787 Dreamliner".
bool is_start_of_name(const AtomView& view, std::uint32_t at, const Number& number);

/// The atom after a run of digits and dashes that is no range: a score ("3-1"), a telephone number; `at` for
/// none. `words` is the table quantity_words, here and below.
std::uint32_t skip_score(const AtomView& view, std::uint32_t at, const WordClasses& words);

/// The atom after a telephone number in groups of digits: "020 7946 0018", "+44 20 7946 0018", "(555)
/// 010-1234"; `at` for none.
std::uint32_t skip_telephone(const AtomView& view, std::uint32_t at);

/// "second" as a stretch of time, and ordinals that are no places: "a split second", "at first".
bool is_unit_of_time(const AtomView& view, std::uint32_t at);

/// "3." or "3)" at the start of a line.
bool is_list_number(const AtomView& view, std::uint32_t at, const Number& number);

/// "one" as a number and not as a pronoun.
bool is_counting_one(const AtomView& view, std::uint32_t at, std::uint32_t end, const WordClasses& words);

}  // namespace lede::quantities
