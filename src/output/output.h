// Writers: a Document in one of the formats. Offsets are converted here and nowhere else.
#pragma once

#include <cstddef>
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

/// Larger results are refused with ErrorCode::result_too_large.
inline constexpr std::size_t max_result_bytes = 400'000'000;

/// Is there a top-level field of that name that WriteOptions::layers may ask for?
bool is_layer(std::string_view name);

/// The result as JSON on one line, as schema.json describes it, without a line break at the end.
/// @param model the name of the model that was used ("en 0.1.0").
/// Errors: bad_option for an unknown layer, result_too_large.
Expected<std::string> write_json(const Document& doc, std::string_view model, const WriteOptions& options);

/// One row an annotation, after csv_header(): article, layer, start, end, text, type, value, entity. Quoted
/// as RFC 4180 says; a cell that a spreadsheet would take for a formula begins with an apostrophe. Lines end
/// in CR LF.
/// @param article what the article is called in the first column. Of the options, offsets and layers count.
std::string write_csv(const Document& doc, std::string_view article, const WriteOptions& options);
std::string csv_header();

/// Sentences in CoNLL-U (universaldependencies.org/format.html), with sent_id, text and SpaceAfter=No.
/// @param article what newdoc and sent_id call the article; spaces and slashes in it become underscores.
std::string write_conllu(const Document& doc, std::string_view article);

}  // namespace lede
