// The engine's front door: text in, Document out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document.h"
#include "error.h"
#include "resources.h"
#include "text/structure_hints.h"

namespace lede {

inline constexpr std::string_view engine_version = "0.1.0";
/// Longer articles are refused with ErrorCode::too_large.
inline constexpr std::size_t max_text_bytes = 16u << 20;

struct Options {
    std::optional<Date> published;  ///< the publication date, the anchor of relative times
    std::string title;              ///< the headline, when the caller knows it; "" otherwise
    StructureHints structure;       ///< lines that the caller knows to be part of the article, or not
};

/// Reads one article. Ill-formed UTF-8 is read as U+FFFD, a maximal subpart each, and shifts no offset.
/// Time and memory are linear in the length of the text. Calls share nothing but the read-only resources.
/// Errors: empty_text, too_large, unsupported_format, bad_date.
Expected<Document> analyze(std::string text, const Options& options, const Resources& resources);

/// The same for text that is already split into sentences of tokens. The text of the result is the tokens
/// joined by single spaces, one sentence a line; sentences and tokens stay as given. Empty tokens and
/// sentences are dropped.
Expected<Document> analyze_tokens(const std::vector<std::vector<std::string>>& sentences,
                                  const Options& options, const Resources& resources);

/// Reads "YYYY-MM-DD". Error: bad_date.
Expected<Date> parse_date(std::string_view text);

}  // namespace lede
