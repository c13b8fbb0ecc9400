// What may be analysed at all.
#pragma once

#include <optional>
#include <string_view>

#include "error.h"

namespace lede {

/// Why a text cannot be analysed: empty_text, too_large or unsupported_format; nothing when it can.
std::optional<Error> check_input(std::string_view text);

}  // namespace lede
