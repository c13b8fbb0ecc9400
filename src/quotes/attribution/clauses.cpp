#include "quotes/attribution/clauses.h"

#include <algorithm>

namespace lede::quotes {

namespace {

bool is_relative_word(const Reading& r, Index t, Index end) {
    return t < end && r.words.has("relative_word", r.doc.lower(t));
}

}  // namespace

bool is_mark(const Reading& r, Index t) {
    return r.quoted(t) && !r.stretches[r.stretch_of[t]].inside.contains(t);
}

bool is_dash(const Reading& r, Index t) {
    return r.is(t, "--") || r.is(t, "\u2014") || r.is(t, "\u2013") || r.is(t, "-");
}

bool opens_question(const Reading& r, Index t) { return r.words.has("question_word", r.doc.lower(t)); }

Clauses::Clauses(const Reading& reading, TokenRange sentence)
    : r_(reading), begin_(sentence.begin), end_(sentence.end), cues_(find_cues(reading, sentence)) {
    if (cues_.empty()) return;
    while (end_ > begin_ + 1 && !r_.quoted(end_ - 1) && one_of(r_.doc.lower(end_ - 1), ".,!,?")) --end_;
    constexpr std::size_t cues_to_read = 16;  // no honest sentence has more
    if (cues_.size() > cues_to_read) cues_.resize(cues_to_read);
    for (const Cue& cue : cues_)
        before_.push_back(cue.kind == CueKind::verb && !cue.participle ? source_before(r_, cue, begin_)
                                                                       : std::nullopt);
}

// Can what comes next be content: a clause, a quotation, the beginning of either?
bool Clauses::content_follows(Index body) const {
    if (r_.is(body, ":") || r_.is(body, "that") || opens_question(r_, body)) return true;
    for (Index t = body; t < end_; ++t) {
        if (r_.quoted(t) || r_.is_finite(t)) return true;
        if (r_.is_comma(t) || is_relative_word(r_, t, end_)) return false;
    }
    return false;
}

// A clause goes on to the end of the sentence or to where another attribution begins.
Index Clauses::clause_end(Index from, std::size_t cue) const {
    Index end = end_;
    int parentheses = 0;  // open ones: "($58m; £30m)" ends nothing
    for (Index t = from; t < end_; ++t) {
        if (r_.tag(t) == Xpos::LRB) ++parentheses;
        if (r_.tag(t) == Xpos::RRB && parentheses > 0) --parentheses;
        if (!r_.quoted(t) && r_.is(t, ";") && parentheses == 0) {
            end = t;
            break;
        }
    }
    for (std::size_t i = cue + 1; i < cues_.size(); ++i) {
        const Cue& next = cues_[i];
        if (next.group.begin <= from) continue;
        if (next.group.begin >= end) break;
        if (next.kind == CueKind::according) return trim_link(from, next.group.begin);
        if (next.participle) {
            if (r_.is_comma(next.group.begin - 1)) return next.group.begin - 1;
            continue;
        }
        Index link = next.group.begin;
        if (before_[i] && before_[i]->begin > from) link = before_[i]->begin;
        if (link <= from) continue;
        const Index t = link - 1;
        if (r_.quoted(t)) continue;
        if (r_.is_comma(t) && closes_clause(i)) return t;
        if (r_.is_comma(t) && link == next.group.begin) {  // "and, in a letter, told"
            Index open = t;
            while (open > from && !r_.is_comma(open - 1) && t - open < 16) --open;
            if (open > from + 1 && r_.is_comma(open - 1) && r_.tag(open - 2) == Xpos::CC)
                return trim_link(from, open - 2);
        }
        if (r_.tag(t) == Xpos::CC) {
            const bool comma = t > from && r_.is_comma(t - 1);
            if (comma || link == next.group.begin) return trim_link(from, t);
        }
        if (t > from && r_.words.has("contrast_conjunction", r_.doc.lower(t)) && r_.is_comma(t - 1))
            return t - 1;
    }
    return end;
}

// Does a cue close the clause before it ("…, she said on Monday.")?
bool Clauses::closes_clause(std::size_t cue) const {
    std::optional<TokenRange> ignored;
    const Index body = skip_adverbials(cues_[cue].group.end, ignored);
    return body >= end_ || r_.is_comma(body) || !content_follows(body);
}

Index Clauses::trim_link(Index from, Index end) const {
    while (end > from + 1 && !r_.quoted(end - 1) && (r_.is_comma(end - 1) || is_dash(r_, end - 1))) --end;
    return end;
}

// A phrase that is content ends sooner: before a comma, a new clause or another cue.
Index Clauses::phrase_end(Index from, std::size_t cue) const {
    const Index limit = clause_end(from, cue);
    for (Index t = from + 1; t < limit; ++t) {
        if (r_.quoted(t)) continue;
        if (r_.is_comma(t) || r_.words.has("ends_phrase", r_.doc.lower(t))) return t;
    }
    return limit;
}

Index Clauses::quoted_end(Index t) const {
    if (!r_.quoted(t)) return t;
    return std::min(r_.stretches[r_.stretch_of[t]].whole.end, end_);
}

// "a “bully,” a “liar” and “sad”": past the last of quoted words in a row.
Index Clauses::list_end(Index t) const {
    Index end = std::max(quoted_end(t), t + 1);
    for (;;) {
        Index next = end;
        while (next < end_ && next < end + 3 && !r_.quoted(next) &&
               (r_.is_comma(next) || r_.tag(next) == Xpos::CC || r_.tag(next) == Xpos::DT))
            ++next;
        if (next >= end_ || !r_.quoted(next)) return end;
        end = quoted_end(next);
    }
}

bool Clauses::begins_phrase(Index t) const {
    if (r_.quoted(t)) return is_mark(r_, t);
    switch (r_.tag(t)) {
        case Xpos::DT:
        case Xpos::PRPS:
        case Xpos::CD:
        case Xpos::JJ:
        case Xpos::DOLLAR:
        case Xpos::JJR:
            return true;
        default:
            return r_.is_noun(t);
    }
}

bool Clauses::begins_clause(Index t) const {
    if (begins_phrase(t)) return true;
    switch (r_.tag(t)) {
        case Xpos::PRP:
        case Xpos::EX:
        case Xpos::IN:
        case Xpos::RB:
        case Xpos::VBG:
        case Xpos::MD:
        case Xpos::WRB:
        case Xpos::PDT:
        case Xpos::RBR:
        case Xpos::JJS:
            return true;
        default:
            return r_.is(t, "this") || r_.is(t, "that");
    }
}

// "on Thursday", "in a statement", "to reporters": skipped where a clause, a quotation or the end comes
// after.
Index Clauses::skip_adverbials(Index at, std::optional<TokenRange>& addressee) const {
    Index t = at;
    for (std::uint32_t steps = 0; t < end_ && steps < 8; ++steps) {
        if (r_.quoted(t)) return t;
        if (r_.in_time[t]) {
            Index past = t;
            while (past < end_ && r_.in_time[past]) ++past;
            if (past < end_ && r_.tag(past) == Xpos::POS) return t;  // "Monday's attack"
            t = past;
            continue;
        }
        if ((r_.tag(t) == Xpos::IN || r_.tag(t) == Xpos::TO) && t + 1 < end_ && !r_.is(t, "that") &&
            !opens_question(r_, t)) {
            if (r_.in_time[t + 1]) {
                ++t;
                continue;
            }
            if (is_title(t + 1)) {
                t = quoted_end(t + 1);
                continue;
            }
            const auto phrase = base_phrase_starting_at(r_, t + 1, end_);
            if (!phrase) break;
            if (phrase->tokens.end < end_ && !r_.quoted(phrase->tokens.end) &&
                r_.is_finite(phrase->tokens.end))
                break;
            if (r_.is(t, "to") && !addressee) addressee = phrase->tokens;
            t = phrase->tokens.end;
            continue;
        }
        if (r_.tag(t) == Xpos::RB && !r_.is(t, "not") && t + 1 < end_ &&
            (r_.is(t + 1, "that") || r_.quoted(t + 1) || r_.is_comma(t + 1))) {
            ++t;
            continue;
        }
        break;
    }
    return t;
}

// "on “Fox and Friends”"
bool Clauses::is_title(Index t) const {
    if (!is_mark(r_, t)) return false;
    const Stretch& stretch = r_.stretches[r_.stretch_of[t]];
    return stretch.inside.size() <= 5 && !r_.has_finite(stretch.inside) && r_.is_noun(stretch.inside.begin);
}

// After "According to X, the paper, |": the clause begins past the last comma that has no verb before it.
Index Clauses::skip_to_clause(Index at) const {
    Index best = at;
    for (Index t = at; t < end_; ++t) {
        if (r_.quoted(t)) break;
        if (r_.is_comma(t)) {
            if (r_.has_finite({best, t}) && best > at) break;
            best = t + 1;
            if (r_.has_finite({t + 1, end_}) && !(is_relative_word(r_, t + 1, end_)) && !is_apposition(t + 1))
                break;
        }
    }
    return best;
}

// Does a bare apposition stand between here and the next comma?
bool Clauses::is_apposition(Index t) const {
    const auto phrase = base_phrase_starting_at(r_, t, end_);
    const Deprel relation = phrase ? r_.doc.tokens.deprel[phrase->head] : Deprel::dep;
    const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    for (Index i = t; i < end_; ++i)
        if (r_.is_comma(i))
            // "the firm's computers, including its servers, have": the subject itself, and no other behind it
            return !(subject && !base_phrase_starting_at(r_, i + 1, end_)) && !r_.has_finite({t, i}) &&
                   r_.has_finite({i, end_}) &&
                   (r_.tag(t) == Xpos::DT || r_.tag(t) == Xpos::CD || r_.tag(t) == Xpos::PRPS ||
                    (t + 1 < i && r_.tag(t + 1) == Xpos::POS));
    return false;
}

}  // namespace lede::quotes
