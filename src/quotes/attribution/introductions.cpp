#include "quotes/attribution/introductions.h"

#include "base/unicode.h"
#include "quotes/attribution/clauses.h"
#include "quotes/attribution/sources.h"

namespace lede::quotes {

namespace {

char32_t first_character(const Reading& r, Index token) {
    return decode(r.doc.text, r.doc.tokens.span[token].begin).code;
}

bool asks_or_exclaims(const Reading& r, Index token) { return r.is(token, "?") || r.is(token, "!"); }

// "is reported as saying"
Index past_verbs(const Reading& r, Index verb, Index end) {
    Index past = verb + 1;
    for (Index t = past; t < end && t < verb + 5; ++t)
        if (r.is_verb(t))
            past = t + 1;
        else if (!r.is(t, "as"))
            break;
    return past;
}

// "the paper | beams": beside a quotation a word that ends like a verb is one, though its tag says noun.
bool ends_with_verb(const Reading& r, const NounPhrase& phrase, Index end) {
    const Index last = phrase.tokens.end - 1;
    if (phrase.tokens.size() < 2 || r.in_name[last] || !(r.tag(last) == Xpos::NNS || r.tag(last) == Xpos::NN))
        return false;
    const Index after = phrase.tokens.end;
    if (after < end && r.is_word(after)) return false;
    const std::string_view word = r.doc.lower(last);
    return word.ends_with('s') || word.ends_with("ed");
}

// "“…,” laughed one of them", "“…,” the paper beams", "“…?” they wondered"
std::optional<Introduction> after_quotation(const Reading& r, const Stretch& stretch) {
    const Index end = r.sentence_of(stretch.whole.end - 1).end;
    const Index after = stretch.whole.end, last = stretch.inside.end - 1;
    const bool inside = r.is_comma(last);
    if (after >= end) return std::nullopt;
    const bool asks = asks_or_exclaims(r, last) && !is_upper(first_character(r, after));
    if (!inside && !asks && !r.is_comma(after)) return std::nullopt;
    const Index next = inside || asks ? after : after + 1;
    if (next >= end) return std::nullopt;
    if (r.is_verb(next)) {
        if (const auto speaker = phrase_starting_at(r, next + 1, end))
            return Introduction{*speaker, TokenRange{next, past_verbs(r, next, end)}};
        return std::nullopt;
    }
    auto speaker = phrase_starting_at(r, next, end);
    if (!speaker) return std::nullopt;
    const Index verb = speaker->tokens.end;
    if (verb < end && r.is_finite(verb))
        return Introduction{*speaker, TokenRange{verb, past_verbs(r, verb, end)}};
    if (!ends_with_verb(r, *speaker, end)) return std::nullopt;
    --speaker->tokens.end;
    speaker->head = head_of(r, speaker->tokens);
    return Introduction{*speaker, TokenRange{verb - 1, verb}};
}

// "“…” ― Ann Hall": signed like a letter, on the same line or the next.
std::optional<Introduction> signature(const Reading& r, const Stretch& stretch) {
    const Index dash = stretch.whole.end;
    if (dash + 1 >= r.doc.tokens.size()) return std::nullopt;
    if (!is_dash(r, dash) && !r.is(dash, "\u2015")) return std::nullopt;
    const Index end = r.sentence_of(dash + 1).end;
    if (end - dash > 16 || r.has_finite({dash + 1, end})) return std::nullopt;
    if (const auto name = base_phrase_starting_at(r, dash + 1, end))
        return Introduction{*name, TokenRange{dash, dash + 1}};
    return std::nullopt;
}

// "She was blunt: “…”", "Ann Hall: “…”"
std::optional<Introduction> before_colon(const Reading& r, Index open) {
    const TokenRange lead = r.sentence_of(open - 1);
    if (const auto subject = main_subject(r, lead.begin, open - 1)) {
        Index verb = subject->phrase.tokens.end;
        while (verb < open && !r.is_finite(verb)) ++verb;
        if (verb < open) return Introduction{subject->phrase, TokenRange{verb, past_verbs(r, verb, open)}};
    }
    if (!r.is(open - 1, ":")) return std::nullopt;
    // "The bottom line, the paper | reports: “…”": a verb of saying though its tag says noun.
    if (open >= lead.begin + 3 && r.tag(open - 2) == Xpos::NNS && r.verbs.contains(r.doc.lemma(open - 2)))
        if (const auto speaker = phrase_ending_at(r, open - 3, lead.begin))
            return Introduction{*speaker, TokenRange{open - 2, open - 1}};
    const auto label = phrase_starting_at(r, lead.begin, open - 1);
    if (!label || label->tokens.end != open - 1) return std::nullopt;
    const bool speaks = r.in_person[label->head] || r.sources.contains(r.doc.lower(label->head)) ||
                        r.persons.contains(r.doc.lower(label->head));
    return speaks ? std::optional(Introduction{*label, std::nullopt}) : std::nullopt;
}

// "- Coach Ann Hall “We deserved it.”": nothing but a person before the quotation.
std::optional<Introduction> label_before(const Reading& r, const Stretch& stretch) {
    const Index open = stretch.whole.begin;
    if (open == 0 || !is_upper(first_character(r, stretch.inside.begin)) || !r.has_finite(stretch.inside))
        return std::nullopt;
    const Index from = r.sentence_of(open - 1).begin;
    auto label = phrase_ending_at(r, open - 1, from);
    if (!label || !r.in_person[label->head]) return std::nullopt;
    Index& begin = label->tokens.begin;
    while (!r.is_word(begin)) ++begin;  // a dash is a bullet
    if (begin == from || (begin == from + 1 && !r.is_word(from) && !r.quoted(from)))
        return Introduction{*label, std::nullopt};
    return std::nullopt;
}

}  // namespace

std::optional<Introduction> find_introduction(const Reading& r, const Stretch& stretch) {
    if (auto found = after_quotation(r, stretch)) return found;
    if (auto found = signature(r, stretch)) return found;
    const Index open = stretch.whole.begin;
    if (open == 0) return std::nullopt;
    if (r.is(open - 1, ":") || r.is_comma(open - 1)) return before_colon(r, open);
    return label_before(r, stretch);
}

bool is_statement(const Reading& r, const Stretch& stretch) {
    const std::string_view end = r.doc.lower(stretch.inside.end - 1);
    const bool capital = is_upper(first_character(r, stretch.inside.begin));
    const bool closes =
        end == "," || end == "." || end == "!" || end == "?" || end == "..." || end == "\u2026";
    const bool finite = r.has_finite(stretch.inside);
    if (end == ",") return finite || stretch.inside.size() >= 3 || capital;
    if (stretch.inside.size() >= 8 && finite) return true;
    return capital && (closes || finite) && stretch.inside.size() >= 2;
}

}  // namespace lede::quotes
