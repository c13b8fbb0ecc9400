// How the main event was brought about, by rule.
#pragma once

#include <vector>

#include "brief/story.h"

namespace lede::brief {

/// In the order of the text, with scores between 0 and 1. Mostly none.
std::vector<Answer> find_how(const Story& story);

}  // namespace lede::brief
