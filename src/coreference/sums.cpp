#include "coreference/sums.h"

#include <algorithm>

#include "syntax/extents.h"
#include "syntax/labels.h"

namespace lede::coreference {

namespace {

class SumFinder {
  public:
    SumFinder(const Document& doc, const Lexicon& lexicon, const Descriptions& descriptions,
              const std::vector<Candidate>& candidates, DisjointSets& chains,
              const std::vector<ChainFacts>& facts)
        : doc_(doc),
          lexicon_(lexicon),
          descriptions_(descriptions),
          candidates_(candidates),
          chains_(chains),
          facts_(facts),
          sums_(candidates.size()) {}

    std::vector<std::vector<Index>> find() {
        constexpr std::size_t two = 2;
        std::vector<bool> of_pair(candidates_.size(), false);
        for (Index c = 0; c < candidates_.size(); ++c)
            if (candidates_[c].pair) of_pair[chains_.find(c)] = true;
        for (Index c = 0; c < candidates_.size(); ++c) {
            const Index root = chains_.find(c);
            if (facts_[root].named || !sums_[root].empty()) continue;
            if (candidates_[c].joined && facts_[root].size > 1) {
                std::vector<Index> parts = parts_of(c);
                if (!of_pair[root] || parts.size() == two) sums_[root] = std::move(parts);
            } else if (candidates_[c].pair)
                sums_[root] = two_before(c);
        }
        return std::move(sums_);
    }

  private:
    // The chains of "Ann Lee" and "her sister" in the whole of both; empty if one is none or in it twice.
    std::vector<Index> parts_of(Index whole) {
        const TokenRange tokens = candidates_[whole].tokens;
        const Index head = candidates_[whole].head;
        std::vector<Index> parts;
        for (Index c = whole; c < candidates_.size() && candidates_[c].tokens.begin < tokens.end; ++c) {
            const Candidate& part = candidates_[c];
            if (c == whole || part.joined) continue;
            const Index top = top_within(doc_, part.head, part.tokens);
            const bool joined = doc_.tokens.deprel[top] == Deprel::conj && doc_.tokens.head[top] == head;
            if (top != head && part.head != head && !joined) continue;
            const Index chain = chains_.find(c);
            if (std::find(parts.begin(), parts.end(), chain) != parts.end() || chain == chains_.find(whole))
                return {};
            parts.push_back(chain);
        }
        return parts.size() < 2 ? std::vector<Index>{} : parts;
    }

    /// A thing that a pair may hold.
    struct Seen {
        Index chain;
        Index last;  ///< token of its name's last word, "Lee": kin share it
        int weight;  ///< what speaks for it
    };

    // "Both", "the two leaders": the two of one kind that the sentences before, and the whole text, tell of
    // most.
    std::vector<Index> two_before(Index c) {
        const std::vector<Seen> seen = seen_before(c);
        const bool kin = lexicon_.words.has("pair_kin", noun_of(candidates_[c]));
        constexpr int shared_surname = 12;
        const Seen *one = nullptr, *other = nullptr;
        constexpr int margin = 3;
        int best = 0, next = 0;
        for (std::size_t i = 0; i < seen.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                if (facts_[seen[i].chain].type != facts_[seen[j].chain].type) continue;
                const bool surname = kin && seen[i].last != none && seen[j].last != none &&
                                     doc_.tokens.lower[seen[i].last] == doc_.tokens.lower[seen[j].last];
                const int weight = seen[i].weight + seen[j].weight + (surname ? shared_surname : 0);
                if (one && weight <= best) {
                    next = std::max(next, weight);
                    continue;
                }
                next = best;
                best = weight;
                one = &seen[i];
                other = &seen[j];
            }
        // Silence where another two are nearly as likely.
        if (!one || best < next + margin) return {};
        return {std::min(one->chain, other->chain), std::max(one->chain, other->chain)};
    }

    std::vector<Seen> seen_before(Index c) {
        constexpr Index most_passed = 120, far = 8;  // candidates, sentences
        constexpr std::size_t most_seen = 24;
        constexpr std::uint32_t often = 8;
        constexpr int called_so = 10;
        const Candidate& pair = candidates_[c];
        const Index sentence = doc_.tokens.sentence[pair.head];
        std::vector<Seen> seen;
        for (Index back = 1; back <= std::min(c, most_passed); ++back) {
            const Candidate& candidate = candidates_[c - back];
            const Index distance = sentence - doc_.tokens.sentence[candidate.head];
            if (distance > far) break;
            if (candidate.tokens.end > pair.tokens.begin || candidate.joined || candidate.person != 3 ||
                candidate.number == Number::plural)
                continue;
            const Index chain = chains_.find(c - back);
            if (!facts_[chain].named || !fits(pair, chain)) continue;
            const bool subject = is_subject(doc_.tokens.deprel[candidate.head]);
            const int near = (distance == 0 ? 3 : distance <= 2 ? 2 : 0) + (subject ? 1 : 0);
            auto known =
                std::find_if(seen.begin(), seen.end(), [&](const Seen& s) { return s.chain == chain; });
            if (known == seen.end()) {
                if (seen.size() >= most_seen) continue;
                const int count = 2 * static_cast<int>(std::min(facts_[chain].size, often));
                seen.push_back({chain, none, count + (is_called(pair, chain) ? called_so : 0)});
                known = seen.end() - 1;
            }
            known->weight += near;
            if (candidate.name != none) known->last = candidate.tokens.end - 1;
        }
        return seen;
    }

    // "The two managers" are those whom the text calls managers.
    bool is_called(const Candidate& pair, Index chain) const {
        if (pair.kind != MentionKind::nominal || facts_[chain].group == none) return false;
        const std::vector<Index>& nouns = descriptions_.nouns(facts_[chain].group);
        return std::find(nouns.begin(), nouns.end(), doc_.tokens.lemma[pair.head]) != nouns.end();
    }

    std::string_view noun_of(const Candidate& pair) const {
        return pair.kind == MentionKind::nominal ? doc_.lemma(pair.head) : std::string_view{};
    }

    bool fits(const Candidate& pair, Index chain) const {
        const ChainFacts& facts = facts_[chain];
        const bool differs =
            pair.gender != Gender::unknown && facts.gender != Gender::unknown && pair.gender != facts.gender;
        if (!facts.type || *facts.type == EntityType::NORP) return false;
        if (lexicon_.words.has("pair_state", noun_of(pair))) return *facts.type == EntityType::GPE;
        if (pair.type) return *pair.type == *facts.type && !(differs && pair.type == EntityType::PERSON);
        return true;
    }

    const Document& doc_;
    const Lexicon& lexicon_;
    const Descriptions& descriptions_;
    const std::vector<Candidate>& candidates_;
    DisjointSets& chains_;
    const std::vector<ChainFacts>& facts_;
    std::vector<std::vector<Index>> sums_;
};

}  // namespace

std::vector<std::vector<Index>> find_sums(const Document& doc, const Lexicon& lexicon,
                                          const Descriptions& descriptions,
                                          const std::vector<Candidate>& candidates, DisjointSets& chains,
                                          const std::vector<ChainFacts>& facts) {
    return SumFinder(doc, lexicon, descriptions, candidates, chains, facts).find();
}

}  // namespace lede::coreference
