#include "syntax/syntax.h"

#include <string>

#include "syntax/labels.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"
#include "text/unicode.h"

namespace lede {

namespace {

// Features that a word has beside those of its tag: "prp/he" before "prp".
std::string_view features_of(const Document& doc, Index token, const Table& table, std::string& key) {
    constexpr std::size_t longest_listed_form = 40;
    key.clear();
    fold(written(doc.tokens.upos[token]), key);
    key += '/';
    fold(written(doc.tokens.xpos[token]), key);
    const std::size_t tag_size = key.size();
    const std::string_view lower = doc.lower(token);
    if (lower.size() <= longest_listed_form) {
        key += '/';
        key += lower;
        if (const auto features = table.find(key)) return *features;
        key.resize(tag_size);
    }
    return table.find(key).value_or("");
}

}  // namespace

void find_tags(Document& doc, const Resources& resources) {
    const LinearModel model = LinearModel::open(resources.raw("tagger"));
    const Table table = resources.table("feats");
    Tokens& tokens = doc.tokens;
    tokens.upos.assign(tokens.size(), Upos::NOUN);
    tokens.xpos.assign(tokens.size(), Xpos::NN);
    tokens.feats.assign(tokens.size(), 0);
    Tagger tagger(model, resources.table("closed_words"));
    for (const Sentence& sentence : doc.sentences) tagger.tag(doc, sentence.tokens);
    std::string key;
    for (Index token = 0; token < tokens.size(); ++token)
        tokens.feats[token] = doc.words.intern(features_of(doc, token, table, key));
}

void find_trees(Document& doc, const Resources& resources) {
    const LinearModel model = LinearModel::open(resources.raw("parser"));
    doc.tokens.head.assign(doc.tokens.size(), none);
    doc.tokens.deprel.assign(doc.tokens.size(), Deprel::root);
    Parser parser(model);
    for (const Sentence& sentence : doc.sentences) parser.parse(doc, sentence.tokens);
}

}  // namespace lede
