#include "neural/word_features.h"

#include <algorithm>

#include "base/hash.h"
#include "base/unicode.h"

namespace lede {

namespace {

constexpr std::size_t longest_affix = 4;  // bytes
constexpr std::size_t longest_read = 64;  // bytes of a word that its rows depend on

// One character a class of letters; runs longer than `longest_run` are cut to it.
std::uint32_t shape_hash(std::string_view form, std::size_t longest_run) {
    std::uint32_t sum = hash("shape");
    char last = 0;
    std::size_t run = 0;
    for (std::size_t at = 0; at < form.size();) {
        const Decoded c = decode(form, at);
        at += c.size;
        if (c.code == ' ' || is_invisible(c.code)) continue;  // "U. S." is "U.S."
        char kind = '*';
        if (is_upper(c.code))
            kind = 'X';
        else if (is_letter(c.code))
            kind = 'x';
        else if (is_digit(c.code))
            kind = '0';
        else if (c.code < 0x80)
            kind = static_cast<char>(c.code);
        run = kind == last ? run + 1 : 1;
        last = kind;
        if (run <= longest_run) sum = hash({&kind, 1}, sum);
    }
    return mix(sum);
}

}  // namespace

std::uint32_t WordReader::vector_key(std::string_view lower) { return mix(hash(lower)); }

std::uint32_t WordReader::lexicon_bits(std::string_view form, std::string_view lower) const {
    const std::uint32_t key = hash(lower);
    std::uint32_t bits = 0;
    const auto set = [&](std::uint32_t bit, bool value) { bits |= value ? 1u << bit : 0u; };
    set(0, lexicons_.given_names.find(lower, key).has_value());
    set(1, lexicons_.surnames.find(lower, key).has_value());
    set(2, lexicons_.places.find(lower, key).has_value());
    set(3, lexicons_.organisations.find(lower, key).has_value());
    set(4, lexicons_.demonyms.find(lower, key).has_value());
    set(5, lexicons_.titles.find(lower, key).has_value());
    set(6, lexicons_.places.has_beginning(lower, key));
    set(7, lexicons_.organisations.has_beginning(lower, key));
    set(8, lexicons_.name_parts.find(lower, key).has_value());
    set(9, !form.empty() && is_upper(decode(form, 0).code));
    return bits;
}

WordFeatures WordReader::read(std::string_view form, std::string_view lower) const {
    WordFeatures features;
    features.key = vector_key(lower);
    form = form.substr(0, longest_read);
    char folded[longest_read];
    const std::size_t size = std::min(lower.size(), longest_read);
    std::transform(lower.begin(), lower.begin() + static_cast<std::ptrdiff_t>(size), folded,
                   [](char c) { return c >= '0' && c <= '9' ? '0' : c; });
    const std::string_view word(folded, size);
    std::uint32_t start = 0;
    const auto add = [&](std::uint32_t feature, std::uint32_t range) {
        features.rows[features.count++] = start + mix(feature) % range;
    };
    add(hash(word), WordFeatures::word_rows);
    start += WordFeatures::word_rows;
    for (std::size_t n = 1; n <= std::min(size, longest_affix); ++n)
        add(hash(word.substr(0, n)), WordFeatures::prefix_rows);
    start += WordFeatures::prefix_rows;
    for (std::size_t n = 1; n <= std::min(size, longest_affix); ++n)
        add(hash(word.substr(size - n)), WordFeatures::suffix_rows);
    start += WordFeatures::suffix_rows;
    add(shape_hash(form, 1), WordFeatures::shape_rows);
    add(shape_hash(form, 4) + 1, WordFeatures::shape_rows);
    add(lexicon_bits(form, lower.substr(0, longest_read)) * 0x9E3779B1u + 7, WordFeatures::shape_rows);
    return features;
}

}  // namespace lede
