#include "quotes/attribution/participles.h"

namespace lede::quotes {

namespace {

// "…, experts saying the province was late", "with Hall adding": a participle with a subject of its own.
std::optional<Source> absolute_subject(const Reading& r, Index at, Index begin, Index limit) {
    if (at < begin + 2 || r.quoted(at - 1) || !r.is_noun(at - 1) || at <= limit) return std::nullopt;
    const auto phrase = phrase_ending_at(r, at - 1, limit);
    if (!phrase || phrase->tokens.begin <= begin) return std::nullopt;
    const Index before = phrase->tokens.begin - 1;
    if (r.quoted(before) || !(r.is_comma(before) || r.is(before, "with"))) return std::nullopt;
    return Source{*phrase, phrase->tokens.begin};
}

// "Claiming that …, Trump told": the subject of the clause after the comma.
std::optional<Source> subject_after(const Reading& r, Index from, Index end) {
    for (Index t = from; t + 1 < end; ++t) {
        if (r.quoted(t) || !r.is_comma(t)) continue;
        const auto phrase = phrase_starting_at(r, t + 1, end);
        if (phrase && phrase->tokens.end < end && !r.quoted(phrase->tokens.end) &&
            r.is_finite(phrase->tokens.end))
            return Source{*phrase, phrase->tokens.begin};
    }
    return std::nullopt;
}

// Where no verb was recognised: whom the sentence names first.
std::optional<Source> first_name(const Reading& r, TokenRange sentence, Index before) {
    for (Index t = sentence.begin; t < before; ++t) {
        if (!r.begins_name[t] || r.quoted(t)) continue;
        Index end = t + 1;
        while (end < sentence.end && r.in_name[end] && !r.begins_name[end]) ++end;
        return Source{{{t, end}, end - 1}, t};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Source> source_of_participle(const Reading& r, const Cue& cue, TokenRange sentence, Index limit,
                                           const std::optional<TokenRange>& last_speaker) {
    const Index at = cue.group.begin;
    auto source = absolute_subject(r, at, sentence.begin, limit);
    if (!source)
        source = last_speaker ? Source{{*last_speaker, last_speaker->begin}, at}
                              : main_subject(r, sentence.begin, at);
    if (!source) source = subject_after(r, cue.group.end, sentence.end);
    if (!source) source = first_name(r, sentence, at);
    if (source) source->begin = at;
    return source;
}

}  // namespace lede::quotes
