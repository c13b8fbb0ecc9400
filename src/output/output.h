// Writers: a Document in one of the formats. Offsets are converted here and nowhere else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "error.h"

namespace lede {

/// The unit of every offset in a result.
enum class OffsetUnit : std::uint8_t { utf16, codepoint, utf8 };

struct WriteOptions {
    OffsetUnit offsets = OffsetUnit::codepoint;
    bool tokens = false;              ///< add the token columns
    std::vector<std::string> layers;  ///< only these top-level layers; empty: all
    std::string id;                   ///< JSON text of an id to echo ("7", "\"a\""); "" for none
    std::optional<double> total_ms;   ///< written as timings.total_ms
};

/// The result as JSON on one line, as schema.json describes it, without a line break at the end.
/// @param model the name of the model that was used ("en 0.1.0").
/// Errors: bad_option for an unknown layer, result_too_large.
Expected<std::string> write_json(const Document& doc, std::string_view model, const WriteOptions& options);

}  // namespace lede
