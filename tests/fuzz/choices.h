// Decisions read off bytes, so that a fuzzer steers whatever is made by them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lede::fuzz {

/// Reads decisions from the front of some bytes; after their end every decision is 0.
class Choices {
  public:
    explicit Choices(std::string_view bytes) : rest_(bytes) {}

    /// A number below `limit`, from one byte where that suffices, else from two or three. 0 where the limit
    /// is 0.
    std::size_t below(std::size_t limit) {
        std::size_t value = byte();
        if (limit > 0x100) value = value << 8 | byte();
        if (limit > 0x10000) value = value << 8 | byte();
        return limit == 0 ? 0 : value % limit;
    }

    /// True in about `percent` of a hundred cases; false at the end.
    bool chance(unsigned percent) { return byte() * 100u > (100u - percent) * 256u; }

    std::uint8_t byte() {
        if (rest_.empty()) return 0;
        const char first = rest_.front();
        rest_.remove_prefix(1);
        return static_cast<std::uint8_t>(first);
    }

    bool is_over() const { return rest_.empty(); }

  private:
    std::string_view rest_;
};

}  // namespace lede::fuzz
