// What the command line and the WebAssembly module share: requests written in JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze.h"
#include "output/output.h"

namespace lede {

/// An article to read and how.
struct Request {
    std::string text;
    std::vector<std::vector<std::string>> tokens;  ///< sentences of tokens instead of a text
    Options options;
};

/// One line of --jsonl as it was understood. The id is known even of most bad lines.
struct RequestLine {
    std::string id;  ///< JSON text; "" where the line has none
    Expected<Request> request;
};

/// Reads {"id": any, "text": string, "title": string, "published": "YYYY-MM-DD"}; all but the text may be
/// left out or null, other members are ignored. Escapes of lone surrogates and ill-formed UTF-8 are read as
/// U+FFFD. Linear in the length of the line.
/// @param pretokenized "tokens": [[string…]…] is read instead of "text".
/// Errors: bad_request, bad_date.
RequestLine read_request(std::string line, bool pretokenized);

/// How an article is to be read and its result written.
struct CallOptions {
    Options read;
    WriteOptions write;
    bool timings = false;
};

/// Reads {"published": …, "title": …, "offsets": "utf16", "layers": […], "tokens": false, "timings": false},
/// each of which may be left out or null; "" stands for {}. Offsets are utf16 where nothing else is said.
/// Errors: bad_request, bad_date, bad_option, also for an unknown member.
Expected<CallOptions> read_call_options(std::string options_json);

/// Reads "utf16", "codepoint" or "utf8". Error: bad_option.
Expected<OffsetUnit> parse_offset_unit(std::string_view name);

/// {"id":…,"error":{"code":…,"message":…,"line":…}}, without "id" where it is "" and without "line" where it
/// is 0.
std::string write_error(const Error& error, std::string_view id = "", std::uint64_t line = 0);

}  // namespace lede
