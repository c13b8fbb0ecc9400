// The whole pipeline: any bytes are refused or read into a sound Document that every writer can write.
// The first byte chooses how: bits 0–1 given date, 2 given title, 3 given tokens. The rest is the article.
#include "check_article.h"

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

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Bytes bytes(data, size);
    const std::uint8_t choice = bytes.byte();
    const Options options = options_of(choice);
    const bool given_tokens = (choice & 8) != 0;
    if (given_tokens)
        fuzz::check(analyze_tokens(split(bytes.rest()), options, fuzz::resources()));
    else
        fuzz::check_article(bytes.rest(), options);
    return 0;
}
