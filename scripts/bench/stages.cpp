// How long parts of the pipeline take by themselves, over the articles of a file, which stand apart by a zero
// byte.
//
//   lede_bench_stages FILE ROUNDS
//
// prints one line a round: seconds of the core (structure, sentences, tokens, language, tags, trees, lemmas,
// names), seconds of times and quantities after it, names found, times found, quantities found.
// scripts/bench/stages.mjs runs it.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "model/embedded.h"
#include "names/names.h"
#include "quantities/quantities.h"
#include "resources.h"
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

/// The core alone: what a word, a sentence, a tree and a name are.
Document read_core(const std::string& text, const Resources& resources) {
    Document doc;
    doc.text = text;
    doc.published = Published{Date{2017, 5, 25}, PublishedFrom::given};
    find_structure(doc, "", resources);
    find_tokens(doc, resources);
    find_language(doc, resources);
    if (doc.language != Language::english) return doc;
    WordScores scores = find_syntax(doc, resources);
    find_lemmas(doc, resources);
    find_names(doc, std::move(scores), resources);
    return doc;
}

class Watch {
  public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
    }

  private:
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

}  // namespace

int main(int count, char** arguments) {
    const auto resources = Resources::open(embedded_model());
    if (count < 3 || !resources) return 2;
    const std::vector<std::string> articles = read_articles(arguments[1]);
    for (int round = std::atoi(arguments[2]); round > 0; --round) {
        std::vector<Document> documents;
        const Watch of_core;
        for (const std::string& article : articles) documents.push_back(read_core(article, *resources));
        const double core = of_core.seconds();
        std::size_t names = 0, times = 0, quantities = 0;
        const Watch of_stages;
        for (Document& doc : documents) {
            if (doc.language != Language::english) continue;
            find_times(doc, *resources);
            find_quantities(doc, *resources);
        }
        const double stages = of_stages.seconds();
        for (const Document& doc : documents) {
            names += doc.mentions.size();
            times += doc.times.size();
            quantities += doc.quantities.size();
        }
        std::printf("%.6f %.6f %zu %zu %zu\n", core, stages, names, times, quantities);
    }
    return 0;
}
