#include "model/encoder.h"

#include <algorithm>
#include <string_view>

#include "text/hash.h"

namespace lede {

namespace {

// One direction over one piece. `gates` and `x` are rows of the first token; steps count in floats.
void run(const float* gates, std::ptrdiff_t gate_step, float* x, std::ptrdiff_t x_step, std::size_t tokens,
         std::size_t width, float* state) {
    std::fill(state, state + width, 0.0f);
    for (std::size_t t = 0; t < tokens; ++t, gates += gate_step, x += x_step) {
        const float* candidate = gates;
        const float* forget = gates + width;
        const float* output = gates + 2 * width;
        for (std::size_t i = 0; i < width; ++i) {
            const float f = 0.5f + 0.5f * soft_sign(forget[i]);
            const float o = 0.5f + 0.5f * soft_sign(output[i]);
            const float c = f * state[i] + (1.0f - f) * soft_sign(candidate[i]);
            state[i] = c;
            x[i] = o * c + (1.0f - o) * x[i];
        }
    }
}

}  // namespace

void Encoder::read_words(const Document& doc, TokenRange tokens) {
    const std::size_t width = model_.width;
    const std::size_t inputs = model_.join.weights.inputs(), stride = model_.join.weights.padded_inputs();
    constexpr std::size_t most_known = 8192;  // beyond it, forgetting is cheaper than remembering
    if (known_.size() > most_known) {
        known_.clear();
        word_states_.clear();
    }
    inputs_.clear();
    std::vector<std::int16_t> sum(model_.feature_width);
    std::vector<std::uint32_t> rows;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
        const std::string_view form = doc.form(t);
        const std::uint64_t key = std::uint64_t{doc.tokens.lower[t]} << 32 | hash(form);
        const auto [place, is_new] = known_.try_emplace(key, static_cast<std::uint32_t>(known_.size()));
        rows.push_back(place->second);
        if (!is_new) continue;
        const WordFeatures features = words_.read(form, doc.lower(t));
        const std::size_t at = inputs_.size();
        inputs_.resize(at + stride);
        model_.vectors.look_up(features.key, inputs_.data() + at);
        add_rows(reinterpret_cast<const std::int8_t*>(model_.features.data()), model_.feature_width,
                 features.used(), sum.data());
        for (std::size_t i = 0; i < model_.feature_width; ++i)
            inputs_[at + inputs - model_.feature_width + i] =
                to_activation(soft_sign(static_cast<float>(sum[i]) * model_.feature_unit));
    }
    join_new_words();
    x_.resize(tokens.size() * width);
    for (std::size_t t = 0; t < rows.size(); ++t)
        std::copy_n(word_states_.data() + rows[t] * width, width, x_.data() + t * width);
}

void Encoder::join_new_words() {
    const std::size_t stride = model_.join.weights.padded_inputs(), width = model_.width;
    const std::size_t words = inputs_.size() / stride;
    if (words == 0) return;
    runner_.apply(model_.join, inputs_.data(), stride, words, outputs_);
    for (std::size_t word = 0; word < words; ++word)
        for (std::size_t i = 0; i < width; ++i)
            word_states_.push_back(soft_sign(outputs_[word * model_.join.stride() + i]));
}

void Encoder::run_layer(const LinearLayer& layer, Index first, const std::vector<TokenRange>& pieces) {
    const std::size_t width = model_.width, half = width / 2;
    const auto gate_stride = static_cast<std::ptrdiff_t>(layer.stride());
    const auto x_stride = static_cast<std::ptrdiff_t>(width);
    runner_.apply(layer, states_.data(), width, x_.size() / width, outputs_);
    carried_.resize(half);
    for (const TokenRange piece : pieces) {
        const std::size_t begin = piece.begin - first, last = piece.end - first - 1;
        run(outputs_.data() + begin * layer.stride(), gate_stride, x_.data() + begin * width, x_stride,
            piece.size(), half, carried_.data());
        run(outputs_.data() + last * layer.stride() + 3 * half, -gate_stride, x_.data() + last * width + half,
            -x_stride, piece.size(), half, carried_.data());
    }
}

const std::vector<std::int16_t>& Encoder::encode(const Document& doc, const std::vector<TokenRange>& pieces) {
    const Index first = pieces.front().begin;
    read_words(doc, {first, pieces.back().end});
    const auto as_activations = [&] {
        states_.resize(x_.size());
        std::transform(x_.begin(), x_.end(), states_.begin(), to_activation);
    };
    as_activations();
    for (const LinearLayer& layer : model_.gates) {
        run_layer(layer, first, pieces);
        as_activations();
    }
    return states_;
}

}  // namespace lede
