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

void apply(const LinearLayer& layer, const std::int16_t* activations, std::size_t activation_stride,
           std::size_t tokens, Buffer<float>& outputs) {
    const std::size_t stride = layer.stride();
    multiply(layer.weights, activations, activation_stride, tokens,
             {layer.scale.data(), layer.bias.data(), outputs.make(tokens * stride), stride});
}

}  // namespace lede
