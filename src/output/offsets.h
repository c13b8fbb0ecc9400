// Byte offsets of a text in the unit that a result is written in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "writers.h"

namespace lede {

/// Built once a text in linear time; each look-up takes constant time. Ill-formed bytes count as one U+FFFD
/// for each maximal subpart, as base/unicode.h decodes them. With "a😀b", byte 5 is 3 in UTF-16 units and 2 in
/// code points.
class Offsets {
  public:
    /// The text must outlive the object.
    Offsets(std::string_view text, OffsetUnit unit);

    /// @param byte a boundary of a character, at most text.size(); within a character, the offset of its
    /// beginning.
    std::uint32_t operator[](std::uint32_t byte) const;

  private:
    static constexpr std::uint32_t step = 64;
    struct Mark {
        std::uint32_t byte = 0;   // the first boundary at or after a multiple of `step`
        std::uint32_t units = 0;  // that come before it
    };

    std::uint32_t units_of(char32_t code) const {
        return unit_ == OffsetUnit::utf16 && code > 0xFFFF ? 2 : 1;
    }

    std::string_view text_;
    OffsetUnit unit_;
    bool well_formed_ = true;
    std::vector<Mark> marks_;  // empty where every byte is a unit
};

}  // namespace lede
