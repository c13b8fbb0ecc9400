#include "treebank.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "syntax/labels.h"
#include "text/text.h"

namespace lede::train {

namespace {

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == '\t')
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

}  // namespace

Document read_treebank(const std::vector<std::string>& paths) {
    std::vector<std::vector<std::string>> sentences(1);
    std::vector<std::vector<std::string>> rows;
    for (const std::string& path : paths) {
        std::ifstream file(path);
        if (!file) {
            std::fprintf(stderr, "cannot read %s\n", path.c_str());
            std::exit(1);
        }
        for (std::string line; std::getline(file, line);) {
            if (line.empty()) sentences.emplace_back();
            if (line.empty() || line[0] == '#') continue;
            std::vector<std::string> fields = split(line);
            if (fields.size() != 10 || fields[0].find_first_of("-.") != std::string::npos) continue;
            sentences.back().push_back(fields[1]);
            rows.push_back(std::move(fields));
        }
        sentences.emplace_back();
    }
    Document doc;
    doc.text = join_tokens(sentences);
    keep_tokens(doc, sentences);
    Tokens& tokens = doc.tokens;
    for (Index token = 0; token < tokens.size(); ++token) {
        const std::vector<std::string>& row = rows[token];
        const TokenRange sentence = doc.sentences[tokens.sentence[token]].tokens;
        const auto head = static_cast<Index>(std::atoi(row[6].c_str()));
        tokens.upos.push_back(by_name<Upos>(upos_names, row[3]).value_or(Upos::X));
        tokens.xpos.push_back(by_name<Xpos>(xpos_names, row[4]).value_or(Xpos::XX));
        tokens.lemma.push_back(doc.words.intern(row[2]));
        tokens.feats.push_back(doc.words.intern(row[5] == "_" ? "" : row[5]));
        tokens.head.push_back(head == 0 ? none : sentence.begin + head - 1);
        tokens.deprel.push_back(by_name<Deprel>(deprel_names, row[7]).value_or(Deprel::dep));
    }
    return doc;
}

}  // namespace lede::train
