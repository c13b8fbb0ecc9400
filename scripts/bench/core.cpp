// How fast the core alone reads, under Node: from text to sentences, words, tags, trees, lemmas and names,
// without what is built on them. Standard input: articles, each followed by a byte 0x1E. Prints words a
// second of each of several rounds. scripts/bench/core.mjs builds and runs it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "entities/entities.h"
#include "syntax/syntax.h"
#include "text/text.h"

using namespace lede;

namespace {

std::size_t count_words(const std::string& text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

std::size_t read(const std::string& text, const Resources& resources) {
    Document doc;
    doc.text = text;
    find_structure(doc, "", resources);
    find_tokens(doc, resources);
    find_language(doc, resources);
    find_syntax(doc, resources);
    find_lemmas(doc, resources);
    find_names(doc, resources);
    return doc.mentions.size();
}

}  // namespace

int main() {
    const auto resources = Resources::open(embedded_model());
    if (!resources) return 1;
    const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
    std::vector<std::string> articles;
    for (std::size_t at = 0; at < input.size();) {
        const std::size_t end = std::min(input.find('\x1e', at), input.size());
        articles.push_back(input.substr(at, end - at));
        at = end + 1;
    }
    std::size_t words = 0, names = 0;
    for (const std::string& article : articles) words += count_words(article);
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        const auto started = std::chrono::steady_clock::now();
        for (const std::string& article : articles) names += read(article, *resources);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
        std::printf("%.0f\n", static_cast<double>(words) / taken.count());
    }
    std::fprintf(stderr, "%zu names\n", names);
}
