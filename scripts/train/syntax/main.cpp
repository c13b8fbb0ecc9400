// lede_train_syntax DATA RESOURCES: learns tagger.bin, parser.bin, lemmas.tsv, feats.tsv and closed_words.tsv
// from the Universal Dependencies treebanks under DATA/ud (only those that may be used for training), writes
// them to RESOURCES, and prints what they reach on the treebanks' development parts. Deterministic; some two
// minutes on one core.
#include <cstdio>
#include <fstream>

#include "syntax/lemmas.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"
#include "train.h"
#include "treebank.h"

namespace {

using namespace lede;
using namespace lede::train;

constexpr std::size_t folds = 2;
const char* const source_note =
    "# Derived by scripts/train/syntax from the training parts of UD English-EWT (CC BY-SA 4.0) and UD "
    "English-GUM\n"
    "# (annotation CC BY 4.0; only texts that may be shared freely). CC BY-SA 4.0.\n";

void write(const std::string& path, const void* bytes, std::size_t size) {
    std::ofstream file(path, std::ios::binary);
    file.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    if (!file.flush()) std::fprintf(stderr, "cannot write %s\n", path.c_str());
}

// Tags the sentences for which `wanted` holds.
template <class Wanted>
void tag(const Bytes& model_bytes, Document& doc, Wanted wanted) {
    const LinearModel model = LinearModel::open(model_bytes);
    Tagger tagger(model, Table());
    for (std::size_t i = 0; i < doc.sentences.size(); ++i)
        if (wanted(i)) tagger.tag(doc, doc.sentences[i].tokens);
}

void report(const char* name, const Document& gold, const Bytes& tagger, const Bytes& parser) {
    Document doc = read_treebank({name});
    tag(tagger, doc, [](std::size_t) { return true; });
    const LinearModel model = LinearModel::open(parser);
    Parser trees(model);
    for (const Sentence& sentence : doc.sentences) trees.parse(doc, sentence.tokens);
    double upos = 0, xpos = 0, heads = 0, relations = 0;
    for (Index token = 0; token < doc.tokens.size(); ++token) {
        upos += doc.tokens.upos[token] == gold.tokens.upos[token];
        xpos += doc.tokens.xpos[token] == gold.tokens.xpos[token];
        const bool head = doc.tokens.head[token] == gold.tokens.head[token];
        heads += head;
        relations += head && doc.tokens.deprel[token] == gold.tokens.deprel[token];
    }
    const double n = doc.tokens.size() / 100.0;
    std::printf("%s: UPOS %.2f  XPOS %.2f  UAS %.2f  LAS with subtypes %.2f\n", name, upos / n, xpos / n,
                heads / n, relations / n);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_syntax DATA RESOURCES\n");
        return 2;
    }
    const std::string data = std::string(argv[1]) + "/ud/";
    const std::string out = std::string(argv[2]) + "/";
    const Document gold = read_treebank({data + "ewt/train.conllu", data + "gum/train_cleanlicence.conllu"});

    for (const auto& [name, rows] :
         {std::pair{"lemmas", list_lemmas(gold)}, std::pair{"feats", list_features(gold)},
          std::pair{"closed_words", list_closed_words(gold)}}) {
        const std::string text = source_note + rows;
        write(out + name + ".tsv", text.data(), text.size());
    }

    const Settings tagger_settings{6, 5, 8};
    const Bytes tagger = train_tagger(gold, tagger_settings, [](std::size_t) { return true; });
    write(out + "tagger.bin", tagger.data(), tagger.size());
    std::printf("tagger: %zu bytes\n", tagger.size());
    std::fflush(stdout);

    // The parser must meet the mistakes that the tagger makes on text it has not seen.
    Document tagged = read_treebank({data + "ewt/train.conllu", data + "gum/train_cleanlicence.conllu"});
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const Settings settings{3, 4, 6};
        const auto held_out = [&](std::size_t sentence) { return sentence % folds == fold; };
        tag(train_tagger(gold, settings, [&](std::size_t i) { return !held_out(i); }), tagged, held_out);
    }
    const Settings parser_settings{6, 30, 14};
    const Bytes parser = train_parser(gold, tagged, parser_settings);
    write(out + "parser.bin", parser.data(), parser.size());
    std::printf("parser: %zu bytes\n", parser.size());

    for (const char* name : {"ewt/dev.conllu", "gum/dev.conllu"})
        report((data + name).c_str(), read_treebank({data + name}), tagger, parser);
}
