#include "names/acronyms.h"

#include <algorithm>
#include <iterator>

#include "base/unicode.h"

namespace lede {

bool is_legal_form(std::string_view folded) {
    static constexpr std::string_view forms[] = {"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "llc",
                                                 "co",  "co.",  "ag",   "gmbh",  "sa",  "s.a.", "nv",  "spa"};
    return std::find(std::begin(forms), std::end(forms), folded) != std::end(forms);
}

std::string initials(const Document& doc, TokenRange tokens) {
    constexpr std::size_t longest = 16;
    std::string letters;
    for (Index t = tokens.begin; t < tokens.end && letters.size() < longest; ++t) {
        if (is_legal_form(doc.lower(t))) continue;
        const Decoded c = decode(doc.form(t), 0);
        if (is_upper(c.code)) encode(to_lower(c.code), letters);
    }
    return letters;
}

}  // namespace lede
