#include "output/offsets.h"

#include <algorithm>

#include "base/unicode.h"

namespace lede {

Offsets::Offsets(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (unit == OffsetUnit::utf8 || std::all_of(text.begin(), text.end(), is_ascii)) return;
    well_formed_ = is_valid_utf8(text);
    marks_.reserve(text.size() / step + 1);
    Mark here;
    while (here.byte < text.size()) {
        if (here.byte >= marks_.size() * step) marks_.push_back(here);
        const Decoded c = decode(text, here.byte);
        here.byte += c.size;
        here.units += units_of(c.code);
    }
    if (here.byte >= marks_.size() * step) marks_.push_back(here);
}

std::uint32_t Offsets::operator[](std::uint32_t byte) const {
    if (marks_.empty()) return byte;
    std::size_t number = std::min<std::size_t>(byte / step, marks_.size() - 1);
    if (marks_[number].byte > byte) --number;
    Mark here = marks_[number];
    if (well_formed_) {
        // Every character but its continuation bytes is a unit; one of four bytes is a pair of UTF-16 units.
        const std::uint32_t pair = unit_ == OffsetUnit::utf16 ? 1 : 0;
        for (; here.byte < byte; ++here.byte) {
            const auto c = static_cast<unsigned char>(text_[here.byte]);
            here.units += ((c & 0xC0) != 0x80) + (c >= 0xF0 ? pair : 0);
        }
        return here.units;
    }
    while (here.byte < byte) {
        const Decoded c = decode(text_, here.byte);
        here.byte += c.size;
        if (here.byte <= byte) here.units += units_of(c.code);
    }
    return here.units;
}

}  // namespace lede
