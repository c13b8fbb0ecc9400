#include "neural/encoder.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "base/hash.h"

namespace lede {

namespace {

// What a word takes over from one beside it: a share of each of its gates.
struct Beside {
    const float* weights;
    const float* row;
};

constexpr std::size_t most_beside = 2 * CoreModel::most_reach;

// Columns [from, from + step) of own + Σ weights · row, held in registers while the neighbours go by.
template <std::size_t step>
void mix_columns(const float* own, std::span<const Beside> beside, std::size_t from, float* mixed) {
    std::array<float, step> sums;
    for (std::size_t i = 0; i < step; ++i) sums[i] = own[from + i];
    for (const auto [weights, row] : beside)
        for (std::size_t i = 0; i < step; ++i) sums[i] += weights[from + i] * row[from + i];
    for (std::size_t i = 0; i < step; ++i) mixed[from + i] = sums[i];
}

void mix(const float* own, std::span<const Beside> beside, std::size_t size, float* mixed) {
    constexpr std::size_t step = 16;
    std::size_t from = 0;
    for (; from + step <= size; from += step) mix_columns<step>(own, beside, from, mixed);
    for (; from < size; ++from) mix_columns<1>(own, beside, from, mixed);
}

// One word in one direction; `gates` are its 3 × width. A plain loop over what does not overlap, so that it
// becomes vectors.
void step(const float* __restrict gates, std::size_t width, const float* __restrict x, float* __restrict h,
          float* __restrict state) {
    const float* candidate = gates;
    const float* forget = gates + width;
    const float* output = gates + 2 * width;
    for (std::size_t i = 0; i < width; ++i) {
        const float f = 0.5f + 0.5f * soft_sign(forget[i]);
        const float o = 0.5f + 0.5f * soft_sign(output[i]);
        const float c = f * state[i] + (1.0f - f) * soft_sign(candidate[i]);
        state[i] = c;
        h[i] = o * c + (1.0f - o) * x[i];
    }
}

}  // namespace

// Finds where the state and the first gates of every token are.
void Encoder::read_words(const Document& doc, TokenRange tokens) {
    constexpr std::size_t most_known = 4096;  // some 16 MB; beyond it, forgetting is cheaper than remembering
    if (words_.size() > most_known) {
        words_.clear();
        known_.clear();
    }
    const std::size_t width = model_.width, stride = model_.gates.front().stride();
    tokens_.clear();
    new_words_.clear();
    for (Index t = tokens.begin; t < tokens.end; ++t) {
        const std::string_view form = doc.form(t);
        const std::uint64_t key = std::uint64_t{doc.tokens.lower[t]} << 32 | hash(form);
        const auto [place, is_new] = words_.try_emplace(key);
        Word& word = place->second;
        if (is_new) {
            if (const std::uint32_t row = common_.find(form); row != CommonWords::none) {
                word = {common_.known().states.data() + row * width,
                        common_.known().gates.data() + row * stride};
            } else {
                layer_.add(form, doc.lower(t));
                new_words_.push_back(&word);
            }
        }
        tokens_.push_back(&word);
    }
    if (!new_words_.empty()) {
        const WordStates& known = known_.emplace_back(layer_.compute());
        for (std::size_t row = 0; row < new_words_.size(); ++row)
            *new_words_[row] = {known.states.data() + row * width, known.gates.data() + row * stride};
    }

    x_of_.clear();
    gates_of_.clear();
    for (const Word* word : tokens_) {
        x_of_.push_back(word->state);
        gates_of_.push_back(word->gates);
    }
}

// Both directions over every piece, given where the gates of each of its tokens are.
void Encoder::recur(Index first, const std::vector<TokenRange>& pieces, const std::vector<float>& beside) {
    const std::size_t width = model_.width, half = width / 2, row = 3 * width;
    gates_.resize(3 * half);
    float* const states = x_.make(tokens_.size() * width);
    for (const TokenRange piece : pieces) {
        const float* const* rows = gates_of_.data() + (piece.begin - first);
        const float* const* inputs = x_of_.data() + (piece.begin - first);
        float* x = states + (piece.begin - first) * width;
        for (const bool backward : {false, true}) {
            state_.assign(half, 0.0f);
            const std::size_t gate = backward ? 3 * half : 0, unit = backward ? half : 0;
            for (std::size_t done = 0; done < piece.size(); ++done) {
                const std::size_t t = backward ? piece.size() - 1 - done : done;
                std::array<Beside, most_beside> near;
                std::size_t count = 0;
                for (std::size_t k = 1; k <= model_.reach; ++k) {
                    const float* weights = beside.data() + 2 * (k - 1) * row + gate;
                    if (t >= k) near[count++] = {weights, rows[t - k] + gate};
                    if (t + k < piece.size()) near[count++] = {weights + row, rows[t + k] + gate};
                }
                mix(rows[t] + gate, std::span(near).first(count), 3 * half, gates_.data());
                step(gates_.data(), half, inputs[t] + unit, x + t * width + unit, state_.data());
            }
        }
    }
    to_activations(states, x_.size(), states_.make(x_.size()));
}

const std::int16_t* Encoder::encode(const Document& doc, const std::vector<TokenRange>& pieces) {
    const Index first = pieces.front().begin;
    read_words(doc, {first, pieces.back().end});
    recur(first, pieces, model_.beside.front());
    for (std::size_t layer = 1; layer < model_.gates.size(); ++layer) {
        const LinearLayer& gates = model_.gates[layer];
        apply(gates, states_.data(), model_.width, tokens_.size(), outputs_);
        std::swap(x_, x_before_);
        for (std::size_t t = 0; t < tokens_.size(); ++t) {
            gates_of_[t] = outputs_.data() + t * gates.stride();
            x_of_[t] = x_before_.data() + t * model_.width;
        }
        recur(first, pieces, model_.beside[layer]);
    }
    return states_.data();
}

}  // namespace lede
