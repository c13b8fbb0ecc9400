// One linear layer of the neural core: int8 weights with a scale for each output, and the activations between
// layers as int16.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/buffer.h"
#include "neural/kernels.h"

namespace lede {

/// An activation of 1 as an integer. All activations lie within ±2, that is within most_activation.
inline constexpr float activation_unit = 2048.0f;

/// v / (1 + |v|): bounded by 1, and, made of exact operations alone, the same on every machine.
inline float soft_sign(float v) { return v / (1.0f + (v < 0.0f ? -v : v)); }

/// Rounds half away from zero. The values must be within ±2. One pass over plain arrays, so that it becomes
/// vectors.
void to_activations(const float* values, std::size_t size, std::int16_t* activations);

/// The same of their soft_sign.
void soft_sign_activations(const float* values, std::size_t size, std::int16_t* activations);

struct LinearLayer {
    PackedWeights weights;
    std::vector<float> scale;  ///< padded_outputs() of them; of a sum, to the output's unit
    std::vector<float> bias;   ///< padded_outputs() of them

    std::uint32_t outputs() const { return weights.outputs(); }
    /// What a row of outputs must have room for.
    std::uint32_t stride() const { return weights.padded_outputs(); }
};

/// outputs[t * stride() + o] = bias[o] + scale[o] · Σ_k weights[o][k] · activations[t][k], made to fit. Rows
/// of activations must be readable up to an even number of inputs.
void apply(const LinearLayer& layer, const std::int16_t* activations, std::size_t activation_stride,
           std::size_t tokens, Buffer<float>& outputs);

}  // namespace lede
