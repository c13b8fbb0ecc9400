// Runs a fuzz target without libFuzzer, for npm test.
//   lede_fuzz_NAME FILE|FOLDER…           the inputs of files and folders
//   lede_fuzz_NAME --generate N [SEED]    N inputs of random bytes; the seed is printed, and makes the same
//   ones again lede_fuzz_NAME --seed SEED NUMBER     one of them
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "random_bytes.h"
#include "target.h"

namespace {

using namespace lede::fuzz;

std::string read_bytes(const std::filesystem::path& path) {
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

void run_one(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

// The last one named is the one that failed.
void announce(std::uint64_t seed, std::uint64_t number) {
    std::fprintf(stderr, "--seed %llu %llu\n", static_cast<unsigned long long>(seed),
                 static_cast<unsigned long long>(number));
}

std::uint64_t number_of(const char* text) { return std::strtoull(text, nullptr, 10); }

}  // namespace

int main(int argc, char** argv) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    std::uint64_t runs = 0;
    if (first == "--generate" && argc > 2) {
        const auto now = std::chrono::system_clock::now().time_since_epoch().count();
        const std::uint64_t seed =
            argc > 3 ? number_of(argv[3]) : static_cast<std::uint64_t>(now) % 1'000'000'007u;
        for (const std::uint64_t count = number_of(argv[2]); runs < count; ++runs) {
            announce(seed, runs);
            run_one(random_bytes(seed_of(seed, runs)));
        }
    } else if (first == "--seed" && argc > 3) {
        run_one(random_bytes(seed_of(number_of(argv[2]), number_of(argv[3]))));
        ++runs;
    } else {
        for (int i = 1; i < argc; ++i) {
            for (const auto& path : files_under(argv[i])) {
                std::fprintf(stderr, "%s\n", path.c_str());
                run_one(read_bytes(path));
                ++runs;
            }
        }
    }
    std::printf("%llu inputs passed\n", static_cast<unsigned long long>(runs));
    return runs > 0 ? 0 : 1;
}
