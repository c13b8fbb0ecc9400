#include "coreference/taking_sides.h"

#include <algorithm>

#include "syntax/labels.h"

namespace lede::coreference {

namespace {

bool has_use(const attitudes::StanceWords& stances, std::string_view lemma, char frame) {
    const auto uses = stances.uses(lemma);
    return std::any_of(uses.begin(), uses.end(), [&](const auto& use) { return use.has(frame); });
}

// "*anti-government* protesters"
bool has_partisan_prefix(const attitudes::StanceWords& stances, std::string_view word) {
    const std::size_t hyphen = word.find('-');
    return hyphen != std::string_view::npos && has_use(stances, word.substr(0, hyphen), 'P');
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
    return verb != none && (is_subject(relation) || relation == Deprel::obl_agent) &&
           !stances.uses(doc.lemma(verb)).empty();
}

}  // namespace lede::coreference
