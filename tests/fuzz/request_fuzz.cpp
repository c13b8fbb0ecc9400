// Requests in JSON: any line is understood as a full parser understands it, or refused; what is answered is
// JSON on one line, and messages are short. The first byte chooses: bit 0 tokens instead of text, bit 1 the
// options object of the service instead of a line.
#include <nlohmann/json.hpp>

#include "output/request.h"
#include "output/service.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    fuzz::Bytes bytes(data, size);
    const std::uint8_t choice = bytes.byte();
    if ((choice & 2) != 0) {
        const std::string json =
            analyze_to_json("Rain fell on Monday.", std::string(bytes.rest()), fuzz::resources());
        fuzz::require(nlohmann::json::accept(json), "the answer is no JSON");
        return 0;
    }
    const std::string given(bytes.rest());
    const RequestLine line = read_request(given, (choice & 1) != 0);
    if (!line.id.empty()) {
        fuzz::require(nlohmann::json::accept(line.id), "the id is no JSON");
        fuzz::require(is_valid_utf8(line.id) && line.id.find_first_of("\r\n") == std::string::npos,
                      "the id does not stay on one line");
        fuzz::require(line.id.size() <= max_id_bytes, "the id is too long");
    }
    if (!line.request) {
        fuzz::require(nlohmann::json::accept(write_error(line.request.error(), line.id, 1)),
                      "the error is no JSON");
        fuzz::require(line.request.error().message.size() < 300, "the message is too long");
        return 0;
    }
    fuzz::require(is_valid_utf8(line.request->text), "the text is not UTF-8");
    fuzz::require(line.request->options.title.size() <= max_title_bytes, "the title is too long");
    const auto whole = nlohmann::json::parse(given, nullptr, false);
    if (whole.is_discarded()) return 0;  // lone surrogates, ill-formed bytes
    if ((choice & 1) != 0)
        fuzz::require(whole["tokens"] == nlohmann::json(line.request->tokens), "the tokens are others");
    else
        fuzz::require(whole["text"] == line.request->text, "the text is another");
    if (!line.id.empty()) fuzz::require(whole["id"] == nlohmann::json::parse(line.id), "the id is another");
    return 0;
}
