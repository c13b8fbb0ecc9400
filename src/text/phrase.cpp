#include "text/phrase.h"

#include <string>

namespace lede {

std::optional<PhraseMatch> longest_phrase(const Document& doc, Index token, const Table& table) {
    const Index last = doc.sentences[doc.tokens.sentence[token]].tokens.end;
    std::optional<PhraseMatch> best;
    std::string_view first = doc.lower(token);
    std::uint32_t so_far = hash(first);
    if (!table.has_beginning(first, so_far)) return best;  // what nearly every token comes to
    std::string key(first);
    for (Index next = token;;) {
        if (const auto value = table.find(key, so_far)) best = PhraseMatch{{token, next + 1}, *value};
        if (++next == last) return best;
        const std::size_t from = key.size();
        if (doc.tokens.span[next - 1].end < doc.tokens.span[next].begin) key += ' ';
        key += doc.lower(next);
        so_far = hash(std::string_view(key).substr(from), so_far);
        if (!table.has_beginning(key, so_far)) return best;
    }
}

}  // namespace lede
