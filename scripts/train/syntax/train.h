// Learning the models of src/syntax from treebanks, with the engine's own features.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "document.h"

namespace lede::train {

using Bytes = std::vector<std::uint8_t>;

struct Settings {
    int epochs = 8;
    std::uint32_t least_count = 3;  ///< features seen more rarely are left out
    int least_weight = 1;           ///< of 127: smaller weights are left out
};

/// A tagger learned from those sentences of a gold document for which `learn_from` holds.
Bytes train_tagger(const Document& gold, const Settings& settings,
                   const std::function<bool(std::size_t)>& learn_from);

/// A parser learned from gold trees over the tags of `tagged`, which has the same tokens.
Bytes train_parser(const Document& gold, const Document& tagged, const Settings& settings);

/// Rows of lemmas.tsv: forms whose lemma is not the regular one.
std::string list_lemmas(const Document& gold);

/// Rows of feats.tsv: the features of each tag, and of words that have others.
std::string list_features(const Document& gold);

/// Rows of closed_words.tsv: the words that have a tag of a closed class more than once.
std::string list_closed_words(const Document& gold);

}  // namespace lede::train
