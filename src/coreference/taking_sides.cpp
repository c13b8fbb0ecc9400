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
    if (candidate.kind != MentionKind::nominal) return false;
    const Index head = candidate.head;
    if (const auto row = stances.find(doc.lemma(head)); row && row->find("/H/") != std::string_view::npos)
        return true;
    const Deprel relation = doc.tokens.deprel[head];
    const Index verb = doc.tokens.head[head];
    return verb != none && (is_subject(relation) || relation == Deprel::obl_agent) &&
           tells_stance(stances, doc.lemma(verb));
}

}  // namespace lede::coreference
