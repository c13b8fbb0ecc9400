// Data files with a JSON object a line, as the trainers read them.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/hash.h"

namespace lede::train {

/// Ends the program if the file cannot be read.
inline void each_row(const std::string& path, const std::function<void(const nlohmann::json&)>& use) {
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        std::exit(1);
    }
    for (std::string line; std::getline(file, line);) use(nlohmann::json::parse(line));
}

/// By character: its place in bytes; one more for the end.
inline std::vector<std::uint32_t> byte_offsets(const std::string& text) {
    std::vector<std::uint32_t> offsets;
    for (std::uint32_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return offsets;
}

/// The third of the Causal News Corpus that no weights are trained on.
inline bool is_held_out(const nlohmann::json& row) {
    return mix(hash(row.at("id").get<std::string>())) % 3 == 0;
}

}  // namespace lede::train
