#include "quotes/quotes.h"

#include <algorithm>
#include <utility>

#include "quotes/attributions.h"
#include "quotes/cues.h"
#include "quotes/sourcing.h"
#include "text/unicode.h"

namespace lede {

namespace {

class QuoteFinder {
  public:
    QuoteFinder(const Reading& reading, std::vector<Quote>& out)
        : r_(reading), quotes_(out), quote_of_(reading.stretches.size(), none) {}

    void find() {
        for (const Sentence& sentence : r_.doc.sentences) {
            if (is_all_quoted(sentence.tokens)) continue;
            const std::size_t already = quotes_.size();
            for (const Attribution& attribution : read_attributions(r_, sentence.tokens))
                add(attribution, sentence.tokens);
            if (quotes_.size() > already && quotes_[already].speaker)
                attributed_.emplace_back(sentence.tokens.begin, static_cast<Index>(already));
        }
        for (Index i = 0; i < r_.stretches.size(); ++i) add_uncued(i);
        for (Quote& quote : quotes_) {
            std::stable_sort(quote.content.begin(), quote.content.end());
            quote.sentence = sentence_at(quote.content[0].begin);
        }
        std::stable_sort(quotes_.begin(), quotes_.end(),
                         [](const Quote& a, const Quote& b) { return a.content[0] < b.content[0]; });
    }

  private:
    bool is_all_quoted(TokenRange sentence) const {
        const Index first = r_.stretch_of[sentence.begin];
        return first != none && first == r_.stretch_of[sentence.end - 1];
    }

    Index sentence_at(std::uint32_t place) const {
        std::size_t low = 0, high = r_.doc.sentences.size();
        while (high - low > 1) {
            const std::size_t middle = (low + high) / 2;
            if (r_.doc.sentences[middle].span.begin <= place)
                low = middle;
            else
                high = middle;
        }
        return static_cast<Index>(low);
    }

    void add(const Attribution& found, TokenRange sentence) {
        Quote quote;
        quote.cue = r_.doc.span_of(found.cue);
        if (found.speaker) {
            quote.speaker = r_.doc.span_of(*found.speaker);
            quote.sourcing = judge_source(r_, *found.speaker);
        }
        if (found.addressee && !found.addressee->empty()) quote.addressee = r_.doc.span_of(*found.addressee);

        std::vector<TokenRange> content;
        for (TokenRange range : found.content)
            if (range = trim(range); !range.empty()) content.push_back(range);
        if (content.empty()) {
            if (found.stands_alone) add_neighbour(quote, sentence);
            return;
        }
        bool any_quoted = false, all_quoted = true;
        for (const TokenRange range : content)
            for (Index t = range.begin; t < range.end; ++t) {
                if (!r_.is_word(t)) continue;
                if (r_.quoted(t))
                    any_quoted = true;
                else
                    all_quoted = false;
            }
        if (any_quoted && all_quoted) return add_quoted(quote, content);
        quote.form = any_quoted ? QuoteForm::mixed : QuoteForm::indirect;
        quote.score = any_quoted ? 0.8f : 0.7f;
        const Index number = static_cast<Index>(quotes_.size());
        for (const TokenRange range : content) {
            Span span = r_.doc.span_of(range);
            for (Index t = range.begin; t < range.end; ++t) {
                const Index s = r_.stretch_of[t];
                if (s == none) continue;
                if (quote_of_[s] == none) quote_of_[s] = number;
                // A quotation that ends in a later sentence is attributed whole.
                span.end = std::max(span.end, r_.doc.tokens.span[r_.stretches[s].inside.end - 1].end);
            }
            quote.content.push_back(span);
        }
        quotes_.push_back(std::move(quote));
    }

    // All of the content stands in quotation marks.
    void add_quoted(Quote& quote, const std::vector<TokenRange>& content) {
        const Index number = static_cast<Index>(quotes_.size());
        bool statement = false;
        for (const TokenRange range : content)
            for (Index t = range.begin; t < range.end; ++t) {
                const Index s = r_.stretch_of[t];
                if (s == none || quote_of_[s] != none) continue;
                statement = statement || is_statement(r_.stretches[s]);
                claim(quote, s, number);
            }
        if (quote.content.empty()) return;
        quote.form = statement ? QuoteForm::direct : QuoteForm::mixed;
        quote.score = quote.speaker ? 0.9f : 0.6f;
        quotes_.push_back(std::move(quote));
    }

    void claim(Quote& quote, Index stretch, Index number) {
        quote_of_[stretch] = number;
        quote.content.push_back(r_.doc.span_of(r_.stretches[stretch].inside));
    }

    // "X said." after a quotation that ended its sentence, "X added:" before one.
    void add_neighbour(Quote& quote, TokenRange sentence) {
        const Index number = static_cast<Index>(quotes_.size());
        Index stretch = none;
        if (sentence.begin > 0 && r_.block_of(sentence.begin - 1) == r_.block_of(sentence.begin))
            stretch = r_.stretch_of[sentence.begin - 1];
        if (stretch != none && quote_of_[stretch] != none) stretch = none;
        if (stretch == none && sentence.end < r_.doc.tokens.size() &&
            (r_.is(sentence.end - 1, ":") || r_.is_comma(sentence.end - 1))) {
            stretch = r_.stretch_of[sentence.end];
            if (stretch != none &&
                (quote_of_[stretch] != none || r_.stretches[stretch].whole.begin != sentence.end))
                stretch = none;
        }
        if (stretch == none) return;
        claim(quote, stretch, number);
        quote.form = QuoteForm::direct;
        quote.score = 0.9f;
        quotes_.push_back(std::move(quote));
    }

    // A quotation without a cue of its own: more of the one before, or words of an unnamed speaker.
    void add_uncued(Index number) {
        const Stretch& stretch = r_.stretches[number];
        if (quote_of_[number] != none) {
            last_ = number;
            return;
        }
        const Index before = last_ == none ? none : quote_of_[last_];
        if (stretch.goes_on && before != none && last_ + 1 == number) {
            last_ = number;
            return claim(quotes_[before], number, before);
        }
        if (!is_statement(stretch) || stretch.inside.size() < 4 ||
            !(r_.has_finite(stretch.inside) || begins_sentence(stretch)))
            return;
        Quote quote;
        quote.form = QuoteForm::direct;
        quote.score = 0.4f;
        find_introduction(quote, stretch);
        const bool more = !quote.speaker && before != none && follows_on(r_.stretches[last_], stretch);
        last_ = number;
        if (more && quotes_[before].form != QuoteForm::indirect)
            return claim(quotes_[before], number, before);
        if (!quote.speaker) follow_indirect(quote, stretch);
        claim(quote, number, static_cast<Index>(quotes_.size()));
        quotes_.push_back(std::move(quote));
    }

    // "It was late, Hall said. “Nobody knew.”": the speaker of the sentence before goes on.
    void follow_indirect(Quote& quote, const Stretch& stretch) const {
        const TokenRange sentence = r_.sentence_of(stretch.whole.begin);
        if (sentence.begin != stretch.whole.begin || sentence.begin == 0) return;
        const Sentence& before = r_.doc.sentences[r_.doc.tokens.sentence[sentence.begin - 1]];
        if (before.block != r_.block_of(sentence.begin)) return;
        const auto at = std::lower_bound(attributed_.begin(), attributed_.end(), before.tokens.begin,
                                         [](const auto& one, Index token) { return one.first < token; });
        if (at == attributed_.end() || at->first != before.tokens.begin) return;
        quote.speaker = quotes_[at->second].speaker;
        quote.sourcing = quotes_[at->second].sourcing;
        quote.score = 0.5f;
    }

    bool begins_sentence(const Stretch& stretch) const {
        return r_.sentence_of(stretch.whole.begin).begin == stretch.whole.begin &&
               !r_.is_comma(stretch.inside.end - 1);
    }

    // Nothing but a cue between two quotations of a paragraph, or nothing at all between two paragraphs of
    // quotation.
    bool follows_on(const Stretch& before, const Stretch& stretch) const {
        const Index end = before.whole.end, begin = stretch.whole.begin;
        const Index block = r_.block_of(begin);
        if (r_.block_of(before.whole.begin) == block)
            return end == begin || (r_.doc.tokens.sentence[begin] <= r_.doc.tokens.sentence[end] + 2 &&
                                    (r_.sentence_of(begin).begin == begin || r_.is_comma(begin - 1)));
        if (r_.block_of(before.whole.begin) + 1 != block) return false;
        const TokenRange tokens = block_tokens(begin);
        if (tokens.begin != begin || !only_quoted(stretch.whole.end, tokens.end)) return false;
        // The paragraph before ends with the quotation or with the sentence that names its speaker.
        return r_.doc.tokens.sentence[end < begin ? end : end - 1] + 1 >= r_.doc.tokens.sentence[begin];
    }

    TokenRange block_tokens(Index token) const {
        const Index sentence = r_.doc.tokens.sentence[token];
        Index first = sentence, last = sentence;
        while (first > 0 && r_.doc.sentences[first - 1].block == r_.doc.sentences[sentence].block &&
               sentence - first < 2)
            --first;
        while (last + 1 < r_.doc.sentences.size() && last - sentence < 64 &&
               r_.doc.sentences[last + 1].block == r_.doc.sentences[sentence].block)
            ++last;
        return {r_.doc.sentences[first].tokens.begin, r_.doc.sentences[last].tokens.end};
    }

    bool only_quoted(Index from, Index to) const {
        for (Index t = from; t < to; ++t)
            if (!r_.quoted(t) && r_.is_word(t)) return false;
        return true;
    }

    // "She was blunt: “…”", "“…,” laughed one of them": a verb that is no cue elsewhere is one beside a
    // quotation.
    void find_introduction(Quote& quote, const Stretch& stretch) const {
        const TokenRange sentence = r_.sentence_of(stretch.whole.end - 1);
        const Index after = stretch.whole.end;
        const bool comma_inside = r_.is_comma(stretch.inside.end - 1);
        if (after < sentence.end && (comma_inside || r_.is_comma(after))) {
            const Index next = comma_inside ? after : after + 1;
            Index verb = none;
            std::optional<NounPhrase> speaker;
            if (next < sentence.end && r_.is_verb(next)) {
                verb = next;
                speaker = phrase_starting_at(r_, next + 1, sentence.end);
            } else if ((speaker = phrase_starting_at(r_, next, sentence.end))) {
                if (speaker->tokens.end < sentence.end && r_.is_finite(speaker->tokens.end))
                    verb = speaker->tokens.end;
            }
            if (verb != none && speaker)
                return set_source(quote, *speaker, {verb, past_verbs(verb, sentence.end)});
        }
        if (sign(quote, stretch)) return;
        const Index open = stretch.whole.begin;
        if (open == 0 || !(r_.is(open - 1, ":") || r_.is_comma(open - 1))) return;
        const TokenRange lead = r_.sentence_of(open - 1);
        if (const auto subject = main_subject(r_, lead.begin, open - 1)) {
            Index verb = subject->phrase.tokens.end;
            while (verb < open && !r_.is_finite(verb)) ++verb;
            if (verb < open) set_source(quote, subject->phrase, {verb, past_verbs(verb, open)});
        }
    }

    // "is reported as saying"
    Index past_verbs(Index verb, Index end) const {
        Index past = verb + 1;
        for (Index t = past; t < end && t < verb + 5; ++t)
            if (r_.is_verb(t))
                past = t + 1;
            else if (!r_.is(t, "as"))
                break;
        return past;
    }

    // "“…” ― Ann Hall": signed like a letter, on the same line or the next.
    bool sign(Quote& quote, const Stretch& stretch) const {
        const Index dash = stretch.whole.end;
        if (dash + 1 >= r_.doc.tokens.size()) return false;
        const std::string_view form = r_.doc.lower(dash);
        if (form != "\u2015" && form != "\u2014" && form != "\u2013" && form != "-" && form != "--")
            return false;
        const Index end = r_.sentence_of(dash + 1).end;
        if (end - dash > 16 || r_.has_finite({dash + 1, end})) return false;
        const auto name = base_phrase_starting_at(r_, dash + 1, end);
        if (name) set_source(quote, *name, {dash, dash + 1});
        return name.has_value();
    }

    void set_source(Quote& quote, const NounPhrase& speaker, TokenRange cue) const {
        quote.speaker = r_.doc.span_of(speaker.tokens);
        quote.cue = r_.doc.span_of(cue);
        quote.sourcing = judge_source(r_, speaker.tokens);
        quote.score = 0.6f;
    }

    // Commas and stops at the edges, and quotation marks whose partner lies outside.
    TokenRange trim(TokenRange range) const {
        const auto idle = [&](Index t) {
            return !r_.quoted(t) && !r_.is_word(t) && !r_.is(t, "(") && !r_.is(t, ")");
        };
        while (!range.empty() && idle(range.begin)) ++range.begin;
        while (!range.empty() && idle(range.end - 1)) --range.end;
        return range;
    }

    // Words that someone said in one piece, not a term, a title or a few words of his: a capital at the
    // beginning, a comma before the closing mark, or a clause of some length.
    bool is_statement(const Stretch& stretch) const {
        const Document& doc = r_.doc;
        const Index last = stretch.inside.end - 1;
        const std::string_view end = doc.lower(last);
        const bool closes =
            end == "," || end == "." || end == "!" || end == "?" || end == "..." || end == "\u2026";
        const bool finite = r_.has_finite(stretch.inside);
        if (end == ",") return finite || stretch.inside.size() >= 3 || is_upper(first_character(stretch));
        if (stretch.inside.size() >= 8 && finite) return true;
        return is_upper(first_character(stretch)) && (closes || finite) && stretch.inside.size() >= 2;
    }

    char32_t first_character(const Stretch& stretch) const {
        return decode(r_.doc.text, r_.doc.tokens.span[stretch.inside.begin].begin).code;
    }

    const Reading& r_;
    std::vector<Quote>& quotes_;
    std::vector<Index> quote_of_;                      // by stretch
    Index last_ = none;                                // the stretch before that is part of a quotation
    std::vector<std::pair<Index, Index>> attributed_;  // first token of a sentence, its first quotation
};

}  // namespace

void find_quotes(Document& doc, const Resources& resources) {
    std::vector<Quote> quotes;
    const Reading reading(doc, resources);
    QuoteFinder(reading, quotes).find();
    doc.quotes = std::move(quotes);
}

}  // namespace lede
