#include "syntax/punctuation.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

namespace lede {

namespace {

struct Pair {
    std::string_view opening, closing;
};

// In their folded form, in which every double quotation mark is straight.
constexpr std::array pairs{Pair{"\"", "\""}, Pair{"'", "'"}, Pair{"(", ")"},
                           Pair{"[", "]"},   Pair{"{", "}"}, Pair{"``", "''"}};

bool opens(std::string_view form) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.opening == form; });
}

bool match(std::string_view opening, std::string_view closing) {
    return std::any_of(pairs.begin(), pairs.end(),
                       [&](const Pair& pair) { return pair.opening == opening && pair.closing == closing; });
}

// The only word between two marks that hangs outside, marks aside, if no other there has dependents outside
// and neither of the two has any; none where there is no such word.
Index head_inside(const Tokens& tokens, TokenRange piece, Index opening, Index closing) {
    const auto inside = [&](Index t) { return t != none && t > opening && t < closing; };
    Index found = none;
    for (Index t = opening + 1; t < closing; ++t) {
        if (inside(tokens.head[t]) || (tokens.deprel[t] == Deprel::punct && tokens.head[t] != none)) continue;
        if (found != none) return none;
        found = t;
    }
    for (Index t = piece.begin; t < piece.end; ++t) {
        const Index head = tokens.head[t];
        if (head == opening || head == closing || (!inside(t) && inside(head) && head != found)) return none;
    }
    return found;
}

}  // namespace

void attach_paired_marks(Document& doc, TokenRange piece) {
    Tokens& tokens = doc.tokens;
    std::vector<Index> open;
    for (Index t = piece.begin; t < piece.end; ++t) {
        if (tokens.deprel[t] != Deprel::punct) continue;
        const std::string_view form = doc.lower(t);
        const auto opening =
            std::find_if(open.rbegin(), open.rend(), [&](Index o) { return match(doc.lower(o), form); });
        if (opening == open.rend()) {
            if (opens(form)) open.push_back(t);
            continue;
        }
        const Index first = *opening;
        open.erase(std::prev(opening.base()), open.end());
        const Index head = head_inside(tokens, piece, first, t);
        if (head == none) continue;
        tokens.head[first] = tokens.head[t] = head;
        // What stands inside and hung outside would cross them.
        for (Index mark = first + 1; mark < t; ++mark)
            if (mark != head && (tokens.head[mark] < first || tokens.head[mark] > t))
                tokens.head[mark] = head;
    }
}

}  // namespace lede
