// lede_train_syntax DATA RESOURCES: reads lemmas.tsv, feats.tsv and closed_words.tsv off the Universal
// Dependencies treebanks under DATA/ud (only those that may be used for training) and writes them to
// RESOURCES. Deterministic; seconds.
#include <cstdio>
#include <fstream>

#include "train.h"
#include "treebank.h"

namespace {

const char* const source_note =
    "# Derived by scripts/train/syntax from the training parts of UD English-EWT (CC BY-SA 4.0) and UD "
    "English-GUM\n"
    "# (annotation CC BY 4.0; only texts that may be shared freely). CC BY-SA 4.0.\n";

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_syntax DATA RESOURCES\n");
        return 2;
    }
    using namespace lede::train;
    const std::string data = std::string(argv[1]) + "/ud/";
    const lede::Document gold =
        read_treebank({data + "ewt/train.conllu", data + "gum/train_cleanlicence.conllu"});
    for (const auto& [name, rows] :
         {std::pair{"lemmas", list_lemmas(gold)}, std::pair{"feats", list_features(gold)},
          std::pair{"closed_words", list_closed_words(gold)}}) {
        const std::string path = std::string(argv[2]) + "/" + name + ".tsv";
        std::ofstream file(path, std::ios::binary);
        file << source_note << rows;
        if (!file.flush()) {
            std::fprintf(stderr, "cannot write %s\n", path.c_str());
            return 1;
        }
    }
}
