#include "events/weights.h"

#include <algorithm>
#include <unordered_map>

#include "base/features.h"
#include "neural/linear_model.h"
#include "syntax/extents.h"

namespace lede::events {

namespace {

// What a feature is about. A new one goes to the end, and the model is trained again.
enum Template : std::uint32_t {
    bias = 1,
    place_in_article,
    place_and_tag,
    tag,
    relation,
    relation_of_governor,
    depth,
    quoted,
    quoted_governor,
    reality,
    reality_place,
    participants,
    participants_tag,
    agent_kind,
    patient_kind,
    agent_rank,
    patient_rank,
    in_headline,
    in_headline_place,
    word_class,
    event_class,
    lemma,
    governor,
    time_and_place,
    agent_pronoun_place,
    main_answer,
    main_answer_place,
};

bool is_headline(const Document& doc, Index sentence) {
    const Index block = doc.sentences[sentence].block;
    return block != none && doc.blocks[block].kind == BlockKind::headline;
}

}  // namespace

EventFeatures::EventFeatures(const Document& doc, const Resources& resources)
    : doc_(doc),
      reporting_(resources.table("reporting_verbs")),
      dull_(resources.table("dull_verbs")),
      governors_(resources.table("event_modality")),
      paragraph_of_(doc.sentences.size(), 0),
      headline_entities_(doc.entities.size(), false) {
    Index paragraph = 0, last = none;
    for (Index s = 0; s < doc.sentences.size(); ++s) {
        const Index block = doc.sentences[s].block;
        if (is_headline(doc, s)) {
            for (Index t = doc.sentences[s].tokens.begin; t < doc.sentences[s].tokens.end; ++t)
                if (doc.tokens.upos[t] == Upos::VERB || doc.tokens.upos[t] == Upos::NOUN)
                    headline_lemmas_.push_back(doc.tokens.lemma[t]);
            continue;
        }
        if (block == none || block != last) ++paragraph;
        last = block;
        paragraph_of_[s] = paragraph;
    }
    std::sort(headline_lemmas_.begin(), headline_lemmas_.end());
    for (const Mention& mention : doc.mentions)
        if (mention.entity != none && is_headline(doc, mention.sentence))
            headline_entities_[mention.entity] = true;
    for (const Answer& answer : doc.brief.what) {
        const TokenRange clause = doc.tokens_in(answer.span);
        Index verb = top_verb(doc, clause);
        if (verb != none) main_verbs_.push_back(verb);
        // "said it would *donate* $8m", "is set to *drive* growth"
        for (Index t = clause.begin; t < clause.end && verb != none; ++t) {
            const Deprel relation = doc.tokens.deprel[t];
            const bool told = doc.tokens.head[t] == verb && doc.tokens.upos[t] == Upos::VERB &&
                              (relation == Deprel::ccomp || relation == Deprel::xcomp) &&
                              (reporting_.contains(doc.lemma(verb)) || governors_.contains(doc.lemma(verb)));
            if (told) main_verbs_.push_back(verb = t);
        }
        clauses_.push_back(clause);
    }
}

// 0 in no clause that may answer what happened; else by whether it is the verb of the clause, and of which
// one.
std::uint32_t EventFeatures::answer_of(Index trigger) const {
    constexpr std::uint32_t within = 5;  // more than there are clauses
    for (std::uint32_t i = 0; i < clauses_.size(); ++i)
        if (clauses_[i].contains(trigger)) {
            const bool main = std::find(main_verbs_.begin(), main_verbs_.end(), trigger) != main_verbs_.end();
            return 1 + i + (main ? 0 : within);
        }
    return 0;
}

std::uint32_t EventFeatures::kind_of(const std::optional<Participant>& participant) const {
    if (!participant) return 0;
    if (participant->entity == none) return 1;
    const Entity& entity = doc_.entities[participant->entity];
    return 2 + static_cast<std::uint32_t>(entity.type);
}

// Entities stand in the order of their prominence.
std::uint32_t EventFeatures::rank_of(const std::optional<Participant>& participant) const {
    if (!participant || participant->entity == none) return 9;
    const Index rank = participant->entity;
    return rank < 3 ? rank : rank < 6 ? 3 : rank < 12 ? 4 : 5;
}

bool EventFeatures::is_in_headline(const std::optional<Participant>& participant) const {
    return participant && participant->entity != none && headline_entities_[participant->entity];
}

std::int32_t EventFeatures::prominence(Index number) const {
    constexpr Index opening = 3;
    constexpr std::int32_t each_doubling = 30, best = 160, further = 120, headline = 50;
    const Event& event = doc_.events[number];
    std::int32_t lead = 0;
    for (Index paragraph = paragraph_of_[event.sentence]; paragraph > opening; paragraph /= 2)
        lead -= each_doubling;
    const std::uint32_t answer = answer_of(event.trigger_token);
    if (answer == 0 || answer > clauses_.size()) return lead;
    lead += answer == 1 ? best : further;
    // Headlines pun and leave out; the story says the same in full.
    return is_headline(doc_, event.sentence) ? lead - headline : lead;
}

void EventFeatures::describe(Index number, std::vector<std::uint32_t>& features) const {
    const Event& event = doc_.events[number];
    const Index trigger = event.trigger_token;
    FeatureList list(features);
    const Index paragraph = paragraph_of_[event.sentence];
    const std::uint32_t where = is_headline(doc_, event.sentence) ? 0
                                : paragraph <= 3                  ? paragraph
                                : paragraph <= 6                  ? 4
                                                                  : 5;
    const auto tag_of = static_cast<std::uint32_t>(doc_.tokens.xpos[trigger]);
    const auto relation_to = static_cast<std::uint32_t>(doc_.tokens.deprel[trigger]);
    const Index head = doc_.tokens.head[trigger];
    const std::uint32_t link = combine(relation_to, tag_of);
    std::uint32_t steps = 0;
    for (Index at = trigger; doc_.tokens.head[at] != none && steps < 4; at = doc_.tokens.head[at]) ++steps;
    const std::uint32_t real =
        static_cast<std::uint32_t>(event.modality) * 2 + static_cast<std::uint32_t>(event.polarity);
    const std::uint32_t filled = (event.agent ? 1u : 0u) + (event.patient ? 2u : 0u);
    const std::string_view word = doc_.lemma(trigger);
    const std::uint32_t word_kind = (reporting_.contains(word) ? 1u : 0u) + (dull_.contains(word) ? 2u : 0u) +
                                    (governors_.contains(word) ? 4u : 0u);
    const bool told_in_headline =
        std::binary_search(headline_lemmas_.begin(), headline_lemmas_.end(), doc_.tokens.lemma[trigger]);
    const std::uint32_t headline = (told_in_headline ? 1u : 0u) + (is_in_headline(event.agent) ? 2u : 0u) +
                                   (is_in_headline(event.patient) ? 4u : 0u);
    const std::uint32_t in_quote =
        event.quote == none ? 0 : 1 + static_cast<std::uint32_t>(doc_.quotes[event.quote].form);

    list.add(bias, 0);
    list.add(main_answer, answer_of(trigger));
    list.add(main_answer_place, answer_of(trigger), where == 0);
    list.add(place_in_article, where);
    list.add(place_and_tag, where, tag_of);
    list.add(tag, tag_of);
    list.add(relation, link);
    list.add(depth, steps, where == 0 ? 1 : 0);
    list.add(quoted, in_quote);
    list.add(reality, real);
    list.add(reality_place, real, where);
    list.add(participants, filled);
    list.add(participants_tag, filled, tag_of);
    list.add(agent_kind, kind_of(event.agent));
    list.add(patient_kind, kind_of(event.patient));
    list.add(agent_rank, rank_of(event.agent));
    list.add(patient_rank, rank_of(event.patient));
    list.add(in_headline, headline);
    list.add(in_headline_place, headline, where);
    list.add(word_class, word_kind, relation_to);
    list.add(event_class, static_cast<std::uint32_t>(event.type));
    list.add(lemma, hash(word));
    list.add(time_and_place, (event.time != none ? 1u : 0u) + (event.place ? 2u : 0u));
    if (head != none) {
        list.add(relation_of_governor, relation_to, static_cast<std::uint32_t>(doc_.tokens.xpos[head]));
        list.add(governor, hash(doc_.lemma(head)), relation_to);
        list.add(quoted_governor, in_quote, relation_to);
    }
}

void link_same_events(Document& doc) {
    std::unordered_map<std::string_view, std::vector<Index>> by_lemma;
    const auto differ = [](const std::optional<Participant>& a, const std::optional<Participant>& b) {
        return a && b && a->entity != b->entity;
    };
    constexpr std::size_t most_compared = 8;
    for (Index number = 0; number < doc.events.size(); ++number) {
        Event& event = doc.events[number];
        event.same = number;
        auto& earlier = by_lemma[doc.lemma(event.trigger_token)];
        for (const Index other : earlier) {
            const Event& first = doc.events[other];
            const bool shared = (first.agent && event.agent && first.agent->entity != none) ||
                                (first.patient && event.patient && first.patient->entity != none);
            if (differ(first.agent, event.agent) || !shared || first.polarity != event.polarity) continue;
            // "The bridge is shut" is not "it could stay shut".
            if ((first.modality == Modality::asserted) != (event.modality == Modality::asserted)) continue;
            // A headline and the story call one thing by different words.
            const bool headline = is_headline(doc, first.sentence) != is_headline(doc, event.sentence);
            if (!headline && differ(first.patient, event.patient)) continue;
            event.same = first.same;
            break;
        }
        if (earlier.size() < most_compared) earlier.push_back(number);
    }
}

void weigh_events(Document& doc, const Resources& resources) {
    const LinearModel model = LinearModel::open(resources.raw("events"));
    const EventFeatures reader(doc, resources);
    std::vector<std::uint32_t> features;
    Index first = none;
    std::int32_t most = 0;
    float heaviest = 0;
    for (Index number = 0; number < doc.events.size(); ++number) {
        Event& event = doc.events[number];
        if (model.labels().empty()) {
            event.weight = event.score;
            continue;
        }
        reader.describe(number, features);
        LinearModel::Scores scores;
        std::fill_n(scores.begin(), listing_count, 0);
        model.add(features, scores);
        const std::int32_t lead = worth(scores);
        constexpr float scale = 512;  // half of it is even odds
        event.weight = std::clamp(0.5F + static_cast<float>(lead) / scale, 0.0F, 1.0F);
        heaviest = std::max(heaviest, event.weight);
        const std::int32_t prominent = lead + reader.prominence(number);
        if (first == none || prominent > most) first = number, most = prominent;
    }
    if (first == none) return;
    // What the article leads with comes first, by less than a thousandth where it is not the heaviest.
    constexpr float step = 1.0F / 1024;
    if (doc.events[first].weight >= heaviest && heaviest < 1) return;
    for (Event& event : doc.events) event.weight = std::min(event.weight, 1 - step);
    doc.events[first].weight = std::min(1.0F, heaviest + step);
}

}  // namespace lede::events
