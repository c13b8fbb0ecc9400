#include "neural/word_layer.h"

#include <algorithm>

namespace lede {

void WordLayer::add(std::string_view form, std::string_view lower) {
    const std::size_t inputs = model_.join.weights.inputs();
    const WordFeatures features = words_.read(form, lower);
    const std::size_t at = inputs_.size();
    inputs_.resize(at + model_.join.weights.padded_inputs());
    model_.vectors.look_up(features.key, inputs_.data() + at);
    sum_.resize(model_.feature_width);
    bag_.resize(model_.feature_width);
    add_rows(reinterpret_cast<const std::int8_t*>(model_.features.data()), model_.feature_width,
             features.used(), sum_.data());
    std::transform(sum_.begin(), sum_.end(), bag_.begin(),
                   [&](std::int16_t v) { return static_cast<float>(v) * model_.feature_unit; });
    soft_sign_activations(bag_.data(), bag_.size(), inputs_.data() + at + inputs - bag_.size());
}

WordStates WordLayer::compute() {
    const std::size_t stride = model_.join.weights.padded_inputs(), width = model_.width;
    const std::size_t words = inputs_.size() / stride;
    WordStates known;
    if (words == 0) return known;
    apply(model_.join, inputs_.data(), stride, words, outputs_);
    inputs_.clear();
    float* states = known.states.make(words * width);
    for (std::size_t word = 0; word < words; ++word)
        std::transform(outputs_.data() + word * model_.join.stride(),
                       outputs_.data() + word * model_.join.stride() + width, states + word * width,
                       soft_sign);
    to_activations(states, words * width, states_.make(words * width));
    apply(model_.gates.front(), states_.data(), width, words, known.gates);
    return known;
}

}  // namespace lede
