#include "output/structure_option.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "output/json_members.h"

namespace lede {

namespace {

using Shape = JsonMember::Shape;
using State = JsonMember::State;

tl::unexpected<Error> refuse(std::string why) { return fail(ErrorCode::bad_option, std::move(why)); }

std::vector<Span> spans_of(const JsonMember& member) {
    std::vector<Span> spans;
    spans.reserve(member.pairs.size());
    for (const auto& [begin, end] : member.pairs) spans.push_back({begin, end});
    return spans;
}

std::string written(Span span) {
    return '[' + std::to_string(span.begin) + ", " + std::to_string(span.end) + ']';
}

// Puts the byte of each offset in its place. Returns the length of the text in the unit; offsets past it
// become that of its end.
std::uint32_t convert(std::vector<std::uint32_t*>& offsets, std::string_view text, OffsetUnit unit) {
    std::sort(offsets.begin(), offsets.end(),
              [](const std::uint32_t* a, const std::uint32_t* b) { return *a < *b; });
    std::uint32_t byte = 0, units = 0;
    auto next = offsets.begin();
    while (byte < text.size()) {
        const Decoded c = decode(text, byte);
        const std::uint32_t size = unit == OffsetUnit::utf8                       ? c.size
                                   : unit == OffsetUnit::utf16 && c.code > 0xFFFF ? 2
                                                                                  : 1;
        for (; next != offsets.end() && **next < units + size; ++next) **next = byte;
        byte += c.size;
        units += size;
    }
    for (; next != offsets.end(); ++next) **next = byte;
    return units;
}

}  // namespace

Expected<StructureHints> read_structure_option(std::string json) {
    std::array<JsonMember, 2> members{
        {{"in", Shape::pairs, max_structure_spans}, {"out", Shape::pairs, max_structure_spans}}};
    std::optional<std::string> unknown;
    if (const auto read = read_members(std::move(json), "\"structure\"", members, &unknown); !read)
        return refuse(read.error().message);
    if (unknown) return refuse("\"structure\" has \"in\" and \"out\" and nothing else");
    for (const JsonMember& member : members) {
        const std::string name = "\"structure." + std::string(member.name) + '"';
        if (member.state == State::misfit)
            return refuse(name + " is not an array of spans, each two whole numbers");
        if (member.state == State::too_large)
            return refuse(name + " has more than " + std::to_string(max_structure_spans) + " spans");
    }
    return StructureHints{spans_of(members[0]), spans_of(members[1])};
}

Expected<StructureHints> in_bytes(StructureHints hints, std::string_view text, OffsetUnit unit) {
    if (hints.empty()) return hints;
    const StructureHints given = hints;
    std::vector<std::uint32_t*> offsets;
    offsets.reserve(2 * (hints.in.size() + hints.out.size()));
    for (std::vector<Span>* list : {&hints.in, &hints.out})
        for (Span& span : *list) offsets.insert(offsets.end(), {&span.begin, &span.end});
    const std::uint32_t length = convert(offsets, text, unit);
    for (const std::vector<Span>* list : {&given.in, &given.out})
        for (const Span span : *list)
            if (span.empty() || span.end > length)
                return refuse("\"structure\": " + written(span) +
                              " is not a span of the text, whose length is " + std::to_string(length));
    return hints;
}

}  // namespace lede
