// How long times and quantities take, without the stages before them: seconds of each round over the articles
// of a file, which stand apart by a zero byte.
//
//   lede_bench_stages FILE ROUNDS
//
// prints one line a round: seconds, times found, quantities found. scripts/bench/times.mjs runs it.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "model/resources.h"
#include "quantities/quantities.h"
#include "syntax/syntax.h"
#include "text/text.h"
#include "times/times.h"

using namespace lede;

namespace {

std::vector<std::string> read_articles(const char* path) {
    std::vector<std::string> articles;
    std::FILE* file = std::fopen(path, "rb");
    if (!file) return articles;
    std::string article;
    for (int byte = std::fgetc(file); byte != EOF; byte = std::fgetc(file)) {
        if (byte != 0) {
            article += static_cast<char>(byte);
            continue;
        }
        articles.push_back(std::move(article));
        article.clear();
    }
    if (!article.empty()) articles.push_back(std::move(article));
    std::fclose(file);
    return articles;
}

/// Everything that the two stages need.
Document read_words(std::string text, const Resources& resources) {
    Document doc;
    doc.text = std::move(text);
    doc.published = Published{Date{2017, 5, 25}, PublishedFrom::given};
    find_structure(doc, "", resources);
    find_tokens(doc, resources);
    find_language(doc, resources);
    if (doc.language != Language::english) return doc;
    find_syntax(doc, resources);
    find_lemmas(doc, resources);
    return doc;
}

}  // namespace

int main(int count, char** arguments) {
    const auto resources = Resources::open(embedded_model());
    if (count < 3 || !resources) return 2;
    std::vector<Document> documents;
    for (std::string& article : read_articles(arguments[1]))
        documents.push_back(read_words(std::move(article), *resources));
    for (int round = std::atoi(arguments[2]); round > 0; --round) {
        std::size_t times = 0, quantities = 0;
        const auto started = std::chrono::steady_clock::now();
        for (Document& doc : documents) {
            doc.times.clear();
            doc.quantities.clear();
            if (doc.language != Language::english) continue;
            find_times(doc, *resources);
            find_quantities(doc, *resources);
            times += doc.times.size();
            quantities += doc.quantities.size();
        }
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
        std::printf("%.6f %zu %zu\n", taken.count(), times, quantities);
    }
    return 0;
}
