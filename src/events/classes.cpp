#include "events/classes.h"

#include <algorithm>

#include "base/features.h"
#include "neural/word_features.h"

namespace lede::events {

namespace {

// What a feature is about. A new one goes to the end, and the model is trained again.
enum Template : std::uint32_t {
    bias = 1,
    proposed,
    proposed_word,
    word,
    agent_kind,
    patient_kind,
    both_kinds,
    patient_word,
    word_and_patient,
    agent_word,
    reality,
    many_states,
    sign,
    proposed_sign,
    patient_sign,
    word_form,
};

constexpr int looked_at = 40;  // numbers of a word vector

}  // namespace

ClassFeatures::ClassFeatures(const Document& doc, const Resources& resources)
    : doc_(doc), vectors_(resources.core().vectors) {
    const auto count = std::count_if(doc.entities.begin(), doc.entities.end(), [](const Entity& entity) {
        return entity.type == EntityType::GPE || entity.type == EntityType::NORP;
    });
    states_ = count < 2 ? 0 : count < 4 ? 1 : count < 8 ? 2 : 3;
}

// Who or what takes part: by the type of its entity, or whether it is a phrase or a clause.
std::uint32_t ClassFeatures::kind_of(const std::optional<Participant>& participant) const {
    if (!participant) return 0;
    if (participant->entity != none)
        return 10 + static_cast<std::uint32_t>(doc_.entities[participant->entity].type);
    const TokenRange tokens = doc_.tokens_in(participant->span);
    for (Index t = tokens.begin; t < tokens.end; ++t)
        if (doc_.tokens.deprel[t] == Deprel::mark || doc_.tokens.deprel[t] == Deprel::aux) return 2;
    return 1;
}

// The lemma of the word that the others of a participant hang on, as a hash; 0 for none.
std::uint32_t ClassFeatures::head_of(const std::optional<Participant>& participant) const {
    if (!participant) return 0;
    const TokenRange tokens = doc_.tokens_in(participant->span);
    for (Index t = tokens.begin; t < tokens.end; ++t)
        if (!tokens.contains(doc_.tokens.head[t])) return hash(doc_.lemma(t));
    return 0;
}

// Words that are used alike have numbers of the same sign.
void ClassFeatures::add_signs(std::uint32_t about, std::string_view text,
                              std::vector<std::uint32_t>& features) const {
    std::array<std::int16_t, WordVectors::size> vector{};
    if (!vectors_.find(WordReader::vector_key(text), vector.data())) return;
    for (int i = 0; i < looked_at; ++i)
        features.push_back(feature(
            about, static_cast<std::uint32_t>(2 * i) + (vector[static_cast<std::size_t>(i)] > 0 ? 1u : 0u)));
}

void ClassFeatures::describe(const Event& event, std::vector<std::uint32_t>& features) const {
    FeatureList list(features);
    const auto type = static_cast<std::uint32_t>(event.type);
    const std::string_view lemma = doc_.lemma(event.trigger_token);
    const std::uint32_t whole = hash(event.lemma), one = hash(lemma);
    const std::uint32_t agent = kind_of(event.agent), patient = kind_of(event.patient);
    const std::uint32_t patient_head = head_of(event.patient);
    list.add(bias, 0);
    list.add(proposed, type);
    list.add(proposed_word, type, one);
    list.add(word, whole);
    list.add(word_form, one, static_cast<std::uint32_t>(doc_.tokens.upos[event.trigger_token]));
    list.add(agent_kind, type, agent);
    list.add(patient_kind, type, patient);
    list.add(both_kinds, type, agent, patient);
    list.add(patient_word, type, patient_head);
    list.add(word_and_patient, one, patient_head);
    list.add(agent_word, type, head_of(event.agent));
    list.add(reality, type, static_cast<std::uint32_t>(event.modality));
    list.add(many_states, type, states_);
    add_signs(sign, lemma, features);
    if (event.type != EventClass::other) add_signs(100 + type, lemma, features);
    if (event.patient) {
        const TokenRange tokens = doc_.tokens_in(event.patient->span);
        for (Index t = tokens.begin; t < tokens.end; ++t)
            if (!tokens.contains(doc_.tokens.head[t])) {
                add_signs(patient_sign, doc_.lemma(t), features);
                break;
            }
    }
}

bool is_kept(std::size_t proposed, const LinearModel::Scores& scores) {
    constexpr std::int32_t lenience = 20;  // in sixteenths of a natural logarithm
    return proposed != 0 && scores[proposed] + lenience > scores[0];
}

void check_classes(Document& doc, const Resources& resources) {
    const LinearModel model = LinearModel::open(resources.raw("classes"));
    if (model.labels().size() != class_count) return;
    const ClassFeatures reader(doc, resources);
    std::vector<std::uint32_t> features;
    for (Event& event : doc.events) {
        if (event.type == EventClass::other) continue;
        reader.describe(event, features);
        LinearModel::Scores scores;
        std::fill_n(scores.begin(), class_count, 0);
        model.add(features, scores);
        if (!is_kept(static_cast<std::size_t>(event.type), scores)) event.type = EventClass::other;
    }
}

}  // namespace lede::events
