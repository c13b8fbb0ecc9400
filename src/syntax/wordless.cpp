#include "syntax/wordless.h"

#include "text/unicode.h"

namespace lede {

namespace {

bool is_word(std::string_view form) {
    const Decoded first = decode(form, 0);
    return is_letter(first.code) && first.size < form.size() && is_letter(decode(form, first.size).code);
}

}  // namespace

bool is_wordless(const Document& doc, const Sentence& sentence) {
    constexpr std::uint32_t longest_sentence = 128, one_word_in = 5;
    if (sentence.tokens.size() <= longest_sentence) return false;
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
