// The option `structure`: what a caller corrects in the parts of a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "error.h"
#include "options.h"
#include "writers.h"

namespace lede {

/// More spans in a list are refused, and so are longer options.
inline constexpr std::size_t max_structure_spans = 100'000;
inline constexpr std::size_t max_structure_bytes = 8'000'000;

/// Reads {"in": [[begin, end], …], "out": […]}, each of which may be left out or null.
/// @return the spans as they are given, in whatever unit. Error: bad_option, also for an unknown member.
Expected<StructureHints> read_structure_option(std::string json);

/// The spans in bytes. An offset within a character stands for the beginning of that character. Linear in the
/// length of the text.
/// @param unit of the hints. Error: bad_option for a span that does not lie inside the text, or is empty.
Expected<StructureHints> in_bytes(StructureHints hints, std::string_view text, OffsetUnit unit);

}  // namespace lede
