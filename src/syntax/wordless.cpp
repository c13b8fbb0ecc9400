#include "syntax/wordless.h"

#include "base/unicode.h"

namespace lede {

namespace {

bool is_word(std::string_view form) {
    const Decoded first = decode(form, 0);
    return is_letter(first.code) && first.size < form.size() && is_letter(decode(form, first.size).code);
}

// Is there no white space in it?
bool is_in_one_piece(const Document& doc, TokenRange tokens) {
    for (Index t = tokens.begin + 1; t < tokens.end; ++t)
        if (doc.tokens.span[t - 1].end < doc.tokens.span[t].begin) return false;
    return true;
}

}  // namespace

bool is_wordless(const Document& doc, const Sentence& sentence) {
    constexpr std::uint32_t longest_sentence = 128, longest_piece = 8, one_word_in = 5;
    const std::uint32_t size = sentence.tokens.size();
    const bool long_for_people =
        size > longest_sentence || (size > longest_piece && is_in_one_piece(doc, sentence.tokens));
    if (!long_for_people) return false;
    std::uint32_t words = 0;
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) words += is_word(doc.form(t));
    return words * one_word_in < sentence.tokens.size();
}

void tag_by_shape(Document& doc, const Sentence& sentence) {
    Tokens& tokens = doc.tokens;
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        const char32_t first = decode(doc.form(t), 0).code;
        const bool number = is_digit(first), letter = is_letter(first);
        tokens.upos[t] = number ? Upos::NUM : letter ? Upos::X : Upos::PUNCT;
        tokens.xpos[t] = number ? Xpos::CD : letter ? Xpos::FW : Xpos::NFP;
        if (t == sentence.tokens.begin) continue;
        tokens.head[t] = sentence.tokens.begin;
        tokens.deprel[t] = number || letter ? Deprel::dep : Deprel::punct;
    }
}

}  // namespace lede
