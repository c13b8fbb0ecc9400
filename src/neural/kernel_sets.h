// What kernels.cpp asks of the file of each instruction set. Plain pointers and no library types: the file of
// an instruction set that a machine may lack must not emit inline functions that the linker could choose for
// all.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lede {

/// The layout of PackedWeights: outputs of a block, and the weights that these have for a pair of inputs.
constexpr std::size_t block_outputs = 16;
constexpr std::size_t line_weights = 2 * block_outputs;

/// A product as multiply() of kernels.h takes it, with the weights in the layout of PackedWeights. If
/// `scale` is set, `outputs` receives sum · scale + bias, and `sums` is not written.
struct Product {
    const std::int16_t* weights;
    std::size_t blocks;  ///< of block_outputs
    std::size_t pairs;   ///< of inputs
    const std::int16_t* activations;
    std::size_t activation_stride;
    std::size_t tokens;
    std::int32_t* sums;
    std::size_t sum_stride;  ///< of sums or outputs
    const float* scale = nullptr;
    const float* bias = nullptr;
    float* outputs = nullptr;
};

/// A sum of rows as add_rows() of kernels.h takes it.
struct RowSum {
    const std::int8_t* table;
    std::size_t width;
    const std::uint32_t* rows;
    std::size_t row_count;
    std::int16_t* sum;
};

void multiply_portable(const Product& product);
void add_rows_portable(const RowSum& sum);

#if defined(__x86_64__)
void multiply_sse2(const Product& product);
void add_rows_sse2(const RowSum& sum);
void multiply_avx2(const Product& product);
void add_rows_avx2(const RowSum& sum);
#endif

#if defined(__wasm_simd128__)
void multiply_wasm(const Product& product);
void add_rows_wasm(const RowSum& sum);
#endif

}  // namespace lede
