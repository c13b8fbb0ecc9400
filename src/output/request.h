// What the command line and the WebAssembly module share: requests written in JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze.h"
#include "writers.h"

namespace lede {

/// Longer titles and ids (as JSON text) are refused with ErrorCode::too_large, more layers with bad_option.
inline constexpr std::size_t max_title_bytes = 10'000;
inline constexpr std::size_t max_id_bytes = 10'000;
inline constexpr std::size_t max_layers = 100;

/// An article to read and how.
struct Request {
    std::string text;
    std::vector<std::vector<std::string>> tokens;  ///< sentences of tokens instead of a text
    Options options;
};

/// One line of --jsonl as it was understood. The id is known even of most bad lines.
struct RequestLine {
    std::string id;    ///< its JSON text as it stands in the line; "" where the line has none
    std::string name;  ///< the value of an id that is a string
    Expected<Request> request;
};

/// Reads {"id": any, "text": string, "title": string, "published": "YYYY-MM-DD"}; all but the text may be
/// left out or null, other members are ignored. Escapes of lone surrogates and ill-formed UTF-8 are read as
/// U+FFFD. Time and memory are linear in the length of the line. The id is
/// valid JSON in well-formed UTF-8 on one line, and everything but a lone surrogate, an ill-formed byte or a
/// carriage return stands in it as it was.
/// @param pretokenized "tokens": [[string…]…] is read instead of "text".
/// Errors: bad_request, bad_date, too_large.
RequestLine read_request(std::string line, bool pretokenized);

/// How an article is to be read and its result written.
struct CallOptions {
    Options read;  ///< the spans of `structure` are in the unit of the result: see in_bytes()
    WriteOptions write;
    bool timings = false;
};

/// Reads {"published": …, "title": …, "offsets": "utf16", "layers": […], "tokens": false, "timings": false,
/// "structure": {"in": […], "out": […]}}, each of which may be left out or null; "" stands for {}. Offsets
/// are utf16 where nothing else is said. Time and memory are linear in the length. Errors: bad_request,
/// bad_date, too_large, bad_option, also for an unknown member.
Expected<CallOptions> read_call_options(std::string options_json);

/// Reads "utf16", "codepoint" or "utf8". Error: bad_option.
Expected<OffsetUnit> parse_offset_unit(std::string_view name);

/// {"id":…,"error":{"code":…,"message":…,"line":…}}, without "id" where it is "" and without "line" where it
/// is 0.
std::string write_error(const Error& error, std::string_view id = "", std::uint64_t line = 0);

}  // namespace lede
