#include "text/input.h"

#include <array>

#include "base/unicode.h"
#include "options.h"

namespace lede {

namespace {

struct Signature {
    std::string_view bytes;
    std::string_view what;
};

using namespace std::string_view_literals;

// First bytes of the files that people drop by mistake.
constexpr std::array signatures{
    Signature{"%PDF-"sv, "a PDF"},
    Signature{"PK\x03\x04"sv, "a ZIP archive (perhaps .docx, .odt or .epub)"},
    Signature{"\xD0\xCF\x11\xE0"sv, "an old Office file"},
    Signature{"{\\rtf"sv, "an RTF file"},
    Signature{"\x89PNG"sv, "a PNG image"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG image"},
    Signature{"GIF8"sv, "a GIF image"},
    Signature{"\x1F\x8B"sv, "a gzip archive"},
    Signature{"\xFF\xFE"sv, "UTF-16 text"},
    Signature{"\xFE\xFF"sv, "UTF-16 text"},
};

}  // namespace

std::optional<Error> check_input(std::string_view text) {
    if (text.size() > max_text_bytes)
        return Error{ErrorCode::too_large, "the text is larger than 16 MiB; analyse it in parts"};
    for (const Signature& signature : signatures) {
        if (text.substr(0, signature.bytes.size()) == signature.bytes)
            return Error{ErrorCode::unsupported_format,
                         "this is " + std::string(signature.what) +
                             ", not plain text in UTF-8; paste its text instead"};
    }
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        if (!is_space(c.code) && !is_control(c.code)) return std::nullopt;
        at += c.size;
    }
    return Error{ErrorCode::empty_text, "there is no text to analyse"};
}

}  // namespace lede
