// Every implementation that runs on this machine, against sums written down naively.
#include "neural/kernels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace lede;

namespace {

constexpr std::int32_t untouched = 0x5A5A5A5A;

struct Case {
    std::uint32_t inputs = 0;
    std::uint32_t outputs = 0;
    std::size_t tokens = 0;
    std::vector<std::int8_t> weights;
    std::vector<std::int16_t> activations;
    std::size_t activation_stride = 0;

    std::int32_t expected(std::size_t token, std::size_t output) const {
        std::int64_t sum = 0;
        for (std::size_t k = 0; k < inputs; ++k)
            sum += std::int64_t{activations[token * activation_stride + k]} * weights[output * inputs + k];
        return static_cast<std::int32_t>(sum);
    }
};

/// Rows of activations lie `gap` apart, and what lies in the gaps must not matter.
template <class Weight, class Activation>
Case make_case(std::uint32_t inputs, std::uint32_t outputs, std::size_t tokens, std::size_t gap,
               Weight weight, Activation activation) {
    Case made{inputs, outputs, tokens, {}, {}, (inputs + 1) / 2 * 2 + gap};
    made.weights.resize(std::size_t{inputs} * outputs);
    for (auto& value : made.weights) value = static_cast<std::int8_t>(weight());
    made.activations.resize(tokens * made.activation_stride);
    for (auto& value : made.activations) value = static_cast<std::int16_t>(activation());
    return made;
}

/// Counts the outputs that are not what scale and bias make of the sums, step by step.
std::size_t count_scaling_faults(KernelSet kernels, const Case& given, const PackedWeights& weights) {
    const std::size_t stride = weights.padded_outputs() + 3;
    std::vector<float> scale(weights.padded_outputs()), bias(scale.size());
    for (std::size_t o = 0; o < scale.size(); ++o) {
        scale[o] = 0.001f * static_cast<float>(o + 1);
        bias[o] = 1.7f - static_cast<float>(o);
    }
    constexpr float unwritten = -12345.5f;
    std::vector<float> outputs(given.tokens * stride, unwritten);
    multiply(kernels, weights, given.activations.data(), given.activation_stride, given.tokens,
             {scale.data(), bias.data(), outputs.data(), stride});
    std::size_t faults = 0;
    for (std::size_t t = 0; t < given.tokens; ++t)
        for (std::size_t o = 0; o < stride; ++o) {
            float expected = unwritten;
            if (o < weights.padded_outputs()) {
                expected = static_cast<float>(o < given.outputs ? given.expected(t, o) : 0) * scale[o];
                expected += bias[o];
            }
            if (outputs[t * stride + o] != expected) ++faults;
        }
    return faults;
}

/// Counts the wrong sums, and the int32 written where none should be.
std::size_t count_faults(KernelSet kernels, const Case& given) {
    const PackedWeights weights = PackedWeights::pack(given.weights, given.outputs, given.inputs);
    const std::size_t stride = weights.padded_outputs() + 3;
    std::vector<std::int32_t> sums(given.tokens * stride, untouched);
    multiply(kernels, weights, given.activations.data(), given.activation_stride, given.tokens, sums.data(),
             stride);
    std::size_t faults = 0;
    for (std::size_t t = 0; t < given.tokens; ++t)
        for (std::size_t o = 0; o < stride; ++o) {
            const std::int32_t expected = o < given.outputs              ? given.expected(t, o)
                                          : o < weights.padded_outputs() ? 0
                                                                         : untouched;
            if (sums[t * stride + o] != expected) ++faults;
        }
    return faults + count_scaling_faults(kernels, given, weights);
}

int between(std::mt19937& random, int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
}

}  // namespace

TEST_CASE("products are exact with every instruction set, whatever the sizes") {
    std::mt19937 random(7);
    const auto weight = [&] { return between(random, -127, 127); };
    const auto activation = [&] { return between(random, -4096, 4096); };
    for (const KernelSet kernels : available_kernels()) {
        CAPTURE(static_cast<int>(kernels));
        for (const std::uint32_t inputs : {0, 1, 2, 3, 7, 64, 193})
            for (const std::uint32_t outputs : {0, 1, 7, 8, 15, 16, 17, 33, 48})
                for (const std::size_t tokens : {0, 1, 2, 3, 4, 5, 7, 8, 11}) {
                    CAPTURE(inputs);
                    CAPTURE(outputs);
                    CAPTURE(tokens);
                    CHECK(count_faults(kernels, make_case(inputs, outputs, tokens, inputs % 4, weight,
                                                          activation)) == 0);
                }
    }
}

TEST_CASE("products at the extremes do not overflow") {
    std::mt19937 random(8);
    const auto sign = [&] { return random() % 2 == 0 ? 1 : -1; };
    constexpr int most = PackedWeights::most_activation;
    const auto inputs = PackedWeights::most_inputs;
    for (const KernelSet kernels : available_kernels()) {
        CAPTURE(static_cast<int>(kernels));
        const auto check = [&](auto weight, auto activation) {
            CHECK(count_faults(kernels, make_case(inputs, 20, 5, 0, weight, activation)) == 0);
            CHECK(count_faults(kernels, make_case(inputs - 1, 20, 5, 1, weight, activation)) == 0);
        };
        check([] { return 127; }, [] { return most; });
        check([] { return -128; }, [] { return most; });
        check([] { return -128; }, [] { return -most; });
        check([&] { return 127 * sign(); }, [&] { return most * sign(); });
    }
}

TEST_CASE("weights that do not fit their sizes make a layer without outputs") {
    const std::vector<std::int8_t> weights(12);
    CHECK(PackedWeights::pack(weights, 3, 4).outputs() == 3);
    CHECK(PackedWeights::pack(weights, 3, 4).padded_outputs() == 16);
    CHECK(PackedWeights::pack(weights, 4, 3).padded_inputs() == 4);
    CHECK(PackedWeights::pack(weights, 3, 5).outputs() == 0);
    CHECK(PackedWeights::pack(std::vector<std::int8_t>(1025), 1, 1025).outputs() == 0);
    CHECK(PackedWeights::pack(weights, 0x80000000U, 0x80000000U).outputs() == 0);
}

TEST_CASE("sums of rows are exact with every instruction set, whatever the width") {
    constexpr std::size_t table_rows = 9;
    std::mt19937 random(9);
    for (const KernelSet kernels : available_kernels()) {
        CAPTURE(static_cast<int>(kernels));
        for (const std::size_t width : {0, 1, 7, 8, 15, 16, 17, 31, 32, 63, 64, 65, 100, 192})
            for (const std::size_t count : {0, 1, 2, 16, 64, 255}) {
                CAPTURE(width);
                CAPTURE(count);
                const bool extreme = count == 255;
                std::vector<std::int8_t> table(table_rows * width);
                for (auto& value : table)
                    value = static_cast<std::int8_t>(extreme ? -128 : between(random, -127, 127));
                std::vector<std::uint32_t> rows(count);
                for (auto& row : rows) row = static_cast<std::uint32_t>(random() % table_rows);
                std::vector<std::int16_t> expected(width + 1, 0);
                for (const std::uint32_t row : rows)
                    for (std::size_t j = 0; j < width; ++j)
                        expected[j] = static_cast<std::int16_t>(expected[j] + table[row * width + j]);
                expected[width] = 0x5A5A;
                std::vector<std::int16_t> sum(width + 1, 0x5A5A);
                add_rows(kernels, table.data(), width, rows, sum.data());
                CHECK(sum == expected);
            }
    }
}

TEST_CASE("the fastest kernels are chosen, and ones this machine has not are replaced") {
    const auto available = available_kernels();
    CHECK(available.front() == KernelSet::portable);
    CHECK(best_kernels() == available.back());
    const std::vector<std::int8_t> weights = {1, -2, 3, -4};
    const std::vector<std::int16_t> activations = {10, 100};
    const PackedWeights packed = PackedWeights::pack(weights, 2, 2);
    for (const KernelSet kernels : {KernelSet::portable, KernelSet::sse2, KernelSet::avx2, KernelSet::wasm}) {
        std::vector<std::int32_t> sums(packed.padded_outputs(), untouched);
        multiply(kernels, packed, activations.data(), 2, 1, sums.data(), sums.size());
        CHECK(sums[0] == -190);
        CHECK(sums[1] == -370);
    }
}
