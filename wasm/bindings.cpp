// What JavaScript sees of the engine: two functions, called by web/api and by nobody else.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>

#include "analyze.h"

namespace {

using emscripten::val;

const lede::Expected<lede::Resources>& resources() {
    static const lede::Expected<lede::Resources> opened = lede::Resources::open(lede::embedded_model());
    return opened;
}

// A view would die with the next growth of the memory, so JavaScript gets a copy.
val copy_of(const std::string& text) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    return val::global("Uint8Array").new_(val(emscripten::typed_memory_view(text.size(), data)));
}

/// @param text the article's UTF-8 bytes, @param options a JSON object. The result's or the error's JSON, as
/// UTF-8 bytes.
val analyze(const std::string& text, const std::string& options) {
    (void)options;
    auto doc = lede::analyze(text, {}, *resources());
    if (!doc)
        return copy_of("{\"error\":{\"code\":\"" + std::string(lede::name_of(doc.error().code)) +
                       "\",\"message\":\"" + doc.error().message + "\"}}");
    return copy_of("{\"schema\":1,\"sentences\":" + std::to_string(doc->sentences.size()) + "}");
}

std::string version() { return "lede " + std::string(lede::engine_version); }

}  // namespace

EMSCRIPTEN_BINDINGS(lede) {
    emscripten::function("analyze", &analyze);
    emscripten::function("version", &version);
}
