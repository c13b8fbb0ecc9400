#include "propositions/participants.h"

#include <algorithm>

namespace lede {

namespace {

bool is_place(const Document& doc, Index mention) {
    const EntityType type = doc.mentions[mention].type;
    return type == EntityType::GPE || type == EntityType::LOC || type == EntityType::FAC;
}

}  // namespace

TokenRange phrase_around(const Syntax& syntax, Index head) {
    const Document& doc = syntax.doc;
    const Index number = syntax.phrases.at(head);
    if (number == none) return {head, head + 1};
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[head]].tokens;
    TokenRange range = syntax.phrases[number].tokens;
    // Each step adds one more phrase to the right.
    constexpr int longest_series = 6;
    for (int step = 0; step < longest_series; ++step) {
        Index link = range.end;
        if (link >= sentence.end) break;
        const bool of = doc.lower(link) == "of";
        const bool comma = doc.tokens.xpos[link] == Xpos::COMMA;
        if (comma && link + 1 < sentence.end && doc.tokens.xpos[link + 1] == Xpos::CC) ++link;
        const bool coordinated = doc.tokens.xpos[link] == Xpos::CC || comma;
        if ((!of && !coordinated) || link + 1 >= sentence.end) break;
        const Index next = syntax.phrases.at(link + 1);
        if (next == none) break;
        if (coordinated) {
            const Index other = syntax.phrases[next].head;
            const Index other_head = doc.tokens.head[other];
            const bool joined =
                doc.tokens.deprel[other] == Deprel::conj && other_head != none && range.contains(other_head);
            if (!joined) break;
        }
        range.end = syntax.phrases[next].tokens.end;
    }
    return range;
}

std::optional<Participant> participant(const Syntax& syntax, Index head) {
    if (head == none) return std::nullopt;
    const Document& doc = syntax.doc;
    const Index number = syntax.phrases.at(head);
    if (syntax.in_time[head] || syntax.in_age[head] || (number == none && syntax.mention_of[head] == none))
        return std::nullopt;
    if (number != none && doc.tokens.xpos[syntax.phrases[number].head] == Xpos::EX) return std::nullopt;
    Index mention = syntax.mention_of[head];
    if (mention == none && number != none) mention = syntax.mention_of[syntax.phrases[number].head];
    // "Secretary of State Rex Tillerson": the phrase begins inside the title.
    const bool after_of = number != none && syntax.phrases[number].tokens.begin > 0 &&
                          doc.lower(syntax.phrases[number].tokens.begin - 1) == "of";
    if (after_of && mention != none && doc.mentions[mention].kind == MentionKind::name &&
        doc.mentions[mention].type == EntityType::PERSON)
        return Participant{doc.mentions[mention].span, doc.mentions[mention].entity};
    return Participant{doc.span_of(phrase_around(syntax, head)),
                       mention == none ? none : doc.mentions[mention].entity};
}

std::optional<Participant> place_of(const Syntax& syntax, const Clause& clause) {
    const Document& doc = syntax.doc;
    const auto as_place = [&](Index head) -> std::optional<Participant> {
        const Index mention = syntax.mention_of[head];
        if (mention == none || !is_place(doc, mention)) return std::nullopt;
        return Participant{doc.mentions[mention].span, doc.mentions[mention].entity};
    };
    for (const Oblique& oblique : clause.obliques)
        if (syntax.words.has("locates", doc.lower(oblique.preposition)))
            if (auto place = as_place(oblique.head)) return place;
    // Parsers often hang the place on the last noun instead: read on past the object, up to the next clause.
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[clause.verb]].tokens;
    constexpr Index reach = 16;
    const Index end = std::min(sentence.end, clause.verb + reach);
    for (Index at = clause.verb + 1; at + 1 < end; ++at) {
        const Xpos tag = doc.tokens.xpos[at];
        if (is_verb(tag) || tag == Xpos::COMMA || tag == Xpos::WDT || tag == Xpos::WP) break;
        if (tag != Xpos::IN || !syntax.words.has("locates", doc.lower(at))) continue;
        const Index number = syntax.phrases.at(at + 1);
        if (number == none) continue;
        if (auto place = as_place(syntax.phrases[number].head)) return place;
    }
    return std::nullopt;
}

TimesOfClauses::TimesOfClauses(const Syntax& syntax) : doc_(syntax.doc) {
    first_of_sentence_.assign(doc_.sentences.size() + 1, 0);
    for (Index number = 0; number < doc_.times.size(); ++number) {
        const Time& time = doc_.times[number];
        if (time.type != TimeType::date && time.type != TimeType::time) continue;
        Index governor = doc_.tokens.head[time.tokens.end - 1];
        constexpr int highest = 4;
        for (int step = 0; step < highest && governor != none; ++step) {
            if (!time.tokens.contains(governor) && doc_.tokens.upos[governor] == Upos::VERB) break;
            governor = doc_.tokens.head[governor];
        }
        by_sentence_.push_back({governor, number});
        ++first_of_sentence_[doc_.tokens.sentence[time.tokens.begin] + 1];
    }
    for (std::size_t i = 1; i < first_of_sentence_.size(); ++i)
        first_of_sentence_[i] += first_of_sentence_[i - 1];
}

Index TimesOfClauses::time_of(Index trigger) const {
    const Index sentence = doc_.tokens.sentence[trigger];
    const Index begin = first_of_sentence_[sentence];
    const Index end = first_of_sentence_[sentence + 1];
    for (Index i = begin; i < end; ++i)
        if (by_sentence_[i].governor == trigger) return by_sentence_[i].time;
    return end == begin + 1 && by_sentence_[begin].governor == none ? by_sentence_[begin].time : none;
}

}  // namespace lede
