// The smallest core that opens: for tests of what is done with damaged ones.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lede::test {

/// A section "core" of width 4, with one layer, one tag and one relation, all weights zero but for small ones
/// that depend on their place.
std::vector<std::uint8_t> tiny_core();

}  // namespace lede::test
