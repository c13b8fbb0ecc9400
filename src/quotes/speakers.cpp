#include <algorithm>

#include "quotes/phrases.h"
#include "quotes/quotes.h"
#include "quotes/sourcing.h"
#include "quotes/turns.h"

namespace lede {

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
        const Index head = head_of(r_, tokens);
        if (const Mention* named = named_after(tokens)) {
            quote.entity = named->entity;
            quote.sourcing = Sourcing::named;
            return;
        }
        const Mention* mention = mention_at(speaker, head);
        if (mention == nullptr) return;
        quote.entity = mention->entity;
        if (quote.sourcing != Sourcing::unknown || mention->entity == none) return;
        for (const Index m : r_.doc.entities[mention->entity].mentions) {
            const Mention& other = r_.doc.mentions[m];
            if (other.kind == MentionKind::name) {
                quote.sourcing = Sourcing::named;
                return;
            }
            if (other.kind == MentionKind::nominal && quote.sourcing == Sourcing::unknown &&
                !other.tokens.empty())
                quote.sourcing = judge_source(r_, other.tokens);
        }
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

    // The mention whose head is the speaker's; of several the longest. "Secretary of State Ann Hall" is read
    // as its name.
    const Mention* mention_at(Span speaker, Index head) const {
        const auto& mentions = r_.doc.mentions;
        constexpr std::uint32_t reach = 200;  // bytes that a mention may begin before the speaker
        const std::uint32_t from = speaker.begin > reach ? speaker.begin - reach : 0;
        auto at = std::lower_bound(
            mentions.begin(), mentions.end(), from,
            [](const Mention& mention, std::uint32_t place) { return mention.span.begin < place; });
        const Span head_span = r_.doc.tokens.span[head];
        const Mention* best = nullptr;
        const Mention* titled = nullptr;
        for (; at != mentions.end() && at->span.begin < speaker.end; ++at) {
            if (at->head.overlaps(head_span)) {
                if (best == nullptr || at->span.size() > best->span.size()) best = &*at;
            } else if (best == nullptr && at->span.contains(head_span) && at->kind == MentionKind::name) {
                best = &*at;
            }
            if (titled == nullptr && at->kind == MentionKind::name && at->type == EntityType::PERSON &&
                at->span.begin > head_span.end && at->tokens.begin > 0 && r_.is_noun(at->tokens.begin - 1) &&
                r_.tag(head) == Xpos::NNP)
                titled = &*at;
        }
        return titled != nullptr ? titled : best;
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
