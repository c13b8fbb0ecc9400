// What the letters of an acronym come from.
#pragma once

#include <string>
#include <string_view>

#include "document.h"

namespace lede {

/// "inc.", "plc": folded words behind the name of a company that say what kind it is.
bool is_legal_form(std::string_view folded);

/// The capitals that the words of a name begin with, in small letters, legal forms left out: "nato" of "North
/// Atlantic Treaty Organization". Sixteen at most.
std::string initials(const Document& doc, TokenRange tokens);

}  // namespace lede
