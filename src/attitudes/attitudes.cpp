#include <algorithm>

#include "attitudes/attitude_cues.h"
#include "attitudes/attitudes.h"
#include "attitudes/holders.h"
#include "propositions/subjects.h"
#include "quotes/attribution/clauses.h"
#include "quotes/speakers/speaker_mentions.h"

namespace lede {

using namespace quotes;

using namespace attitudes;

namespace {

enum class ClauseForm : std::uint8_t { finite, infinitive, gerund };

struct Complement {
    Index head = none;
    TokenRange tokens;
    ClauseForm form = ClauseForm::finite;
};

class AttitudeFinder {
  public:
    AttitudeFinder(const Reading& reading, const AttitudeWords& words)
        : r_(reading), trees_(reading.doc), words_(words) {
        said_by_.assign(r_.doc.tokens.size(), none);
        cue_of_.assign(r_.doc.tokens.size(), none);
        for (Index q = 0; q < r_.doc.quotes.size(); ++q) {
            const Quote& quote = r_.doc.quotes[q];
            if (quote.cue) mark(cue_of_, *quote.cue, q);
            for (const Span span : quote.content) mark(said_by_, span, q);
        }
    }

    std::vector<Attitude> find() {
        for (Index t = 0; t < r_.doc.tokens.size(); ++t)
            if (cue_of_[t] == none)
                if (const auto cue = read_attitude_cue(r_, words_, t)) add(*cue);
        return std::move(out_);
    }

  private:
    void mark(std::vector<Index>& column, Span span, Index quote) const {
        const TokenRange tokens = r_.doc.tokens_in(span);
        std::fill(column.begin() + tokens.begin, column.begin() + tokens.end, quote);
    }

    void add(const AttitudeCue& cue) {
        auto holder = find_holder(r_, trees_, words_.classes, cue);
        const std::vector<TokenRange> content = content_of(cue, holder);
        if (content.empty() || is_elliptic(content)) return;
        const bool may_be_untold = cue.form == AttitudeForm::passive || cue.form == AttitudeForm::noun;
        if (!holder && !may_be_untold) return;
        Attitude found;
        found.kind = cue.kind;
        found.cue = r_.doc.tokens.span[cue.token];
        found.score = cue.form == AttitudeForm::verb ? 0.8f : 0.7f;
        bool negative = cue.negative;
        if (holder) {
            const Index first = holder->tokens.begin;
            // "you know": nobody in particular.
            if (words_.classes.has("no_holder", r_.doc.lower(holder->head))) return;
            if (words_.classes.has("negative_pronoun", r_.doc.lower(first))) negative = !negative;
            found.holder = r_.doc.span_of(holder->tokens);
            found.entity = entity_of(*holder);
        }
        found.polarity = negative ? Polarity::negative : Polarity::positive;
        for (const TokenRange range : content) found.content.push_back(r_.doc.span_of(range));
        for (std::size_t i = 1; i < found.content.size(); ++i)
            if (found.content[i].begin < found.content[i - 1].end) return;  // the tree has led astray
        out_.push_back(std::move(found));
    }

    // "They believe it is": what, only the sentence before tells.
    bool is_elliptic(const std::vector<TokenRange>& content) const {
        const TokenRange words = content.front();
        const Index last = words.end - 1;
        return content.size() == 1 && words.size() <= 2 &&
               (r_.doc.tokens.upos[last] == Upos::AUX || r_.doc.lemma(last) == "be");
    }

    // Within what somebody says, "I" is who says it.
    Index entity_of(const NounPhrase& holder) const {
        const Index quote = said_by_[holder.head];
        if (quote != none && words_.classes.has("first_person", r_.doc.lower(holder.head)) &&
            r_.quoted(holder.head))
            return r_.doc.quotes[quote].entity;
        const Mention* mention = find_mention(r_, r_.doc.span_of(holder.tokens), holder.head);
        return mention == nullptr ? none : mention->entity;
    }

    // --- what is believed ---------------------------------------------------------------------------

    std::vector<TokenRange> content_of(const AttitudeCue& cue,
                                       const std::optional<NounPhrase>& holder) const {
        std::vector<TokenRange> content;
        const auto found = complement_of(cue, holder.has_value());
        if (!found) {
            if (cue.form == AttitudeForm::verb && cue.takes('c')) read_around(cue, content);
            return content;
        }
        // "The ferry is expected to sail": the ferry is part of what is expected.
        if (cue.form == AttitudeForm::passive && found->form == ClauseForm::infinitive) {
            const Index subject = passive_subject(cue.token);
            if (subject == none) return content;
            put(content, phrase_of(r_, trees_, subject, cue.token).tokens, subject);
        }
        if (holder && found->form == ClauseForm::finite) read_before(cue, holder->tokens.begin, content);
        put(content, found->tokens, cue.token);
        return content;
    }

    Index passive_subject(Index verb) const {
        if (r_.doc.tokens.deprel[verb] == Deprel::acl) return r_.doc.tokens.head[verb];
        return subject_of(r_.doc, trees_.children, verb);
    }

    std::optional<Complement> complement_of(const AttitudeCue& cue, bool has_holder) const {
        const bool noun = cue.form == AttitudeForm::noun;
        for (Index c = trees_.children.first(cue.token); c != none; c = trees_.children.next(c)) {
            if (c <= cue.token) continue;
            switch (r_.doc.tokens.deprel[c]) {
                case Deprel::ccomp:
                case Deprel::xcomp:
                case Deprel::csubj:
                case Deprel::advcl:
                    break;
                case Deprel::acl:
                case Deprel::acl_relcl:
                    if (noun) break;
                    continue;
                default:
                    continue;
            }
            if (auto found = read_complement(cue, c, has_holder)) return found;
        }
        if (noun && has_holder && cue.takes('i')) return read_predicate(cue.token);
        return noun ? std::nullopt : read_object(cue, has_holder);
    }

    // "expects prices to fall", where the tree has the infinitive tell of the prices.
    std::optional<Complement> read_object(const AttitudeCue& cue, bool has_holder) const {
        const Index object = trees_.children.find(r_.doc, cue.token, Deprel::obj);
        if (object == none || object < cue.token) return std::nullopt;
        const Index clause = trees_.children.find(r_.doc, object, Deprel::acl);
        if (clause == none || infinitive_marker(clause) == none) return std::nullopt;
        return read_complement(cue, clause, has_holder);
    }

    // "Her aim is to win."
    std::optional<Complement> read_predicate(Index noun) const {
        const Index head = r_.doc.tokens.head[noun];
        const Index to = head == none ? none : infinitive_marker(head);
        if (to == none || to < noun + 2 || to > noun + 3 || r_.doc.lemma(to - 1) != "be") return std::nullopt;
        return Complement{head, {to, trees_.subtrees[head].end}, ClauseForm::infinitive};
    }

    std::optional<Complement> read_complement(const AttitudeCue& cue, Index head, bool has_holder) const {
        Complement found{head, trees_.subtrees[head]};
        found.tokens.begin = std::max(found.tokens.begin, cue.token + 1);
        const Index object = trees_.children.find(r_.doc, cue.token, Deprel::obj);
        const bool has_object = object != none && object > cue.token && object < head;
        if (has_object)
            found.tokens.begin =
                std::max(cue.token + 1, std::min(found.tokens.begin, trees_.subtrees[object].begin));
        const Index first = found.tokens.begin;
        const Index to = infinitive_marker(head);
        const bool that = r_.is(first, "that") && r_.doc.tokens.deprel[first] == Deprel::mark;
        if (to != none && !that)
            found.form = ClauseForm::infinitive;
        else if (r_.tag(head) == Xpos::VBG && !r_.has_finite(found.tokens))
            found.form = ClauseForm::gerund;
        else if (!r_.has_finite(found.tokens))
            return std::nullopt;
        if (found.form != ClauseForm::finite) found.tokens.end = end_of_nonfinite(found.tokens);
        const bool noun = cue.form == AttitudeForm::noun;
        const bool adverbial = r_.doc.tokens.deprel[head] == Deprel::advcl;
        switch (found.form) {
            case ClauseForm::finite:
                if (!cue.takes(noun                                  ? 'n'
                               : cue.form == AttitudeForm::adjective ? 'a'
                                                                     : 'c') &&
                    cue.form != AttitudeForm::passive)
                    return std::nullopt;
                if ((noun || adverbial) && !that) return std::nullopt;
                if (noun && first != cue.token + 1) return std::nullopt;
                // "what she thinks | is best": no clause of its own.
                if (r_.is_finite(first) && !r_.is_comma(cue.token + 1)) return std::nullopt;
                if (has_object || opens_question(r_, cue.token + 1) || opens_question(r_, first) ||
                    r_.is(first, "as"))
                    return std::nullopt;
                break;
            case ClauseForm::infinitive: {
                if (noun && (!cue.takes('i') || !has_holder || to != cue.token + 1)) return std::nullopt;
                if (cue.form == AttitudeForm::adjective && !cue.takes('j')) return std::nullopt;
                if (cue.form == AttitudeForm::passive && r_.is(first, "as")) return std::nullopt;
                if (cue.form != AttitudeForm::verb) break;
                const bool other = has_object || first < to;
                if (!cue.takes(other ? 'o' : 't')) return std::nullopt;
                break;
            }
            case ClauseForm::gerund:
                if (cue.form != AttitudeForm::verb || !cue.takes('g') || has_object || first != cue.token + 1)
                    return std::nullopt;
                break;
        }
        return found;
    }

    // "wants to leave | and sold the house": a finite verb is joined to none of these.
    Index end_of_nonfinite(TokenRange clause) const {
        for (Index t = clause.begin + 1; t < clause.end; ++t) {
            const Index head = r_.doc.tokens.head[t];
            if (r_.doc.tokens.deprel[t] != Deprel::conj) continue;
            const Index aux = trees_.children.find(r_.doc, t, Deprel::aux);  // "and | will sell"
            if (!r_.is_finite(t) && (aux == none || !r_.is_finite(aux))) continue;
            if (r_.tag(head) == Xpos::VB && infinitive_marker(head) != none)
                return std::max(clause.begin + 1, trees_.subtrees[t].begin);
        }
        return clause.end;
    }

    // Where who believes goes on to speak: "wants to leave | and, in a letter, told", "…, | according to".
    Index end_of_thought(TokenRange clause) const {
        for (Index t = clause.begin + 1; t < clause.end; ++t) {
            if (cue_of_[t] == none) continue;
            if (r_.is(t, "according")) return t;
            const auto& speaker = r_.doc.quotes[cue_of_[t]].speaker;
            if (!speaker || speaker->begin >= r_.doc.tokens.span[clause.begin].begin) continue;
            for (Index link = t; link > clause.begin + 1; --link)
                if (r_.tag(link - 1) == Xpos::CC) return link - 1;
        }
        return clause.end;
    }

    Index infinitive_marker(Index head) const {
        for (Index c = trees_.children.first(head); c != none && c < head; c = trees_.children.next(c))
            if (r_.tag(c) == Xpos::TO && r_.doc.tokens.deprel[c] == Deprel::mark) return c;
        return none;
    }

    // "The sea, she believes, will rise", where the tree has the rest as what she believes.
    void read_before(const AttitudeCue& cue, Index holder, std::vector<TokenRange>& content) const {
        const Index first = r_.sentence_of(cue.token).begin;
        if (r_.quoted(cue.token) || !r_.is_comma(cue.token + 1) || holder < first + 2 ||
            !r_.is_comma(holder - 1))
            return;
        put(content, {first, holder - 1}, none);
    }

    // "The sea, she believes, will rise": the clause around the cue. Within quotation marks that is a hedge.
    void read_around(const AttitudeCue& cue, std::vector<TokenRange>& content) const {
        if (r_.quoted(cue.token)) return;
        if (r_.doc.tokens.deprel[cue.token] != Deprel::parataxis) return read_clause_before(cue, content);
        const Index head = r_.doc.tokens.head[cue.token];
        const TokenRange own = trees_.subtrees[cue.token];
        if (head == none || own.begin == r_.sentence_of(head).begin || !r_.is_comma(own.begin - 1)) return;
        const TokenRange whole = trees_.subtrees[head];
        put(content, {whole.begin, own.begin}, none);
        put(content, {own.end, whole.end}, none);
    }

    // "The sea will rise, she believes."
    void read_clause_before(const AttitudeCue& cue, std::vector<TokenRange>& content) const {
        const Index clause = trees_.children.find(r_.doc, cue.token, Deprel::ccomp);
        if (clause == none || clause > cue.token) return;
        const TokenRange whole = trees_.subtrees[clause];
        if (whole.begin == r_.sentence_of(clause).begin && r_.is_comma(whole.end - 1))
            put(content, whole, none);
    }

    // Without the conjunction and the punctuation at its edges, nor beyond the quotation marks around it.
    void put(std::vector<TokenRange>& content, TokenRange range, Index within) const {
        if (within != none && r_.quoted(within)) {
            const TokenRange inside = r_.stretches[r_.stretch_of[within]].inside;
            range = {std::max(range.begin, inside.begin), std::min(range.end, inside.end)};
        }
        if (!range.empty()) range.end = end_of_thought(range);
        // "this is an episode of | “Cheers”"
        if (range.end < r_.doc.tokens.size() && (within == none || !r_.quoted(within)) &&
            is_mark(r_, range.end) && r_.tag(range.end - 1) == Xpos::IN && !r_.quoted(range.end - 1))
            range.end = r_.stretches[r_.stretch_of[range.end]].inside.end;
        const auto idle = [&](Index t) {
            if (r_.is_word(t) || r_.is(t, "(") || r_.is(t, ")")) return false;
            // A mark stays where its partner does and there is more than the quotation.
            const TokenRange whole = r_.quoted(t) ? r_.stretches[r_.stretch_of[t]].whole : TokenRange{t, t};
            return whole == range || whole.begin < range.begin || whole.end > range.end || !is_mark(r_, t);
        };
        while (!range.empty() && idle(range.end - 1)) --range.end;
        while (!range.empty() && (idle(range.begin) || r_.is(range.begin, "that"))) ++range.begin;
        if (!range.empty()) content.push_back(range);
    }

    const Reading& r_;
    Trees trees_;
    const AttitudeWords& words_;
    std::vector<Index> said_by_;  // by token: the innermost quotation
    std::vector<Index> cue_of_;   // by token: the quotation whose cue it is part of
    std::vector<Attitude> out_;
};

}  // namespace

void find_attitudes(Document& doc, const Resources& resources) {
    const Reading reading(doc, resources);
    const AttitudeWords words(resources);
    doc.attitudes = AttitudeFinder(reading, words).find();
}

}  // namespace lede
