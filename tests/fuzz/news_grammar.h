// What the written news looks like: a grammar, one alternative a line, `slot: text`.
#pragma once

#include <string_view>

namespace lede::fuzz {

extern const std::string_view news_grammar;

}  // namespace lede::fuzz
