#include "model/encoder.h"

#include <algorithm>
#include <string_view>

#include "text/hash.h"

namespace lede {

namespace {

// sum += weights · row. A plain loop over what does not overlap, so that it becomes vectors.
void add_product(const float* __restrict weights, const float* __restrict row, std::size_t size,
                 float* __restrict sum) {
    for (std::size_t i = 0; i < size; ++i) sum[i] += weights[i] * row[i];
}

// One word in one direction; `gates` are its 3 × width.
void step(const float* __restrict gates, std::size_t width, float* __restrict x, float* __restrict state) {
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

}  // namespace

// Where the state and the first gates of every token are.
void Encoder::read_words(const Document& doc, TokenRange tokens) {
    constexpr std::size_t most_known = 4096;  // some 16 MB; beyond it, forgetting is cheaper than remembering
    if (rows_ > most_known) {
        words_.clear();
        known_.states.clear();
        known_.gates.clear();
        rows_ = 0;
    }
    tokens_.clear();
    for (Index t = tokens.begin; t < tokens.end; ++t) {
        const std::string_view form = doc.form(t);
        const std::uint64_t key = std::uint64_t{doc.tokens.lower[t]} << 32 | hash(form);
        const auto [place, is_new] = words_.try_emplace(key);
        Word& word = place->second;
        if (is_new) {
            word.row = common_.find(form);
            word.common = word.row != CommonWords::none;
            if (!word.common) {
                word.row = rows_++;
                layer_.add(form, doc.lower(t));
            }
        }
        tokens_.push_back(word);
    }
    layer_.compute(known_);

    const std::size_t width = model_.width, stride = model_.gates.front().stride();
    x_.resize(tokens_.size() * width);
    gates_of_.clear();
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
        const WordStates& known = tokens_[t].common ? common_.known() : known_;
        std::copy_n(known.states.data() + tokens_[t].row * width, width, x_.data() + t * width);
        gates_of_.push_back(known.gates.data() + tokens_[t].row * stride);
    }
}

// Both directions over every piece, given where the gates of each of its tokens are.
void Encoder::recur(Index first, const std::vector<TokenRange>& pieces, const std::vector<float>& beside) {
    const std::size_t width = model_.width, half = width / 2, row = 3 * width;
    gates_.resize(3 * half);
    for (const TokenRange piece : pieces) {
        const float* const* rows = gates_of_.data() + (piece.begin - first);
        float* x = x_.data() + (piece.begin - first) * width;
        for (const bool backward : {false, true}) {
            state_.assign(half, 0.0f);
            const std::size_t gate = backward ? 3 * half : 0, unit = backward ? half : 0;
            for (std::size_t done = 0; done < piece.size(); ++done) {
                const std::size_t t = backward ? piece.size() - 1 - done : done;
                std::copy_n(rows[t] + gate, 3 * half, gates_.data());
                for (std::size_t k = 1; k <= model_.reach; ++k) {
                    const float* weights = beside.data() + 2 * (k - 1) * row + gate;
                    if (t >= k) add_product(weights, rows[t - k] + gate, 3 * half, gates_.data());
                    if (t + k < piece.size())
                        add_product(weights + row, rows[t + k] + gate, 3 * half, gates_.data());
                }
                step(gates_.data(), half, x + t * width + unit, state_.data());
            }
        }
    }
    states_.resize(x_.size());
    to_activations(x_.data(), x_.size(), states_.data());
}

const std::vector<std::int16_t>& Encoder::encode(const Document& doc, const std::vector<TokenRange>& pieces) {
    const Index first = pieces.front().begin;
    read_words(doc, {first, pieces.back().end});
    recur(first, pieces, model_.beside.front());
    for (std::size_t layer = 1; layer < model_.gates.size(); ++layer) {
        const LinearLayer& gates = model_.gates[layer];
        runner_.apply(gates, states_.data(), model_.width, tokens_.size(), outputs_);
        for (std::size_t t = 0; t < tokens_.size(); ++t) gates_of_[t] = outputs_.data() + t * gates.stride();
        recur(first, pieces, model_.beside[layer]);
    }
    return states_;
}

}  // namespace lede
