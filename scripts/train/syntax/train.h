// Lists of src/syntax, read off treebanks.
#pragma once

#include <string>
#include <vector>

#include "document.h"

namespace lede::train {

/// Rows of lemmas.tsv: forms whose lemma is not the regular one.
std::string list_lemmas(const Document& gold);

/// Rows of feats.tsv: the features of each tag, and of words that have others.
std::string list_features(const Document& gold);

/// Rows of closed_words.tsv: the words that have a tag of a closed class more than once.
std::string list_closed_words(const Document& gold);

/// Rows of inflections.tsv: regular forms among words of the language, most frequent first, that the rule
/// reads wrongly ("distributed", "raided", "expelled", "viruses"). Of the words that a form may come from by
/// the spelling of English the most frequent is taken, of verbs one whose form in -s is a word too.
std::string list_inflections(const std::vector<std::string>& words);

}  // namespace lede::train
