#include "coreference/speaking.h"

#include <algorithm>

#include "syntax/extents.h"

namespace lede::coreference {

namespace {

// "Labour MP George Foulkes" is he and not Labour, "the mother of Ann Lee" is not she.
bool is_meant(const Document& doc, const Candidate& name) {
    if (name.kind != MentionKind::name || name.type != EntityType::PERSON) return false;
    const Deprel relation = doc.tokens.deprel[top_within(doc, name.tokens.begin, name.tokens)];
    return relation != Deprel::nmod && relation != Deprel::nmod_poss;
}

}  // namespace

// heads.
std::vector<Index> find_speaking(const Document& doc, const std::vector<Candidate>& candidates) {
    std::vector<Index> speaking(doc.quotes.size(), none);
    for (Index q = 0; q < doc.quotes.size(); ++q) {
        const auto& speaker = doc.quotes[q].speaker;
        if (!speaker) continue;
        auto at = std::lower_bound(candidates.begin(), candidates.end(), speaker->begin,
                                   [&](const Candidate& c, std::uint32_t begin) {
                                       return doc.tokens.span[c.tokens.begin].begin < begin;
                                   });
        const auto first = at;
        for (; at != candidates.end() && doc.tokens.span[at->tokens.begin].begin < speaker->end; ++at) {
            if (!speaker->contains(doc.tokens.span[at->head])) continue;
            const auto c = static_cast<Index>(at - candidates.begin());
            if (is_meant(doc, *at)) {
                speaking[q] = c;
                break;
            }
            const Index governor = doc.tokens.head[top_within(doc, at->tokens.begin, at->tokens)];
            const bool root = governor == none || !speaker->contains(doc.tokens.span[governor]);
            if (root && speaking[q] == none) speaking[q] = c;
        }
        if (speaking[q] == none && first != at && speaker->contains(doc.tokens.span[first->head]))
            speaking[q] = static_cast<Index>(first - candidates.begin());
    }
    return speaking;
}

}  // namespace lede::coreference
