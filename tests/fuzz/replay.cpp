// Runs a fuzz target over files and folders, for compilers without libFuzzer and for npm test.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "target.h"

namespace {

std::vector<std::uint8_t> read_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> files_under(const std::filesystem::path& path) {
    if (!std::filesystem::is_directory(path)) return {path};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t runs = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& path : files_under(argv[i])) {
            std::fprintf(stderr, "%s\n", path.c_str());  // the last one named is the one that failed
            const std::vector<std::uint8_t> bytes = read_bytes(path);
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
            ++runs;
        }
    }
    std::printf("%zu inputs passed\n", runs);
    return runs > 0 ? 0 : 1;
}
