#include "quotes/attribution/sources.h"

namespace lede::quotes {

namespace {

// Words before an auxiliary that belong to the clause, not to the subject: "he | later".
Index skip_adverbs_back(const Reading& r, Index before, Index from) {
    for (;;) {
        if (before > from && r.is_adverb(before - 1) && !r.quoted(before - 1)) {
            --before;
            continue;
        }
        Index time = before;  // "the council on Friday | said"
        while (time > from && r.in_time[time - 1]) --time;
        if (time < before && time > from && r.tag(time - 1) == Xpos::IN) --time;
        if (time == before || time == from || r.is_comma(time - 1)) return before;
        before = time;
    }
}

std::optional<Source> relative_antecedent(const Reading& r, Index relative, Index from) {
    if (relative <= from) return std::nullopt;
    Index last = relative - 1;
    if (r.is_comma(last) && last > from) --last;
    auto phrase = phrase_ending_at(r, last, from);
    // "Hall, 79, who": an age is no speaker.
    if (phrase && phrase->tokens.size() == 1 && r.tag(last) == Xpos::CD && last > from + 1 &&
        r.is_comma(last - 1))
        phrase = phrase_ending_at(r, last - 2, from);
    if (!phrase) return std::nullopt;
    return Source{*phrase, phrase->tokens.begin};
}

bool is_relative(const Reading& r, Index t) {
    return r.tag(t) == Xpos::WP || r.tag(t) == Xpos::WDT || r.is(t, "who") || r.is(t, "which");
}

// "a historian who was there": a phrase that is no clause by itself.
bool begins_apposition(const Reading& r, Index first, Index comma) {
    const auto phrase = base_phrase_starting_at(r, first, comma);
    return phrase && phrase->tokens.end < comma && !r.is_finite(phrase->tokens.end) &&
           r.tag(phrase->head) != Xpos::PRP;
}

// "X, the minister, | said": back over appositions and relative clauses to the phrase before the first of
// them.
std::optional<Source> before_apposition(const Reading& r, Index comma, Index from) {
    std::optional<Source> best;
    for (Index t = comma; t > from;) {
        --t;
        if (r.is(t, ";") || r.is(t, ":")) break;
        if (r.quoted(t)) {  // a nickname is no quotation
            if (r.stretches[r.stretch_of[t]].inside.size() > 2) break;
            continue;
        }
        if (!r.is_comma(t) || t == from) continue;
        const Index next = t + 1;
        const bool relative = is_relative(r, next) || r.tag(next) == Xpos::WPS || r.tag(next) == Xpos::WRB;
        if (!relative && r.has_finite({next, comma}) && !best && !begins_apposition(r, next, comma)) continue;
        const auto phrase = phrase_ending_at(r, t - 1, from);
        if (!phrase) continue;
        const Index begin = phrase->tokens.begin;
        if (begin > from &&
            (r.tag(begin - 1) == Xpos::IN || r.tag(begin - 1) == Xpos::TO)) {  // "In a statement,"
            if (best) break;
            continue;
        }
        const Source found{*phrase, begin};
        if (relative) return found;
        best = found;
        // Further left only through an unbroken list of noun phrases.
        if (begin == from || !r.is_comma(begin - 1)) break;
        t = begin;
        if (t - 1 == from) break;
    }
    return best;
}

// Does a clause begin here: first in the sentence, past a closing quotation mark or past "and"?
bool opens_clause(const Reading& r, Index t, Index from) {
    return t == from || r.quoted(t - 1) || r.tag(t - 1) == Xpos::CC;
}

// "Ann Hall, its director | said", "Ann Hall, head of roads | said", "Ann Hall, from the council | said": a
// person at the beginning of the clause, told by what follows after a comma.
std::optional<Source> before_open_apposition(const Reading& r, const NounPhrase& phrase, Index from) {
    Index begin = phrase.tokens.begin;
    const bool told = r.tag(begin) == Xpos::DT || r.tag(begin) == Xpos::PRPS || r.tag(begin) == Xpos::NN;
    if (!told && begin > from && r.tag(begin - 1) == Xpos::DT && !r.quoted(begin - 1)) --begin;
    const bool belongs = begin > from && !r.quoted(begin - 1) && one_of(r.doc.lower(begin - 1), "from,of,at");
    if (belongs) --begin;
    if ((!told && !belongs) || begin < from + 2 || !r.is_comma(begin - 1) || r.quoted(begin - 1))
        return std::nullopt;
    const auto named = phrase_ending_at(r, begin - 2, from);
    if (!named || !r.in_person[named->head] || !opens_clause(r, named->tokens.begin, from))
        return std::nullopt;
    return Source{*named, named->tokens.begin};
}

// "Ann Hall, head of roads, who left, | said": the name rather than what it is told by.
Source named_before(const Reading& r, const Source& source, Index from) {
    return before_open_apposition(r, source.phrase, from).value_or(source);
}

}  // namespace

std::optional<Source> source_before(const Reading& r, const Cue& cue, Index from) {
    const Index group = skip_adverbs_back(r, cue.group.begin, from);
    if (group <= from) return std::nullopt;
    const Index last = group - 1;
    const bool that = r.tag(last) == Xpos::WDT || (r.is(last, "that") && last > from && r.is_noun(last - 1));
    if ((is_relative(r, last) || that) && !r.quoted(last)) {
        if (auto antecedent = relative_antecedent(r, last, from)) return antecedent;
        return std::nullopt;
    }
    if (r.is_comma(last) && !r.quoted(last)) {
        if (auto named = before_apposition(r, last, from)) return named_before(r, *named, from);
        // "“…,” Hall from the ministry, | told": nothing else before the comma.
        const auto whole = last > from ? phrase_ending_at(r, last - 1, from) : std::nullopt;
        if (whole && r.in_name[whole->head] && opens_clause(r, whole->tokens.begin, from))
            return Source{*whole, whole->tokens.begin};
        return std::nullopt;
    }
    auto phrase = phrase_ending_at(r, last, from);
    // "some delegates attending | complained"
    if (!phrase && last > from && (r.tag(last) == Xpos::VBG || r.tag(last) == Xpos::VBN) &&
        (r.tag(last - 1) == Xpos::NNS || r.tag(last - 1) == Xpos::DT))
        phrase = phrase_ending_at(r, last - 1, from);
    if (!phrase) return std::nullopt;
    if (auto named = before_open_apposition(r, *phrase, from)) return named;
    // "officials who spoke on condition of anonymity | said"
    Index t = phrase->tokens.begin;
    for (std::uint32_t steps = 0; t > from && steps < 12; ++steps) {
        --t;
        if (r.quoted(t) || r.is_comma(t)) break;
        if (is_relative(r, t) || (r.is(t, "that") && t > from && r.is_noun(t - 1) && r.is_finite(t + 1))) {
            if (!r.has_finite({t, phrase->tokens.begin})) break;
            if (auto antecedent = relative_antecedent(r, t, from)) return antecedent;
            break;
        }
    }
    return Source{*phrase, phrase->tokens.begin};
}

std::optional<Source> source_after(const Reading& r, const Cue& cue, Index end) {
    Index first = cue.group.end;
    if (first >= end) return std::nullopt;
    // "wrote on Twitter | Ann Hall"
    if (first + 1 < end && !r.quoted(first) && one_of(r.doc.lower(first), "on,in,at,via"))
        if (const auto place = base_phrase_starting_at(r, first + 1, end)) {
            for (Index t = place->tokens.begin; t < place->tokens.end; ++t)
                if (t > first + 1 && r.begins_name[t] && r.in_person[t]) first = t;
        }
    const auto phrase = phrase_starting_at(r, first, end);
    if (!phrase) return std::nullopt;
    const Index after = phrase->tokens.end;
    if (after < end && !r.quoted(after)) {
        const Index verb = r.is_adverb(after) && after + 1 < end ? after + 1 : after;
        if (r.is_finite(verb)) return std::nullopt;
    }
    if (r.tag(phrase->head) == Xpos::PRP && r.words.has("object_pronoun", r.doc.lower(phrase->head)))
        return std::nullopt;
    return Source{*phrase, phrase->tokens.begin};
}

std::optional<Source> main_subject(const Reading& r, Index from, Index before) {
    std::optional<Source> found;
    for (Index t = from; t < before; ++t) {
        if (r.quoted(t) || !r.is_finite(t)) continue;
        Index group = t;
        while (group > from && (r.is_adverb(group - 1) || r.is_finite(group - 1))) --group;
        group = skip_adverbs_back(r, group, from);
        if (group == from || r.quoted(group - 1) || is_relative(r, group - 1)) continue;
        std::optional<Source> here;
        if (r.is_comma(group - 1)) {
            here = before_apposition(r, group - 1, from);
        } else if (const auto phrase = phrase_ending_at(r, group - 1, from)) {
            here = Source{*phrase, phrase->tokens.begin};
        }
        if (!here) continue;
        if (!found) {
            found = here;
            continue;
        }
        const Index link = here->begin > from ? here->begin - 1 : from;
        const bool anew = r.is(link, ";") || (r.tag(link) == Xpos::CC && link > from && r.is_comma(link - 1));
        if (anew) found = here;
    }
    return found;
}

}  // namespace lede::quotes
