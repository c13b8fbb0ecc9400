// The annotated stories (tests/gold/stories/README.md is their guide), as the trainers read them.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analyze.h"
#include "rows.h"

namespace lede::train {

/// The files of a folder with an extension, in the order of their names.
inline std::vector<std::filesystem::path> files_of(const std::string& folder, const std::string& extension) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == extension) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// The files of a folder, an article each.
inline std::vector<nlohmann::json> read_stories(const std::string& folder) {
    std::vector<nlohmann::json> stories;
    for (const auto& path : files_of(folder, ".json")) {
        std::ifstream file(path);
        stories.push_back(nlohmann::json::parse(file));
    }
    return stories;
}

/// The articles of the JSON lines of a folder (scripts/train/briefs), with fewer layers than stories have.
inline std::vector<nlohmann::json> read_briefs(const std::string& folder) {
    std::vector<nlohmann::json> briefs;
    for (const auto& path : files_of(folder, ".jsonl"))
        each_row(path.string(), [&](const nlohmann::json& row) { briefs.push_back(row); });
    return briefs;
}

inline Expected<Document> analyze_story(const nlohmann::json& story, const Resources& resources) {
    Options options;
    if (story.at("published").is_string())
        if (const auto date = parse_date(story.at("published").get<std::string>())) options.published = *date;
    return analyze(story.at("text").get<std::string>(), options, resources);
}

inline bool is_word(const std::string& text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || std::isalnum(c) != 0;
}

/// The places of "words#2|words".
inline std::vector<Span> places_of(const std::string& text, const std::string& reference) {
    std::vector<Span> places;
    for (std::size_t from = 0; from <= reference.size();) {
        const std::size_t bar = std::min(reference.find('|', from), reference.size());
        std::string words = reference.substr(from, bar - from);
        from = bar + 1;
        std::size_t left = 1;
        if (const std::size_t mark = words.rfind('#'); mark != std::string::npos && mark + 1 < words.size()) {
            left = static_cast<std::size_t>(std::atoi(words.c_str() + mark + 1));
            words.resize(mark);
        }
        for (std::size_t at = text.find(words); !words.empty() && at != std::string::npos;
             at = text.find(words, at + 1)) {
            const std::size_t end = at + words.size();
            const bool alone = !(at > 0 && is_word(text, at - 1) && is_word(text, at)) &&
                               !(is_word(text, end) && is_word(text, end - 1));
            if (!alone || --left > 0) continue;
            places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
            break;
        }
    }
    return places;
}

}  // namespace lede::train
