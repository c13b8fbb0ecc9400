// What unit tests share.
#pragma once

#include <string>
#include <string_view>

#include "analyze.h"
#include "model/embedded.h"

namespace lede::test {

/// The resources built into the program, opened once.
inline const Resources& resources() {
    static const Resources opened = Resources::open(embedded_model()).value();
    return opened;
}

/// Runs the whole pipeline. @param published "YYYY-MM-DD" or "".
inline Document read(std::string text, std::string_view published = "") {
    Options options;
    if (!published.empty()) options.published = parse_date(published).value();
    return analyze(std::move(text), options, resources()).value();
}

inline std::string text_of(const Document& doc, Span span) { return std::string(doc.slice(span)); }

}  // namespace lede::test
