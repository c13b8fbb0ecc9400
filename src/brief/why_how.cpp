// Why and how: causes that the opening states, then what weaker words suggest ("after", "amid", "to …", "by
// …ing").
#include <algorithm>

#include "brief/answers.h"
#include "events/actors.h"
#include "text/phrase.h"

namespace lede::brief {

namespace {

constexpr Index longest_answer = 28;

bool ends_clause(const Document& doc, Index token) {
    const Xpos tag = doc.tokens.xpos[token];
    return tag == Xpos::COMMA || tag == Xpos::COLON || tag == Xpos::PERIOD || tag == Xpos::CLOSE_QUOTE;
}

std::optional<Span> clause_from(const Document& doc, Index begin, Index shortest) {
    const Index sentence_end = doc.sentences[doc.tokens.sentence[begin]].tokens.end;
    const Index stop = std::min(sentence_end, begin + longest_answer);
    Index end = begin;
    while (end < stop && !(end >= begin + 2 && ends_clause(doc, end))) ++end;
    while (end > begin && doc.tokens.upos[end - 1] == Upos::PUNCT) --end;
    if (end < begin + shortest) return std::nullopt;
    return doc.span_of({begin, end});
}

// By token of a sentence: is it part of a time expression?
std::vector<bool> tokens_in_times(const Document& doc, TokenRange tokens) {
    std::vector<bool> result(tokens.size(), false);
    auto time = std::lower_bound(doc.times.begin(), doc.times.end(), tokens.begin,
                                 [](const Time& t, Index token) { return t.tokens.begin < token; });
    for (; time != doc.times.end() && time->tokens.end <= tokens.end; ++time)
        for (Index token = time->tokens.begin; token < time->tokens.end; ++token)
            result[token - tokens.begin] = true;
    return result;
}

float weight_of(const Lead& lead, Index sentence) {
    constexpr float headline = 1.0F, first = 0.95F, step = 0.08F, elsewhere = 0.4F;
    if (std::find(lead.headline.begin(), lead.headline.end(), sentence) != lead.headline.end())
        return headline;
    const auto at = std::find(lead.opening.begin(), lead.opening.end(), sentence);
    if (at == lead.opening.end()) return elsewhere;
    return first - step * static_cast<float>(at - lead.opening.begin());
}

Index sentence_at(const Document& doc, std::uint32_t offset) {
    const auto at = std::upper_bound(doc.sentences.begin(), doc.sentences.end(), offset,
                                     [](std::uint32_t o, const Sentence& s) { return o < s.span.begin; });
    return at == doc.sentences.begin() ? 0 : static_cast<Index>(at - doc.sentences.begin()) - 1;
}

std::vector<Index> sentences_of(const Lead& lead) {
    std::vector<Index> result = lead.headline;
    result.insert(result.end(), lead.opening.begin(), lead.opening.end());
    return result;
}

}  // namespace

Answers find_why(const BriefContext& context) {
    const Document& doc = context.doc;
    Answers answers;
    for (const Cause& cause : doc.causes)
        answers.push_back(
            {cause.cause, cause.score * weight_of(context.lead, sentence_at(doc, cause.cause.begin)), none});
    keep_best(doc, answers);
    return answers;
}

namespace {

// By token: a person, a body or a state ("with the people who made it" tells of company, and no means).
std::vector<bool> tokens_of_actors(const BriefContext& context) {
    const Document& doc = context.doc;
    const events::ActorNouns nouns(context.resources);
    std::vector<bool> result(doc.tokens.size(), false);
    for (Index token = 0; token < doc.tokens.size(); ++token)
        result[token] = nouns.is_actor(doc.lemma(token));
    for (const Mention& mention : doc.mentions)
        if (mention.type == EntityType::PERSON || mention.type == EntityType::NORP ||
            mention.type == EntityType::ORG || mention.type == EntityType::GPE)
            std::fill(result.begin() + mention.tokens.begin, result.begin() + mention.tokens.end, true);
    return result;
}

}  // namespace

Answers find_how(const BriefContext& context) {
    const Document& doc = context.doc;
    Answers answers;
    const std::vector<bool> actors = tokens_of_actors(context);
    constexpr float by_doing = 0.8F, by_means = 0.6F, after = 0.35F, with = 0.3F;
    for (Index sentence : sentences_of(context.lead)) {
        const float weight = weight_of(context.lead, sentence);
        const TokenRange tokens = doc.sentences[sentence].tokens;
        const std::vector<bool> in_time = tokens_in_times(doc, tokens);
        for (Index token = tokens.begin; token + 1 < tokens.end; ++token) {
            const std::string_view word = doc.lower(token);
            const Xpos next = doc.tokens.xpos[token + 1];
            float score = 0;
            if (word == "by" && next == Xpos::VBG)
                score = by_doing;
            else if (word == "via" || word == "using" ||
                     (word == "through" && doc.tokens.deprel[token] == Deprel::case_ && next != Xpos::IN))
                score = by_means;
            else if (word == "after" && doc.tokens.upos[token] != Upos::ADV &&
                     !in_time[token + 1 - tokens.begin])
                score = after;
            else if (word == "with" && doc.tokens.xpos[token] == Xpos::IN) {
                const Index head = doc.tokens.head[token];
                if (head == none || !actors[head]) score = with;
            }
            if (score == 0) continue;
            const Index begin = word == "after" ? token + 1 : token;
            if (const auto span = clause_from(doc, begin, 2))
                answers.push_back({*span, score * weight, none});
        }
    }
    keep_best(doc, answers);
    return answers;
}

}  // namespace lede::brief
