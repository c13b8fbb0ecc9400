// Whose picture it is: the end of a caption that tells nothing of the story.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/table.h"
#include "model/word_classes.h"

namespace lede {

/// Where the credit of a caption begins: "(Picture: PA)", "Photograph by Ann Bell", "Ann Bell/Getty Images".
/// The size of the caption where it has none, 0 where it is nothing but a credit. Reads a bounded number of
/// bytes.
/// @param phrases the table page_phrases. @param page_words the table of this name.
std::uint32_t credit_begin(std::string_view caption, const Table& phrases, const WordClasses& page_words);

/// The same for a line that is known to be a caption, where names at its end are a credit even though no
/// agency is among them: "… last year. (City Museum)", "… last year. Ann Bell", "Ann Bell/GC Images", "© Ann
/// Bell". 0 also for "Ann Bell, Associated Press".
std::uint32_t caption_credit_begin(std::string_view caption, const Table& phrases,
                                   const WordClasses& page_words);

}  // namespace lede
