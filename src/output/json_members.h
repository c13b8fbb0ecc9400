// Reads chosen members of a JSON object and stores nothing else of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"

namespace lede {

/// A member of the outermost object: what a caller expects of it, and what was found.
struct JsonMember {
    enum class Shape : std::uint8_t {
        any,      ///< `json` holds its text as it stands in the input, `text` its value if it is a string
        string,   ///< `text`
        flag,     ///< `flag`
        strings,  ///< an array of strings: `lists` holds one list
        lists_of_strings,  ///< an array of such arrays: `lists`
        pairs,             ///< an array of arrays of two whole numbers, none negative: `pairs`
    };
    enum class State : std::uint8_t {
        absent,     ///< not there, or null where the shape is not `any`
        found,      ///< as expected
        misfit,     ///< of another shape
        too_large,  ///< past the limit; not stored
    };
    static constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

    JsonMember(std::string_view its_name, Shape its_shape, std::size_t its_limit = unlimited)
        : name(its_name), shape(its_shape), limit(its_limit) {}

    std::string_view name;
    Shape shape;
    /// any, string: bytes. strings: their number. lists_of_strings: bytes of all strings, and one more for
    /// each string and each list. pairs: their number.
    std::size_t limit;

    State state = State::absent;
    std::string json;
    std::string text;
    bool flag = false;
    std::vector<std::vector<std::string>> lists;
    /// Numbers past the largest of their type are that.
    std::vector<std::array<std::uint32_t, 2>> pairs;
};

/// Fills `members` from the text of a JSON object. Of members with the same name the last one counts. Escapes
/// of lone surrogates and ill-formed UTF-8 are read as U+FFFD. Time is linear in the length of the text;
/// memory is a few times its longest string. Stops with an error at values nested more than 32 deep; what was
/// read until then stays.
/// @param what names the text in messages ("the line").
/// @param unknown where given: receives the name of the first member that is not among `members`.
/// Error: bad_request.
Expected<void> read_members(std::string json, std::string_view what, std::span<JsonMember> members,
                            std::optional<std::string>* unknown = nullptr);

}  // namespace lede
