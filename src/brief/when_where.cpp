// When and where: times and places of the opening, those of the main event first.
#include <algorithm>

#include "brief/answers.h"

namespace lede::brief {

namespace {

// The sentences that may answer, each with the weight of its position.
struct Place {
    Index sentence = none;
    float weight = 0;
};

std::vector<Place> positions(const Lead& lead) {
    constexpr float headline = 0.9F, first = 0.85F, step = 0.12F;
    std::vector<Place> result;
    for (Index sentence : lead.headline) result.push_back({sentence, headline});
    float weight = first;
    for (Index sentence : lead.opening) {
        result.push_back({sentence, weight});
        weight -= step;
    }
    return result;
}

// The elements of a vector in text order that lie in a span.
template <typename Element>
std::pair<Index, Index> within(const std::vector<Element>& elements, Span span) {
    const auto at =
        std::lower_bound(elements.begin(), elements.end(), span.begin,
                         [](const Element& e, std::uint32_t begin) { return e.span.begin < begin; });
    auto end = at;
    while (end != elements.end() && end->span.begin < span.end) ++end;
    return {static_cast<Index>(at - elements.begin()), static_cast<Index>(end - elements.begin())};
}

bool locates(std::string_view word) {
    for (std::string_view known :
         {"in", "at", "near", "inside", "outside", "across", "to", "around", "off", "on", "from"})
        if (word == known) return true;
    return false;
}

bool is_place(const Mention& mention) {
    return mention.kind == MentionKind::name &&
           (mention.type == EntityType::GPE || mention.type == EntityType::LOC ||
            mention.type == EntityType::FAC);
}

// The token before a name, articles and adjectives passed over.
Index word_before(const Document& doc, const Mention& mention) {
    const Index first = doc.sentences[mention.sentence].tokens.begin;
    Index at = mention.tokens.begin;
    while (at > first) {
        --at;
        const Xpos tag = doc.tokens.xpos[at];
        if (tag != Xpos::DT && tag != Xpos::JJ && tag != Xpos::NN) return at;
    }
    return none;
}

// Is the place told by somebody rather than by the article?
bool in_quote(const Document& doc, Index sentence, Span place) {
    constexpr Index reach = 2;
    const Index earliest = sentence > reach ? sentence - reach : 0;
    auto quote = std::lower_bound(doc.quotes.begin(), doc.quotes.end(), earliest,
                                  [](const Quote& q, Index s) { return q.sentence < s; });
    for (; quote != doc.quotes.end() && quote->sentence <= sentence; ++quote)
        for (Span content : quote->content)
            if (content.contains(place)) return true;
    return false;
}

// "Croydon, south London": a place that the next place lies in.
Span with_next(const Document& doc, Index number) {
    Span span = doc.mentions[number].span;
    constexpr Index longest = 2;
    for (Index next = number + 1; next < doc.mentions.size() && next <= number + longest; ++next) {
        const Mention& mention = doc.mentions[next];
        if (!is_place(mention) || mention.span.begin <= span.end) break;
        const std::string_view between = doc.slice({span.end, mention.span.begin});
        if (between != ", " && between != ", south " && between != ", north " && between != ", east " &&
            between != ", west ")
            break;
        span.end = mention.span.end;
    }
    return span;
}

}  // namespace

Answers find_when(const BriefContext& context) {
    const Document& doc = context.doc;
    Answers answers;
    constexpr float of_event = 0.1F, vague = 0.3F;
    for (const Place& place : positions(context.lead)) {
        const Index event = first_event(doc, place.sentence);
        const auto [begin, end] = within(doc.times, doc.sentences[place.sentence].span);
        for (Index number = begin; number < end; ++number) {
            const Time& time = doc.times[number];
            if (time.type != TimeType::date && time.type != TimeType::time) continue;
            // "previously", "at night": no answer to a reader.
            if (time.value.find_first_of("0123456789X") == std::string::npos) continue;
            float score = place.weight;
            if (event != none && doc.events[event].time == number) score += of_event;
            constexpr std::size_t day = 10;
            if (time.value.size() < day) score -= vague;
            if (score > 0) answers.push_back({time.span, score, none});
        }
    }
    keep_best(doc, answers);
    return answers;
}

Answers find_where(const BriefContext& context) {
    const Document& doc = context.doc;
    Answers answers;
    constexpr float reported = 0.15F, bare = 0.45F, of_event = 0.1F, weight_of_dateline = 0.4F;
    for (const Place& place : positions(context.lead)) {
        const Index event = first_event(doc, place.sentence);
        const auto [begin, end] = within(doc.mentions, doc.sentences[place.sentence].span);
        for (Index number = begin; number < end; ++number) {
            const Mention& mention = doc.mentions[number];
            if (!is_place(mention)) continue;
            float score = place.weight;
            const Index before = word_before(doc, mention);
            if (before == none || !locates(doc.lower(before))) score -= bare;
            if (in_quote(doc, mention.sentence, mention.span)) score -= reported;
            const bool dateline = doc.dateline && doc.dateline->contains(mention.span);
            if (dateline) score = weight_of_dateline;
            if (event != none && doc.events[event].place && doc.events[event].place->entity == mention.entity)
                score += of_event;
            constexpr float facility = 0.05F;
            if (mention.type == EntityType::FAC) score += facility;
            if (score > 0) answers.push_back({with_next(doc, number), score, mention.entity});
        }
    }
    keep_best(doc, answers);
    return answers;
}

}  // namespace lede::brief
