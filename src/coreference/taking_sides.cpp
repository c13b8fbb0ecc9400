#include "coreference/taking_sides.h"

#include "syntax/labels.h"

namespace lede::coreference {

namespace {

// A row of words that only help others, "-/class//bad", tells no stance.
bool tells_stance(const Table& stances, std::string_view lemma) {
    const auto row = stances.find(lemma);
    return row && !row->empty() && row->front() != '-';
}

}  // namespace

bool takes_side(const Document& doc, const Candidate& candidate, const Table& stances) {
    if (candidate.kind != MentionKind::nominal || !candidate.type) return false;
    if (*candidate.type != EntityType::PERSON && *candidate.type != EntityType::ORG &&
        *candidate.type != EntityType::GPE)
        return false;
    const Index head = candidate.head;
    if (const auto row = stances.find(doc.lemma(head)); row && row->find("/H/") != std::string_view::npos)
        return true;
    Index top = head;
    // "anti-government protesters"
    if (head > candidate.tokens.begin) {
        const std::string_view word = doc.lower(head - 1);
        const auto row = stances.find(word.substr(0, word.find('-')));
        if (row && row->find("/P/") != std::string_view::npos && word.find('-') != std::string_view::npos)
            return true;
    }
    // "hundreds of protesters"
    if (doc.tokens.deprel[head] == Deprel::nmod && doc.tokens.xpos[head] == Xpos::NNS) {
        const Index part = doc.tokens.head[head];
        const auto row = part < head ? stances.find(doc.lemma(part)) : std::nullopt;
        if (row && row->find("class//part") != std::string_view::npos) top = part;
    }
    const Deprel relation = doc.tokens.deprel[top];
    const Index verb = doc.tokens.head[top];
    return verb != none && (is_subject(relation) || relation == Deprel::obl_agent) &&
           tells_stance(stances, doc.lemma(verb));
}

}  // namespace lede::coreference
