#include "names/acronyms.h"

#include "base/unicode.h"

namespace lede {

std::string initials(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    constexpr std::size_t longest = 16;
    std::string letters;
    for (Index t = tokens.begin; t < tokens.end && letters.size() < longest; ++t) {
        if (lexicon.words.has("legal_form", doc.lower(t))) continue;
        const Decoded c = decode(doc.form(t), 0);
        if (is_upper(c.code)) encode(to_lower(c.code), letters);
    }
    return letters;
}

}  // namespace lede
