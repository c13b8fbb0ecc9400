#include "neural/linear_layer.h"

namespace lede {

namespace {

// By way of int32, for which every machine has a vector instruction.
inline std::int16_t rounded(float v) {
    const float scaled = v * activation_unit;
    return static_cast<std::int16_t>(static_cast<std::int32_t>(scaled + (scaled < 0.0f ? -0.5f : 0.5f)));
}

}  // namespace

void to_activations(const float* values, std::size_t size, std::int16_t* activations) {
    for (std::size_t i = 0; i < size; ++i) activations[i] = rounded(values[i]);
}

void soft_sign_activations(const float* values, std::size_t size, std::int16_t* activations) {
    for (std::size_t i = 0; i < size; ++i) activations[i] = rounded(soft_sign(values[i]));
}

void LayerRunner::apply(const LinearLayer& layer, const std::int16_t* activations,
                        std::size_t activation_stride, std::size_t tokens, std::vector<float>& outputs) {
    const std::size_t stride = layer.stride();
    if (sums_.size() < tokens * stride) sums_.resize(tokens * stride);
    if (outputs.size() < tokens * stride) outputs.resize(tokens * stride);
    multiply(layer.weights, activations, activation_stride, tokens, sums_.data(), stride);
    for (std::size_t t = 0; t < tokens; ++t) {
        const std::int32_t* sums = sums_.data() + t * stride;
        float* out = outputs.data() + t * stride;
        for (std::size_t o = 0; o < stride; ++o)
            out[o] = static_cast<float>(sums[o]) * layer.scale[o] + layer.bias[o];
    }
}

}  // namespace lede
