// Lemmas by rule.
#pragma once

#include <string>
#include <string_view>

#include "document.h"

namespace lede {

/// The lemma of a regular word. @param starts_sentence its capital then says nothing.
std::string regular_lemma(std::string_view form, std::string_view lower, Upos upos, Xpos xpos,
                          bool starts_sentence);

}  // namespace lede
