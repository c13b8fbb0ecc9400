#include "syntax/children.h"

namespace lede {

Children::Children(const Document& doc) : first_(doc.tokens.size(), none), next_(doc.tokens.size(), none) {
    for (Index token = doc.tokens.size(); token-- > 0;) {
        const Index head = doc.tokens.head[token];
        if (head == none || head == token) continue;
        next_[token] = first_[head];
        first_[head] = token;
    }
}

Index Children::find(const Document& doc, Index token, Deprel relation) const {
    for (Index child = first_[token]; child != none; child = next_[child])
        if (doc.tokens.deprel[child] == relation) return child;
    return none;
}

}  // namespace lede
