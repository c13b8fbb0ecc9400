// Which mention the words for a speaker are.
#pragma once

#include "quotes/reading.h"

namespace lede::quotes {

/// The mention whose head is the speaker's; of several the longest. "Secretary of State Ann Hall" is read as
/// its name. Nothing where no mention is.
const Mention* find_mention(const Reading& reading, Span speaker, Index head);

}  // namespace lede::quotes
