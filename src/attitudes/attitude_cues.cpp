#include "attitudes/attitude_cues.h"

namespace lede::attitudes {

using namespace quotes;

namespace {

// The auxiliaries and adverbs before a predicate. They stand there whatever the tree says.
struct Group {
    Index to = none;  // of an infinitive
    bool modal = false, would = false, be = false, have = false, negative = false;
};

Group group_before(const Reading& r, const WordClasses& words, Index predicate) {
    constexpr Index longest = 8;
    Group group;
    const Index first = r.sentence_of(predicate).begin;
    for (Index t = predicate; t > first && predicate - t < longest;) {
        --t;
        if (r.stretch_of[t] != r.stretch_of[predicate]) break;
        const std::string_view lemma = r.doc.lemma(t);
        if (words.has("negation", r.doc.lower(t))) {
            group.negative = true;
        } else if (r.tag(t) == Xpos::TO) {
            group.to = t;
            break;
        } else if (r.tag(t) == Xpos::MD) {
            (one_of(r.doc.lower(t), "would,'d") ? group.would : group.modal) = true;
        } else if (r.is_verb(t) && one_of(lemma, "be,have,do,get")) {
            group.be = group.be || lemma == "be" || lemma == "get";
            group.have = group.have || lemma == "have";
        } else if (r.tag(t) != Xpos::RB && r.tag(t) != Xpos::RBR && r.tag(t) != Xpos::RBS) {
            break;
        }
    }
    return group;
}

// "no plans", "no immediate plans", "has not got plans"
bool has_no(const Reading& r, Index noun) {
    constexpr Index longest = 4;
    const Index first = r.sentence_of(noun).begin;
    for (Index t = noun; t > first && noun - t < longest; --t) {
        if (r.is(t - 1, "no") || r.is(t - 1, "not") || r.is(t - 1, "n't") || r.is(t - 1, "never"))
            return true;
        if (r.is_verb(t - 1) && !one_of(r.doc.lemma(t - 1), "have,get")) return false;
        if (r.tag(t - 1) == Xpos::IN || r.is_comma(t - 1)) return false;
    }
    return false;
}

bool is_asked(const Reading& r, Index token) {
    Index end = r.sentence_of(token).end;
    if (const Index s = r.stretch_of[token]; s != none) end = std::min(end, r.stretches[s].whole.end);
    for (Index t = end; t > token && end - t < 2; --t)
        if (r.is(t - 1, "?")) return true;
    return false;
}

// "if she believes", "whether he wants"
bool is_condition(const Reading& r, const WordClasses& words, Index predicate) {
    const Index first = r.sentence_of(predicate).begin;
    constexpr Index reach = 12;
    for (Index t = predicate; t > first && predicate - t < reach; --t) {
        if (!words.has("condition", r.doc.lower(t - 1))) continue;
        if (r.doc.tokens.head[t - 1] == predicate) return true;
    }
    return false;
}

// Up from an infinitive to the verb that has the subject.
bool climb(const Reading& r, const WordClasses& words, AttitudeCue& cue, Group& group) {
    if (group.to == none) {
        // "let us hope", "makes them think"
        const Index head = r.doc.tokens.head[cue.token];
        return r.tag(cue.token) != Xpos::VB || head == none || group.be || group.modal || group.would ||
               !words.has("causative_verb", r.doc.lemma(head));
    }
    if (group.to == r.sentence_of(cue.token).begin) return false;
    const Index governor = group.to - 1;
    const bool refuses = r.is_verb(governor) && r.doc.lemma(governor) == "refuse";
    // "seems to think": who seems to does. "was urged to think": nobody does yet.
    const bool raises = words.has("raising_verb", r.doc.lemma(governor));
    if (!r.is_verb(governor) || group.be || !(refuses || raises)) return false;
    const bool negative = group.negative != refuses;
    group = group_before(r, words, governor);
    group.negative = group.negative != negative;
    cue.predicate = governor;
    return group.to == none;
}

std::optional<AttitudeForm> form_of(const Reading& r, std::string_view frames, Index token) {
    const auto takes = [&](std::string_view any) {
        return frames.find_first_of(any) != std::string_view::npos;
    };
    const Xpos tag = r.tag(token);
    if ((tag == Xpos::JJ || tag == Xpos::VBN || tag == Xpos::VBD) && takes("aj"))
        return AttitudeForm::adjective;
    if (r.is_verb(token) && takes("ctogp")) return AttitudeForm::verb;
    if ((tag == Xpos::NN || tag == Xpos::NNS) && takes("ni")) return AttitudeForm::noun;
    return std::nullopt;
}

}  // namespace

bool AttitudeCue::takes(char frame) const { return frames.find(frame) != std::string_view::npos; }

std::optional<AttitudeCue> read_attitude_cue(const Reading& r, const AttitudeWords& words, Index token) {
    if (r.in_name[token]) return std::nullopt;
    auto value = words.verbs.find(r.doc.lower(token));
    if (!value || !form_of(r, field(*value, 1), token)) value = words.verbs.find(r.doc.lemma(token));
    if (!value) return std::nullopt;
    AttitudeCue cue;
    cue.token = cue.predicate = token;
    cue.kind = field(*value, 0) == "belief" ? AttitudeKind::belief : AttitudeKind::intention;
    cue.frames = field(*value, 1);
    const auto form = form_of(r, cue.frames, token);
    if (!form || is_asked(r, token)) return std::nullopt;
    cue.form = *form;
    Group group = group_before(r, words.classes, token);
    cue.negative = cue.takes('x');
    if (cue.form == AttitudeForm::noun) {
        if (has_no(r, token)) cue.negative = !cue.negative;
        return cue;
    }
    if (cue.form == AttitudeForm::adjective && token > 0 && r.doc.lemma(token - 1) == "make")
        return std::nullopt;  // "make sure"
    if (is_condition(r, words.classes, token)) return std::nullopt;
    if (!climb(r, words.classes, cue, group)) return std::nullopt;
    if (group.modal || group.would != cue.takes('w')) return std::nullopt;
    cue.negative = cue.negative != group.negative;
    const Xpos tag = r.tag(token);
    if (cue.form == AttitudeForm::verb && (tag == Xpos::VBN || tag == Xpos::VBD)) {
        const bool reduced = tag == Xpos::VBN && !group.have && r.doc.tokens.deprel[token] == Deprel::acl;
        if (reduced || (group.be && !group.have) ||
            (group.be && tag == Xpos::VBN && !r.is(token - 1, "have")))
            cue.form = AttitudeForm::passive;
        if (cue.form == AttitudeForm::passive && !cue.takes('p')) return std::nullopt;
    }
    return cue;
}

}  // namespace lede::attitudes
