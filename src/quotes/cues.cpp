#include "quotes/cues.h"

#include <algorithm>

namespace lede {

namespace {

bool is_auxiliary(const Reading& r, Index t) {
    if (r.tag(t) == Xpos::MD) return true;
    if (!r.is_verb(t)) return false;
    if (r.doc.lower(t).front() == '\'') return true;  // "'s", "'ve"
    const std::string_view lemma = r.doc.lemma(t);
    return lemma == "be" || lemma == "have" || lemma == "do" || lemma == "get";
}

bool is_adverb(const Reading& r, Index t) {
    return r.tag(t) == Xpos::RB || r.tag(t) == Xpos::RBR || r.tag(t) == Xpos::RBS;
}

// "refused to say whether": nothing was said.
bool is_refusal(const Reading& r, Index t) {
    const std::string_view lemma = r.doc.lemma(t);
    return lemma == "decline" || lemma == "refuse" || lemma == "fail";
}

struct VerbGroup {
    Index begin = none;  ///< of the first auxiliary, or of what governs an infinitive: "went on to say"
    bool passive = false, refused = false, hedged = false;
    bool purpose = false;  ///< an infinitive that no verb governs
    bool bare = false;     ///< no auxiliary, no infinitive
};

VerbGroup verb_group(const Reading& r, Index verb, Index from) {
    Index begin = verb;
    VerbGroup group;
    bool be = false, have = false;
    while (begin > from) {
        const Index t = begin - 1;
        if (r.quoted(t)) break;
        if (is_auxiliary(r, t)) {
            be = be || r.doc.lemma(t) == "be" || r.doc.lemma(t) == "get";
            have = have || r.doc.lemma(t) == "have";
            group.hedged = group.hedged || r.tag(t) == Xpos::MD;
            begin = t;
        } else if (is_adverb(r, t)) {
            group.hedged = group.hedged || r.is(t, "not") || r.is(t, "n't") || r.is(t, "never");
            begin = t;
        } else if (r.tag(t) == Xpos::TO && t > from && (r.is_verb(t - 1) || r.is(t - 1, "on"))) {
            begin = t - 1;
            group.hedged = true;
            if (r.is(t - 1, "on") && begin > from && r.is_verb(begin - 1)) --begin;
            group.refused = group.refused || is_refusal(r, begin);
        } else {
            group.purpose = r.tag(t) == Xpos::TO;
            group.hedged = group.hedged || group.purpose;
            break;
        }
    }
    const bool past_participle = r.tag(verb) == Xpos::VBN || r.tag(verb) == Xpos::VBD;
    group.passive = be && past_participle;
    if (!be && !have && past_participle && verb + 1 < r.doc.tokens.size() && r.is(verb + 1, "by"))
        group.passive = true;
    group.bare = !be && !have;
    group.begin = begin;
    return group;
}

// "so-called"
bool is_joined(const Reading& r, Index t) {
    return r.is(t - 1, "-") && r.doc.tokens.span[t - 1].end == r.doc.tokens.span[t].begin;
}

// "Asked | if", "Asked | about"
bool opens_question_at(const Reading& r, Index t, Index end) {
    return t < end && !r.quoted(t) &&
           one_of(r.doc.lower(t), "if,whether,about,how,why,what,when,where,who,which,by");
}

// "to warn | that", "to warn customers | that"
bool reports_clause(const Reading& r, Index verb, Index end) {
    for (Index t = verb + 1; t < std::min(end, verb + 4); ++t)
        if (r.is(t, "that")) return true;
    return false;
}

// "the alleged thief"
bool is_attributive(const Reading& r, Index t) {
    const Xpos before = r.tag(t - 1);
    const bool past = r.tag(t) == Xpos::VBN || r.tag(t) == Xpos::VBD;
    const bool modified = before == Xpos::DT || before == Xpos::PRPS || before == Xpos::POS;
    return ((past && (modified || before == Xpos::IN)) || (r.tag(t) == Xpos::VBG && modified)) &&
           t + 1 < r.doc.tokens.size() && (r.is_noun(t + 1) || r.tag(t + 1) == Xpos::JJ);
}

// Past "as saying", "as having said" after a verb or its object; `none` where nothing of the kind follows.
Index past_as_saying(const Reading& r, Index t, Index end) {
    if (t + 1 >= end || r.quoted(t) || !r.is(t, "as") || r.tag(t + 1) != Xpos::VBG) return none;
    Index verb = t + 1;
    if (r.is(verb, "having")) ++verb;
    return verb < end && r.is_verb(verb) && r.verbs.contains(r.doc.lemma(verb)) ? verb + 1 : none;
}

// "Hall was quoted as saying", "Hall is reported as saying", "The Times quoted Hall as saying": one cue, and
// the voice is the one quoted.
std::optional<Cue> quoted_cue(const Reading& r, Index verb, const VerbGroup& group, TokenRange sentence) {
    if (!one_of(r.doc.lemma(verb), "quote,cite,report,describe")) return std::nullopt;
    Cue cue;
    cue.frames = "cq";
    Index past = verb + 1;
    if (past < sentence.end && r.is(past, "by"))  // "Hall, quoted by the paper as saying"
        if (const auto agent = phrase_starting_at(r, past + 1, sentence.end)) past = agent->tokens.end;
    past = past_as_saying(r, past, sentence.end);
    if (past == none) {
        const auto voice = phrase_starting_at(r, verb + 1, sentence.end);
        if (group.passive || !voice) return std::nullopt;
        past = past_as_saying(r, voice->tokens.end, sentence.end);
        cue.voice = voice;
    }
    if (past == none) return std::nullopt;
    cue.tokens = {verb, cue.voice ? verb + 1 : past};
    cue.group = {group.begin, past};
    return cue;
}

// "Passengers urged to stay away": a headline that leaves out "are"; whoever urges is not told.
bool is_passive_of_headline(const Reading& r, const Cue& cue, const VerbGroup& group, Index verb, Index end) {
    return cue.takes('a') && cue.takes('t') && !cue.takes('c') && group.bare && !group.hedged &&
           (r.tag(verb) == Xpos::VBD || r.tag(verb) == Xpos::VBN) && verb + 1 < end &&
           r.tag(verb + 1) == Xpos::TO;
}

// Words before an auxiliary that belong to the clause, not to the subject: "he | later".
Index skip_adverbs_back(const Reading& r, Index before, Index from) {
    for (;;) {
        if (before > from && is_adverb(r, before - 1) && !r.quoted(before - 1)) {
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

// "who asked not to be named", "insisted on anonymity": says how a source speaks, not what.
bool asks_for_anonymity(const Reading& r, Index verb, Index end) {
    constexpr Index reach = 6;
    for (Index t = verb + 1; t < std::min(end, verb + reach); ++t) {
        if (one_of(r.doc.lower(t), "anonymity,anonymous,anonymously")) return true;
        if (one_of(r.doc.lower(t), "named,identified,quoted") && r.is(t - 1, "be") && t > verb + 1)
            return true;
        if (r.is_comma(t)) return false;
    }
    return false;
}

}  // namespace

std::vector<Cue> find_cues(const Reading& r, TokenRange sentence) {
    std::vector<Cue> cues;
    for (Index t = sentence.begin; t < sentence.end; ++t) {
        if (r.quoted(t)) continue;
        if (r.is(t, "according") && t + 1 < sentence.end && r.is(t + 1, "to") && !r.quoted(t + 1)) {
            Cue cue;
            cue.kind = CueKind::according;
            cue.tokens = cue.group = {t, t + 2};
            cues.push_back(cue);
            ++t;
            continue;
        }
        // "in the words of Hall"
        if (r.is(t, "in") && t + 3 < sentence.end && !r.quoted(t + 3) && r.is(t + 1, "the") &&
            r.is(t + 2, "words") && r.is(t + 3, "of")) {
            Cue cue;
            cue.kind = CueKind::according;
            cue.tokens = cue.group = {t, t + 4};
            cues.push_back(cue);
            t += 3;
            continue;
        }
        if (!r.is_verb(t)) continue;
        const auto value = r.verbs.find(r.doc.lemma(t));
        if (!value) continue;
        Cue cue;
        cue.frames = field(*value, 0);
        cue.words = field(*value, 1);
        if (t > sentence.begin && (is_joined(r, t) || is_attributive(r, t))) continue;
        const VerbGroup group = verb_group(r, t, sentence.begin);
        if (const auto quoted = quoted_cue(r, t, group, sentence)) {
            cues.push_back(*quoted);
            t = quoted->group.end - 1;
            continue;
        }
        if (group.passive || group.refused || is_passive_of_headline(r, cue, group, t, sentence.end))
            continue;
        // "Asked whether …", "the number of cases reported worldwide": a participle with nobody who speaks.
        const bool reduced =
            t == sentence.begin || (cue.takes('n') && r.is_noun(t - 1) && !r.in_name[t - 1] &&
                                    t + 1 < sentence.end && !r.is(t + 1, "that"));
        if (group.bare && r.tag(t) == Xpos::VBN && reduced) continue;
        if (t == sentence.begin && r.is(t, "asked") && opens_question_at(r, t + 1, sentence.end)) continue;
        cue.group = {group.begin, t + 1};
        cue.hedged = group.hedged;
        cue.tokens = {t, t + 1};
        // "does too little to warn customers of": nobody does.
        if (group.purpose && cue.takes('a') && !cue.words.empty() && !reports_clause(r, t, sentence.end))
            continue;
        if (cue.takes('c') && !cue.words.empty() && cue.words.find(',') == std::string_view::npos &&
            !cue.takes('a')) {
            if (t + 1 == sentence.end || !r.is(t + 1, cue.words)) continue;  // "point" without "out"
            cue.tokens.end = cue.group.end = t + 2;
        }
        cue.participle = r.tag(cue.group.begin) == Xpos::VBG;
        if (asks_for_anonymity(r, t, sentence.end)) continue;
        cues.push_back(cue);
    }
    return cues;
}

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
        const Index verb = is_adverb(r, after) && after + 1 < end ? after + 1 : after;
        if (r.is_finite(verb)) return std::nullopt;
    }
    if (r.tag(phrase->head) == Xpos::PRP && (r.is(phrase->head, "it") || r.is(phrase->head, "them") ||
                                             r.is(phrase->head, "him") || r.is(phrase->head, "her")))
        return std::nullopt;
    return Source{*phrase, phrase->tokens.begin};
}

std::optional<Source> main_subject(const Reading& r, Index from, Index before) {
    std::optional<Source> found;
    for (Index t = from; t < before; ++t) {
        if (r.quoted(t) || !r.is_finite(t)) continue;
        Index group = t;
        while (group > from && (is_adverb(r, group - 1) || r.is_finite(group - 1))) --group;
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

}  // namespace lede
