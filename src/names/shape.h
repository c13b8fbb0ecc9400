// How words are written: capitals, initials, acronyms.
#pragma once

#include <string_view>

namespace lede {

/// Begins with a capital, or hides one after its first letter ("iPhone").
bool is_capitalised(std::string_view form);

/// Two or more letters, capitals all ("NATO", "U.S.", "G20"). Lower-case letters at the end of a plural are
/// no exception.
bool is_all_capitals(std::string_view form);

/// One letter, with a full stop or without ("J.").
bool is_initial(std::string_view form);

}  // namespace lede
