// Writes news that nobody would print: the engine's own words in the shapes of articles, spelt, spaced and
// counted as people and machines do when they go wrong, and at the boundaries of every limit.
#pragma once

#include <string>

#include "analyze.h"
#include "choices.h"

namespace lede::fuzz {

/// An article and how it is to be read.
struct WrittenNews {
    std::string text;
    Options options;
};

/// The same choices give the same article. The text may hold ill-formed UTF-8 only where `any_bytes` is set.
/// @param resources whose tables the words come from
WrittenNews write_news(Choices& choices, const Resources& resources, bool any_bytes);

}  // namespace lede::fuzz
