#include "quotes/attribution/attributions.h"

#include <algorithm>

#include "quotes/attribution/clause_before.h"
#include "quotes/attribution/clauses.h"
#include "quotes/attribution/content_after.h"
#include "quotes/attribution/participles.h"
#include "quotes/speakers/sourcing.h"

namespace lede::quotes {

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
            if (cue.takes('m') && !holds_quoted(r_, *found) &&
                !(cue.takes('p') && is_named_by_person(cue, *found))) {
                // "Hall praised the team. “They were …”": she is the current speaker.
                found->content.clear();
                found->stands_alone = false;
                if (found->speaker && !cue.participle && !cue.hedged) found_.push_back(*std::move(found));
                continue;
            }
            if (cue.takes('d') &&
                !(found->speaker && judge_source(r_, *found->speaker) == Sourcing::document))
                continue;
            if (found->speaker) last_speaker_ = found->speaker;
            const bool sets_speaker =
                found->speaker && !cue.participle && !cue.hedged && cue.takes('q') && !cue.takes('d');
            if (!found->content.empty() || found->stands_alone || sets_speaker) {
                const bool closing = cue.kind == CueKind::according || cue.participle ||
                                     (!found->content.empty() && found->content[0].begin < cue.group.begin);
                if (closing && found->extent != none) limit_ = std::max(limit_, found->extent);
                found_.push_back(*std::move(found));
            }
        }
        return std::move(found_);
    }

  private:
    // "She referred to the attack": not "the law refers to banks", "he referred to it as war", "meaning …,
    // referring to".
    bool is_named_by_person(const Cue& cue, const Attribution& found) const {
        if (cue.participle || cue.hedged || !found.speaker || found.content.empty()) return false;
        // "and, in a speech, | referred to": taken for a participle.
        const Index verb = cue.tokens.begin;
        if (!r_.is_finite(verb) && !(cue.group.begin == verb && verb > begin_ + 1 && r_.is_comma(verb - 1)))
            return false;
        const Index head = head_of(r_, *found.speaker);
        if (!r_.in_person[head] && !r_.is(head, "he") && !r_.is(head, "she")) return false;
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
        out.content.push_back({ClauseBefore(r_, clauses_, limit_).begin_of(begin), begin});
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
        const ClauseBefore before(r_, clauses_, limit_);
        const ContentAfter after(r_, clauses_, at_);
        Attribution out;
        out.cue = cue.tokens;
        Index right = cue.group.end;

        // "CLAUSE, said X"
        if (cue.takes('i') && !cue.participle) {
            if (const auto edge = before.closed_at(cue.group.begin)) {
                const auto source = source_after(r_, cue, end_);
                if (source && (edge->quoted || !before.takes_object(cue, *edge, source->phrase.head)) &&
                    (edge->quoted || r_.has_finite({limit_, edge->end}) ||
                     before.inverted_at_begin(cue.group.begin) || resumes_after(source->phrase.tokens.end))) {
                    out.speaker = source->phrase.tokens;
                    out.extent = source->phrase.tokens.end;
                    if (edge->end > limit_) out.content.push_back({before.begin_of(edge->end), edge->end});
                    out.stands_alone = out.content.empty();
                    const Index past = past_postmodifiers(source->phrase.tokens.end);
                    if (resumes_after(past) && !edge->quoted)
                        take(out, past + 1, clauses_.clause_end(past + 1, at_));
                    else
                        after.continue_after(out, past, true);
                    return out;
                }
            }
        }

        std::optional<Source> source;
        if (cue.participle) {
            source = source_of_participle(r_, cue, {begin_, end_}, limit_, last_speaker_);
        } else {
            source = clauses_.before(at_);
            if (!source && cue.group.begin > begin_ &&
                r_.words.has("opens_other_clause", r_.doc.lower(cue.group.begin - 1)))
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

        if (cue.takes('a')) right = after.read_addressee(out, right);
        const bool governs = !cue.words.empty() && right < end_ && one_of(r_.doc.lower(right), cue.words);
        const Index body = governs ? right : clauses_.skip_adverbials(right, out.addressee);

        // "CLAUSE, X said" and "CLAUSE, X said, CLAUSE": nothing of the content follows at once.
        Index clause = source ? source->begin : cue.group.begin;
        bool as = false;
        if (clause > begin_ && r_.is(clause - 1, "as") && !r_.quoted(clause - 1)) {
            --clause;
            as = true;
        }
        const auto left = before.closed_at(clause);
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
                    (r_.has_finite({limit_, edge->end}) &&
                     !before.opens_subordinate(limit_, quote_follows)) ||
                    (edge->end > limit_ && !as && body < end_ && r_.is_comma(body) &&
                     r_.has_finite({body, end_}) && !quote_follows && before.noun_before(edge->end) &&
                     !one_of(r_.doc.lower(cue.group.begin - 1), "who,which"));
                if (meant && edge->end > limit_) {
                    out.content.push_back({before.begin_of(edge->end), edge->end});
                    out.extent = std::max(out.extent, body);
                    after.continue_after(out, body, false);
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
        after.read_right(out, cue, body, source.has_value());
        if (out.content.empty()) {
            out.stands_alone = !cue.participle && source && cue.takes('q') &&
                               (body >= end_ || r_.is(body, ":") || r_.is_comma(body)) &&
                               (clause == begin_ || body >= end_ || (r_.is(body, ":") && body + 1 == end_));
            if (body >= end_) out.extent = std::max(out.extent, end_);
        }
        return out;
    }

    // "The comments, said Hall, | were too weak": the clause goes on after the speaker.
    bool resumes_after(Index comma) const {
        return comma + 1 < end_ && !r_.quoted(comma) && r_.is_comma(comma) && !r_.quoted(comma + 1) &&
               r_.is_finite(comma + 1);
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

}  // namespace lede::quotes
