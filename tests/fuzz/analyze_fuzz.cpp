// The whole pipeline: any bytes are refused or read into a sound Document that every writer can write.
// The first byte chooses how: bits 0–1 given date, 2 given title, 3 given tokens. The rest is the article.
#include <nlohmann/json.hpp>

#include "output/output.h"
#include "target.h"

namespace {

using namespace lede;

Options options_of(std::uint8_t choice) {
    Options options;
    if ((choice & 3) == 1) options.published = Date{2024, 2, 29};
    if ((choice & 3) == 2) options.published = Date{1, 1, 1};
    if ((choice & 3) == 3) options.published = Date{9999, 12, 31};
    if ((choice & 4) != 0) options.title = "Mayor \"resigns\" over \xF0\x9F\x98 flood";
    return options;
}

/// Sentences end at line breaks, tokens at spaces.
std::vector<std::vector<std::string>> split(std::string_view text) {
    std::vector<std::vector<std::string>> sentences(1);
    std::string token;
    for (char c : text) {
        if (c != ' ' && c != '\n') {
            token += c;
            continue;
        }
        sentences.back().push_back(std::move(token));
        token.clear();
        if (c == '\n') sentences.emplace_back();
    }
    sentences.back().push_back(std::move(token));
    return sentences;
}

void write_all(const Document& doc) {
    for (OffsetUnit unit : {OffsetUnit::utf16, OffsetUnit::codepoint, OffsetUnit::utf8}) {
        WriteOptions options;
        options.offsets = unit;
        options.tokens = true;
        const auto json = write_json(doc, "en", options);
        fuzz::require(json && nlohmann::json::accept(*json), "the result is no JSON");
        fuzz::require(is_valid_utf8(write_csv(doc, "x", options)), "the CSV is not UTF-8");
    }
    fuzz::require(is_valid_utf8(write_conllu(doc, "x")), "the CoNLL-U is not UTF-8");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Bytes bytes(data, size);
    const std::uint8_t choice = bytes.byte();
    const Options options = options_of(choice);
    const bool given_tokens = (choice & 8) != 0;
    const auto doc = given_tokens ? analyze_tokens(split(bytes.rest()), options, fuzz::resources())
                                  : analyze(std::string(bytes.rest()), options, fuzz::resources());
    if (!doc) return 0;
    fuzz::require(given_tokens || doc->text == bytes.rest(), "the text was changed");
    const std::string faults = test::faults_of(*doc);
    fuzz::require(faults.empty(), faults);
    write_all(*doc);
    return 0;
}
