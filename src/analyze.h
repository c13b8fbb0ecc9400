// The pipeline: text in, Document out. lede.hpp is how programs outside this project call it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "error.h"
#include "options.h"
#include "resources.h"

namespace lede {

inline constexpr std::string_view engine_version = "0.1.0";

/// Reads one article. Ill-formed UTF-8 is read as U+FFFD, a maximal subpart each, and shifts no offset.
/// Time and memory are linear in the length of the text. Calls share nothing but the read-only resources.
/// Errors: empty_text, too_large, unsupported_format, bad_date.
Expected<Document> analyze(std::string text, const Options& options, const Resources& resources);

/// The same for text that is already split into sentences of tokens. The text of the result is the tokens
/// joined by single spaces, one sentence a line; sentences and tokens stay as given. Empty tokens and
/// sentences are dropped.
Expected<Document> analyze_tokens(const std::vector<std::vector<std::string>>& sentences,
                                  const Options& options, const Resources& resources);

}  // namespace lede
