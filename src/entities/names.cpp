#include <algorithm>
#include <string>
#include <unordered_map>

#include "entities/candidates.h"
#include "entities/consistency.h"
#include "entities/entities.h"
#include "entities/typing.h"

namespace lede {

void find_names(Document& doc, const Resources& resources) {
    const Lexicon lexicon(resources);
    const Capitals capitals(doc);
    const std::vector<Candidate> candidates = find_candidates(doc, lexicon, capitals);
    std::vector<TypeReading> readings;
    readings.reserve(candidates.size());
    for (const Candidate& candidate : candidates) readings.push_back(read_candidate(doc, lexicon, candidate));
    const std::vector<Evidence> decided = weigh_in_document(doc, candidates, readings);

    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Evidence::Reading best = decided[i].best();
        if (best == Evidence::no_name) continue;
        const TokenRange tokens = candidates[i].tokens;
        Mention mention;
        mention.span = candidates[i].span;
        mention.tokens = tokens;
        mention.sentence = doc.tokens.sentence[tokens.begin];
        mention.type = type_of(best, readings[i].fine);
        mention.head = head_of_name(doc, candidates[i], mention.type);
        mention.score = decided[i].confidence(best);
        doc.mentions.push_back(mention);
    }
}

}  // namespace lede
