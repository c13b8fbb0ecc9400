// Stage: the parts of a pasted article, its sentences and tokens, its language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "options.h"
#include "resources.h"

namespace lede {

/// Fills `blocks`, `dateline` and `other`: finds the article on a pasted page and its parts. What is no part
/// of it has no block, so that no sentences or tokens are made of it.
/// @param title the headline where the caller knows it, "" otherwise.
/// @param hints lines that the caller knows to be part of the article, or not.
void find_structure(Document& doc, std::string_view title, const Resources& resources,
                    const StructureHints& hints = {});

/// Fills `sentences` and, of `tokens`, the columns span, lower and sentence. No sentence crosses a block, and
/// none is longer than max_sentence_tokens, so that later stages may spend more than linear time within one.
void find_tokens(Document& doc, const Resources& resources);
inline constexpr Index max_sentence_tokens = 256;

/// The text that keep_tokens() expects for sentences of given tokens: joined by spaces, one sentence a line.
std::string join_tokens(const std::vector<std::vector<std::string>>& sentences);

/// Fills `blocks`, `sentences` and `tokens` from given tokens, instead of find_structure() and find_tokens().
/// Sentences are kept whole.
void keep_tokens(Document& doc, const std::vector<std::vector<std::string>>& sentences);

/// Sets `language`: English unless its first 2,000 tokens speak for another language. Names, of people and
/// places, say little, and so do words in quotation marks. A text without words is English where it has
/// digits.
void find_language(Document& doc, const Resources& resources);

}  // namespace lede
