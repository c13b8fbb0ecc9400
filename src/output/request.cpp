#include "output/request.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/unicode.h"
#include "output/json_members.h"
#include "output/json_writer.h"
#include "output/structure_option.h"

namespace lede {

namespace {

using Shape = JsonMember::Shape;
using State = JsonMember::State;

/// A name between quotation marks for a message; the end of a long one is left out.
std::string quoted(std::string_view name) {
    constexpr std::size_t max_shown = 60;
    if (name.size() <= max_shown) return '"' + std::string(name) + '"';
    std::size_t end = 0;
    while (end < max_shown) end += decode(name, end).size;
    return '"' + std::string(name.substr(0, end)) + "…\"";
}

/// What is wrong with a member, if anything.
Expected<void> check(const JsonMember& member) {
    if (member.state == State::too_large)
        return fail(ErrorCode::too_large,
                    quoted(member.name) + " is longer than " + std::to_string(member.limit) + " bytes");
    if (member.state != State::misfit) return {};
    const auto wrong_kind = [&](std::string_view kind) {
        return fail(ErrorCode::bad_request, quoted(member.name) + " is not " + std::string(kind));
    };
    switch (member.shape) {
        case Shape::flag:
            return wrong_kind("true or false");
        case Shape::strings:
            return wrong_kind("an array of strings");
        case Shape::lists_of_strings:
            return wrong_kind("an array of sentences, each an array of strings");
        case Shape::string:
        case Shape::pairs:
        case Shape::any:
            break;
    }
    return wrong_kind("a string");
}

Expected<Options> take_reading_options(JsonMember& title, const JsonMember& published) {
    for (const JsonMember* member : {&std::as_const(title), &published})
        if (auto fine = check(*member); !fine) return tl::unexpected<Error>(std::move(fine.error()));
    Options options;
    options.title = std::move(title.text);
    if (published.state == State::absent) return options;
    const auto date = parse_date(published.text);
    if (!date) return tl::unexpected<Error>(date.error());
    options.published = *date;
    return options;
}

}  // namespace

Expected<OffsetUnit> parse_offset_unit(std::string_view name) {
    if (name == "utf16") return OffsetUnit::utf16;
    if (name == "codepoint") return OffsetUnit::codepoint;
    if (name == "utf8") return OffsetUnit::utf8;
    return fail(ErrorCode::bad_option, "offsets are utf16, codepoint or utf8, not " + quoted(name));
}

RequestLine read_request(std::string line, bool pretokenized) {
    std::array<JsonMember, 4> members{{{"id", Shape::any, max_id_bytes},
                                       {"title", Shape::string, max_title_bytes},
                                       {"published", Shape::string},
                                       pretokenized
                                           ? JsonMember("tokens", Shape::lists_of_strings, max_text_bytes)
                                           : JsonMember("text", Shape::string)}};
    auto& [id, title, published, content] = members;
    const auto read = read_members(std::move(line), "the line", members);
    RequestLine result{std::move(id.json), std::move(id.text), Request()};
    // A carriage return between the tokens of an id would end the line for some who read the answer.
    std::replace(result.id.begin(), result.id.end(), '\r', ' ');
    const auto refuse = [&](Error error) {
        result.request = tl::unexpected<Error>(std::move(error));
        return std::move(result);
    };
    if (!read) return refuse(read.error());
    if (const auto fine = check(id); !fine) return refuse(fine.error());
    auto options = take_reading_options(title, published);
    if (!options) return refuse(std::move(options.error()));
    if (content.state == State::absent)
        return refuse({ErrorCode::bad_request, "the line has no " + quoted(content.name)});
    if (const auto fine = check(content); !fine) return refuse(fine.error());
    result.request->options = *std::move(options);
    result.request->text = std::move(content.text);
    result.request->tokens = std::move(content.lists);
    return result;
}

Expected<CallOptions> read_call_options(std::string options_json) {
    CallOptions options;
    options.write.offsets = OffsetUnit::utf16;
    if (options_json.empty()) return options;
    std::array<JsonMember, 7> members{{{"title", Shape::string, max_title_bytes},
                                       {"published", Shape::string},
                                       {"layers", Shape::strings, max_layers},
                                       {"tokens", Shape::flag},
                                       {"timings", Shape::flag},
                                       {"offsets", Shape::string},
                                       {"structure", Shape::any, max_structure_bytes}}};
    auto& [title, published, layers, tokens, timings, offsets, structure] = members;
    std::optional<std::string> unknown;
    const auto parsed = read_members(std::move(options_json), "the options object", members, &unknown);
    if (!parsed) return tl::unexpected<Error>(parsed.error());
    if (unknown) return fail(ErrorCode::bad_option, "there is no option " + quoted(*unknown));

    auto read = take_reading_options(title, published);
    if (!read) return tl::unexpected<Error>(std::move(read.error()));
    if (layers.state == State::too_large)
        return fail(ErrorCode::bad_option,
                    "there are more than " + std::to_string(max_layers) + " \"layers\"");
    for (const JsonMember* member : {&layers, &tokens, &timings, &offsets})
        if (auto fine = check(*member); !fine) return tl::unexpected<Error>(std::move(fine.error()));
    if (!layers.lists.empty()) options.write.layers = std::move(layers.lists.front());
    for (const std::string& layer : options.write.layers)
        if (!is_layer(layer)) return fail(ErrorCode::bad_option, "there is no layer " + quoted(layer));
    if (offsets.state == State::found) {
        const auto unit = parse_offset_unit(offsets.text);
        if (!unit) return tl::unexpected<Error>(unit.error());
        options.write.offsets = *unit;
    }
    if (structure.state == State::too_large)
        return fail(ErrorCode::bad_option,
                    "\"structure\" is longer than " + std::to_string(structure.limit) + " bytes");
    if (structure.state == State::found && structure.json != "null") {
        auto hints = read_structure_option(std::move(structure.json));
        if (!hints) return tl::unexpected<Error>(std::move(hints.error()));
        read->structure = *std::move(hints);
    }
    options.read = *std::move(read);
    options.write.tokens = tokens.flag;
    options.timings = timings.flag;
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
