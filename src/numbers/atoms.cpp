#include "numbers/atoms.h"

#include <string>

#include "base/unicode.h"

namespace lede {

namespace {

constexpr std::uint32_t max_token_bytes = 64;
constexpr unsigned char first_of_several = 0x80;  // what begins a character of more than one byte

AtomKind kind_of(char32_t c) {
    if (is_ascii_digit(c)) return AtomKind::digits;
    if (c < first_of_several)
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? AtomKind::word : AtomKind::symbol;
    return is_letter(c) ? AtomKind::word : AtomKind::symbol;
}

// The end of the atom that begins at a byte: marks stay with their base.
std::uint32_t atom_end(std::string_view text, std::uint32_t at, std::uint32_t end, AtomKind kind) {
    at += static_cast<unsigned char>(text[at]) < first_of_several ? 1 : decode(text, at).size;
    while (at < end) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < first_of_several) {  // no mark is in ASCII
            if (kind == AtomKind::symbol || kind_of(byte) != kind) break;
            ++at;
            continue;
        }
        const Decoded next = decode(text, at);
        const bool goes_on = kind != AtomKind::symbol && kind_of(next.code) == kind;
        if (!goes_on && !is_extend(next.code)) break;
        at += next.size;
    }
    return at < end ? at : end;
}

}  // namespace

void read_atoms(Document& doc, const Sentence& sentence, std::vector<Atom>& atoms) {
    atoms.clear();
    for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        const Span span = doc.tokens.span[token];
        bool spaced = token == sentence.tokens.begin || doc.tokens.span[token - 1].end < span.begin;
        if (span.size() > max_token_bytes) {
            atoms.push_back({span, token, doc.tokens.lower[token], AtomKind::word, spaced});
            continue;
        }
        for (std::uint32_t at = span.begin; at < span.end;) {
            const auto byte = static_cast<unsigned char>(doc.text[at]);
            const AtomKind kind = kind_of(byte < first_of_several ? byte : decode(doc.text, at).code);
            const Span piece{at, atom_end(doc.text, at, span.end, kind)};
            const Index lower =
                piece == span ? doc.tokens.lower[token] : doc.words.intern(fold(doc.slice(piece)));
            atoms.push_back({piece, token, lower, kind, spaced});
            spaced = false;
            at = piece.end;
        }
    }
}

bool AtomView::is_dash(std::uint32_t at) const {
    const std::string_view c = lower(at);
    return c == "-" || c == "\u2010" || c == "\u2011" || c == "\u2012" || c == "\u2013" || c == "\u2014";
}

bool AtomView::is_capital(std::uint32_t at) const {
    return at < size() && is_upper(decode(doc.text, atoms[at].span.begin).code);
}

Xpos AtomView::xpos(std::uint32_t at) const {
    if (at >= size() || doc.tokens.xpos.size() != doc.tokens.span.size()) return Xpos::XX;
    return doc.tokens.xpos[atoms[at].token];
}

std::optional<AtomPhrase> longest_phrase(const AtomView& view, std::uint32_t at, const Table& table) {
    std::optional<AtomPhrase> best;
    if (at >= view.size()) return best;
    const std::string_view first = view.lower(at);
    std::uint32_t so_far = hash(first);
    auto found = table.find_beginning(first, so_far);
    std::string key;
    for (std::uint32_t next = at; found;) {
        if (found->value) best = AtomPhrase{next + 1, *found->value};
        if (++next == view.size()) return best;
        const bool spaced = view.atoms[next].spaced;
        so_far = hash(view.lower(next), spaced ? hash(" ", so_far) : so_far);
        if (!table.may_have_beginning(so_far)) return best;  // what nearly every phrase comes to
        if (key.empty()) key = first;
        if (spaced) key += ' ';
        key += view.lower(next);
        found = table.find_beginning(key, so_far);
    }
    return best;
}

}  // namespace lede
