#include "quotes/attribution/phrases.h"

namespace lede::quotes {

namespace {

bool is_pronoun(const Reading& r, Index t) { return r.tag(t) == Xpos::PRP || r.tag(t) == Xpos::WP; }

bool is_determiner(const Reading& r, Index t) {
    switch (r.tag(t)) {
        case Xpos::DT:
        case Xpos::PRPS:
        case Xpos::PDT:
        case Xpos::WPS:
            return true;
        default:
            return false;
    }
}

bool is_modifier(const Reading& r, Index t) {
    switch (r.tag(t)) {
        case Xpos::JJ:
        case Xpos::JJR:
        case Xpos::JJS:
        case Xpos::CD:
        case Xpos::HYPH:
        case Xpos::POS:
        case Xpos::AFX:
        case Xpos::VBN:
        case Xpos::VBG:
        case Xpos::DOLLAR:
        case Xpos::FW:
        case Xpos::ADD:
        case Xpos::SYM:
            return true;
        default:
            return r.is(t, "&") || r.is(t, "-");
    }
}

bool is_courtesy_title(const Reading& r, Index t) { return r.words.has("courtesy_title", r.doc.lower(t)); }

bool usable(const Reading& r, Index t) { return !r.quoted(t) && !r.in_time[t]; }

bool can_end(const Reading& r, Index t) {
    if (!usable(r, t)) return false;
    switch (r.tag(t)) {
        case Xpos::CD:
        case Xpos::JJ:
        case Xpos::DT:
        case Xpos::FW:
        case Xpos::ADD:
        case Xpos::JJR:
        case Xpos::JJS:
            return !r.is(t, "the") && !r.is(t, "a") && !r.is(t, "an") && !r.is(t, "no");
        default:
            return r.is_noun(t);
    }
}

// Without modifiers after the head; going left from its last token.
std::optional<NounPhrase> base_phrase_ending_at(const Reading& r, Index last, Index from) {
    if (!usable(r, last)) return std::nullopt;
    if (is_pronoun(r, last)) return NounPhrase{{last, last + 1}, last};
    if (!can_end(r, last)) return std::nullopt;
    Index begin = last;
    while (begin > from) {
        const Index t = begin - 1;
        if (!usable(r, t)) break;
        if (is_determiner(r, t)) {
            begin = t;
            if (t > from && r.tag(t - 1) == Xpos::PDT && usable(r, t - 1)) begin = t - 1;
            break;
        }
        const bool participle = r.tag(t) == Xpos::VBN || r.tag(t) == Xpos::VBG || r.tag(t) == Xpos::VBD;
        if (participle && !(t > from && (is_determiner(r, t - 1) || r.tag(t - 1) == Xpos::JJ ||
                                         r.tag(t - 1) == Xpos::HYPH)))
            break;
        if (!r.is_noun(t) && !is_modifier(r, t) && !participle) break;
        begin = t;
        if (is_courtesy_title(r, t)) break;
    }
    while (begin < last && (r.tag(begin) == Xpos::POS || r.tag(begin) == Xpos::HYPH)) ++begin;
    return NounPhrase{{begin, last + 1}, last};
}

bool joins_nouns(const Reading& r, Index t) { return r.words.has("noun_preposition", r.doc.lower(t)); }

bool governs(const Reading& r, Index t) {
    if (joins_nouns(r, t)) return !r.is(t, "of");
    return r.words.has("other_preposition", r.doc.lower(t));
}

Index last_name_in(const Reading& r, TokenRange range) {
    for (Index t = range.end; t-- > range.begin + 1;)
        if (r.begins_name[t]) return t;
    return none;
}

// Words that end a speaker's name although a preposition might go on: "Smith | in a statement".
bool names_an_occasion(const Reading& r, Index head) { return r.words.has("occasion", r.doc.lower(head)); }

}  // namespace

std::optional<NounPhrase> phrase_ending_at(const Reading& r, Index last, Index from) {
    if (last < from) return std::nullopt;
    Index end = last + 1;
    if (r.is(last, ")") || r.tag(last) == Xpos::RRB) {  // "Mr Ryan (R-Wis.)"
        Index open = last;
        while (open > from && !r.is(open, "(") && last - open < 16) --open;
        if (open == from || !r.is(open, "(")) return std::nullopt;
        last = open - 1;
    }
    auto phrase = base_phrase_ending_at(r, last, from);
    if (!phrase) return std::nullopt;
    if (is_pronoun(r, last)) return phrase;
    const TokenRange base = phrase->tokens;
    while (phrase->tokens.begin >= from + 2) {
        const Index link = phrase->tokens.begin - 1;
        Index before = link - 1;
        if (r.quoted(link)) break;
        if (r.tag(link) == Xpos::CC && !r.is(link, "but") && r.is_noun(before)) {
            const auto left = base_phrase_ending_at(r, before, from);
            if (!left) break;
            const Index at = left->tokens.begin;
            if (at > from && (r.is_verb(at - 1) || r.tag(at - 1) == Xpos::IN || r.tag(at - 1) == Xpos::TO))
                break;
            phrase->tokens.begin = at;
            continue;
        }
        if (r.tag(link) != Xpos::IN && r.tag(link) != Xpos::TO) break;
        if (!joins_nouns(r, link)) break;
        // "diplomats involved in", "people familiar with"
        const Xpos shape = r.tag(before);
        if ((shape == Xpos::VBN || shape == Xpos::VBD || shape == Xpos::VBG || shape == Xpos::JJ) &&
            before > from && r.is_noun(before - 1))
            --before;
        if (!r.is_noun(before) && !(r.tag(before) == Xpos::CD && r.is(link, "of")) &&
            !(r.is(link, "of") && r.tag(before) == Xpos::DT))
            break;
        const auto left = base_phrase_ending_at(r, before, from);
        if (!left) break;
        phrase->tokens.begin = left->tokens.begin;
        phrase->head = left->head;
    }
    // "In a statement | Mr Hall said": what a preposition governs is no subject.
    if (phrase->tokens.begin > from && governs(r, phrase->tokens.begin - 1)) {
        if (is_courtesy_title(r, base.begin)) {
            phrase = NounPhrase{base, last};
        } else if (const Index name = last_name_in(r, base); name != none) {
            phrase = NounPhrase{{name, base.end}, last};
        } else if (base.begin > phrase->tokens.begin) {
            phrase = NounPhrase{base, last};
        }
    }
    phrase->tokens.end = end;
    return phrase;
}

std::optional<NounPhrase> base_phrase_starting_at(const Reading& r, Index first, Index end) {
    while (first < end && r.in_time[first] && !r.quoted(first) && first + 1 < end && !r.is_comma(first + 1))
        ++first;
    if (first >= end || !usable(r, first)) return std::nullopt;
    if (is_pronoun(r, first)) return NounPhrase{{first, first + 1}, first};
    Index last = none;
    for (Index t = first; t < end && usable(r, t); ++t) {
        if (can_end(r, t)) last = t;
        if (!r.is_noun(t) && !is_modifier(r, t) && !(is_determiner(r, t) && t == first) &&
            !(t > first && r.tag(t - 1) == Xpos::PDT) &&
            !(t > first && is_determiner(r, t) && r.is(t - 1, "'s")))
            break;
    }
    if (last == none) return std::nullopt;
    return NounPhrase{{first, last + 1}, last};
}

std::optional<NounPhrase> phrase_starting_at(const Reading& r, Index first, Index end) {
    auto phrase = base_phrase_starting_at(r, first, end);
    if (!phrase || is_pronoun(r, first)) return phrase;
    const bool named = r.tag(phrase->head) == Xpos::NNP;
    for (;;) {
        Index t = phrase->tokens.end;
        if (t + 1 >= end || r.quoted(t)) break;
        if (r.is(t, "(")) {
            Index close = t;
            while (close < end && !r.is(close, ")") && close - t < 16) ++close;
            if (close >= end || !r.is(close, ")")) break;
            phrase->tokens.end = close + 1;
            continue;
        }
        if (r.tag(t) == Xpos::CC && !r.is(t, "but")) {
            const auto next = base_phrase_starting_at(r, t + 1, end);
            if (!next || is_pronoun(r, next->head)) break;
            if (next->tokens.end < end && r.is_finite(next->tokens.end)) break;
            phrase->tokens.end = next->tokens.end;
            continue;
        }
        const bool reduced = !named && (r.tag(t) == Xpos::VBN || r.tag(t) == Xpos::VBD ||
                                        r.tag(t) == Xpos::VBG || r.tag(t) == Xpos::JJ);
        if (reduced) ++t;
        if (!joins_nouns(r, t) || (named && !r.is(t, "of"))) break;
        const auto next = base_phrase_starting_at(r, t + 1, end);
        if (!next || names_an_occasion(r, next->head)) break;
        phrase->tokens.end = next->tokens.end;
    }
    return phrase;
}

Index head_of(const Reading& r, TokenRange tokens) {
    Index head = none;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
        if (head != none && (r.tag(t) == Xpos::IN || r.tag(t) == Xpos::TO || r.is_comma(t) || r.is(t, "(") ||
                             r.tag(t) == Xpos::CC || r.tag(t) == Xpos::WP || r.is_finite(t)))
            break;
        if (r.is_noun(t) || is_pronoun(r, t)) head = t;
    }
    return head == none ? tokens.end - 1 : head;
}

}  // namespace lede::quotes
