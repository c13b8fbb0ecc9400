// The loops shared by all vector instruction sets. Simd gives the vectors:
//   Vector          a register
//   ints, shorts    its lanes of int32 and of int16
//   zero, load, splat_pair (32 bits to all int32 lanes), store_ints, store_shorts
//   store_scaled    as floats, times a scale, plus a bias
//   multiply_pairs  int16 × int16, neighbours added to int32
//   add_ints, add_shorts, widen (as many int8 as there are int16 lanes)
// Each file defines its Simd in an unnamed namespace, so that no instance of these templates is shared.
#pragma once

#include "neural/kernel_sets.h"

namespace lede {

/// tokens × (vectors · ints) sums from `output` on, written from place `at` on, all held in registers while
/// the pairs of inputs go by: a weight that was loaded serves all the tokens, an activation all the outputs.
template <class Simd, std::size_t tokens, std::size_t vectors>
void multiply_tile(const Product& product, const std::int16_t* weights, const std::int16_t* activations,
                   std::size_t output, std::size_t at) {
    using Vector = typename Simd::Vector;
    Vector totals[tokens][vectors];
    for (std::size_t t = 0; t < tokens; ++t)
        for (std::size_t v = 0; v < vectors; ++v) totals[t][v] = Simd::zero();

    for (std::size_t pair = 0; pair < product.pairs; ++pair) {
        Vector column[vectors];
        for (std::size_t v = 0; v < vectors; ++v)
            column[v] = Simd::load(weights + pair * line_weights + v * Simd::shorts);
        for (std::size_t t = 0; t < tokens; ++t) {
            const Vector both = Simd::splat_pair(activations + t * product.activation_stride + pair * 2);
            for (std::size_t v = 0; v < vectors; ++v)
                totals[t][v] = Simd::add_ints(totals[t][v], Simd::multiply_pairs(both, column[v]));
        }
    }

    for (std::size_t t = 0; t < tokens; ++t)
        for (std::size_t v = 0; v < vectors; ++v) {
            const std::size_t to = at + t * product.sum_stride + v * Simd::ints;
            if (product.scale != nullptr)
                Simd::store_scaled(product.outputs + to, totals[t][v],
                                   product.scale + output + v * Simd::ints,
                                   product.bias + output + v * Simd::ints);
            else
                Simd::store_ints(product.sums + to, totals[t][v]);
        }
}

/// Outputs outermost: the weights of a block (20 kB for 320 inputs) stay in the first cache for all tokens.
template <class Simd, std::size_t vectors>
void multiply_tiles(const Product& product) {
    constexpr std::size_t tile_outputs = vectors * Simd::ints;
    static_assert(block_outputs % tile_outputs == 0);
    for (std::size_t output = 0; output < product.blocks * block_outputs; output += tile_outputs) {
        const std::int16_t* weights = product.weights +
                                      output / block_outputs * product.pairs * line_weights +
                                      output % block_outputs * 2;
        const std::int16_t* activations = product.activations;
        std::size_t at = output;
        std::size_t left = product.tokens;
        for (; left >= 4; left -= 4) {
            multiply_tile<Simd, 4, vectors>(product, weights, activations, output, at);
            activations += 4 * product.activation_stride;
            at += 4 * product.sum_stride;
        }
        switch (left) {
            case 3:
                multiply_tile<Simd, 3, vectors>(product, weights, activations, output, at);
                break;
            case 2:
                multiply_tile<Simd, 2, vectors>(product, weights, activations, output, at);
                break;
            case 1:
                multiply_tile<Simd, 1, vectors>(product, weights, activations, output, at);
                break;
            default:
                break;
        }
    }
}

/// Columns [first, first + vectors · shorts) of the sum.
template <class Simd, std::size_t vectors>
void add_columns(const RowSum& sum, std::size_t first) {
    typename Simd::Vector totals[vectors];
    for (std::size_t v = 0; v < vectors; ++v) totals[v] = Simd::zero();
    for (std::size_t r = 0; r < sum.row_count; ++r) {
        const std::int8_t* row = sum.table + sum.rows[r] * sum.width + first;
        for (std::size_t v = 0; v < vectors; ++v)
            totals[v] = Simd::add_shorts(totals[v], Simd::widen(row + v * Simd::shorts));
    }
    for (std::size_t v = 0; v < vectors; ++v)
        Simd::store_shorts(sum.sum + first + v * Simd::shorts, totals[v]);
}

template <class Simd>
void add_all_columns(const RowSum& sum) {
    std::size_t column = 0;
    for (; column + 4 * Simd::shorts <= sum.width; column += 4 * Simd::shorts)
        add_columns<Simd, 4>(sum, column);
    // 48 columns are three vectors at once with AVX2, four and two with the others.
    if (column + 3 * Simd::shorts <= sum.width) {
        add_columns<Simd, 3>(sum, column);
        column += 3 * Simd::shorts;
    } else if (column + 2 * Simd::shorts <= sum.width) {
        add_columns<Simd, 2>(sum, column);
        column += 2 * Simd::shorts;
    }
    for (; column + Simd::shorts <= sum.width; column += Simd::shorts) add_columns<Simd, 1>(sum, column);
    for (; column < sum.width; ++column) {
        int total = 0;
        for (std::size_t r = 0; r < sum.row_count; ++r) total += sum.table[sum.rows[r] * sum.width + column];
        sum.sum[column] = static_cast<std::int16_t>(total);
    }
}

}  // namespace lede
