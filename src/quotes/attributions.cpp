#include "quotes/attributions.h"

#include <algorithm>

#include "quotes/clauses.h"
#include "quotes/sourcing.h"

namespace lede {

namespace {

class SentenceReader {
  public:
    SentenceReader(const Reading& reading, TokenRange sentence)
        : r_(reading),
          clauses_(reading, sentence),
          begin_(clauses_.begin()),
          end_(clauses_.end()),
          limit_(begin_) {}

    std::vector<Attribution> read() {
        for (at_ = 0; at_ < clauses_.cues().size(); ++at_) {
            const Cue& cue = clauses_.cues()[at_];
            auto found = cue.kind == CueKind::according ? read_according(cue) : read_verb(cue);
            if (!found) continue;
            if (cue.takes('m') && !holds_quoted(*found) &&
                !(cue.takes('p') && is_named_by_person(cue, *found))) {
                // "Hall praised the team. “They were …”": she has the floor.
                found->content.clear();
                found->stands_alone = false;
                if (found->speaker && !cue.participle && !cue.hedged) found_.push_back(*std::move(found));
                continue;
            }
            if (cue.takes('d') &&
                !(found->speaker && judge_source(r_, *found->speaker) == Sourcing::document))
                continue;
            if (found->speaker) last_speaker_ = found->speaker;
            const bool has_floor =
                found->speaker && !cue.participle && !cue.hedged && cue.takes('q') && !cue.takes('d');
            if (!found->content.empty() || found->stands_alone || has_floor) {
                const bool closing = cue.kind == CueKind::according || cue.participle ||
                                     (!found->content.empty() && found->content[0].begin < cue.group.begin);
                if (closing && found->extent != none) limit_ = std::max(limit_, found->extent);
                found_.push_back(*std::move(found));
            }
        }
        return std::move(found_);
    }

  private:
    bool holds_quoted(const Attribution& found) const {
        for (const TokenRange range : found.content)
            if (quotes_in(range)) return true;
        return false;
    }
    bool quotes_in(TokenRange range) const {
        for (Index t = range.begin; t < range.end; ++t)
            if (r_.quoted(t)) return true;
        return false;
    }

    // "She referred to the attack": not "the law refers to banks", "he referred to it as war", "meaning …,
    // referring to".
    bool is_named_by_person(const Cue& cue, const Attribution& found) const {
        if (cue.participle || cue.hedged || !found.speaker || found.content.empty()) return false;
        // "and, in a speech, | referred to": taken for a participle.
        const Index verb = cue.tokens.begin;
        if (!r_.is_finite(verb) && !(cue.group.begin == verb && verb > begin_ + 1 && r_.is_comma(verb - 1)))
            return false;
        const Index head = head_of(r_, *found.speaker);
        if (!r_.in_person[head] && !one_of(r_.doc.lower(head), "he,she")) return false;
        for (Index t = found.content[0].begin; t < found.content[0].end; ++t)
            if (r_.is(t, "as")) return false;
        return true;
    }

    std::optional<Attribution> read_according(const Cue& cue) {
        const auto phrase = phrase_starting_at(r_, cue.group.end, end_);
        if (!phrase) return std::nullopt;
        Attribution out;
        out.cue = cue.tokens;
        out.speaker = phrase->tokens;
        out.extent = phrase->tokens.end;
        Index begin = cue.group.begin;
        const bool opens = begin == limit_ || !r_.has_finite({limit_, begin});
        Index after = phrase->tokens.end;
        // "… and according to the advisory it exists because …": what follows, not what came before.
        const bool joins = begin > limit_ && r_.tag(begin - 1) == Xpos::CC && !r_.quoted(begin - 1) &&
                           after < end_ && !r_.is_comma(after) && r_.has_finite({after, end_});
        if (joins || (opens && !(begin > limit_ && r_.quoted(begin - 1)))) {
            // Past an apposition: the last comma before a clause.
            if (!joins) after = clauses_.skip_to_clause(after);
            if (after >= end_) return std::nullopt;
            const Index end = clauses_.clause_end(after, at_);
            out.content.push_back({after, end});
            out.extent = end;
            return out;
        }
        if (begin > limit_ && (r_.is_comma(begin - 1) || is_dash(r_, begin - 1))) --begin;
        out.content.push_back({clause_begin(begin), begin});
        if (after + 1 < end_ && r_.is_comma(after)) {
            const Index next = after + 1;
            if (r_.quoted(next) || r_.tag(next) == Xpos::CC) {
                const Index end = clauses_.clause_end(next, at_);
                out.content.push_back({next, end});
                out.extent = end;
            }
        }
        return out;
    }

    std::optional<Attribution> read_verb(const Cue& cue) {
        Attribution out;
        out.cue = cue.tokens;
        Index right = cue.group.end;

        // "CLAUSE, said X"
        if (cue.takes('i') && !cue.participle) {
            if (const auto edge = closed_clause_before(cue.group.begin)) {
                const auto source = source_after(r_, cue, end_);
                if (source && (edge->quoted || !takes_object(cue, *edge, source->phrase.head)) &&
                    (edge->quoted || r_.has_finite({limit_, edge->end}) || inverted_after_stretch(cue) ||
                     resumes_after(source->phrase.tokens.end))) {
                    out.speaker = source->phrase.tokens;
                    out.extent = source->phrase.tokens.end;
                    if (edge->end > limit_) out.content.push_back({clause_begin(edge->end), edge->end});
                    out.stands_alone = out.content.empty();
                    const Index past = past_postmodifiers(source->phrase.tokens.end);
                    if (resumes_after(past) && !edge->quoted)
                        take(out, past + 1, clauses_.clause_end(past + 1, at_));
                    else
                        continue_after(out, past, true);
                    return out;
                }
            }
        }

        std::optional<Source> source;
        if (cue.participle) {
            source = absolute_subject(cue);
            if (!source)
                source = last_speaker_ ? Source{{*last_speaker_, last_speaker_->begin}, cue.group.begin}
                                       : main_subject(r_, begin_, cue.group.begin);
            if (!source) source = subject_after(cue.group.end);
            if (!source) source = first_name();
            if (source) source->begin = cue.group.begin;
        } else {
            source = clauses_.before(at_);
            if (!source && cue.group.begin > begin_ &&
                one_of(r_.doc.lower(cue.group.begin - 1), "as,than,when,if,though,that,which,who"))
                return std::nullopt;
            if (!source && cue.group.begin > begin_) {
                source = main_subject(r_, begin_, cue.group.begin);
                if (!source && last_speaker_)
                    source = Source{{*last_speaker_, last_speaker_->begin}, cue.group.begin};
                if (source) source->begin = cue.group.begin;
            }
        }
        if (cue.voice) source = Source{*cue.voice, source ? source->begin : cue.group.begin};
        // "That is not to say that …"
        if (source && r_.tag(source->phrase.head) == Xpos::DT &&
            one_of(r_.doc.lower(source->phrase.head), "that,this"))
            return std::nullopt;
        if (source) out.speaker = source->phrase.tokens;
        out.extent = right;

        if (cue.takes('a')) right = read_addressee(out, right);
        const bool governs = !cue.words.empty() && right < end_ && one_of(r_.doc.lower(right), cue.words);
        const Index body = governs ? right : clauses_.skip_adverbials(right, out.addressee);

        // "CLAUSE, X said" and "CLAUSE, X said, CLAUSE": nothing of the content follows at once.
        Index clause = source ? source->begin : cue.group.begin;
        bool as = false;
        if (clause > begin_ && r_.is(clause - 1, "as") && !r_.quoted(clause - 1)) {
            --clause;
            as = true;
        }
        const auto left = closed_clause_before(clause);
        const bool after_quote = left && left->quoted && left->end > limit_ && body < end_ &&
                                 !r_.quoted(body) && !r_.is(body, ":") && !r_.is(body, "that");
        const bool nothing_follows = after_quote || body >= end_ || r_.is_comma(body) || r_.is(body, ";") ||
                                     is_dash(r_, body) || r_.is(body, ")") || !clauses_.content_follows(body);
        const bool quote_follows =
            body + 1 < end_ && (r_.is_comma(body) || r_.is(body, ":")) && r_.quoted(body + 1);
        if (nothing_follows && source && !cue.participle && (cue.takes('c') || cue.takes('q'))) {
            if (const auto& edge = left) {
                const bool meant =
                    edge->quoted ||
                    (r_.has_finite({limit_, edge->end}) && !opens_subordinate(limit_, quote_follows)) ||
                    (edge->end > limit_ && !as && body < end_ && r_.is_comma(body) &&
                     r_.has_finite({body, end_}) && !quote_follows && noun_before(edge->end) &&
                     !one_of(r_.doc.lower(cue.group.begin - 1), "who,which"));
                if (meant && edge->end > limit_) {
                    out.content.push_back({clause_begin(edge->end), edge->end});
                    out.extent = std::max(out.extent, body);
                    continue_after(out, body, false);
                    return out;
                }
            }
            if (as && body < end_ && r_.is_comma(body)) {  // "As X said, CLAUSE"
                out.content.push_back({body + 1, clauses_.clause_end(body + 1, at_)});
                out.extent = out.content.back().end;
                return out;
            }
        }
        if (as) return out;
        read_right(out, cue, body, source.has_value());
        if (out.content.empty()) {
            out.stands_alone = !cue.participle && source && cue.takes('q') &&
                               (body >= end_ || r_.is(body, ":") || r_.is_comma(body)) &&
                               (clause == begin_ || body >= end_ || (r_.is(body, ":") && body + 1 == end_));
            if (body >= end_) out.extent = std::max(out.extent, end_);
        }
        return out;
    }

    // "…, experts saying the province was late", "with Hall adding": a participle with a subject of its own.
    std::optional<Source> absolute_subject(const Cue& cue) const {
        const Index at = cue.group.begin;
        if (at < begin_ + 2 || r_.quoted(at - 1) || !r_.is_noun(at - 1) || at <= limit_) return std::nullopt;
        const auto phrase = phrase_ending_at(r_, at - 1, limit_);
        if (!phrase || phrase->tokens.begin <= begin_) return std::nullopt;
        const Index before = phrase->tokens.begin - 1;
        if (r_.quoted(before) || !(r_.is_comma(before) || r_.is(before, "with"))) return std::nullopt;
        return Source{*phrase, phrase->tokens.begin};
    }

    // "The comments, said Hall, | were too weak": the clause goes on after the speaker.
    bool resumes_after(Index comma) const {
        return comma + 1 < end_ && !r_.quoted(comma) && r_.is_comma(comma) && !r_.quoted(comma + 1) &&
               r_.is_finite(comma + 1);
    }

    // Where no verb was recognised: whom the sentence names first.
    std::optional<Source> first_name() const {
        for (Index t = begin_; t < clauses_.cues()[at_].group.begin; ++t) {
            if (!r_.begins_name[t] || r_.quoted(t)) continue;
            Index end = t + 1;
            while (end < end_ && r_.in_name[end] && !r_.begins_name[end]) ++end;
            return Source{{{t, end}, end - 1}, t};
        }
        return std::nullopt;
    }

    // "Claiming that …, Trump told": the subject of the clause after the comma.
    std::optional<Source> subject_after(Index from) const {
        for (Index t = from; t + 1 < end_; ++t) {
            if (r_.quoted(t) || !r_.is_comma(t)) continue;
            const auto phrase = phrase_starting_at(r_, t + 1, end_);
            if (phrase && phrase->tokens.end < end_ && !r_.quoted(phrase->tokens.end) &&
                r_.is_finite(phrase->tokens.end))
                return Source{*phrase, phrase->tokens.begin};
        }
        return std::nullopt;
    }

    // What follows the verb, its addressee and its adverbials.
    void read_right(Attribution& out, const Cue& cue, Index body, bool has_source) {
        if (body >= end_) return;
        if ((r_.is(body, ":") || r_.is_comma(body)) && body + 1 < end_) {
            if (r_.quoted(body + 1) && cue.takes('q'))
                return take(out, body + 1, clauses_.quoted_end(body + 1));
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
        if (cue.takes('c') && has_source && (clauses_.begins_clause(body) || is_relative_gap(cue, body)) &&
            r_.has_finite({body, end}))
            if (!cue.takes('n') || r_.has_finite({body, comma_before(body, end)}))
                return take(out, body, end);
        // "said every track “sounded like a potential single”": quoted words make the clause.
        if (cue.takes('c') && !cue.takes('n') && has_source && !cue.hedged && clauses_.begins_phrase(body) &&
            quotes_in({body, end}))
            return take(out, body, end);
        if (cue.takes('t') && !cue.hedged && r_.tag(body) == Xpos::TO) return take(out, body, end);
        if (!cue.words.empty() && one_of(r_.doc.lower(body), cue.words) && body + 1 < end_)
            return take(out, body + 1, clauses_.phrase_end(body + 1, at_));
        if (cue.takes('n') && has_source && clauses_.begins_phrase(body)) {
            take(out, body, clauses_.phrase_end(body, at_));
            if ((cue.participle || cue.hedged) && !holds_quoted(out)) out.content.clear();
        }
    }

    Index comma_before(Index from, Index end) const {
        Index t = from;
        while (t < end && (r_.quoted(t) || !r_.is_comma(t))) ++t;
        return t;
    }

    // "donations, which he said | were given"
    bool is_relative_gap(const Cue& cue, Index body) const {
        const auto& source = clauses_.before(at_);
        return r_.is_finite(body) && source && source->begin > begin_ && source->begin < cue.group.begin &&
               one_of(r_.doc.lower(source->begin - 1), "which,who,that,what");
    }

    // "dubbed the alliance, “obsolete”", "described it as a farce", "called him a liar"
    void read_naming(Attribution& out, const Cue& cue, Index body) {
        const Index end = clauses_.phrase_end(body, at_);
        if (!cue.words.empty()) {
            for (Index t = body; t < end_; ++t) {
                if (r_.quoted(t)) break;
                if (one_of(r_.doc.lower(t), cue.words) && t + 1 < end_) {
                    if (r_.is(t, "for") && t > body) continue;
                    return take(out, t > body && r_.is(t, "as") ? body : t + 1,
                                clauses_.phrase_end(t + 1, at_));
                }
                if (t > body && r_.is_finite(t)) break;
            }
        }
        for (Index t = body; t < end_ && t < body + 10; ++t) {
            if (r_.quoted(t)) return take(out, r_.is_comma(body) ? t : body, clauses_.list_end(t));
            if (r_.is_finite(t) || (r_.tag(t) == Xpos::IN && !r_.is(t, "of"))) break;
        }
        const auto object = base_phrase_starting_at(r_, body, end_);
        if (object && object->tokens.end < end && r_.tag(object->tokens.end) == Xpos::DT)
            take(out, body, end);
    }

    void take(Attribution& out, Index from, Index to) {
        if (from >= to) return;
        out.content.push_back({from, to});
        out.extent = std::max(out.extent, to);
    }

    // After a clause-final cue: "…, he said, and CLAUSE". Not "…, he said, adding" or "…, said X, a lawyer".
    void continue_after(Attribution& out, Index at, bool inverted) {
        if (at + 1 >= end_ || !(r_.is_comma(at) || is_dash(r_, at))) return;
        const Index next = at + 1;
        if (r_.quoted(next) && is_mark(r_, next)) return take(out, next, clauses_.quoted_end(next));
        if (r_.tag(next) == Xpos::VBG || r_.in_time[next]) return;
        if (at_ + 1 < clauses_.cues().size() &&
            clauses_.cues()[at_ + 1].group.begin < clauses_.clause_end(next, at_) && r_.tag(next) == Xpos::CC)
            return;
        const std::string_view word = r_.doc.lower(next);
        if (one_of(word, "who,whose,which,where,whom,when,after,during,before")) return;
        if (inverted && !one_of(word, "and,but,because,that,so,if,or")) return;
        if (r_.quoted(next)) return;
        const Index end = clauses_.clause_end(next, at_);
        if (!r_.has_finite({next, end}) && (out.content.empty() || r_.tag(next) != Xpos::IN)) return;
        take(out, next, end);
    }

    struct Edge {
        Index end = none;     ///< one past the clause, without the comma
        bool quoted = false;  ///< the clause ends with a quotation
    };

    // Is a clause or quotation closed off just before a token?
    std::optional<Edge> closed_clause_before(Index clause) const {
        // "It was welcomed in Spain, whose government has promised …"
        if (r_.doc.lower(clause) == "whose") return std::nullopt;
        if (clause <= limit_)
            return inverted_at_begin(clause) ? std::optional<Edge>(Edge{clause, true}) : std::nullopt;
        const Index t = clause - 1;
        if (is_mark(r_, t)) {  // a comma or a stop before the closing mark; without, the sentence goes on
            const Stretch& stretch = r_.stretches[r_.stretch_of[t]];
            if (r_.is_word(stretch.inside.end - 1) && stretch.inside.size() < 6 &&
                stretch.whole.begin > limit_)
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

    // "Castor, which runs the ferry, denied the claim": who stands before is the speaker, and what follows is
    // denied.
    bool takes_object(const Cue& cue, const Edge& edge, Index object) const {
        const Tokens& tokens = r_.doc.tokens;
        if (tokens.deprel[object] != Deprel::obj || !cue.group.contains(tokens.head[object])) return false;
        for (Index t = limit_; t < edge.end; ++t)
            if (tokens.deprel[t] == Deprel::nsubj && cue.group.contains(tokens.head[t])) return true;
        return false;
    }

    // The sentence begins with "said X" after the closing mark of the sentence before.
    bool inverted_at_begin(Index clause) const {
        return clause == begin_ && begin_ > 0 && r_.quoted(begin_ - 1) && is_mark(r_, begin_ - 1) &&
               r_.block_of(begin_ - 1) == r_.block_of(begin_);
    }
    bool inverted_after_stretch(const Cue& cue) const { return inverted_at_begin(cue.group.begin); }

    // "When asked, he said …": the words before are no content if something else can be.
    bool opens_subordinate(Index t, bool quote_follows) const {
        return quote_follows && t < end_ &&
               one_of(r_.doc.lower(t), "when,after,as,while,in,on,at,asked,before,if,although,though");
    }

    bool noun_before(Index end) const { return end > limit_ && r_.is_noun(end - 1) && !r_.in_time[end - 1]; }

    // A clause begins where the attribution before ends, past its punctuation.
    Index clause_begin(Index end) const {
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

    Index read_addressee(Attribution& out, Index at) {
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

    // "said X of the ministry, who was there | ": no content, only more of the speaker.
    Index past_postmodifiers(Index at) {
        std::optional<TokenRange> ignored;
        return clauses_.skip_adverbials(at, ignored);
    }

    const Reading& r_;
    Clauses clauses_;
    Index begin_, end_;  // of the sentence, without its final punctuation
    Index limit_;        // where what earlier cues attribute ends
    std::size_t at_ = 0;
    std::optional<TokenRange> last_speaker_;
    std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> read_attributions(const Reading& reading, TokenRange sentence) {
    return SentenceReader(reading, sentence).read();
}

}  // namespace lede
