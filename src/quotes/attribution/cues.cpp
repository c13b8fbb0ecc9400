#include "quotes/attribution/cues.h"

#include <algorithm>

namespace lede::quotes {

namespace {

bool is_auxiliary(const Reading& r, Index t) {
    if (r.tag(t) == Xpos::MD) return true;
    if (!r.is_verb(t)) return false;
    if (r.doc.lower(t).front() == '\'') return true;  // "'s", "'ve"
    const std::string_view lemma = r.doc.lemma(t);
    return lemma == "be" || lemma == "have" || lemma == "do" || lemma == "get";
}

// "refused to say whether": nothing was said.
bool is_refusal(const Reading& r, Index t) { return r.words.has("refusing_verb", r.doc.lemma(t)); }

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
        } else if (r.is_adverb(t)) {
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
           (r.words.has("question_word", r.doc.lower(t)) || r.is(t, "about") || r.is(t, "by"));
}

// "to warn | that", "to warn customers | that"
bool reports_clause(const Reading& r, Index verb, Index end) {
    for (Index t = verb + 1; t < std::min(end, verb + 4); ++t)
        if (r.is(t, "that")) return true;
    return false;
}

// "the alleged thief", "the recently revealed flaw"
bool is_attributive(const Reading& r, Index t) {
    const bool adverb = t > 1 && r.tag(t - 1) == Xpos::RB && r.doc.tokens.deprel[t] == Deprel::amod;
    const Xpos before = r.tag(adverb ? t - 2 : t - 1);
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
    if (!r.words.has("quoting_verb", r.doc.lemma(verb))) return std::nullopt;
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

// "who asked not to be named", "insisted on anonymity": says how a source speaks, not what.
bool asks_for_anonymity(const Reading& r, Index verb, Index end) {
    constexpr Index reach = 6;
    for (Index t = verb + 1; t < std::min(end, verb + reach); ++t) {
        if (r.words.has("anonymity", r.doc.lower(t))) return true;
        if (r.words.has("identifying", r.doc.lower(t)) && r.is(t - 1, "be") && t > verb + 1) return true;
        if (r.is_comma(t)) return false;
    }
    return false;
}

}  // namespace

bool Cue::takes(char frame) const { return frames.find(frame) != std::string_view::npos; }

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

}  // namespace lede::quotes
