#include "quotes/quotes.h"

#include <algorithm>
#include <utility>

#include "quotes/attribution/attributions.h"
#include "quotes/attribution/current_speaker.h"
#include "quotes/attribution/headlines.h"
#include "quotes/attribution/introductions.h"
#include "quotes/marks/questions.h"
#include "quotes/marks/surroundings.h"
#include "quotes/order.h"

namespace lede {

using namespace quotes;

namespace {

class QuoteFinder {
  public:
    QuoteFinder(const Reading& reading, std::vector<Quote>& out)
        : r_(reading), quotes_(out), quote_of_(reading.stretches.size(), none) {}

    void find() {
        for (Index number = 0; number < r_.doc.sentences.size(); ++number) {
            const Sentence& sentence = r_.doc.sentences[number];
            if (is_all_quoted(sentence.tokens)) continue;
            const auto headline = read_headline(r_, number);
            if (headline) add(*headline, sentence.tokens);
            CurrentSpeaker floor;
            for (const Attribution& attribution : read_attributions(r_, sentence.tokens)) {
                // "Hall: Asking for more “is a shame”": her words already.
                if (headline && attribution.speaker == headline->speaker) continue;
                const Index already = static_cast<Index>(quotes_.size());
                add(attribution, sentence.tokens);
                if (attribution.speaker)
                    update_current_speaker(r_, floor, attribution, quotes_.size() > already ? already : none,
                                           quotes_);
            }
            if (floor.sentence != none) current_speakers_.push_back(floor);
        }
        for (Index i = 0; i < r_.stretches.size(); ++i) add_uncued(i);
        for (Quote& quote : quotes_) {
            if (!std::is_sorted(quote.content.begin(), quote.content.end()))
                put_in_order(quote.content, quote.content);
            quote.sentence = sentence_at(quote.content[0].begin);
        }
        std::vector<Span> places;
        for (const Quote& quote : quotes_) places.push_back(quote.content[0]);
        put_in_order(quotes_, places);
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
        if (!found.cue.empty()) quote.cue = r_.doc.span_of(found.cue);
        if (found.speaker) quote.speaker = r_.doc.span_of(*found.speaker);
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
                statement = statement || is_statement(r_, r_.stretches[s]);
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

    // The quotation that a sentence leads to with a colon or a comma.
    Index free_stretch_after(TokenRange sentence) const {
        if (sentence.end >= r_.doc.tokens.size()) return none;
        if (!r_.is(sentence.end - 1, ":") && !r_.is_comma(sentence.end - 1)) return none;
        const Index stretch = r_.stretch_of[sentence.end];
        const bool free = stretch != none && quote_of_[stretch] == none &&
                          r_.stretches[stretch].whole.begin == sentence.end;
        return free ? stretch : none;
    }

    // "X said." after a quotation that ended its sentence, "X added:" before one.
    void add_neighbour(Quote& quote, TokenRange sentence) {
        const Index number = static_cast<Index>(quotes_.size());
        Index stretch = free_stretch_after(sentence);
        if (stretch == none && sentence.begin > 0 &&
            r_.block_of(sentence.begin - 1) == r_.block_of(sentence.begin)) {
            stretch = r_.stretch_of[sentence.begin - 1];
            if (stretch != none && quote_of_[stretch] != none) stretch = none;
        }
        if (stretch == none) return;
        claim(quote, stretch, number);
        quote.form = QuoteForm::direct;
        quote.score = 0.9f;
        quotes_.push_back(std::move(quote));
    }

    // A quotation without a cue of its own: more of the one before, or words of whoever is named beside it or
    // spoke last.
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
        if (is_label(r_, stretch)) return;
        if (!is_statement(r_, stretch) || stretch.inside.size() < 4 ||
            !(r_.has_finite(stretch.inside) || begins_sentence(r_, stretch)))
            return;
        Quote quote;
        quote.form = QuoteForm::direct;
        quote.score = 0.4f;
        const CurrentSpeaker* between = speaker_between(stretch, before);
        const Index open = stretch.whole.begin;
        if (const auto found = find_introduction(r_, stretch)) {
            const CurrentSpeaker* lead =
                current_speaker_of(current_speakers_, r_.doc.tokens.sentence[open > 0 ? open - 1 : open]);
            const bool leads = found->cue && found->cue->begin < open;
            // "Hall says that the plan includes: “…”": it is Hall who says so.
            if (leads && lead != nullptr)
                follow(quote, *lead);
            else
                set_source(quote, *found);
        }
        const bool more = !quote.speaker && between == nullptr && before != none &&
                          quotes_[before].form != QuoteForm::indirect &&
                          follows_on(r_, r_.stretches[last_], stretch, is_question(r_.doc, quotes_[before]));
        last_ = number;
        if (more) return claim(quotes_[before], number, before);
        if (!quote.speaker && between != nullptr) follow(quote, *between);
        claim(quote, number, static_cast<Index>(quotes_.size()));
        quotes_.push_back(std::move(quote));
    }

    static void follow(Quote& quote, const CurrentSpeaker& floor) {
        quote.speaker = floor.speaker;
        quote.score = 0.5f;
    }

    // "It was late, Hall said. “Nobody knew.”": who is named in the sentences between the quotation before
    // and this one, in its paragraph or, where it opens one, at the end of the paragraph before.
    const CurrentSpeaker* speaker_between(const Stretch& stretch, Index before) const {
        constexpr Index sentences_to_look_back = 3;
        const Index first = r_.doc.tokens.sentence[stretch.whole.begin];
        if (r_.doc.sentences[first].tokens.begin != stretch.whole.begin) return nullptr;
        const Index end_before = last_ == none ? 0 : r_.stretches[last_].whole.end - 1;
        for (Index sentence = first; sentence-- > 0 && first - sentence <= sentences_to_look_back;) {
            const Sentence& here = r_.doc.sentences[sentence];
            if (last_ != none && here.tokens.end <= end_before) return nullptr;
            const Index block = r_.doc.sentences[first].block;
            const bool opens = sentence + 1 == first && here.block + 1 == block;
            if (here.block != block && !opens) return nullptr;
            const CurrentSpeaker* floor = current_speaker_of(current_speakers_, sentence);
            const bool earlier = last_ != none && floor != nullptr &&
                                 floor->speaker.begin < r_.doc.tokens.span[end_before].begin;
            if (floor != nullptr && !earlier && (floor->quote == none || floor->quote != before))
                return floor;
            if (opens) return nullptr;
        }
        return nullptr;
    }

    void set_source(Quote& quote, const Introduction& found) const {
        quote.speaker = r_.doc.span_of(found.speaker.tokens);
        if (found.cue) quote.cue = r_.doc.span_of(*found.cue);
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

    const Reading& r_;
    std::vector<Quote>& quotes_;
    std::vector<Index> quote_of_;                   // by stretch
    Index last_ = none;                             // the stretch before that is part of a quotation
    std::vector<CurrentSpeaker> current_speakers_;  // in text order
};

}  // namespace

void find_quotes(Document& doc, const Resources& resources) {
    std::vector<Quote> quotes;
    const Reading reading(doc, resources);
    QuoteFinder(reading, quotes).find();
    doc.quotes = std::move(quotes);
    doc.tokens.quote.assign(doc.tokens.size(), none);
    for (Index number = 0; number < doc.quotes.size(); ++number)  // in text order: an inner one comes later
        for (const Span span : doc.quotes[number].content) {
            const TokenRange said = doc.tokens_in(span);
            std::fill(doc.tokens.quote.begin() + said.begin, doc.tokens.quote.begin() + said.end, number);
        }
}

}  // namespace lede
