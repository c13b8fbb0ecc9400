// lede_sentences: reads one JSON string a line, an article; writes its sentences, one JSON array of tokens a
// line.
//   lede_sentences MODEL < articles > sentences
// The model needs no core, so that text can be cut for one that is yet to be trained.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "analyze.h"
#include "resources.h"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: lede_sentences MODEL < articles > sentences\n");
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto resources =
        lede::Resources::open({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    if (!resources) {
        std::fprintf(stderr, "%s\n", resources.error().message.c_str());
        return 1;
    }
    for (std::string line; std::getline(std::cin, line);) {
        const auto doc = lede::analyze(nlohmann::json::parse(line).get<std::string>(), {}, *resources);
        if (!doc) continue;
        for (const lede::Sentence& sentence : doc->sentences) {
            nlohmann::json forms = nlohmann::json::array();
            for (lede::Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
                forms.push_back(std::string(doc->form(t)));
            std::cout << forms.dump() << '\n';
        }
    }
}
