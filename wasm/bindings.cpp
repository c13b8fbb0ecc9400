// What JavaScript sees of the engine: two functions, called by web/api and by nobody else.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <utility>

#include "analyze.h"
#include "model/embedded.h"
#include "output/request.h"
#include "output/service.h"

namespace {

using emscripten::val;

// The model is part of the module, but a download can damage it: then every call answers with bad_model.
const lede::Expected<lede::Resources>& resources() {
    static const lede::Expected<lede::Resources> opened = lede::Resources::open(lede::embedded_model());
    return opened;
}

// A view would die with the next growth of the memory, so JavaScript gets a copy.
val copy_of(const std::string& text) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    return val::global("Uint8Array").new_(val(emscripten::typed_memory_view(text.size(), data)));
}

/// @param text the article's UTF-8 bytes
/// @param options a JSON object: see lede::read_call_options()
/// @return a Uint8Array: the UTF-8 JSON of the result or the error
val analyze(std::string text, std::string options) {
    const auto& opened = resources();
    if (!opened) return copy_of(lede::write_error(opened.error()));
    return copy_of(lede::analyze_to_json(std::move(text), std::move(options), *opened));
}

std::string version() { return "lede " + std::string(lede::engine_version); }

}  // namespace

EMSCRIPTEN_BINDINGS(lede) {
    emscripten::function("analyze", &analyze);
    emscripten::function("version", &version);
}
