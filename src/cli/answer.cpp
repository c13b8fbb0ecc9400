#include "cli/answer.h"

#include <chrono>
#include <utility>

#include "cli/input.h"
#include "output/request.h"

namespace lede::cli {

namespace {

class Stopwatch {
  public:
    double milliseconds() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
    }

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Expected<std::string> read_and_write(Request request, const Identity& identity, const Settings& settings,
                                     const Resources& resources) {
    const Stopwatch watch;
    if (!request.options.published) request.options.published = settings.published;
    const auto doc = settings.pretokenized ? analyze_tokens(request.tokens, request.options, resources)
                                           : analyze(std::move(request.text), request.options, resources);
    if (!doc) return tl::unexpected<Error>(doc.error());
    WriteOptions write = settings.write;
    write.id = identity.id;
    if (settings.timings) write.total_ms = watch.milliseconds();
    switch (settings.format) {
        case Format::csv:
            return write_csv(*doc, identity.name, write);
        case Format::conllu:
            return write_conllu(*doc, identity.name);
        case Format::json:
            break;
    }
    auto json = write_json(*doc, resources.model(), write);
    if (json) *json += '\n';
    return json;
}

/// @param identity receives what the line says of it.
Expected<Request> read_task(Task task, const Settings& settings, Identity& identity) {
    if (!settings.jsonl) {
        Request request;
        request.text = std::move(task.bytes);
        return request;
    }
    if (task.cut) return fail(ErrorCode::too_large, "the line is longer than 128 MiB");
    RequestLine line = read_request(std::move(task.bytes), settings.pretokenized);
    identity.id = std::move(line.id);
    if (line.request && !identity.id.empty())
        identity.name = identity.id.front() == '"' ? std::move(line.name) : identity.id;
    return std::move(line.request);
}

}  // namespace

Answer answer(Task task, const Settings& settings, const Resources& resources,
              const std::function<void(const Identity&)>& identified) {
    const std::uint64_t number = task.number;
    Identity identity{"", task.name};
    auto request = read_task(std::move(task), settings, identity);
    if (!request) return refuse(request.error(), identity, number, settings);
    identified(identity);
    if (settings.before_analysis != nullptr) settings.before_analysis(request->text);
    auto result = read_and_write(*std::move(request), identity, settings, resources);
    if (!result) return refuse(result.error(), identity, number, settings);
    return {*std::move(result), "", false};
}

Answer refuse(const Error& error, const Identity& identity, std::uint64_t number, const Settings& settings) {
    if (!settings.jsonl || settings.format != Format::json)
        return {"", identity.name + ": " + error.message, true};
    return {write_error(error, identity.id.empty() ? "null" : identity.id, number) + "\n", "", true};
}

}  // namespace lede::cli
