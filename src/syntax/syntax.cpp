#include "syntax/syntax.h"

namespace lede {

void find_tags(Document& doc, const Resources&) {
    doc.tokens.upos.assign(doc.tokens.size(), Upos::NOUN);
    doc.tokens.xpos.assign(doc.tokens.size(), Xpos::NN);
    doc.tokens.feats.assign(doc.tokens.size(), 0);
}
void find_lemmas(Document& doc, const Resources&) { doc.tokens.lemma = doc.tokens.lower; }
void find_trees(Document& doc, const Resources&) {
    doc.tokens.head.assign(doc.tokens.size(), none);
    doc.tokens.deprel.assign(doc.tokens.size(), Deprel::root);
}

}  // namespace lede
