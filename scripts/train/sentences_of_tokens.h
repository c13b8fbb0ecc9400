// Annotated sentences as documents, read by the engine's own stages up to names.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "names/names.h"
#include "quantities/quantities.h"
#include "syntax/syntax.h"
#include "text/text.h"
#include "times/times.h"

namespace lede::train {

/// Reads JSON lines, each with `tokens`, fifty at a time as one document, and calls `use` with the document,
/// a line and its sentence. Ends the program where the file cannot be read.
inline void read_sentences(
    const std::string& path, const Resources& resources, const std::function<void(Document&)>& start,
    const std::function<void(const Document&, const nlohmann::json&, TokenRange)>& use) {
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        std::exit(1);
    }
    std::vector<nlohmann::json> rows;
    const auto flush = [&] {
        if (rows.empty()) return;
        std::vector<std::vector<std::string>> sentences;
        for (const nlohmann::json& row : rows)
            sentences.push_back(row.at("tokens").get<std::vector<std::string>>());
        Document doc;
        doc.text = join_tokens(sentences);
        keep_tokens(doc, sentences);
        WordScores scores = find_syntax(doc, resources);
        find_lemmas(doc, resources);
        find_times(doc, resources);
        find_quantities(doc, resources);
        find_names(doc, std::move(scores), resources);
        start(doc);
        for (std::size_t s = 0; s < rows.size(); ++s)
            if (doc.sentences[s].tokens.size() == sentences[s].size())
                use(doc, rows[s], doc.sentences[s].tokens);
        rows.clear();
    };
    constexpr std::size_t batch = 50;
    for (std::string line; std::getline(file, line);) {
        rows.push_back(nlohmann::json::parse(line));
        if (rows.size() == batch) flush();
    }
    flush();
}

}  // namespace lede::train
