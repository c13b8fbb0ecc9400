// Words in their sentences → states: what the neural core has understood of each word.
//
// A word's vector and the sum of its feature rows go through one layer; then come light recurrent layers,
// each in both directions (Lei, Zhang, Wang, Dai, Artzi 2018, Simple Recurrent Units), whose gates z, f, o
// are added up over a word and its neighbours (a convolution a channel, as in Gu, Dao 2023, Mamba):
//   c = f·c' + (1 - f)·s(z),  h = o·c + (1 - o)·x,  s(v) = v / (1 + |v|),  f, o = ½ + ½ s(·)
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "neural/common_words.h"
#include "neural/core_model.h"
#include "neural/word_layer.h"

namespace lede {

/// Holds work space, and what it knows of the words met so far, so make one an article.
class Encoder {
  public:
    Encoder(const CoreModel& model, const WordReader& words, const CommonWords& common)
        : model_(model), common_(common), layer_(model, words) {}

    /// Pieces of sentences, one after the other, as token ranges that follow each other without gaps. A state
    /// depends on the words of its own piece alone. Returns width activations a token, from the first token
    /// of the first piece on.
    const std::int16_t* encode(const Document& doc, const std::vector<TokenRange>& pieces);

  private:
    void read_words(const Document& doc, TokenRange tokens);
    void recur(Index first, const std::vector<TokenRange>& pieces, const std::vector<float>& beside);

    const CoreModel& model_;
    const CommonWords& common_;
    WordLayer layer_;
    // A word met so far.
    struct Word {
        const float* state = nullptr;
        const float* gates = nullptr;
    };
    std::unordered_map<std::uint64_t, Word> words_;  // by lower and form
    std::vector<WordStates> known_;                  // of those that are not common, a batch a call
    std::vector<Word*> new_words_;                   // of this call, which layer_ is to compute
    std::vector<const Word*> tokens_;                // of this call
    Buffer<float> outputs_;
    std::vector<const float*> gates_of_;  // of the tokens of this call, 3 × width each
    std::vector<const float*> x_of_;      // what a layer takes in of them, width each
    Buffer<float> x_, x_before_;          // what it gives, and the one before it gave, tokens × width
    Buffer<std::int16_t> states_;         // the same as activations
    std::vector<float> gates_, state_;    // of a word in one direction; carried on
};

}  // namespace lede
