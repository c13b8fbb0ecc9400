// Requests in JSON: any line is understood or refused, and what is answered is JSON. The first byte chooses:
// bit 0 tokens instead of text, bit 1 the options object of the service instead of a line.
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
    const RequestLine line = read_request(std::string(bytes.rest()), (choice & 1) != 0);
    if (!line.id.empty()) fuzz::require(nlohmann::json::accept(line.id), "the id is no JSON");
    if (!line.request)
        fuzz::require(nlohmann::json::accept(write_error(line.request.error(), line.id, 1)),
                      "the error is no JSON");
    else
        fuzz::require(is_valid_utf8(line.request->text), "the text is not UTF-8");
    return 0;
}
