#include "cli/answer.h"

#include <chrono>

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

/// @param id JSON text, "" for none. @param name what the article is called in formats that name it.
Expected<std::string> read_and_write(Request request, const std::string& id, const std::string& name,
                                     const Settings& settings, const Resources& resources) {
    const Stopwatch watch;
    if (!request.options.published) request.options.published = settings.published;
    const auto doc = settings.pretokenized ? analyze_tokens(request.tokens, request.options, resources)
                                           : analyze(std::move(request.text), request.options, resources);
    if (!doc) return tl::unexpected<Error>(doc.error());
    WriteOptions write = settings.write;
    write.id = id;
    if (settings.timings) write.total_ms = watch.milliseconds();
    switch (settings.format) {
        case Format::csv:
            return write_csv(*doc, name, write);
        case Format::conllu:
            return write_conllu(*doc, name);
        case Format::json:
            break;
    }
    auto json = write_json(*doc, resources.model(), write);
    if (json) *json += '\n';
    return json;
}

std::string without_quotes(const std::string& json) {
    return json.size() > 1 && json.front() == '"' ? json.substr(1, json.size() - 2) : json;
}

Answer refusal(const std::string& name, const Error& error) {
    return {"", "lede: " + name + ": " + error.message + "\n", true};
}

}  // namespace

Answer answer_file(const std::string& path, const Settings& settings, const Resources& resources) {
    const std::string name = path == "-" ? "standard input" : path;
    auto text = read_file(path);
    if (!text) return refusal(name, text.error());
    Request request;
    request.text = *std::move(text);
    auto result = read_and_write(std::move(request), "", name, settings, resources);
    if (!result) return refusal(name, result.error());
    return {*std::move(result), "", false};
}

Answer answer_line(std::string line, std::uint64_t number, bool cut, const Settings& settings,
                   const Resources& resources) {
    std::string name = "line " + std::to_string(number);
    std::string id = "null";
    const auto refuse = [&](const Error& error) {
        if (settings.format != Format::json) return refusal(name, error);
        return Answer{write_error(error, id, number) + "\n", "", true};
    };
    if (cut) return refuse({ErrorCode::too_large, "the line is longer than 128 MiB"});
    RequestLine read = read_request(std::move(line), settings.pretokenized);
    if (!read.id.empty()) id = read.id;
    if (!read.request) return refuse(read.request.error());
    if (!read.id.empty()) name = without_quotes(id);
    auto result = read_and_write(*std::move(read.request), read.id, name, settings, resources);
    if (!result) return refuse(result.error());
    return {*std::move(result), "", false};
}

}  // namespace lede::cli
