// Words in their sentences → states: what the neural core has understood of each word.
//
// A word's vector and the sum of its feature rows go through one layer; then come light recurrent layers,
// each in both directions (Lei, Zhang, Wang, Dai, Artzi 2018, Simple Recurrent Units):
//   c = f·c' + (1 - f)·s(z),  h = o·c + (1 - o)·x,  s(v) = v / (1 + |v|),  f, o = ½ + ½ s(·)
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "model/core_model.h"
#include "model/word_features.h"

namespace lede {

/// Holds work space, and what it knows of the words met so far, so make one an article.
class Encoder {
  public:
    Encoder(const CoreModel& model, const WordReader& words) : model_(model), words_(words) {}

    /// Pieces of sentences, one after the other, as token ranges that follow each other without gaps. A state
    /// depends on the words of its own piece alone. Returns width activations a token, from the first token
    /// of the first piece on.
    const std::vector<std::int16_t>& encode(const Document& doc, const std::vector<TokenRange>& pieces);

  private:
    void read_words(const Document& doc, TokenRange tokens);
    void join_new_words();
    void gather(const std::vector<float>& of_words, std::size_t width, std::vector<float>& of_tokens);
    void recur(Index first, const std::vector<TokenRange>& pieces);

    const CoreModel& model_;
    const WordReader& words_;
    LayerRunner runner_;
    std::unordered_map<std::uint64_t, std::uint32_t> known_;  // lower and form → row of the next two
    std::vector<float> word_states_, word_gates_;             // words × width, × outputs of the first layer
    std::vector<std::uint32_t> rows_;                         // of the tokens of this call
    std::vector<std::int16_t> inputs_;                        // of the words that are new in this call
    std::vector<float> outputs_;
    std::vector<float> x_;              // tokens × width
    std::vector<std::int16_t> states_;  // the same as activations
    std::vector<float> carried_;
};

}  // namespace lede
