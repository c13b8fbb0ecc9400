// The sentences that carry most of the article, by position, the entities in them and the words of the
// headline (features of Edmundson 1969 and Luhn 1958), in whole numbers.
#include <algorithm>

#include "brief/brief.h"
#include "brief/lead.h"
#include "model/word_classes.h"

namespace lede {

using namespace brief;

namespace {

bool is_content(const Document& doc, Index token) {
    const Upos tag = doc.tokens.upos[token];
    return tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::VERB || tag == Upos::ADJ ||
           tag == Upos::NUM;
}

struct Candidate {
    Index sentence = none;
    int score = 0;
};

class Summary {
  public:
    Summary(const Document& doc, const Resources& resources)
        : doc_(doc),
          words_(resources.table("clause_words")),
          lead_(find_lead(doc)),
          in_headline_(doc.words.size(), false),
          chosen_(doc.words.size(), false),
          attention_(doc.sentences.size(), 0),
          leans_(doc.sentences.size(), false) {
        find_leaning();
        for (Index sentence : lead_.headline) mark(sentence, in_headline_);
        // Integer attention: an entity's salience in hundredths, once a sentence.
        for (Index entity = 0; entity < doc.entities.size() && entity < counted_entities; ++entity) {
            Index last = none;
            for (Index mention : doc.entities[entity].mentions) {
                const Index sentence = doc.mentions[mention].sentence;
                constexpr float hundred = 100;
                if (sentence != last)
                    attention_[sentence] += static_cast<int>(doc.entities[entity].salience * hundred);
                last = sentence;
            }
        }
    }

    std::vector<Index> find() {
        std::vector<Candidate> candidates;
        for (Index sentence = 0; sentence < doc_.sentences.size(); ++sentence) {
            if (!is_body(doc_, doc_.sentences[sentence])) continue;
            candidates.push_back({sentence, score(sentence, candidates.size())});
        }
        std::vector<Index> summary;
        const std::size_t wanted = std::min<std::size_t>(candidates.size(), size_for(candidates.size()));
        while (summary.size() < wanted) {
            Candidate best{none, 0};
            for (const Candidate& candidate : candidates) {
                const int value = candidate.score - repetition(candidate.sentence);
                const bool taken =
                    std::find(summary.begin(), summary.end(), candidate.sentence) != summary.end();
                if (!taken && (best.sentence == none || value > best.score))
                    best = {candidate.sentence, value};
            }
            if (best.sentence == none || best.score < worthless) break;
            summary.push_back(best.sentence);
            mark(best.sentence, chosen_);
        }
        std::sort(summary.begin(), summary.end());
        return summary;
    }

  private:
    static constexpr Index counted_entities = 12;
    static constexpr int worthless = -500;

    static std::size_t size_for(std::size_t sentences) {
        constexpr std::size_t few = 10, many = 25;
        if (sentences <= 3) return 1;
        if (sentences <= few) return 2;
        if (sentences <= many) return 3;
        return sentences <= 2 * many ? 4 : 5;
    }

    void mark(Index sentence, std::vector<bool>& words) const {
        const TokenRange tokens = doc_.sentences[sentence].tokens;
        for (Index token = tokens.begin; token < tokens.end; ++token)
            if (is_content(doc_, token)) words[doc_.tokens.lemma[token]] = true;
    }

    int score(Index sentence, std::size_t position) const {
        const TokenRange tokens = doc_.sentences[sentence].tokens;
        constexpr std::size_t opening = 8;
        constexpr int of_position = 6, of_lead = 40, of_headline = 8, most_of_headline = 40;
        int total = position < opening ? static_cast<int>(opening - position) * of_position : 0;
        if (position == 0) total += of_lead;
        int shared = 0;
        for (Index token = tokens.begin; token < tokens.end; ++token)
            if (is_content(doc_, token) && in_headline_[doc_.tokens.lemma[token]]) shared += of_headline;
        total += std::min(shared, most_of_headline) + std::min(attention_[sentence], most_of_headline);
        constexpr Index shortest = 8, longest = 55;
        constexpr int fault = 30;
        if (tokens.size() < shortest || tokens.size() > longest) total -= fault;
        // A sentence that leans on the one before it, or only quotes, reads badly alone.
        if (doc_.tokens.xpos[tokens.begin] == Xpos::OPEN_QUOTE) total -= fault;
        if (leans_[sentence] || connects(tokens)) total -= 2 * fault;
        if (doc_.lower(tokens.end - 1) == "?") total -= fault;
        return total;
    }

    // "But the council …", "However, …", "The council also …"
    bool connects(TokenRange sentence) const {
        if (words_.has("leans", doc_.lower(sentence.begin))) return true;
        constexpr Index opening = 6;
        for (Index token = sentence.begin; token < sentence.end && token < sentence.begin + opening;
             ++token) {
            if (doc_.tokens.quote[token] != none) return false;
            if (words_.has("connects", doc_.lower(token))) return true;
        }
        return false;
    }

    // "*He* left on Friday": is somebody meant before anybody is named?
    void find_leaning() {
        std::vector<bool> named(doc_.sentences.size(), false);
        for (const Mention& mention : doc_.mentions) {
            if (mention.sentence == none || mention.tokens.empty()) continue;
            if (mention.kind != MentionKind::pronoun)
                named[mention.sentence] = true;
            else if (!named[mention.sentence] && doc_.tokens.quote[mention.tokens.begin] == none)
                leans_[mention.sentence] = true;
        }
    }

    // How much of a sentence the chosen ones have said.
    int repetition(Index sentence) const {
        const TokenRange tokens = doc_.sentences[sentence].tokens;
        int content = 0, said = 0;
        for (Index token = tokens.begin; token < tokens.end; ++token) {
            if (!is_content(doc_, token)) continue;
            ++content;
            said += chosen_[doc_.tokens.lemma[token]] ? 1 : 0;
        }
        constexpr int weight = 60;
        if (content > 0 && said == content) return -2 * worthless;
        return content == 0 ? 0 : said * weight / content;
    }

    const Document& doc_;
    WordClasses words_;
    Lead lead_;
    std::vector<bool> in_headline_, chosen_;
    std::vector<int> attention_;  // by sentence
    std::vector<bool> leans_;     // by sentence
};

}  // namespace

void find_summary(Document& doc, const Resources& resources) { doc.summary = Summary(doc, resources).find(); }

}  // namespace lede
