// The days of holidays, by the rules of the table time_words.
#pragma once

#include <string_view>

#include "document.h"

namespace lede::times {

/// Of a rule such as "12-25", "N11-4-4+1", "E-2" in a year from 1 to 9999.
Date holiday_in(std::string_view rule, int year);

}  // namespace lede::times
