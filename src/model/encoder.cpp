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
    constexpr std::size_t most_known = 4096;  // some 16 MB; beyond it, forgetting is cheaper than remembering
    if (known_.size() > most_known) {
        known_.clear();
        word_states_.clear();
        word_gates_.clear();
    }
    inputs_.clear();
    std::vector<std::int16_t> sum(model_.feature_width);
    std::vector<float> bag(model_.feature_width);
    rows_.clear();
    for (Index t = tokens.begin; t < tokens.end; ++t) {
        const std::string_view form = doc.form(t);
        const std::uint64_t key = std::uint64_t{doc.tokens.lower[t]} << 32 | hash(form);
        const auto [place, is_new] = known_.try_emplace(key, static_cast<std::uint32_t>(known_.size()));
        rows_.push_back(place->second);
        if (!is_new) continue;
        const WordFeatures features = words_.read(form, doc.lower(t));
        const std::size_t at = inputs_.size();
        inputs_.resize(at + stride);
        model_.vectors.look_up(features.key, inputs_.data() + at);
        add_rows(reinterpret_cast<const std::int8_t*>(model_.features.data()), model_.feature_width,
                 features.used(), sum.data());
        std::transform(sum.begin(), sum.end(), bag.begin(),
                       [&](std::int16_t v) { return static_cast<float>(v) * model_.feature_unit; });
        soft_sign_activations(bag.data(), bag.size(), inputs_.data() + at + inputs - bag.size());
    }
    join_new_words();
    gather(word_states_, width, x_);
}

void Encoder::gather(const std::vector<float>& of_words, std::size_t width, std::vector<float>& of_tokens) {
    of_tokens.resize(rows_.size() * width);
    for (std::size_t t = 0; t < rows_.size(); ++t)
        std::copy_n(of_words.data() + rows_[t] * width, width, of_tokens.data() + t * width);
}

void Encoder::join_new_words() {
    const std::size_t stride = model_.join.weights.padded_inputs(), width = model_.width;
    const std::size_t words = inputs_.size() / stride;
    if (words == 0) return;
    runner_.apply(model_.join, inputs_.data(), stride, words, outputs_);
    const std::size_t before = word_states_.size();
    word_states_.resize(before + words * width);
    for (std::size_t word = 0; word < words; ++word)
        std::transform(outputs_.data() + word * model_.join.stride(),
                       outputs_.data() + word * model_.join.stride() + width,
                       word_states_.data() + before + word * width, soft_sign);
    states_.resize(words * width);
    to_activations(word_states_.data() + before, words * width, states_.data());
    const LinearLayer& first = model_.gates.front();
    runner_.apply(first, states_.data(), width, words, outputs_);
    word_gates_.insert(word_gates_.end(), outputs_.begin(),
                       outputs_.begin() + static_cast<std::ptrdiff_t>(words * first.stride()));
}

// Both directions over every piece, given the gates of its tokens in outputs_.
void Encoder::recur(Index first, const std::vector<TokenRange>& pieces) {
    const std::size_t width = model_.width, half = width / 2, stride = model_.gates.front().stride();
    const auto gate_step = static_cast<std::ptrdiff_t>(stride);
    const auto x_step = static_cast<std::ptrdiff_t>(width);
    carried_.resize(half);
    for (const TokenRange piece : pieces) {
        const std::size_t begin = piece.begin - first, last = piece.end - first - 1;
        run(outputs_.data() + begin * stride, gate_step, x_.data() + begin * width, x_step, piece.size(),
            half, carried_.data());
        run(outputs_.data() + last * stride + 3 * half, -gate_step, x_.data() + last * width + half, -x_step,
            piece.size(), half, carried_.data());
    }
    states_.resize(x_.size());
    to_activations(x_.data(), x_.size(), states_.data());
}

const std::vector<std::int16_t>& Encoder::encode(const Document& doc, const std::vector<TokenRange>& pieces) {
    const Index first = pieces.front().begin;
    read_words(doc, {first, pieces.back().end});
    // The gates of the first layer depend on nothing but the word: they were computed with it.
    gather(word_gates_, model_.gates.front().stride(), outputs_);
    recur(first, pieces);
    for (std::size_t layer = 1; layer < model_.gates.size(); ++layer) {
        runner_.apply(model_.gates[layer], states_.data(), model_.width, rows_.size(), outputs_);
        recur(first, pieces);
    }
    return states_;
}

}  // namespace lede
