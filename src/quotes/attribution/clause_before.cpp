#include "quotes/attribution/clause_before.h"

namespace lede::quotes {

std::optional<ClauseBefore::Edge> ClauseBefore::closed_at(Index clause) const {
    // "It was welcomed in Spain, whose government has promised …"
    if (r_.doc.lower(clause) == "whose") return std::nullopt;
    if (clause <= limit_)
        return inverted_at_begin(clause) ? std::optional<Edge>(Edge{clause, true}) : std::nullopt;
    const Index t = clause - 1;
    if (is_mark(r_, t)) {  // a comma or a stop before the closing mark; without, the sentence goes on
        const Stretch& stretch = r_.stretches[r_.stretch_of[t]];
        if (r_.is_word(stretch.inside.end - 1) && stretch.inside.size() < 6 && stretch.whole.begin > limit_)
            return std::nullopt;
        return Edge{clause, true};
    }
    if (r_.quoted(t)) return std::nullopt;
    if (r_.is_comma(t)) {
        const bool quoted = t > limit_ && r_.quoted(t - 1) && is_mark(r_, t - 1);
        return Edge{t, quoted};
    }
    return std::nullopt;
}

bool ClauseBefore::takes_object(const Cue& cue, const Edge& edge, Index object) const {
    const Tokens& tokens = r_.doc.tokens;
    if (tokens.deprel[object] != Deprel::obj || !cue.group.contains(tokens.head[object])) return false;
    for (Index t = limit_; t < edge.end; ++t)
        if (tokens.deprel[t] == Deprel::nsubj && cue.group.contains(tokens.head[t])) return true;
    return false;
}

bool ClauseBefore::inverted_at_begin(Index clause) const {
    return clause == begin_ && begin_ > 0 && r_.quoted(begin_ - 1) && is_mark(r_, begin_ - 1) &&
           r_.block_of(begin_ - 1) == r_.block_of(begin_);
}

bool ClauseBefore::opens_subordinate(Index t, bool quote_follows) const {
    return quote_follows && t < end_ && r_.words.has("opens_subordinate", r_.doc.lower(t));
}

bool ClauseBefore::noun_before(Index end) const {
    return end > limit_ && r_.is_noun(end - 1) && !r_.in_time[end - 1];
}

Index ClauseBefore::begin_of(Index end) const {
    Index t = limit_;
    if (end > limit_ && r_.quoted(end - 1)) {
        const Index open = r_.stretches[r_.stretch_of[end - 1]].whole.begin;
        if (open > limit_ && r_.is(open - 1, ":")) return open;
    }
    for (Index i = end; i > limit_; --i)
        if (!r_.quoted(i - 1) && r_.is(i - 1, ";")) {
            t = i;
            break;
        }
    while (t < end && !r_.quoted(t) && (r_.is_comma(t) || r_.is(t, ".") || is_dash(r_, t))) ++t;
    return t;
}

}  // namespace lede::quotes
