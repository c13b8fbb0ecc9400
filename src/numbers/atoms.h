// The pieces that the grammars of numbers and times read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document.h"
#include "model/table.h"

namespace lede {

enum class AtomKind : std::uint8_t { word, digits, symbol };

/// A run of letters, a run of ASCII digits or one other character of a token, so that "34-year-old", "£3.2bn"
/// and "3pm" read the same whichever way they were split into tokens. A token too long to matter is one word.
struct Atom {
    Span span;
    Index token = none;
    Index lower = 0;  ///< folded, in Document::words
    AtomKind kind = AtomKind::word;
    bool spaced = true;  ///< is there white space before it, or is it the first of its sentence?
};

/// Replaces `atoms` with those of one sentence.
void read_atoms(Document& doc, const Sentence& sentence, std::vector<Atom>& atoms);

/// The atoms of one sentence, as readers get them.
struct AtomView {
    const Document& doc;
    const std::vector<Atom>& atoms;

    std::uint32_t size() const { return static_cast<std::uint32_t>(atoms.size()); }
    /// "" at and after the end.
    std::string_view lower(std::uint32_t at) const { return at < size() ? doc.words[atoms[at].lower] : ""; }
    std::string_view form(std::uint32_t at) const { return at < size() ? doc.slice(atoms[at].span) : ""; }
    bool is(std::uint32_t at, AtomKind kind) const { return at < size() && atoms[at].kind == kind; }
    /// Does an atom follow the one before it with nothing between?
    bool joined(std::uint32_t at) const { return at > 0 && at < size() && !atoms[at].spaced; }
    bool is_dash(std::uint32_t at) const;
    bool is_capital(std::uint32_t at) const;  ///< begins with an upper-case letter
    /// The tag of the atom's token; XX where there are no tags.
    Xpos xpos(std::uint32_t at) const;
};

struct AtomPhrase {
    std::uint32_t end = 0;  ///< the atom after it
    std::string_view value;
};

/// The longest key of a table that begins at an atom; one space stands for white space between atoms.
std::optional<AtomPhrase> longest_phrase(const AtomView& view, std::uint32_t at, const Table& table);

}  // namespace lede
