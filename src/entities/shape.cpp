#include "entities/shape.h"

#include "text/unicode.h"

namespace lede {

namespace {

constexpr std::size_t longest_word = 64;  // bytes of a word that are looked at

}  // namespace

bool is_capitalised(std::string_view form) {
    if (form.empty()) return false;
    const Decoded first = decode(form, 0);
    if (is_upper(first.code)) return true;
    if (!is_lower(first.code) || first.size >= form.size()) return false;
    return form.size() <= longest_word && is_upper(decode(form, first.size).code);
}

bool is_all_capitals(std::string_view form) {
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < form.size() && at < longest_word;) {
        const Decoded c = decode(form, at);
        if (is_upper(c.code))
            ++capitals;
        else if (is_letter(c.code))
            return false;
        at += c.size;
    }
    return capitals >= 2;
}

bool is_initial(std::string_view form) {
    if (form.empty()) return false;
    const Decoded c = decode(form, 0);
    return is_upper(c.code) && (c.size == form.size() || (c.size + 1 == form.size() && form.back() == '.'));
}

Capitals::Capitals(const Document& doc)
    : flags_(doc.tokens.size()), as_name_(doc.words.size()), as_word_(doc.words.size()) {
    const Tokens& tokens = doc.tokens;
    for (const Sentence& sentence : doc.sentences) {
        std::uint32_t words = 0, capitals = 0, shouts = 0;
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            const std::string_view form = doc.form(t);
            if (!is_letter(decode(form, 0).code)) continue;
            ++words;
            const bool capital = is_capitalised(form);
            if (capital) flags_[t] = capital_flag;
            // Function words stay small in title case, so they say nothing of the others.
            if (capital || form.size() <= 3) ++capitals;
            if (is_all_capitals(form) || is_initial(form)) ++shouts;
        }
        const bool shouted = words >= 3 && shouts * 5 >= words * 4;
        const bool title_case = words >= 2 && capitals * 10 >= words * 9;
        bool weak = true;
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            const bool is_word = is_letter(decode(doc.form(t), 0).code);
            if (weak || title_case || shouted) flags_[t] |= weak_flag;
            if (title_case) flags_[t] |= title_flag;
            if (shouted) flags_[t] |= shouted_flag;
            if (is_word) {
                weak = false;
            } else {
                const Xpos tag = tokens.xpos[t];
                const std::string_view lower = doc.lower(t);
                weak = weak || tag == Xpos::OPEN_QUOTE || lower == "\"" || lower == ":" || lower == "?" ||
                       lower == "!";
            }
            if (!is_word || (flags_[t] & weak_flag) != 0) continue;
            ++((flags_[t] & capital_flag) != 0 ? as_name_ : as_word_)[tokens.lower[t]];
        }
    }
}

}  // namespace lede
