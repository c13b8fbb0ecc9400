// lede_word_features: reads one word a line, writes for each the key of its vector and the rows of its
// features (neural/word_features.h), little-endian: u32 key, u32 count, 12 × u32 (unused ones are 0).
//   lede_word_features MODEL < words > rows
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "base/unicode.h"
#include "neural/word_features.h"
#include "resources.h"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: lede_word_features MODEL < words > rows\n");
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto resources =
        lede::Resources::open({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    if (!resources) {
        std::fprintf(stderr, "%s\n", resources.error().message.c_str());
        return 1;
    }
    const lede::WordReader reader = resources->word_reader();
    for (std::string word; std::getline(std::cin, word);) {
        const lede::WordFeatures features = reader.read(word, lede::fold(word));
        const auto count = static_cast<std::uint32_t>(features.count);
        std::fwrite(&features.key, sizeof features.key, 1, stdout);
        std::fwrite(&count, sizeof count, 1, stdout);
        std::fwrite(features.rows.data(), sizeof(std::uint32_t), features.rows.size(), stdout);
    }
}
