#include "lede.hpp"

#include <utility>

#include "analyze.h"
#include "model/embedded.h"
#include "resources.h"

namespace lede {

Engine::Engine(std::shared_ptr<const Resources> resources) : resources_(std::move(resources)) {}

Expected<Engine> Engine::open() { return open(embedded_model()); }

Expected<Engine> Engine::open(std::span<const std::uint8_t> model_file) {
    auto resources = Resources::open(model_file);
    if (!resources) return tl::unexpected<Error>(resources.error());
    return Engine(std::make_shared<const Resources>(*std::move(resources)));
}

Expected<Document> Engine::analyze(std::string text, const Options& options) const {
    return lede::analyze(std::move(text), options, *resources_);
}

Expected<Document> Engine::analyze_tokens(const std::vector<std::vector<std::string>>& sentences,
                                          const Options& options) const {
    return lede::analyze_tokens(sentences, options, *resources_);
}

std::string_view Engine::model() const { return resources_->model(); }

std::string_view Engine::version() { return engine_version; }

}  // namespace lede
