// Parent or child, where both bear one name: "the elder Jordan", "his son, Peter Jordan".
#pragma once

#include <cstdint>

#include "document.h"
#include "names/lexicon.h"

namespace lede::coreference {

enum class Generation : std::uint8_t { unknown, elder, younger };

/// What the word before a name tells: "the elder Jordan".
Generation generation_of(const Document& doc, const Mention& name);

/// "His son, Peter Jordan", "her daughter Ann", "Robert Jordan Jr."
bool is_introduced_as_child(const Document& doc, const Lexicon& lexicon, const Mention& name);

}  // namespace lede::coreference
