#include "names/shape.h"

#include "base/unicode.h"

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

}  // namespace lede
