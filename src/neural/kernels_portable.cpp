#include "neural/kernel_sets.h"

namespace lede {

void multiply_portable(const Product& product) {
    const std::int16_t* weights = product.weights;
    for (std::size_t block = 0; block < product.blocks; ++block, weights += product.pairs * line_weights) {
        for (std::size_t token = 0; token < product.tokens; ++token) {
            const std::int16_t* activations = product.activations + token * product.activation_stride;
            std::int32_t totals[block_outputs] = {};
            for (std::size_t pair = 0; pair < product.pairs; ++pair) {
                const std::int16_t* line = weights + pair * line_weights;
                const std::int16_t first = activations[pair * 2];
                const std::int16_t second = activations[pair * 2 + 1];
                for (std::size_t o = 0; o < block_outputs; ++o)
                    totals[o] += first * line[o * 2] + second * line[o * 2 + 1];
            }
            const std::size_t at = token * product.sum_stride + block * block_outputs;
            for (std::size_t o = 0; o < block_outputs; ++o) {
                const std::size_t output = block * block_outputs + o;
                if (product.scale != nullptr)
                    product.outputs[at + o] =
                        static_cast<float>(totals[o]) * product.scale[output] + product.bias[output];
                else
                    product.sums[at + o] = totals[o];
            }
        }
    }
}

void add_rows_portable(const RowSum& sum) {
    for (std::size_t j = 0; j < sum.width; ++j) sum.sum[j] = 0;
    for (std::size_t r = 0; r < sum.row_count; ++r) {
        const std::int8_t* row = sum.table + sum.rows[r] * sum.width;
        for (std::size_t j = 0; j < sum.width; ++j)
            sum.sum[j] = static_cast<std::int16_t>(sum.sum[j] + row[j]);
    }
}

}  // namespace lede
