// What the training programs share: the engine's model, and files that are written.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "model/embedded.h"
#include "resources.h"

namespace lede::train {

/// The model that is built into the program; ends it where that is damaged.
inline Resources open_model() {
    auto resources = Resources::open(embedded_model());
    if (!resources) {
        std::fprintf(stderr, "%s\n", resources.error().message.c_str());
        std::exit(1);
    }
    return *std::move(resources);
}

/// Returns the exit status: 1 where the file cannot be written.
inline int write_file(const std::string& path, const std::vector<std::uint8_t>& bytes) {
    std::printf("%zu bytes\n", bytes.size());
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return file.flush() ? 0 : 1;
}

}  // namespace lede::train
