// The engine as one call from text to JSON, for bindings to other languages.
#pragma once

#include <string>

#include "resources.h"

namespace lede {

/// The result of an article as JSON, or {"error":{"code":…,"message":…}}. Never fails otherwise.
/// @param text UTF-8; ill-formed bytes are read as U+FFFD.
/// @param options_json see read_call_options() in output/request.h.
std::string analyze_to_json(std::string text, std::string options_json, const Resources& resources);

}  // namespace lede
