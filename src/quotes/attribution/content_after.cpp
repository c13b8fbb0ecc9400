#include "quotes/attribution/content_after.h"

#include <algorithm>

namespace lede::quotes {

void take(Attribution& out, Index from, Index to) {
    if (from >= to) return;
    out.content.push_back({from, to});
    out.extent = std::max(out.extent, to);
}

bool holds_quoted(const Reading& r, const Attribution& found) {
    for (const TokenRange range : found.content)
        for (Index t = range.begin; t < range.end; ++t)
            if (r.quoted(t)) return true;
    return false;
}

bool ContentAfter::quotes_in(TokenRange range) const {
    for (Index t = range.begin; t < range.end; ++t)
        if (r_.quoted(t)) return true;
    return false;
}

void ContentAfter::read_right(Attribution& out, const Cue& cue, Index body, bool has_source) const {
    if (body >= end_) return;
    if ((r_.is(body, ":") || r_.is_comma(body)) && body + 1 < end_) {
        if (r_.quoted(body + 1) && cue.takes('q')) return take(out, body + 1, clauses_.quoted_end(body + 1));
        if (r_.is(body, ":") && cue.takes('q') && cue.takes('c')) return take(out, body + 1, end_);
        if (cue.takes('o')) read_naming(out, cue, body);
        return;
    }
    if (cue.takes('o')) return read_naming(out, cue, body);
    if (cue.takes('c')) {
        if (r_.is(body, "that") && body + 1 < end_)
            return take(out, body + 1, clauses_.clause_end(body + 1, at_));
        if (opens_question(r_, body)) return take(out, body, clauses_.clause_end(body, at_));
    }
    if (r_.quoted(body) && is_mark(r_, body) && cue.takes('q')) {
        const Index past = clauses_.quoted_end(body);
        if (past + 1 < end_ && r_.is(past, "that") && cue.takes('c'))
            return take(out, past + 1, clauses_.clause_end(past + 1, at_));
        if (past < end_ && r_.is_finite(past)) return take(out, body, clauses_.clause_end(body, at_));
        if (r_.stretches[r_.stretch_of[body]].inside.size() >= 8) return take(out, body, past);
        return take(out, body, cue.takes('c') || cue.takes('n') ? clauses_.clause_end(body, at_) : past);
    }
    const Index end = clauses_.clause_end(body, at_);
    if (cue.takes('x') && is_thing(cue, {body, end})) return;
    if (cue.takes('c') && has_source && (clauses_.begins_clause(body) || is_relative_gap(cue, body)) &&
        r_.has_finite({body, end}))
        if (!cue.takes('n') || r_.has_finite({body, comma_before(body, end)})) return take(out, body, end);
    // "said every track “sounded like a potential single”": quoted words make the clause.
    if (cue.takes('c') && !cue.takes('n') && has_source && !cue.hedged && clauses_.begins_phrase(body) &&
        quotes_in({body, end}))
        return take(out, body, end);
    if (cue.takes('t') && !cue.hedged && r_.tag(body) == Xpos::TO) return take(out, body, end);
    if (!cue.words.empty() && one_of(r_.doc.lower(body), cue.words) && body + 1 < end_)
        return take(out, body + 1, clauses_.phrase_end(body + 1, at_));
    if (cue.takes('n') && has_source && clauses_.begins_phrase(body)) {
        take(out, body, clauses_.phrase_end(body, at_));
        if ((cue.participle || cue.hedged) && !holds_quoted(r_, out)) out.content.clear();
    }
}

Index ContentAfter::comma_before(Index from, Index end) const {
    Index t = from;
    while (t < end && (r_.quoted(t) || !r_.is_comma(t))) ++t;
    return t;
}

// "recalls | two players, although both are injured": by the tree an object, and no clause.
bool ContentAfter::is_thing(const Cue& cue, TokenRange body) const {
    if (quotes_in(body)) return false;
    bool object = false;
    for (Index t = body.begin; t < body.end; ++t) {
        if (!cue.tokens.contains(r_.doc.tokens.head[t])) continue;
        const Deprel relation = r_.doc.tokens.deprel[t];
        if (relation == Deprel::ccomp || relation == Deprel::parataxis) return false;
        object = object || relation == Deprel::obj;
    }
    return object;
}

// "donations, which he said | were given"
bool ContentAfter::is_relative_gap(const Cue& cue, Index body) const {
    const auto& source = clauses_.before(at_);
    return r_.is_finite(body) && source && source->begin > begin_ && source->begin < cue.group.begin &&
           one_of(r_.doc.lower(source->begin - 1), "which,who,that,what");
}

// "dubbed the alliance, “obsolete”", "described it as a farce", "called him a liar"
void ContentAfter::read_naming(Attribution& out, const Cue& cue, Index body) const {
    const Index end = clauses_.phrase_end(body, at_);
    if (!cue.words.empty()) {
        for (Index t = body; t < end_; ++t) {
            if (r_.quoted(t)) break;
            if (one_of(r_.doc.lower(t), cue.words) && t + 1 < end_) {
                if (r_.is(t, "for") && t > body) continue;
                return take(out, t > body && r_.is(t, "as") ? body : t + 1, clauses_.phrase_end(t + 1, at_));
            }
            if (t > body && r_.is_finite(t)) break;
        }
    }
    for (Index t = body; t < end_ && t < body + 10; ++t) {
        if (r_.quoted(t)) return take(out, r_.is_comma(body) ? t : body, clauses_.list_end(t));
        if (r_.is_finite(t) || (r_.tag(t) == Xpos::IN && !r_.is(t, "of"))) break;
    }
    const auto object = base_phrase_starting_at(r_, body, end_);
    if (object && object->tokens.end < end && r_.tag(object->tokens.end) == Xpos::DT) take(out, body, end);
}

void ContentAfter::continue_after(Attribution& out, Index at, bool inverted) const {
    if (at + 1 >= end_ || !(r_.is_comma(at) || is_dash(r_, at))) return;
    const Index next = at + 1;
    if (r_.quoted(next) && is_mark(r_, next)) return take(out, next, clauses_.quoted_end(next));
    if (r_.tag(next) == Xpos::VBG || r_.in_time[next]) return;
    if (at_ + 1 < clauses_.cues().size() &&
        clauses_.cues()[at_ + 1].group.begin < clauses_.clause_end(next, at_) && r_.tag(next) == Xpos::CC)
        return;
    const std::string_view word = r_.doc.lower(next);
    if (r_.words.has("ends_content", word)) return;
    if (inverted && !r_.words.has("continues_content", word)) return;
    if (r_.quoted(next)) return;
    const Index end = clauses_.clause_end(next, at_);
    if (!r_.has_finite({next, end}) && (out.content.empty() || r_.tag(next) != Xpos::IN)) return;
    take(out, next, end);
}

Index ContentAfter::read_addressee(Attribution& out, Index at) const {
    const auto object = base_phrase_starting_at(r_, at, end_);
    if (!object) return at;
    // "urged caution": nobody is told.
    if (object->tokens.size() == 1 && r_.tag(object->head) == Xpos::NN && !r_.in_name[object->head])
        return at;
    const Index after = object->tokens.end;
    if (after < end_ && !r_.quoted(after) && r_.is_finite(after) && object->tokens.size() == 1) return at;
    Index past = after;
    while (past + 1 < end_ && !r_.quoted(past) &&
           (r_.is(past, "of") || r_.is(past, "at") || r_.is(past, "in") || r_.is(past, "from"))) {
        const auto more = base_phrase_starting_at(r_, past + 1, end_);
        if (!more || !r_.is(past, "of")) break;
        past = more->tokens.end;
    }
    out.addressee = TokenRange{object->tokens.begin, past};
    return past;
}

}  // namespace lede::quotes
