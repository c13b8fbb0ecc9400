#include "entities/consistency.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/unicode.h"

namespace lede {

namespace {

constexpr std::int32_t limit = 48;  // what one place of an article may say about another

void add_bounded(std::int32_t& sum, std::int32_t value, std::int32_t bound) {
    sum = std::clamp(sum + value, -bound, bound);
}

}  // namespace

std::vector<Evidence> weigh_in_document(Document& doc, const std::vector<Candidate>& candidates,
                                        const std::vector<TypeReading>& readings) {
    std::vector<Index> key(candidates.size());
    std::unordered_map<Index, Evidence> contexts;  // by the words of a name
    std::unordered_map<Index, bool> bodies;        // last words of names of organisations
    std::unordered_map<Index, bool> short_bodies;  // first words of such names, "Goldman" of "Goldman Sachs"
    std::unordered_map<Index, bool> surnames;  // last words of names of two words or more that are persons
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        key[i] = doc.words.intern(fold(doc.slice(candidates[i].span)));
        Evidence& sum = contexts[key[i]];
        for (std::size_t r = 0; r < Evidence::readings; ++r)
            add_bounded(sum.weight[r], readings[i].context.weight[r], limit);
        Evidence own = readings[i].words;
        own += readings[i].context;
        const TokenRange tokens = candidates[i].tokens;
        if (own.best() == Evidence::person && (tokens.size() > 1 || readings[i].titled))
            surnames[doc.tokens.lower[tokens.end - 1]] = true;
        if (own.best() == Evidence::organisation && tokens.size() > 1)
            bodies[doc.tokens.lower[tokens.end - 1]] = short_bodies[doc.tokens.lower[tokens.begin]] = true;
    }
    std::vector<Evidence> result(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        result[i] = readings[i].words;
        result[i] += readings[i].context;
        const Evidence& sum = contexts[key[i]];
        for (std::size_t r = 0; r < Evidence::readings; ++r)
            result[i].weight[r] += (sum.weight[r] - readings[i].context.weight[r]) / 2;
        const bool surname = surnames.count(doc.tokens.lower[candidates[i].tokens.begin]) > 0;
        if (candidates[i].tokens.size() == 1 && readings[i].fine != EntityType::NORP && surname)
            result[i].weight[Evidence::person] += 28;
        if (candidates[i].tokens.size() == 1 && !readings[i].fine && !surname && !readings[i].titled &&
            short_bodies.count(doc.tokens.lower[candidates[i].tokens.begin]) > 0)
            result[i].weight[Evidence::organisation] += 20;
        if (candidates[i].tokens.size() == 1 && !readings[i].fine &&
            bodies.count(doc.tokens.lower[candidates[i].tokens.begin]) > 0)
            result[i].weight[Evidence::organisation] += 20;
    }
    return result;
}

Span head_of_name(const Document& doc, const Candidate& candidate, EntityType type) {
    const TokenRange tokens = candidate.tokens;
    if (tokens.size() == 1) return candidate.span;
    Index head = tokens.end - 1;
    if (type != EntityType::PERSON)
        for (Index t = tokens.begin + 1; t < tokens.end; ++t)
            if (doc.tokens.xpos[t] == Xpos::IN || doc.lower(t) == ",") {
                head = t - 1;
                break;
            }
    return doc.tokens.span[head];
}

}  // namespace lede
