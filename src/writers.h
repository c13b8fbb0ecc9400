// Writers: a Document in one of the formats. Offsets are converted here and nowhere else.
//
// All functions are pure: they keep nothing, and threads may call them at the same time.
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

/// The unit of every offset in a written result, counted from the start of the text: UTF-16 code units, as in
/// strings of JavaScript; Unicode code points; or bytes of UTF-8, as in a Document.
enum class OffsetUnit : std::uint8_t { utf16, codepoint, utf8 };

/// What is written, and how.
struct WriteOptions {
    OffsetUnit offsets = OffsetUnit::codepoint;
    bool tokens = false;                   ///< add the tokens and propositions
    std::vector<std::string> layers = {};  ///< only these top-level fields of schema.json; empty: all
    std::string id = {};                   ///< JSON text of an id to echo ("7", "\"a\""); "" for none
    std::optional<double> total_ms = {};   ///< written as timings.total_ms
};

/// Larger results are refused with ErrorCode::result_too_large.
inline constexpr std::size_t max_result_bytes = 400'000'000;

/// Is there a top-level field of that name that WriteOptions::layers may ask for?
bool is_layer(std::string_view name);

/// The result as JSON on one line, as schema.json describes it, without a line break at the end.
/// @param model the name of the model that was used: Engine::model().
/// Errors: bad_option for an unknown layer, result_too_large.
Expected<std::string> write_json(const Document& doc, std::string_view model,
                                 const WriteOptions& options = {});

/// One row an annotation, after csv_header(): article, layer, start, end, text, type, value, entity. Quoted
/// as RFC 4180 says; a cell that a spreadsheet would take for a formula begins with an apostrophe. Lines end
/// in CR LF.
/// @param article what the article is called in the first column.
/// @param options offsets and layers count; an unknown layer is ignored.
std::string write_csv(const Document& doc, std::string_view article, const WriteOptions& options = {});

/// The line with the names of the columns that comes before the rows of write_csv(), its CR LF included.
std::string csv_header();

/// Sentences in CoNLL-U (universaldependencies.org/format.html), with sent_id, text and SpaceAfter=No.
/// @param article what newdoc and sent_id call the article; spaces and slashes in it become underscores.
std::string write_conllu(const Document& doc, std::string_view article);

// How a written result names the values of an enumeration. schema.json lists the same words. The views are
// valid as long as the program; a value that the enumeration does not have is "".
std::string_view name_of(Language value);
std::string_view name_of(PublishedFrom value);
std::string_view name_of(Upos value);
std::string_view name_of(Xpos value);
std::string_view name_of(Deprel value);
std::string_view name_of(MentionKind value);
std::string_view name_of(EntityType value);  ///< "" for untyped
std::string_view name_of(Gender value);      ///< "" for unknown
std::string_view name_of(LinkKind value);    ///< "" for unknown
std::string_view name_of(TimeType value);
std::string_view name_of(QuantityKind value);
std::string_view name_of(QuoteForm value);
std::string_view name_of(Sourcing value);
std::string_view name_of(AttitudeKind value);
std::string_view name_of(EventClass value);  ///< "" for other
std::string_view name_of(Polarity value);
std::string_view name_of(Modality value);
std::string_view name_of(Predicate value);
std::string_view name_of(CauseKind value);
std::string_view name_of(CheckKind value);
std::string_view name_of(Form value);
std::string_view name_of(OffsetUnit value);

}  // namespace lede
