#include "brief/phrases.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/features.h"
#include "brief/candidates.h"
#include "brief/lead.h"
#include "syntax/noun_phrases.h"

namespace lede::brief {

namespace {

// What a feature is about. A new one goes to the end, and the model is trained again.
enum Feature : std::uint32_t {
    bias = 1,
    counted,
    head_counted,
    length,
    named,
    named_length,
    tags,
    first_use,
    part,
    part_named,
    in_body,
    salience,
    type_salience,
    participant,
    head_word,
    in_answer,
    capitals,
    count_length,
};

enum class Part : std::uint32_t { headline, lead, second, later };

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

class Finder {
  public:
    Finder(const Document& doc, const Resources& resources)
        : doc_(doc),
          generic_(resources.table("generic_nouns")),
          head_count_(doc.words.size(), 0),
          in_body_(doc.words.size(), false),
          entity_of_(doc.tokens.size(), none),
          in_time_(doc.tokens.size(), false),
          answers_(doc.tokens.size(), false),
          weight_(doc.tokens.size(), 0),
          part_of_(doc.sentences.size(), Part::later) {
        for (const Time& time : doc.times) mark(time.tokens, in_time_);
        for (const Mention& mention : doc.mentions)
            if (mention.kind == MentionKind::name && !mention.tokens.empty())
                entity_of_[mention.tokens.end - 1] = mention.entity;
        for (const auto* answers : {&doc.brief.who, &doc.brief.what, &doc.brief.where, &doc.brief.why})
            if (!answers->empty()) mark(doc.tokens_in(answers->front().span), answers_);
        constexpr float tenths = 10;
        for (const Event& event : doc.events) {
            const auto weight = static_cast<std::uint32_t>(event.weight * tenths);
            weigh(doc.tokens_in(event.trigger), weight);
            for (const auto* taker : {&event.agent, &event.patient})
                if (*taker) weigh(doc.tokens_in((*taker)->span), weight);
        }
        const Lead lead = find_lead(doc);
        for (const Index sentence : lead.headline) part_of_[sentence] = Part::headline;
        for (std::size_t i = 0; i < lead.opening.size() && i < 2; ++i)
            part_of_[lead.opening[i]] = i == 0 ? Part::lead : Part::second;
    }

    std::vector<Phrase> find() {
        const NounPhrases phrases(doc_);
        for (const BasePhrase& phrase : phrases.all()) add(phrase);
        for (Phrase& phrase : found_) describe(phrase);
        return std::move(found_);
    }

  private:
    static void mark(TokenRange tokens, std::vector<bool>& marks) {
        for (Index token = tokens.begin; token < tokens.end; ++token) marks[token] = true;
    }

    // Long clauses are no tags, so their words are not read.
    void weigh(TokenRange tokens, std::uint32_t weight) {
        constexpr Index longest = 12;
        for (Index token = tokens.begin; token < tokens.end && token < tokens.begin + longest; ++token)
            weight_[token] = std::max(weight_[token], weight);
    }

    void add(const BasePhrase& phrase) {
        if (!is_noun(doc_.tokens.xpos[phrase.head]) || in_time_[phrase.head]) return;
        const Index sentence = doc_.tokens.sentence[phrase.head];
        const Index block = doc_.sentences[sentence].block;
        if (block != none && doc_.blocks[block].kind == BlockKind::byline) return;
        const TokenRange range = core(doc_, phrase);
        constexpr Index longest = 5;
        constexpr std::uint32_t shortest = 3, longest_bytes = 100;
        if (range.empty() || range.size() > longest) return;
        const Span span = doc_.span_of(range);
        if (span.size() < (range.size() == 1 ? 2 : shortest) || span.size() > longest_bytes) return;
        if (generic_.contains(doc_.lemma(phrase.head))) return;
        // "8 *per cent*"
        const Index quantity = doc_.tokens.quantity[phrase.head];
        if (quantity != none && doc_.quantities[quantity].kind != QuantityKind::cardinal) return;
        ++head_count_[doc_.tokens.lemma[phrase.head]];
        std::string key;
        for (Index token = range.begin; token < range.end; ++token) {
            key += token + 1 == range.end ? doc_.lemma(token) : doc_.lower(token);
            key += ' ';
        }
        const auto [at, fresh] = numbers_.try_emplace(std::move(key), found_.size());
        if (fresh) found_.push_back({range, phrase.head, entity_of_[phrase.head], 0, {}});
        Phrase& one = found_[at->second];
        ++one.count;
        if (part_of_[sentence] != Part::headline) in_body_[doc_.tokens.lemma[phrase.head]] = true;
    }

    void describe(Phrase& phrase) const {
        FeatureList list(phrase.features);
        const TokenRange tokens = phrase.tokens;
        const auto size = static_cast<std::uint32_t>(tokens.size());
        const bool name = doc_.tokens.upos[phrase.head] == Upos::PROPN;
        const std::uint32_t type =
            phrase.entity == none ? 0 : 1 + static_cast<std::uint32_t>(doc_.entities[phrase.entity].type);
        const std::uint32_t rank = phrase.entity == none ? 99 : std::min<std::uint32_t>(phrase.entity, 8);
        const auto where = static_cast<std::uint32_t>(part_of_[doc_.tokens.sentence[tokens.begin]]);
        std::uint32_t pattern = 1, weight = 0, capitals_seen = 0, answered = 0;
        for (Index token = tokens.begin; token < tokens.end; ++token) {
            pattern = combine(pattern, static_cast<std::uint32_t>(doc_.tokens.upos[token]));
            weight = std::max(weight, weight_[token]);
            answered += answers_[token] ? 1 : 0;
            const std::string_view form = doc_.form(token);
            capitals_seen += form.front() >= 'A' && form.front() <= 'Z' ? 1 : 0;
        }
        const std::uint32_t uses = bucket(phrase.count),
                            heads = bucket(head_count_[doc_.tokens.lemma[phrase.head]]);
        constexpr std::uint32_t parts = 6;
        list.add(bias, 0);
        list.add(counted, uses, name);
        list.add(head_counted, heads, name);
        list.add(count_length, uses, size, name);
        list.add(length, size);
        list.add(named, name, type);
        list.add(named_length, size, type);
        list.add(tags, pattern);
        list.add(first_use, parts * tokens.begin / static_cast<std::uint32_t>(doc_.tokens.size()));
        list.add(part, where, size);
        list.add(part_named, where, type);
        list.add(in_body, in_body_[doc_.tokens.lemma[phrase.head]], where == 0, size);
        list.add(salience, rank);
        list.add(type_salience, type, rank);
        list.add(participant, weight);
        list.add(head_word, hash(doc_.lemma(phrase.head)));
        list.add(in_answer, std::min<std::uint32_t>(answered, 2), where == 0);
        list.add(capitals, capitals_seen == size, name, where == 0);
    }

    const Document& doc_;
    Table generic_;
    std::vector<std::uint32_t> head_count_;  // by word
    std::vector<bool> in_body_;              // by word: a head outside the headline
    std::vector<Index> entity_of_;           // by last token of a name
    std::vector<bool> in_time_, answers_;    // by token
    std::vector<std::uint32_t> weight_;      // by token: of the events that it takes part in, in tenths
    std::vector<Part> part_of_;              // by sentence
    std::unordered_map<std::string, std::size_t> numbers_;  // looked up, never walked
    std::vector<Phrase> found_;
};

}  // namespace

std::vector<Phrase> find_phrases(const Document& doc, const Resources& resources) {
    return Finder(doc, resources).find();
}

}  // namespace lede::brief
