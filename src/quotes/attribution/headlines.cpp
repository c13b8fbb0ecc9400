#include "quotes/attribution/headlines.h"

#include <algorithm>

#include "quotes/attribution/clauses.h"
#include "quotes/attribution/phrases.h"

namespace lede::quotes {

namespace {

constexpr Index longest_name = 7;  // tokens of whoever speaks

enum class Voice : std::uint8_t { none, person, body, document };

// Is a body spoken of again? "Sky Watch" at the head of a column is not.
bool is_named_again(const Reading& r, const Mention& name) {
    for (const Mention& mention : r.doc.mentions)
        if (mention.span.begin >= name.span.end && mention.type == EntityType::ORG &&
            r.doc.slice(mention.span) == r.doc.slice(name.span))
            return true;
    return false;
}

Voice voice_of_name(const Reading& r, Index head) {
    for (const Mention& mention : r.doc.mentions) {
        if (mention.tokens.begin > head) break;
        if (mention.kind != MentionKind::name || !mention.tokens.contains(head)) continue;
        if (mention.type == EntityType::PERSON) return Voice::person;
        return mention.type == EntityType::ORG && is_named_again(r, mention) ? Voice::body : Voice::none;
    }
    return Voice::none;
}

// Who speaks, if these words alone name somebody who can.
Voice voice_of(const Reading& r, TokenRange words) {
    if (words.empty() || words.size() > longest_name || r.quoted(words.begin)) return Voice::none;
    const auto phrase = phrase_starting_at(r, words.begin, words.end);
    if (!phrase || phrase->tokens.end != words.end || r.tag(phrase->head) == Xpos::CD) return Voice::none;
    const Index head = phrase->head;
    for (Index t = words.begin; t < words.end; ++t)
        if (r.is_verb(t)) return Voice::none;  // "Hospital hit by ransomware"
    if (const Voice voice = voice_of_name(r, head); voice != Voice::none) return voice;
    auto source = r.sources.find(r.doc.lower(head));
    if (!source) source = r.sources.find(r.doc.lemma(head));
    if (source == "document")
        return r.words.has("voiced_document", r.doc.lemma(head)) ? Voice::document : Voice::none;
    const bool person = r.persons.contains(r.doc.lower(head)) || r.persons.contains(r.doc.lemma(head));
    return source || person ? Voice::person : Voice::none;
}

// A clause as headlines write it: finite, an infinitive for what is to come, an order.
bool is_clause(const Reading& r, TokenRange words) {
    if (words.size() < 3 || (!r.quoted(words.begin) && opens_question(r, words.begin))) return false;
    if (r.has_finite(words) || (r.tag(words.begin) == Xpos::VB && !r.quoted(words.begin))) return true;
    for (Index t = words.begin; t + 1 < words.end; ++t)
        if (r.tag(t) == Xpos::TO && r.tag(t + 1) == Xpos::VB) return true;
    return false;
}

// One stretch of quotation that is all of the words is for its own rules.
bool is_one_quotation(const Reading& r, TokenRange words) {
    return r.quoted(words.begin) && r.stretches[r.stretch_of[words.begin]].whole.end >= words.end;
}

std::optional<Attribution> before_colon(const Reading& r, TokenRange sentence) {
    Index colon = sentence.begin;
    while (colon < sentence.end && colon - sentence.begin <= longest_name && !r.is(colon, ":")) ++colon;
    if (colon + 1 >= sentence.end || !r.is(colon, ":") || r.quoted(colon)) return std::nullopt;
    const TokenRange said{colon + 1, sentence.end};
    const Voice voice = voice_of(r, {sentence.begin, colon});
    if (voice == Voice::none || is_one_quotation(r, said)) return std::nullopt;
    if (!is_clause(r, said) &&
        !(voice == Voice::document && said.size() >= 3 && !opens_question(r, colon + 1)))
        return std::nullopt;
    Attribution out;
    out.speaker = TokenRange{sentence.begin, colon};
    out.content.push_back(said);
    return out;
}

// "Nato is obsolete – Trump". A body there is as often the publisher.
std::optional<Attribution> after_dash(const Reading& r, TokenRange sentence) {
    for (Index t = sentence.end; t-- > sentence.begin + 2;) {
        if (sentence.end - t > longest_name || r.quoted(t)) break;
        if (!is_dash(r, t) || r.doc.tokens.span[t - 1].end == r.doc.tokens.span[t].begin) continue;
        const TokenRange said{sentence.begin, t};
        // "… - Morning News - Skarra": where it was published.
        bool again = false;
        for (Index i = said.begin + 1; i < t; ++i)
            again = again || (is_dash(r, i) && r.doc.tokens.span[i - 1].end < r.doc.tokens.span[i].begin);
        if (again) break;
        if (voice_of(r, {t + 1, sentence.end}) != Voice::person || !is_clause(r, said) ||
            is_one_quotation(r, said))
            break;
        Attribution out;
        out.cue = {t, t + 1};
        out.speaker = TokenRange{t + 1, sentence.end};
        out.content.push_back(said);
        return out;
    }
    return std::nullopt;
}

// "Nato is obsolete says Trump", without the comma that others have.
std::optional<Attribution> after_says(const Reading& r, TokenRange sentence) {
    for (Index t = sentence.end; t-- > sentence.begin + 3;) {
        if (sentence.end - t > longest_name || r.quoted(t)) break;
        if (!r.is(t, "says") && !r.is(t, "say")) continue;
        if (r.quoted(t - 1) || !r.is_word(t - 1) || r.tag(t - 1) == Xpos::TO || r.tag(t - 1) == Xpos::MD)
            break;
        if (r.in_name[t - 1] || voice_of(r, {t + 1, sentence.end}) == Voice::none) break;
        Attribution out;
        out.cue = {t, t + 1};
        out.speaker = TokenRange{t + 1, sentence.end};
        out.content.push_back({sentence.begin, t});
        return out;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Attribution> read_headline(const Reading& r, Index sentence) {
    const Index number = r.doc.sentences[sentence].block;
    const BlockKind kind = r.doc.blocks[number].kind;
    const bool headline = kind == BlockKind::headline;
    constexpr Index blocks_of_lead = 6;  // headline, byline, dateline, captions, the first paragraph
    if (number >= blocks_of_lead || (!headline && kind != BlockKind::paragraph)) return std::nullopt;
    for (Index b = 0; b < number; ++b)
        if (r.doc.blocks[b].kind == kind) return std::nullopt;
    if (sentence > 0 && r.doc.sentences[sentence - 1].block == number) return std::nullopt;
    TokenRange tokens = r.doc.sentences[sentence].tokens;
    while (tokens.size() > 1 && !r.quoted(tokens.end - 1) && one_of(r.doc.lower(tokens.end - 1), ".,!"))
        --tokens.end;
    if (auto found = before_colon(r, tokens)) return found;
    if (!headline) return std::nullopt;
    if (auto found = after_dash(r, tokens)) return found;
    return after_says(r, tokens);
}

}  // namespace lede::quotes
