// What a number counts.
#pragma once

#include <optional>

#include "numbers/atoms.h"

namespace lede::quantities {

/// The noun phrase after a number, without article: "public housing properties" after "1,100", "people" in
/// "dozens of people", "nation" in "68-nation coalition". Nothing where no noun follows.
/// @param at the atom after the number.
/// @param stop the byte where something else begins, such as a time.
std::optional<Span> find_counted(const AtomView& view, std::uint32_t at, std::uint32_t stop);

}  // namespace lede::quantities
