// What must hold of whatever the engine makes of an article.
#pragma once

#include <nlohmann/json.hpp>

#include "target.h"
#include "writers.h"

namespace lede::fuzz {

inline void write_all(const Document& doc) {
    for (OffsetUnit unit : {OffsetUnit::utf16, OffsetUnit::codepoint, OffsetUnit::utf8}) {
        WriteOptions options;
        options.offsets = unit;
        options.tokens = true;
        const auto json = write_json(doc, "en", options);
        require(json && nlohmann::json::accept(*json), "the result is no JSON");
        require(is_valid_utf8(write_csv(doc, "x", options)), "the CSV is not UTF-8");
    }
    require(is_valid_utf8(write_conllu(doc, "x")), "the CoNLL-U is not UTF-8");
}

/// A refusal is as good as a sound Document that every writer can write.
inline void check(const Expected<Document>& doc) {
    if (!doc) return;
    const std::string faults = test::faults_of(*doc);
    require(faults.empty(), faults);
    write_all(*doc);
}

inline void check_article(std::string_view text, const Options& options) {
    const auto doc = analyze(std::string(text), options, resources());
    if (doc) require(doc->text == text, "the text was changed");
    check(doc);
}

}  // namespace lede::fuzz
