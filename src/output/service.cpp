#include "output/service.h"

#include <chrono>

#include "output/request.h"
#include "output/structure_option.h"

namespace lede {

std::string analyze_to_json(std::string text, std::string options_json, const Resources& resources) {
    const auto started = std::chrono::steady_clock::now();
    auto options = read_call_options(std::move(options_json));
    if (!options) return write_error(options.error());
    auto hints = in_bytes(std::move(options->read.structure), text, options->write.offsets);
    if (!hints) return write_error(hints.error());
    options->read.structure = *std::move(hints);
    const auto doc = analyze(std::move(text), options->read, resources);
    if (!doc) return write_error(doc.error());
    if (options->timings) {
        const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - started;
        options->write.total_ms = elapsed.count();
    }
    auto result = write_json(*doc, resources.model(), options->write);
    return result ? *std::move(result) : write_error(result.error());
}

}  // namespace lede
