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

void WordLayer::compute(WordStates& known) {
    const std::size_t stride = model_.join.weights.padded_inputs(), width = model_.width;
    const std::size_t words = inputs_.size() / stride;
    if (words == 0) return;
    runner_.apply(model_.join, inputs_.data(), stride, words, outputs_);
    inputs_.clear();
    const std::size_t before = known.states.size();
    known.states.resize(before + words * width);
    for (std::size_t word = 0; word < words; ++word)
        std::transform(outputs_.data() + word * model_.join.stride(),
                       outputs_.data() + word * model_.join.stride() + width,
                       known.states.data() + before + word * width, soft_sign);
    states_.resize(words * width);
    to_activations(known.states.data() + before, words * width, states_.data());
    const LinearLayer& first = model_.gates.front();
    runner_.apply(first, states_.data(), width, words, outputs_);
    known.gates.insert(known.gates.end(), outputs_.begin(),
                       outputs_.begin() + static_cast<std::ptrdiff_t>(words * first.stride()));
}

}  // namespace lede
