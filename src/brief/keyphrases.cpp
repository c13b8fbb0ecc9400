// Noun phrases that tell what an article is about: by how often they and their head occur, how early, how
// long they are (features of KEA and YAKE: Witten et al. 1999, Campos et al. 2020), in whole numbers.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "brief/brief.h"
#include "syntax/noun_phrases.h"

namespace lede {

namespace {

struct Candidate {
    TokenRange tokens;
    Index head = none;
    Index entity = none;
    std::uint32_t count = 0;
    std::uint64_t score = 0;
};

// A phrase without determiners, numbers and what else does not name the thing.
TokenRange core(const Document& doc, const BasePhrase& phrase) {
    TokenRange range{phrase.tokens.begin, phrase.head + 1};
    for (Index token = range.begin; token < range.end; ++token) {
        const Xpos tag = doc.tokens.xpos[token];
        // What belongs to someone is named without its owner.
        if (tag == Xpos::POS) range.begin = token + 1;
    }
    while (!range.empty()) {
        const Upos tag = doc.tokens.upos[range.begin];
        const Xpos fine = doc.tokens.xpos[range.begin];
        const bool names = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::VERB || tag == Upos::X ||
                           (tag == Upos::ADJ && fine != Xpos::JJR && fine != Xpos::JJS);
        const bool joined =
            range.size() > 1 && doc.tokens.xpos[range.begin + 1] == Xpos::HYPH;  // "zero-day flaw"
        if (names || joined) break;
        ++range.begin;
    }
    return range;
}

class Keyphrases {
  public:
    Keyphrases(const Document& doc, const Resources& resources)
        : doc_(doc),
          generic_(resources.table("generic_nouns")),
          head_count_(doc.words.size(), 0),
          entity_of_(doc.tokens.size(), none),
          in_time_(doc.tokens.size(), false) {
        for (const Time& time : doc.times)
            for (Index token = time.tokens.begin; token < time.tokens.end; ++token) in_time_[token] = true;
        for (const Mention& mention : doc.mentions)
            if (mention.kind == MentionKind::name && !mention.tokens.empty())
                entity_of_[mention.tokens.end - 1] = mention.entity;
    }

    std::vector<Keyphrase> find() {
        const NounPhrases phrases(doc_);
        for (const BasePhrase& phrase : phrases.all()) add(phrase);
        for (Candidate& candidate : candidates_) candidate.score = score(candidate);
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        return best();
    }

  private:
    void add(const BasePhrase& phrase) {
        if (!is_noun(doc_.tokens.xpos[phrase.head]) || in_time_[phrase.head]) return;
        const Index block = doc_.sentences[doc_.tokens.sentence[phrase.head]].block;
        if (block != none && doc_.blocks[block].kind == BlockKind::byline) return;
        const TokenRange range = core(doc_, phrase);
        constexpr Index longest = 5;
        constexpr std::uint32_t shortest = 3, longest_bytes = 100;
        if (range.empty() || range.size() > longest) return;
        const Span span = doc_.span_of(range);
        if (span.size() < (range.size() == 1 ? 2 : shortest) || span.size() > longest_bytes) return;
        if (generic_.contains(doc_.lemma(phrase.head))) return;
        ++head_count_[doc_.tokens.lemma[phrase.head]];
        std::string key;
        for (Index token = range.begin; token < range.end; ++token) {
            key += token + 1 == range.end ? doc_.lemma(token) : doc_.lower(token);
            key += ' ';
        }
        const auto [at, fresh] = numbers_.try_emplace(std::move(key), candidates_.size());
        if (fresh) candidates_.push_back({range, phrase.head, entity_of_[phrase.head], 0, 0});
        ++candidates_[at->second].count;
    }

    std::uint64_t score(const Candidate& candidate) const {
        // Longer phrases say more, up to three words.
        static constexpr std::array<std::uint64_t, 6> by_length{0, 10, 17, 18, 14, 10};
        constexpr std::uint64_t most = 8, half = 2, early = 3, scale = 100;
        const std::uint64_t count = std::min<std::uint64_t>(candidate.count, most);
        const std::uint64_t head =
            std::min<std::uint64_t>(head_count_[doc_.tokens.lemma[candidate.head]], most);
        const Index size = std::min<Index>(candidate.tokens.size(), by_length.size() - 1);
        std::uint64_t value = (2 * count + head) * by_length[size] * scale;
        const bool named = doc_.tokens.upos[candidate.head] == Upos::PROPN;
        if (size == 1 && !named) value /= half;
        // Later first mentions count less: to half at the end of the article.
        const std::uint64_t total = doc_.tokens.size(), place = candidate.tokens.begin;
        value = value * (2 * total - place) / (2 * total);
        const Index block = doc_.sentences[doc_.tokens.sentence[candidate.head]].block;
        const bool headline = block != none && doc_.blocks[block].kind == BlockKind::headline;
        return headline ? value * early / half : value;
    }

    bool repeats(const Candidate& candidate, const std::vector<Candidate>& chosen) const {
        for (const Candidate& better : chosen) {
            if (candidate.entity != none && candidate.entity == better.entity) return true;
            Index shared = 0;
            for (Index a = candidate.tokens.begin; a < candidate.tokens.end; ++a)
                for (Index b = better.tokens.begin; b < better.tokens.end; ++b)
                    if (doc_.tokens.lemma[a] == doc_.tokens.lemma[b]) {
                        ++shared;
                        break;
                    }
            if (2 * shared > std::min(candidate.tokens.size(), better.tokens.size())) return true;
        }
        return false;
    }

    std::vector<Keyphrase> best() const {
        constexpr std::size_t wanted = 10, considered = 60;
        std::vector<Candidate> chosen;
        for (std::size_t i = 0; i < candidates_.size() && i < considered && chosen.size() < wanted; ++i)
            if (!repeats(candidates_[i], chosen)) chosen.push_back(candidates_[i]);
        std::vector<Keyphrase> result;
        for (const Candidate& candidate : chosen) {
            const float score =
                static_cast<float>(candidate.score) / static_cast<float>(chosen.front().score);
            result.push_back({doc_.span_of(candidate.tokens), score});
        }
        return result;
    }

    const Document& doc_;
    Table generic_;
    std::vector<std::uint32_t> head_count_;
    std::vector<Index> entity_of_;  // by last token of a name
    std::vector<bool> in_time_;
    std::unordered_map<std::string, std::size_t> numbers_;  // looked up, never walked
    std::vector<Candidate> candidates_;                     // in order of first use
};

}  // namespace

void find_keyphrases(Document& doc, const Resources& resources) {
    doc.keyphrases = Keyphrases(doc, resources).find();
}

}  // namespace lede
