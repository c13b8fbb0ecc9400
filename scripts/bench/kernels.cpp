// How fast the kernels are, each alone: GMAC/s of the products, GB/s of table read by the sums of rows.
//
//   cmake --build build/native --target lede_bench_kernels && build/native/lede_bench_kernels
//   NODE_PATH=/usr/share/nodejs cmake --build build/wasm --target lede_bench_kernels && node
//   build/wasm/lede_bench_kernels.cjs
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <vector>

#include "neural/kernels.h"

using namespace lede;

namespace {

const char* name_of(KernelSet kernels) {
    switch (kernels) {
        case KernelSet::sse2:
            return "sse2";
        case KernelSet::avx2:
            return "avx2";
        case KernelSet::wasm:
            return "wasm";
        case KernelSet::portable:
            break;
    }
    return "portable";
}

/// Seconds of one call: the best of several rounds, since whatever else the machine does only adds to them.
template <class Call>
double time_of(double operations, Call call) {
    const int calls = static_cast<int>(std::max(1.0, 2e8 / operations));
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
        const auto started = std::chrono::steady_clock::now();
        for (int i = 0; i < calls; ++i) call();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
        best = std::min(best, taken.count() / calls);
    }
    return best;
}

std::vector<std::int8_t> random_weights(std::size_t count, std::mt19937& random) {
    std::vector<std::int8_t> weights(count);
    for (std::int8_t& weight : weights)
        weight = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    return weights;
}

void time_products(std::uint32_t inputs, std::uint32_t outputs, std::mt19937& random) {
    const std::size_t most_tokens = 256;
    const auto weights =
        PackedWeights::pack(random_weights(std::size_t{inputs} * outputs, random), outputs, inputs);
    std::vector<std::int16_t> activations(most_tokens * weights.padded_inputs());
    for (std::int16_t& value : activations)
        value = static_cast<std::int16_t>(static_cast<int>(random() % 8193) - 4096);
    std::vector<std::int32_t> sums(most_tokens * weights.padded_outputs());
    for (const KernelSet kernels : available_kernels()) {
        std::printf("%4u -> %4u  %-8s", inputs, outputs, name_of(kernels));
        for (const std::size_t tokens : {1, 8, 31, 64, 256}) {
            const double products = static_cast<double>(tokens) * inputs * outputs;
            const double seconds = time_of(products, [&] {
                multiply(kernels, weights, activations.data(), weights.padded_inputs(), tokens, sums.data(),
                         weights.padded_outputs());
            });
            std::printf(" %8.1f", products / seconds / 1e9);
        }
        std::printf("\n");
    }
}

void time_row_sums(std::size_t width, std::mt19937& random) {
    const std::size_t table_rows = 65536;
    const auto table = random_weights(table_rows * width, random);
    std::vector<std::int16_t> sum(width);
    std::vector<std::uint32_t> rows(16 * 512);
    for (std::uint32_t& row : rows) row = static_cast<std::uint32_t>(random() % table_rows);
    for (const KernelSet kernels : available_kernels()) {
        std::size_t next = 0;
        const double bytes = static_cast<double>(16 * width);
        const double seconds = time_of(bytes, [&] {
            add_rows(kernels, table.data(), width, std::span(rows).subspan(next, 16), sum.data());
            next = (next + 16) % rows.size();
        });
        std::printf("16 rows of %3zu  %-8s %8.1f\n", width, name_of(kernels), bytes / seconds / 1e9);
    }
}

}  // namespace

int main() {
    std::mt19937 random(1);
    std::printf("Products, GMAC/s   tokens:      1        8       31       64      256\n");
    for (const auto& [inputs, outputs] : {std::pair{192U, 192U}, {192U, 768U}, {256U, 256U}, {320U, 768U}})
        time_products(inputs, outputs, random);
    std::printf("Sums of rows, GB/s\n");
    for (const std::size_t width : {64, 96, 192}) time_row_sums(width, random);
}
