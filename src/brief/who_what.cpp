// Who did what: by the headline and the lead, where news writing puts the answer (the features follow
// Hamborg, Breitinger and Gipp 2019, Giveme5W1H: position, frequency of the entity, subject and verb phrase
// of the sentence).
#include <algorithm>

#include "brief/answers.h"
#include "events/actors.h"

namespace lede::brief {

namespace {

// "is" of "What they exported was £3bn": the verb of a sentence that is told by a noun or an adjective.
Index copula_of(const BriefContext& context, TokenRange sentence) {
    for (Index token = sentence.begin; token < sentence.end; ++token)
        if (context.doc.tokens.head[token] == none)
            return context.syntax.children.find(context.doc, token, Deprel::cop);
    return none;
}

// The verb that the sentence is about: its first event, or else its first finite verb.
Index main_verb(const BriefContext& context, Index sentence) {
    const Document& doc = context.doc;
    const TokenRange tokens = doc.sentences[sentence].tokens;
    const Index event = first_event(doc, sentence);
    if (event != none) {
        const Index copula = is_said_in_passing(doc, doc.events[event]) ? copula_of(context, tokens) : none;
        return copula != none ? copula : doc.events[event].trigger_token;
    }
    for (Index token = tokens.begin; token < tokens.end; ++token) {
        const Xpos tag = doc.tokens.xpos[token];
        if (tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD) return token;
    }
    return none;
}

class Who {
  public:
    explicit Who(const BriefContext& context)
        : context_(context), doc_(context.doc), actors_(context.resources) {}

    Answers find() {
        constexpr float headline_weight = 1.0F, lead_weight = 0.7F;
        for (Index sentence : context_.lead.headline) add_sentence(sentence, headline_weight);
        if (!context_.lead.opening.empty()) add_sentence(context_.lead.opening.front(), lead_weight);
        keep_best(doc_, answers_);
        return std::move(answers_);
    }

  private:
    void add(Span span, Index entity, float score) {
        const bool known = entity != none;
        if (known) {
            for (Answer& answer : answers_) {
                if (answer.entity != entity) continue;
                answer.score += score;
                if (doc_.slice(span).size() > doc_.slice(answer.span).size() && is_name(span))
                    answer.span = span;
                return;
            }
        }
        answers_.push_back({span, score, entity});
    }

    bool is_name(Span span) const {
        const auto at =
            std::lower_bound(doc_.mentions.begin(), doc_.mentions.end(), span.begin,
                             [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; });
        return at != doc_.mentions.end() && at->span.begin == span.begin && at->kind == MentionKind::name;
    }

    // "fined £2.4m": sums and shares are nobody.
    bool is_amount(Span span) const {
        return std::any_of(doc_.quantities.begin(), doc_.quantities.end(), [&](const Quantity& quantity) {
            return quantity.span.begin == span.begin && quantity.kind != QuantityKind::cardinal &&
                   quantity.kind != QuantityKind::ordinal;
        });
    }

    void add_participant(const std::optional<Participant>& participant, float score) {
        if (!participant || is_amount(participant->span)) return;
        // A name alone reads better than the noun phrase around it.
        Span span = participant->span;
        if (participant->entity != none) {
            for (const Mention& mention : mentions_in(span))
                if (mention.entity == participant->entity && mention.kind == MentionKind::name)
                    span = mention.span;
        }
        const auto token = std::lower_bound(doc_.tokens.span.begin(), doc_.tokens.span.end(), span.begin,
                                            [](Span t, std::uint32_t begin) { return t.begin < begin; });
        const bool pronoun =
            doc_.tokens.xpos[static_cast<Index>(token - doc_.tokens.span.begin())] == Xpos::PRP;
        // "A tunnel", "ore costs", "a row" do nothing of themselves: people, bodies and states do.
        constexpr float of_things = 0.25F;
        const bool somebody =
            (participant->entity != none && can_act(doc_.entities[participant->entity].type)) ||
            is_actor(static_cast<Index>(token - doc_.tokens.span.begin()));
        if (!somebody) score *= of_things;
        if (!pronoun || participant->entity != none) add(span, participant->entity, score);
    }

    static bool can_act(EntityType type) {
        return type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::GPE ||
               type == EntityType::NORP;
    }

    // By the noun phrase that holds the token, or, in "thousands of troops", by those who are counted.
    bool is_actor(Index token) const {
        const NounPhrases& phrases = context_.syntax.phrases;
        for (Index number = phrases.at(token); number != none;) {
            const Index head = phrases[number].head, next = phrases[number].tokens.end;
            if (doc_.tokens.upos[head] == Upos::PROPN || actors_.is_actor(doc_.lemma(head))) return true;
            const bool of = doc_.tokens.xpos[head] == Xpos::NNS && next + 1 < doc_.tokens.size() &&
                            doc_.lower(next) == "of";
            number = of ? phrases.at(next + 1) : none;
        }
        return false;
    }

    std::vector<Mention> mentions_in(Span span) const {
        std::vector<Mention> result;
        auto at =
            std::lower_bound(doc_.mentions.begin(), doc_.mentions.end(), span.begin,
                             [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; });
        for (; at != doc_.mentions.end() && at->span.begin < span.end; ++at)
            if (span.contains(at->span)) result.push_back(*at);
        return result;
    }

    void add_sentence(Index sentence, float weight) {
        constexpr float agent = 0.5F, patient = 0.15F, named = 0.1F, salient = 0.5F;
        const Index event = first_event(doc_, sentence);
        if (event != none) {
            add_participant(doc_.events[event].agent, weight * agent);
            const bool passive = !doc_.events[event].agent;
            add_participant(doc_.events[event].patient, weight * (passive ? agent : patient));
        }
        for (const Mention& mention : mentions_in(doc_.sentences[sentence].span)) {
            if (mention.kind != MentionKind::name || mention.entity == none) continue;
            const Entity& entity = doc_.entities[mention.entity];
            const bool actor = entity.type == EntityType::PERSON || entity.type == EntityType::ORG;
            const bool place = entity.type == EntityType::GPE || entity.type == EntityType::NORP;
            if (actor || place)
                add(mention.span, mention.entity,
                    weight * (actor ? 1.0F : 0.5F) * (named + salient * entity.salience));
        }
    }

    const BriefContext& context_;
    const Document& doc_;
    const events::ActorNouns actors_;
    Answers answers_;
};

bool ends_clause(const Document& doc, Index token, Index sentence_end) {
    const Xpos tag = doc.tokens.xpos[token];
    if (tag == Xpos::COMMA || tag == Xpos::COLON || tag == Xpos::PERIOD) return true;
    // "as the crowd fled", but not "as much as 30%".
    if (doc.lower(token) == "as") {
        const Xpos next = token + 1 < sentence_end ? doc.tokens.xpos[token + 1] : Xpos::PERIOD;
        return next == Xpos::DT || next == Xpos::PRP || next == Xpos::PRPS || next == Xpos::NNS;
    }
    for (std::string_view word : {"while", "because", "when", "—", "–"})
        if (doc.lower(token) == word) return true;
    return false;
}

// From the auxiliaries of a verb to the end of its clause.
std::optional<Span> verb_phrase(const Document& doc, Index verb, bool whole_sentence) {
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[verb]].tokens;
    TokenRange range{verb, verb + 1};
    while (range.begin > sentence.begin) {
        const Xpos tag = doc.tokens.xpos[range.begin - 1];
        if (tag != Xpos::MD && tag != Xpos::RB && doc.tokens.upos[range.begin - 1] != Upos::AUX) break;
        --range.begin;
    }
    constexpr Index longest = 24;
    const Index stop = std::min(sentence.end, verb + longest);
    constexpr Index shortest = 2;
    Index parenthesis = none;  // one that is still open: what it begins is whole or left out
    for (; range.end < stop; ++range.end) {
        const Xpos tag = doc.tokens.xpos[range.end];
        const bool ends = range.end >= verb + shortest && ends_clause(doc, range.end, sentence.end);
        if (ends && parenthesis == none && !whole_sentence) break;
        if (tag == Xpos::LRB && parenthesis == none) parenthesis = range.end;
        if (tag == Xpos::RRB) parenthesis = none;
    }
    if (parenthesis != none && parenthesis > verb) range.end = parenthesis;
    const auto is_edge = [&](Index t) {
        return doc.tokens.upos[t] == Upos::PUNCT && doc.tokens.xpos[t] != Xpos::RRB;
    };
    while (range.size() > 1 && is_edge(range.end - 1)) --range.end;
    // "That's what …": a verb that is written with its subject does not stand alone.
    if (range.begin > sentence.begin &&
        doc.tokens.span[range.begin].begin == doc.tokens.span[range.begin - 1].end)
        return std::nullopt;
    return doc.span_of(range);
}

}  // namespace

Answers find_who(const BriefContext& context) { return Who(context).find(); }

Answers find_what(const BriefContext& context) {
    const Document& doc = context.doc;
    Answers answers;
    const auto is_said = [&](Index verb) {
        return std::any_of(doc.quotes.begin(), doc.quotes.end(), [&](const Quote& quote) {
            return quote.form == QuoteForm::direct &&
                   std::any_of(quote.content.begin(), quote.content.end(),
                               [&](Span span) { return span.contains(doc.tokens.span[verb]); });
        });
    };
    const auto add = [&](Index sentence, float score, bool headline) {
        const Index verb = main_verb(context, sentence);
        if (verb != none && is_said(verb)) return;  // what somebody says happened
        const auto span = verb == none ? std::nullopt : verb_phrase(doc, verb, headline);
        // "North Korea Fires Missiles, Seoul Says": the last word alone tells nothing.
        const bool bare = span && headline && *span == doc.tokens.span[verb];
        if (verb != none && !bare) {
            if (span) answers.push_back({*span, score, none});
        } else if (headline) {
            answers.push_back({doc.sentences[sentence].span, score, none});
        }
    };
    constexpr float in_headline = 0.9F, in_lead = 0.7F, step = 0.1F;
    for (Index sentence : context.lead.headline) add(sentence, in_headline, true);
    float score = in_lead;
    for (std::size_t i = 0; i < context.lead.opening.size() && i < 2; ++i, score -= step)
        add(context.lead.opening[i], score, false);
    keep_best(doc, answers);
    return answers;
}

}  // namespace lede::brief
