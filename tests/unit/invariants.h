// What must hold of every Document, whatever was read. Linear in its size.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "document.h"

namespace lede::test {

class Invariants {
  public:
    explicit Invariants(const Document& doc) : doc_(doc), may_cut_(doc.text.size() + 1, false) {
        find_cuts();
        check_blocks();
        check_sentences();
        check_trees();
        check_mentions();
        check_entities();
        check_times_and_quantities();
        check_quotes();
        check_attitudes();
        check_propositions();
        check_events();
        check_relations();
        check_brief();
    }

    /// One sentence a fault, at most twenty; empty when all is well.
    const std::vector<std::string>& faults() const { return faults_; }

  private:
    void expect(bool holds, std::string_view what, std::size_t number) {
        constexpr std::size_t enough = 20;
        if (!holds && faults_.size() < enough)
            faults_.push_back(std::string(what) + " (" + std::to_string(number) + ")");
    }

    // A span may begin or end between characters, but not between a base and its marks. A mark after white
    // space or a control character has no base.
    void find_cuts() {
        bool after_base = false;
        for (std::size_t at = 0; at < doc_.text.size();) {
            const Decoded c = decode(doc_.text, at);
            may_cut_[at] = !(after_base && is_extend(c.code));
            after_base = is_extend(c.code) ? after_base : !is_space(c.code) && !is_control(c.code);
            at += c.size;
        }
        may_cut_[doc_.text.size()] = true;
    }

    void check_span(Span span, std::string_view what, std::size_t number) {
        const bool inside = span.begin < span.end && span.end <= doc_.text.size();
        expect(inside, std::string(what) + ": the span is empty or outside the text", number);
        if (inside)
            expect(may_cut_[span.begin] && may_cut_[span.end],
                   std::string(what) + ": the span cuts a character", number);
    }
    void check_span(const std::optional<Span>& span, std::string_view what, std::size_t number) {
        if (span) check_span(*span, what, number);
    }
    template <class Rows>
    void check_index(Index index, const Rows& rows, std::string_view what, std::size_t number) {
        expect(index < rows.size(), std::string(what) + ": the index points nowhere", number);
    }
    template <class Rows>
    void check_index_or_none(Index index, const Rows& rows, std::string_view what, std::size_t number) {
        if (index != none) check_index(index, rows, what, number);
    }
    void check_score(double score, std::string_view what, std::size_t number) {
        expect(score >= 0 && score <= 1, std::string(what) + ": the score is not between 0 and 1", number);
    }
    void check_range(TokenRange range, std::string_view what, std::size_t number) {
        expect(!range.empty() && range.end <= doc_.tokens.size(), std::string(what) + ": bad token range",
               number);
    }

    void check_blocks() {
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < doc_.blocks.size(); ++i) {
            check_span(doc_.blocks[i].span, "block", i);
            expect(doc_.blocks[i].span.begin >= end, "blocks overlap or are out of order", i);
            end = doc_.blocks[i].span.end;
        }
        check_span(doc_.dateline, "dateline", 0);
        std::size_t block = 0;
        end = 0;
        for (std::size_t i = 0; i < doc_.other.size(); ++i) {
            const Span span = doc_.other[i];
            check_span(span, "what is no part of the article", i);
            expect(span.begin >= end, "what is no part of the article overlaps or is out of order", i);
            end = span.end;
            while (block < doc_.blocks.size() && doc_.blocks[block].span.end <= span.begin) ++block;
            expect(block == doc_.blocks.size() || !doc_.blocks[block].span.overlaps(span),
                   "a block is no part of the article", i);
        }
    }

    void check_sentences() {
        const Tokens& tokens = doc_.tokens;
        expect(tokens.lower.size() == tokens.size() && tokens.sentence.size() == tokens.size(),
               "a column of the tokens is too short", 0);
        Index next = 0;
        for (std::size_t i = 0; i < doc_.sentences.size(); ++i) {
            const Sentence& sentence = doc_.sentences[i];
            check_range(sentence.tokens, "sentence", i);
            expect(sentence.tokens.begin == next, "sentences skip or share tokens", i);
            next = sentence.tokens.end;
            if (sentence.tokens.empty() || next > tokens.size()) return;
            check_span(sentence.span, "sentence", i);
            expect(sentence.span.contains(doc_.span_of(sentence.tokens)),
                   "a sentence does not hold its tokens", i);
            check_index(sentence.block, doc_.blocks, "sentence's block", i);
            if (sentence.block < doc_.blocks.size())
                expect(doc_.blocks[sentence.block].span.contains(sentence.span),
                       "a sentence crosses its block", i);
            for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
                expect(tokens.sentence[token] == i, "a token names another sentence", token);
                expect(token == 0 || tokens.span[token].begin >= tokens.span[token - 1].end,
                       "tokens overlap or are out of order", token);
                check_span(tokens.span[token], "token", token);
                expect(tokens.lower[token] < doc_.words.size(), "a token's folded form points nowhere",
                       token);
            }
        }
        expect(next == tokens.size(), "tokens belong to no sentence", next);
    }

    void check_trees() {
        const Tokens& tokens = doc_.tokens;
        const bool any = !tokens.head.empty();
        const std::size_t rows = any ? tokens.size() : 0;
        expect(tokens.upos.size() == rows && tokens.xpos.size() == rows && tokens.lemma.size() == rows &&
                   tokens.feats.size() == rows && tokens.head.size() == rows && tokens.deprel.size() == rows,
               "a column of syntax is too short or too long", rows);
        if (!any || !faults_.empty()) return;
        std::vector<Index> seen(rows, none);  // by the walk that began at which token
        for (std::size_t i = 0; i < doc_.sentences.size(); ++i) {
            std::size_t roots = 0;
            for (Index token = doc_.sentences[i].tokens.begin; token < doc_.sentences[i].tokens.end;
                 ++token) {
                expect(tokens.lemma[token] < doc_.words.size() && tokens.feats[token] < doc_.words.size(),
                       "a lemma or feature points nowhere", token);
                roots += tokens.head[token] == none;
                for (Index at = token; at != none && (seen[at] == none || seen[at] == token);
                     at = tokens.head[at]) {
                    expect(seen[at] == none, "a tree has a cycle", token);
                    if (seen[at] == token) break;
                    seen[at] = token;
                    const Index head = tokens.head[at];
                    const bool inside = head == none || doc_.sentences[i].tokens.contains(head);
                    expect(inside, "a head lies in another sentence", at);
                    if (!inside) return;
                }
            }
            expect(roots == 1, "a tree has not one root", i);
        }
    }

    void check_mentions() {
        for (std::size_t i = 0; i < doc_.mentions.size(); ++i) {
            const Mention& row = doc_.mentions[i];
            check_span(row.span, "mention", i);
            check_span(row.head, "mention's head", i);
            expect(row.span.contains(row.head), "a mention's head lies outside it", i);
            check_range(row.tokens, "mention", i);
            check_index(row.sentence, doc_.sentences, "mention's sentence", i);
            check_index(row.entity, doc_.entities, "mention's entity", i);
            check_score(row.score, "mention", i);
            if (i == 0) continue;
            const Span before = doc_.mentions[i - 1].span;
            expect(before.begin < row.span.begin ||
                       (before.begin == row.span.begin && before.end > row.span.end),
                   "mentions are out of order or twice there", i);
        }
    }

    void check_entities() {
        std::size_t mentions = 0;
        for (std::size_t i = 0; i < doc_.entities.size(); ++i) {
            const Entity& row = doc_.entities[i];
            expect(!row.name.empty(), "an entity has no name", i);
            expect(!row.mentions.empty(), "an entity has no mention", i);
            mentions += row.mentions.size();
            for (std::size_t k = 0; k < row.mentions.size(); ++k) {
                check_index(row.mentions[k], doc_.mentions, "entity's mention", i);
                if (row.mentions[k] < doc_.mentions.size())
                    expect(doc_.mentions[row.mentions[k]].entity == i, "a mention names another entity", i);
                expect(k == 0 || row.mentions[k - 1] < row.mentions[k],
                       "an entity's mentions are out of order", i);
            }
            check_score(row.salience, "entity", i);
            expect(i == 0 || doc_.entities[i - 1].salience >= row.salience,
                   "entities are not in order of prominence", i);
        }
        expect(mentions == doc_.mentions.size(), "mentions and entities disagree", mentions);
    }

    void check_times_and_quantities() {
        for (std::size_t i = 0; i < doc_.times.size(); ++i) {
            const Time& row = doc_.times[i];
            check_span(row.span, "time", i);
            check_range(row.tokens, "time", i);
            expect(!row.value.empty(), "a time has no value", i);
            expect(!row.begin || !row.end || *row.begin <= *row.end, "a time ends before it begins", i);
            expect(i == 0 || doc_.times[i - 1].span <= row.span, "times are out of order", i);
        }
        for (std::size_t i = 0; i < doc_.quantities.size(); ++i) {
            const Quantity& row = doc_.quantities[i];
            check_span(row.span, "quantity", i);
            check_span(row.of, "what a quantity counts", i);
            check_range(row.tokens, "quantity", i);
            expect(row.value - row.value == 0, "a quantity is not finite", i);
            expect(i == 0 || doc_.quantities[i - 1].span <= row.span, "quantities are out of order", i);
        }
    }

    void check_attitudes() {
        for (std::size_t i = 0; i < doc_.attitudes.size(); ++i) {
            const Attitude& row = doc_.attitudes[i];
            expect(!row.content.empty(), "an attitude has no content", i);
            for (std::size_t k = 0; k < row.content.size(); ++k) {
                check_span(row.content[k], "attitude", i);
                expect(!row.content[k].overlaps(row.cue), "an attitude holds its cue", i);
                expect(k == 0 || row.content[k - 1].end <= row.content[k].begin,
                       "an attitude's content is out of order", i);
            }
            check_span(row.cue, "attitude's cue", i);
            expect(i == 0 || doc_.attitudes[i - 1].cue < row.cue, "attitudes are out of order", i);
            check_span(row.holder, "holder", i);
            check_index_or_none(row.entity, doc_.entities, "attitude's entity", i);
            check_score(row.score, "attitude", i);
        }
    }

    void check_quotes() {
        for (std::size_t i = 0; i < doc_.quotes.size(); ++i) {
            const Quote& row = doc_.quotes[i];
            expect(!row.content.empty(), "a quote has no content", i);
            for (std::size_t k = 0; k < row.content.size(); ++k) {
                check_span(row.content[k], "quote", i);
                expect(k == 0 || row.content[k - 1].end <= row.content[k].begin,
                       "a quote's content is out of order", i);
            }
            check_span(row.cue, "cue", i);
            check_span(row.speaker, "speaker", i);
            check_span(row.addressee, "addressee", i);
            check_index_or_none(row.entity, doc_.entities, "quote's entity", i);
            check_index(row.sentence, doc_.sentences, "quote's sentence", i);
            check_score(row.score, "quote", i);
        }
    }

    void check_participant(const std::optional<Participant>& row, std::size_t number) {
        if (!row) return;
        check_span(row->span, "participant", number);
        check_index_or_none(row->entity, doc_.entities, "participant", number);
    }

    void check_events() {
        for (std::size_t i = 0; i < doc_.events.size(); ++i) {
            const Event& row = doc_.events[i];
            check_span(row.trigger, "event", i);
            expect(row.trigger_token < doc_.tokens.size(), "an event's trigger is no token", i);
            expect(!row.lemma.empty(), "an event has no lemma", i);
            check_participant(row.agent, i);
            check_participant(row.patient, i);
            check_participant(row.place, i);
            check_index_or_none(row.time, doc_.times, "event's time", i);
            check_index_or_none(row.quote, doc_.quotes, "event's quote", i);
            check_index(row.sentence, doc_.sentences, "event's sentence", i);
            check_score(row.score, "event", i);
        }
    }

    void check_argument(const std::optional<Argument>& argument, std::size_t i) {
        if (!argument) return;
        check_range(argument->tokens, "argument", i);
        expect(argument->tokens.contains(argument->head), "an argument does not hold its head", i);
    }

    void check_propositions() {
        const Tokens& tokens = doc_.tokens;
        if (doc_.language != Language::english) return;
        for (const auto* column :
             {&tokens.time, &tokens.quantity, &tokens.proposition, &tokens.quote, &tokens.mention})
            expect(column->size() == tokens.size(), "a column of the tokens is too short", 1);
        for (std::size_t i = 0; i < doc_.propositions.size(); ++i) {
            const Proposition& row = doc_.propositions[i];
            expect(row.trigger < tokens.size() && tokens.proposition[row.trigger] == i,
                   "a proposition has no trigger of its own", i);
            for (const auto* argument : {&row.agent, &row.patient, &row.recipient, &row.instrument,
                                         &row.place, &row.purpose, &row.cause, &row.manner})
                check_argument(*argument, i);
            check_index_or_none(row.time, doc_.times, "proposition's time", i);
        }
    }

    void check_relations() {
        for (std::size_t i = 0; i < doc_.relations.size(); ++i) {
            const Relation& row = doc_.relations[i];
            check_index(row.subject, doc_.entities, "relation's subject", i);
            check_index_or_none(row.object, doc_.entities, "relation's object", i);
            if (row.target) {
                check_index_or_none(row.target->event, doc_.events, "stance's event", i);
                check_index_or_none(row.target->entity, doc_.entities, "stance's entity", i);
                if (row.target->event == none && row.target->entity == none)
                    check_span(row.target->span, "stance's target", i);
            }
            check_span(row.text, "relation", i);
            check_span(row.evidence, "evidence", i);
            check_score(row.score, "relation", i);
        }
        for (std::size_t i = 0; i < doc_.causes.size(); ++i) {
            check_span(doc_.causes[i].cause, "cause", i);
            check_span(doc_.causes[i].effect, "effect", i);
            check_span(doc_.causes[i].signal, "signal", i);
            check_score(doc_.causes[i].score, "cause", i);
        }
    }

    void check_answers(const std::vector<Answer>& rows, std::string_view question) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            check_span(rows[i].span, question, i);
            check_index_or_none(rows[i].entity, doc_.entities, question, i);
            check_score(rows[i].score, question, i);
            expect(i == 0 || rows[i - 1].score >= rows[i].score, std::string(question) + ": not best first",
                   i);
        }
    }

    void check_brief() {
        check_answers(doc_.brief.who, "who");
        check_answers(doc_.brief.what, "what");
        check_answers(doc_.brief.when, "when");
        check_answers(doc_.brief.where, "where");
        check_answers(doc_.brief.why, "why");
        check_answers(doc_.brief.how, "how");
        for (std::size_t i = 0; i < doc_.summary.size(); ++i) {
            check_index(doc_.summary[i], doc_.sentences, "summary", i);
            expect(i == 0 || doc_.summary[i - 1] < doc_.summary[i], "the summary is out of order", i);
        }
        for (std::size_t i = 0; i < doc_.keyphrases.size(); ++i) {
            check_span(doc_.keyphrases[i].span, "key phrase", i);
            check_score(doc_.keyphrases[i].score, "key phrase", i);
        }
        for (std::size_t i = 0; i < doc_.checks.size(); ++i) {
            expect(!doc_.checks[i].message.empty(), "a check says nothing", i);
            for (Span span : doc_.checks[i].spans) check_span(span, "check", i);
        }
    }

    const Document& doc_;
    std::vector<bool> may_cut_;
    std::vector<std::string> faults_;
};

/// What is wrong with a Document, one fault a line; "" when all is well.
inline std::string faults_of(const Document& doc) {
    const Invariants invariants(doc);
    std::string lines;
    for (const std::string& fault : invariants.faults()) lines += fault + "\n";
    return lines;
}

}  // namespace lede::test
