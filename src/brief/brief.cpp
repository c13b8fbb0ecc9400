#include "brief/brief.h"

#include <algorithm>

#include "base/unicode.h"
#include "brief/answers.h"

namespace lede::brief {

void keep_best(const Document& doc, Answers& answers) {
    constexpr std::size_t most = 3;
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Answer& a, const Answer& b) { return a.score > b.score; });
    Answers kept;
    for (const Answer& answer : answers) {
        if (kept.size() == most) break;
        const bool repeats = std::any_of(kept.begin(), kept.end(), [&](const Answer& better) {
            return better.span.overlaps(answer.span) ||
                   (answer.entity != none && better.entity == answer.entity) ||
                   fold(doc.slice(better.span)) == fold(doc.slice(answer.span));
        });
        if (!repeats) kept.push_back(answer);
    }
    for (Answer& answer : kept) answer.score = std::min(answer.score, 1.0F);
    answers = std::move(kept);
}

namespace {

// Does a relative pronoun stand before the verb with no other verb or comma between: "whose programme
// inspired …"?
bool is_relative(const Document& doc, Index verb) {
    const Index first = doc.sentences[doc.tokens.sentence[verb]].tokens.begin;
    constexpr Index reach = 6;
    for (Index step = 0; step < reach && verb > first; ++step) {
        const Xpos tag = doc.tokens.xpos[--verb];
        if (tag == Xpos::WDT || tag == Xpos::WP || tag == Xpos::WPS || tag == Xpos::WRB) return true;
        if (tag == Xpos::COMMA || doc.tokens.upos[verb] == Upos::VERB) return false;
    }
    return false;
}

// "The man *who said he got the film off the ground and signed up a star* has been shut out"
bool hangs_on_relative(const Document& doc, Index verb) {
    constexpr int reach = 5;
    for (int step = 0; step < reach && verb != none; ++step) {
        const Deprel relation = doc.tokens.deprel[verb];
        // "a site *set up to extort visitors* has changed", but not "plans *to close*"
        if (relation == Deprel::acl_relcl) return true;
        if (relation == Deprel::acl) return doc.tokens.xpos[verb] != Xpos::VB;
        if (relation != Deprel::conj && relation != Deprel::ccomp && relation != Deprel::xcomp &&
            relation != Deprel::advcl)
            return false;
        verb = doc.tokens.head[verb];
    }
    return false;
}

}  // namespace

bool is_said_in_passing(const Document& doc, const Event& event) {
    const Index verb = event.trigger_token;
    return is_relative(doc, verb) || hangs_on_relative(doc, verb) ||
           (doc.tokens.xpos[verb] == Xpos::VBG && !event.agent);
}

Index first_event(const Document& doc, Index sentence) {
    const auto at =
        std::lower_bound(doc.events.begin(), doc.events.end(), doc.sentences[sentence].span.begin,
                         [](const Event& event, std::uint32_t begin) { return event.trigger.begin < begin; });
    Index fallback = none;
    for (auto event = at; event != doc.events.end() && event->sentence == sentence; ++event) {
        if (doc.tokens.upos[event->trigger_token] != Upos::VERB) continue;
        const auto number = static_cast<Index>(event - doc.events.begin());
        if (!is_said_in_passing(doc, *event)) return number;
        if (fallback == none) fallback = number;
    }
    return fallback;
}

}  // namespace lede::brief

namespace lede {

using namespace brief;

void find_brief(Document& doc, const Resources& resources) {
    const Syntax syntax(doc);
    const Lead lead = find_lead(doc);
    const BriefContext context{doc, syntax, lead, resources};
    Brief brief;
    brief.who = find_who(context);
    brief.what = find_what(context);
    brief.when = find_when(context);
    brief.where = find_where(context);
    brief.why = find_why(context);
    brief.how = find_how(context);
    doc.brief = std::move(brief);
}

}  // namespace lede
