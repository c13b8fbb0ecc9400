#include <algorithm>

#include "quotes/attribution/phrases.h"
#include "quotes/marks/questions.h"
#include "quotes/quotes.h"
#include "quotes/speakers/sourcing.h"
#include "quotes/speakers/speaker_mentions.h"

namespace lede {

using namespace quotes;

namespace {

class SpeakerFinder {
  public:
    SpeakerFinder(const Reading& reading, std::vector<Quote>& quotes) : r_(reading), quotes_(quotes) {}

    void find() {
        Index last = none;  // the quotation before
        for (Index i = 0; i < quotes_.size(); ++i) {
            Quote& quote = quotes_[i];
            if (quote.speaker) {
                resolve(quote);
            } else if (quote.form == QuoteForm::direct && last != none && goes_on(quotes_[last], quote)) {
                quote.entity = quotes_[last].entity;
                quote.sourcing = quotes_[last].sourcing;
            }
            last = i;
        }
    }

  private:
    // Is a quotation without a speaker another turn of whoever spoke before? Not far from there, and not
    // after a question.
    bool goes_on(const Quote& before, const Quote& quote) const {
        const Index here = r_.doc.sentences[quote.sentence].block;
        const Index there = r_.doc.sentences[before.sentence].block;
        return here == there || (here == there + 1 && !is_question(r_.doc, before));
    }

    void resolve(Quote& quote) {
        const Span speaker = *quote.speaker;
        const TokenRange tokens = r_.doc.tokens_in(speaker);
        if (tokens.empty()) return;
        if (const Mention* named = named_after(tokens)) {
            quote.entity = named->entity;
            quote.sourcing = Sourcing::named;
            return;
        }
        if (const Mention* mention = find_mention(r_, speaker, head_of(r_, tokens)))
            quote.entity = mention->entity;
        quote.sourcing = sourcing_of(tokens, quote.entity);
    }

    // By the words for the speaker, or, where they are a pronoun, by the first words that tell more.
    Sourcing sourcing_of(TokenRange speaker, Index entity) const {
        Sourcing sourcing = judge_source(r_, speaker);
        if (sourcing != Sourcing::unknown || entity == none) return sourcing;
        for (const Index m : r_.doc.entities[entity].mentions) {
            const Mention& other = r_.doc.mentions[m];
            if (other.kind == MentionKind::name) return Sourcing::named;
            if (other.kind == MentionKind::nominal && sourcing == Sourcing::unknown && !other.tokens.empty())
                sourcing = judge_source(r_, other.tokens);
        }
        return sourcing;
    }

    // "Its general secretary, | Tom Adebayo |, called": the person named in apposition.
    const Mention* named_after(TokenRange speaker) const {
        const auto& tokens = r_.doc.tokens;
        const Index name = speaker.end + 1;
        if (name >= tokens.size() || !r_.is_comma(speaker.end) || r_.quoted(name) ||
            tokens.sentence[name] != tokens.sentence[speaker.begin] ||
            tokens.xpos[speaker.end - 1] == Xpos::NNP || tokens.upos[speaker.end - 1] == Upos::PRON)
            return nullptr;
        const auto& mentions = r_.doc.mentions;
        const auto at = std::lower_bound(
            mentions.begin(), mentions.end(), tokens.span[name].begin,
            [](const Mention& mention, std::uint32_t place) { return mention.span.begin < place; });
        if (at == mentions.end() || at->tokens.begin != name || at->kind != MentionKind::name ||
            at->type != EntityType::PERSON)
            return nullptr;
        const Index end = at->tokens.end;
        const bool closes = end >= tokens.size() || r_.is_comma(end) || r_.is(end, ".") ||
                            tokens.sentence[end] != tokens.sentence[name];
        if (!closes) return nullptr;
        return &*at;
    }

    const Reading& r_;
    std::vector<Quote>& quotes_;
};

}  // namespace

void find_speakers(Document& doc, const Resources& resources) {
    if (doc.quotes.empty()) return;
    std::vector<Quote> quotes = std::move(doc.quotes);
    const Reading reading(doc, resources);
    SpeakerFinder(reading, quotes).find();
    doc.quotes = std::move(quotes);
}

}  // namespace lede
