#include "coreference/taking_sides.h"

#include <algorithm>

#include "syntax/labels.h"

namespace lede::coreference {

namespace {

bool has_use(const attitudes::StanceWords& stances, std::string_view lemma, char frame) {
    const auto uses = stances.uses(lemma);
    return std::any_of(uses.begin(), uses.end(), [&](const auto& use) { return use.has(frame); });
}

// By a use as a verb. Those that need a modal verb ("would sue them") are too rare to count.
bool tells_stance(const attitudes::StanceWords& stances, std::string_view lemma) {
    const auto uses = stances.uses(lemma);
    return std::any_of(uses.begin(), uses.end(), [](const auto& use) {
        constexpr std::string_view of_verbs = "ogicpuse";
        return !use.has('m') &&
               std::any_of(of_verbs.begin(), of_verbs.end(), [&](char frame) { return use.has(frame); });
    });
}

// "*anti-government* protesters"
bool has_partisan_prefix(const attitudes::StanceWords& stances, std::string_view word) {
    const std::size_t hyphen = word.find('-');
    return hyphen != std::string_view::npos && has_use(stances, word.substr(0, hyphen), 'P');
}

// "*staged* a protest", "*voiced* their opposition", "*remain* committed to it"
bool governs_stance(const Document& doc, Index verb, const attitudes::StanceWords& stances) {
    const bool voices = stances.has("voices", doc.lemma(verb));
    constexpr Index farthest = 8;
    const Index end = std::min(doc.tokens.size(), verb + farthest);
    for (Index token = verb + 1; token < end; ++token) {
        if (doc.tokens.head[token] != verb) continue;
        if (voices && doc.tokens.deprel[token] == Deprel::obj) return has_use(stances, doc.lemma(token), 'N');
        if (doc.tokens.deprel[token] == Deprel::xcomp && has_use(stances, doc.lower(token), 'A')) return true;
    }
    return false;
}

// "workers *who threaten to strike*"
bool has_stance_clause(const Document& doc, Index noun, const attitudes::StanceWords& stances) {
    constexpr Index farthest = 6;
    const Index end = std::min(doc.tokens.size(), noun + farthest);
    for (Index token = noun + 1; token < end; ++token)
        if (doc.tokens.head[token] == noun && doc.tokens.deprel[token] == Deprel::acl_relcl)
            return doc.tokens.xpos[noun + 1] == Xpos::WP && tells_stance(stances, doc.lemma(token));
    return false;
}

}  // namespace

bool takes_side(const Document& doc, const Candidate& candidate, const attitudes::StanceWords& stances) {
    if (candidate.kind != MentionKind::nominal || !candidate.type) return false;
    if (*candidate.type != EntityType::PERSON && *candidate.type != EntityType::ORG &&
        *candidate.type != EntityType::GPE)
        return false;
    const Index head = candidate.head;
    if (has_use(stances, doc.lemma(head), 'H')) return true;
    if (head > candidate.tokens.begin && has_partisan_prefix(stances, doc.lower(head - 1))) return true;
    Index top = head;
    // "hundreds of protesters"
    if (doc.tokens.deprel[head] == Deprel::nmod && doc.tokens.xpos[head] == Xpos::NNS) {
        const Index part = doc.tokens.head[head];
        if (part < head && stances.has("part", doc.lemma(part))) top = part;
    }
    const Deprel relation = doc.tokens.deprel[top];
    const Index verb = doc.tokens.head[top];
    if (has_stance_clause(doc, head, stances)) return true;
    if (verb == none || (!is_subject(relation) && relation != Deprel::obl_agent)) return false;
    return tells_stance(stances, doc.lemma(verb)) || governs_stance(doc, verb, stances);
}

}  // namespace lede::coreference
