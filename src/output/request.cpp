#include "output/request.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "output/json_writer.h"
#include "text/unicode.h"

namespace lede {

namespace {

using Json = nlohmann::json;

// Writers of JSON recurse, so what is echoed must not be nested without end.
constexpr int max_depth = 32;

/// The UTF-16 unit of an escape \uXXXX that stands at a byte, or -1.
int escaped_unit(std::string_view json, std::size_t at) {
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
    int unit = 0;
    for (char c : json.substr(at + 2, 4)) {
        int digit = 0;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = c - 'A' + 10;
        else
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

constexpr bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Makes every escape of a surrogate that has no partner one of U+FFFD: the parser would refuse the whole
/// text.
void replace_lone_surrogates(std::string& json) {
    constexpr std::size_t escape_size = 6;
    for (std::size_t at = json.find('\\'); at < json.size(); at = json.find('\\', at)) {
        const int unit = escaped_unit(json, at);
        if (unit < 0) {
            at += 2;
        } else if (is_high_surrogate(unit) && is_low_surrogate(escaped_unit(json, at + escape_size))) {
            at += 2 * escape_size;
        } else {
            if (is_high_surrogate(unit) || is_low_surrogate(unit)) json.replace(at + 2, 4, "fffd");
            at += escape_size;
        }
    }
}

Expected<Json> parse(std::string json, std::string_view what) {
    const auto bad = [&](std::string_view why) {
        return fail(ErrorCode::bad_request, std::string(what) + " " + std::string(why));
    };
    if (!is_valid_utf8(json)) json = to_valid_utf8(json);
    replace_lone_surrogates(json);
    bool too_deep = false;
    const auto keep = [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > max_depth;
        return depth <= max_depth;
    };
    Json parsed = Json::parse(json, keep, false);
    if (too_deep) return bad("is nested too deeply");
    if (parsed.is_discarded()) return bad("is not well-formed JSON");
    if (!parsed.is_object()) return bad("is not a JSON object");
    return parsed;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// The member of a name; nothing where it is missing or null.
Json* find(Json& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

tl::unexpected<Error> wrong_kind(std::string_view name, std::string_view kind) {
    return fail(ErrorCode::bad_request, "\"" + std::string(name) + "\" is not " + std::string(kind));
}

Expected<std::string> take_string(Json& object, const char* name) {
    Json* const found = find(object, name);
    if (found == nullptr) return std::string();
    if (!found->is_string()) return wrong_kind(name, "a string");
    return std::move(found->get_ref<std::string&>());
}

Expected<bool> take_flag(Json& object, const char* name) {
    const Json* const found = find(object, name);
    if (found == nullptr) return false;
    if (!found->is_boolean()) return wrong_kind(name, "true or false");
    return found->get<bool>();
}

Expected<Options> take_reading_options(Json& object) {
    Options options;
    auto title = take_string(object, "title");
    if (!title) return tl::unexpected<Error>(std::move(title.error()));
    options.title = *std::move(title);
    if (find(object, "published") == nullptr) return options;
    const auto published = take_string(object, "published");
    if (!published) return tl::unexpected<Error>(published.error());
    const auto date = parse_date(*published);
    if (!date) return tl::unexpected<Error>(date.error());
    options.published = *date;
    return options;
}

Expected<std::vector<std::vector<std::string>>> take_tokens(Json& object) {
    Json* const found = find(object, "tokens");
    const auto bad = [] { return wrong_kind("tokens", "an array of sentences, each an array of strings"); };
    if (found == nullptr || !found->is_array()) return bad();
    std::vector<std::vector<std::string>> sentences;
    for (Json& sentence : *found) {
        if (!sentence.is_array()) return bad();
        auto& tokens = sentences.emplace_back();
        for (Json& token : sentence) {
            if (!token.is_string()) return bad();
            tokens.push_back(std::move(token.get_ref<std::string&>()));
        }
    }
    return sentences;
}

Expected<Request> take_request(Json& line, bool pretokenized) {
    auto options = take_reading_options(line);
    if (!options) return tl::unexpected<Error>(std::move(options.error()));
    Request request;
    request.options = *std::move(options);
    if (pretokenized) {
        auto tokens = take_tokens(line);
        if (!tokens) return tl::unexpected<Error>(std::move(tokens.error()));
        request.tokens = *std::move(tokens);
        return request;
    }
    if (find(line, "text") == nullptr) return fail(ErrorCode::bad_request, "the line has no \"text\"");
    auto text = take_string(line, "text");
    if (!text) return tl::unexpected<Error>(std::move(text.error()));
    request.text = *std::move(text);
    return request;
}

Expected<std::vector<std::string>> take_layers(Json& object) {
    std::vector<std::string> layers;
    Json* const found = find(object, "layers");
    if (found == nullptr) return layers;
    if (!found->is_array()) return wrong_kind("layers", "an array of strings");
    for (Json& layer : *found) {
        if (!layer.is_string()) return wrong_kind("layers", "an array of strings");
        layers.push_back(std::move(layer.get_ref<std::string&>()));
        if (!is_layer(layers.back()))
            return fail(ErrorCode::bad_option, "there is no layer \"" + layers.back() + "\"");
    }
    return layers;
}

}  // namespace

Expected<OffsetUnit> parse_offset_unit(std::string_view name) {
    if (name == "utf16") return OffsetUnit::utf16;
    if (name == "codepoint") return OffsetUnit::codepoint;
    if (name == "utf8") return OffsetUnit::utf8;
    return fail(ErrorCode::bad_option,
                "offsets are utf16, codepoint or utf8, not \"" + std::string(name) + "\"");
}

RequestLine read_request(std::string line, bool pretokenized) {
    auto parsed = parse(std::move(line), "the line");
    if (!parsed) return {"", tl::unexpected<Error>(std::move(parsed.error()))};
    const auto id = parsed->find("id");
    return {id == parsed->end() ? std::string() : dump(*id), take_request(*parsed, pretokenized)};
}

Expected<CallOptions> read_call_options(std::string options_json) {
    CallOptions options;
    options.write.offsets = OffsetUnit::utf16;
    if (options_json.empty()) return options;
    auto parsed = parse(std::move(options_json), "the options object");
    if (!parsed) return tl::unexpected<Error>(std::move(parsed.error()));

    for (const auto& [name, value] : parsed->items()) {
        constexpr std::array<std::string_view, 6> known{"published", "title",  "offsets",
                                                        "layers",    "tokens", "timings"};
        if (std::find(known.begin(), known.end(), name) == known.end())
            return fail(ErrorCode::bad_option, "there is no option \"" + name + "\"");
    }
    auto read = take_reading_options(*parsed);
    if (!read) return tl::unexpected<Error>(std::move(read.error()));
    auto layers = take_layers(*parsed);
    if (!layers) return tl::unexpected<Error>(std::move(layers.error()));
    const auto tokens = take_flag(*parsed, "tokens");
    if (!tokens) return tl::unexpected<Error>(tokens.error());
    const auto timings = take_flag(*parsed, "timings");
    if (!timings) return tl::unexpected<Error>(timings.error());
    if (find(*parsed, "offsets") != nullptr) {
        const auto name = take_string(*parsed, "offsets");
        if (!name) return tl::unexpected<Error>(name.error());
        const auto unit = parse_offset_unit(*name);
        if (!unit) return tl::unexpected<Error>(unit.error());
        options.write.offsets = *unit;
    }
    options.read = *std::move(read);
    options.write.layers = *std::move(layers);
    options.write.tokens = *tokens;
    options.timings = *timings;
    return options;
}

std::string write_error(const Error& error, std::string_view id, std::uint64_t line) {
    JsonWriter json;
    json.begin_object();
    if (!id.empty()) {
        json.key("id");
        json.raw(id);
    }
    json.key("error");
    json.begin_object();
    json.key("code");
    json.string(name_of(error.code));
    json.key("message");
    json.string(error.message);
    if (line > 0) {
        json.key("line");
        json.integer(static_cast<std::int64_t>(line));
    }
    json.end_object();
    json.end_object();
    return json.take();
}

}  // namespace lede
