// Who of a family is meant: "the elder Jordan", "his son, Peter Jordan".
#pragma once

#include <cstdint>

#include "document.h"
#include "names/lexicon.h"

namespace lede::coreference {

enum class Age : std::uint8_t { unknown, elder, younger };

/// What the word before a name tells: "the elder Jordan".
Age age_told(const Document& doc, const Mention& name);

/// "His son, Peter Jordan", "her daughter Ann", "Robert Jordan Jr."
bool is_told_child(const Document& doc, const Lexicon& lexicon, const Mention& name);

}  // namespace lede::coreference
