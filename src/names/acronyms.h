// What the letters of an acronym come from.
#pragma once

#include <string>

#include "document.h"
#include "names/lexicon.h"

namespace lede {

/// The capitals that the words of a name begin with, in small letters, legal forms left out: "nato" of "North
/// Atlantic Treaty Organization". Sixteen at most.
std::string initials(const Document& doc, const Lexicon& lexicon, TokenRange tokens);

}  // namespace lede
