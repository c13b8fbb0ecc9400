// What a caller may say about an article before it is read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "error.h"

namespace lede {

/// Longer articles are refused with ErrorCode::too_large.
inline constexpr std::size_t max_text_bytes = 16u << 20;

/// Places whose lines are part of the article, and places whose lines are not: menus, promotions. In UTF-8
/// bytes; the order does not matter, and a place beyond the text touches nothing. A line counts as soon as a
/// place touches it; a line that both lists touch is out.
struct StructureHints {
    std::vector<Span> in = {}, out = {};

    bool empty() const { return in.empty() && out.empty(); }
};

/// All of it may be left out.
struct Options {
    std::optional<Date> published = {};  ///< the publication date, the anchor of relative times
    std::string title = {};              ///< the headline, when the caller knows it; "" otherwise
    StructureHints structure = {};       ///< corrects what is taken for the article
};

/// Reads "YYYY-MM-DD". Error: bad_date, also for a day that the calendar does not have.
Expected<Date> parse_date(std::string_view text);

}  // namespace lede
