// Quotation marks of an article, paired into quoted stretches.
#pragma once

#include <vector>

#include "document.h"
#include "model/word_classes.h"

namespace lede::quotes {

/// What stands between two quotation marks within one block. Only outermost pairs count: marks nested in
/// another pair belong to its words.
struct Stretch {
    TokenRange inside;     ///< the words without their marks; never empty
    TokenRange whole;      ///< with the marks
    bool goes_on = false;  ///< opened anew at the beginning of a block because the block before was left open
    bool closed = true;    ///< false where no closing mark was found: it then ends with its block
    bool single = false;   ///< in single marks
};

/// Pairs straight and curly double marks, doubled single ones (''…''), guillemets and single marks, telling
/// apostrophes from quotation marks. A stretch left open ends with its block. Linear in the tokens, however
/// marks are nested.
/// @param words the table quotation_words
std::vector<Stretch> find_stretches(const Document& doc, const WordClasses& words);

}  // namespace lede::quotes
