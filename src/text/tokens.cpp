#include "text/text.h"
#include "text/unicode.h"

namespace lede {

void find_tokens(Document& doc, const Resources&) {
    Tokens& tokens = doc.tokens;
    for (std::uint32_t at = 0; at < doc.text.size();) {
        const Decoded c = decode(doc.text, at);
        std::uint32_t end = at + c.size;
        if (is_space(c.code)) {
            at = end;
            continue;
        }
        while (is_letter(c.code) && end < doc.text.size() && is_letter(decode(doc.text, end).code)) end += decode(doc.text, end).size;
        tokens.span.push_back({at, end});
        tokens.lower.push_back(doc.words.intern(fold(doc.slice({at, end}))));
        tokens.sentence.push_back(0);
        at = end;
    }
    if (tokens.size() > 0) doc.sentences.push_back({doc.span_of({0, tokens.size()}), {0, tokens.size()}, 0});
}

std::string join_tokens(const std::vector<std::vector<std::string>>& sentences) {
    std::string text;
    for (const auto& sentence : sentences) {
        for (const auto& token : sentence) text += token + ' ';
        text += '\n';
    }
    return text;
}

void keep_tokens(Document&, const std::vector<std::vector<std::string>>&) {}

void find_language(Document&, const Resources&) {}

}  // namespace lede
