#include "neural/kernels.h"

#include <array>

#include "neural/kernel_sets.h"

namespace lede {

static_assert(block_outputs == PackedWeights::block_outputs);

std::span<const KernelSet> available_kernels() {
#if defined(__x86_64__)
    static constexpr std::array sets = {KernelSet::portable, KernelSet::sse2, KernelSet::avx2};
    static const std::size_t count = __builtin_cpu_supports("avx2") ? 3 : 2;
    return std::span(sets).first(count);
#elif defined(__wasm_simd128__)
    static constexpr std::array sets = {KernelSet::portable, KernelSet::wasm};
    return sets;
#else
    static constexpr std::array sets = {KernelSet::portable};
    return sets;
#endif
}

KernelSet best_kernels() {
#if defined(LEDE_KERNELS)
    return KernelSet::LEDE_KERNELS;  // a build that compares the sets with each other:
                                     // scripts/differential.mjs
#else
    return available_kernels().back();
#endif
}

PackedWeights PackedWeights::pack(std::span<const std::int8_t> weights, std::uint32_t outputs,
                                  std::uint32_t inputs) {
    PackedWeights packed;
    if (inputs > most_inputs || weights.size() != std::uint64_t{outputs} * inputs) return packed;
    packed.outputs_ = outputs;
    packed.inputs_ = inputs;
    const std::size_t pairs = packed.pairs();
    packed.lines_.resize(packed.blocks() * pairs);
    for (std::size_t o = 0; o < outputs; ++o)
        for (std::size_t k = 0; k < inputs; ++k) {
            Line& line = packed.lines_[o / block_outputs * pairs + k / 2];
            line.weights[o % block_outputs * 2 + k % 2] = weights[o * inputs + k];
        }
    return packed;
}

namespace {

void run(KernelSet kernels, const Product& product) {
    switch (kernels) {
#if defined(__x86_64__)
        case KernelSet::sse2:
            return multiply_sse2(product);
        case KernelSet::avx2:
            if (best_kernels() == KernelSet::avx2) return multiply_avx2(product);
            break;
#endif
#if defined(__wasm_simd128__)
        case KernelSet::wasm:
            return multiply_wasm(product);
#endif
        default:
            break;
    }
    multiply_portable(product);
}

}  // namespace

void multiply(const PackedWeights& weights, const std::int16_t* activations, std::size_t activation_stride,
              std::size_t tokens, std::int32_t* sums, std::size_t sum_stride) {
    multiply(best_kernels(), weights, activations, activation_stride, tokens, sums, sum_stride);
}

void multiply(KernelSet kernels, const PackedWeights& weights, const std::int16_t* activations,
              std::size_t activation_stride, std::size_t tokens, std::int32_t* sums, std::size_t sum_stride) {
    run(kernels, {weights.data(), weights.blocks(), weights.pairs(), activations, activation_stride, tokens,
                  sums, sum_stride});
}

void multiply(const PackedWeights& weights, const std::int16_t* activations, std::size_t activation_stride,
              std::size_t tokens, const Scaling& scaling) {
    multiply(best_kernels(), weights, activations, activation_stride, tokens, scaling);
}

void multiply(KernelSet kernels, const PackedWeights& weights, const std::int16_t* activations,
              std::size_t activation_stride, std::size_t tokens, const Scaling& scaling) {
    run(kernels, {weights.data(), weights.blocks(), weights.pairs(), activations, activation_stride, tokens,
                  nullptr, scaling.stride, scaling.scale, scaling.bias, scaling.outputs});
}

void add_rows(const std::int8_t* table, std::size_t width, std::span<const std::uint32_t> rows,
              std::int16_t* sum) {
    add_rows(best_kernels(), table, width, rows, sum);
}

void add_rows(KernelSet kernels, const std::int8_t* table, std::size_t width,
              std::span<const std::uint32_t> rows, std::int16_t* sum) {
    const RowSum row_sum = {table, width, rows.data(), rows.size(), sum};
    switch (kernels) {
#if defined(__x86_64__)
        case KernelSet::sse2:
            return add_rows_sse2(row_sum);
        case KernelSet::avx2:
            if (best_kernels() == KernelSet::avx2) return add_rows_avx2(row_sum);
            break;
#endif
#if defined(__wasm_simd128__)
        case KernelSet::wasm:
            return add_rows_wasm(row_sum);
#endif
        default:
            break;
    }
    add_rows_portable(row_sum);
}

}  // namespace lede
