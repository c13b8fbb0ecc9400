// How much a story is about each of its events: features of a small model (events.bin). The trainer
// (scripts/train/events) asks for the same features, so they are defined here alone.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "neural/linear_model.h"
#include "resources.h"

namespace lede::events {

/// The labels of events.bin: what a list of what happened leaves out, may hold, must hold.
enum class Listing : std::uint8_t { out, also, main };
inline constexpr std::size_t listing_count = 3;

/// What the scores of the labels say for an event, in sixteenths of a natural logarithm.
inline std::int32_t worth(const LinearModel::Scores& scores) {
    return scores[1] + 2 * scores[2] - 3 * scores[0];
}

class EventFeatures {
  public:
    /// Reads the events of the document, which must outlive the object, and what answers what happened.
    EventFeatures(const Document& doc, const Resources& resources);

    /// The features of an event, as well-mixed hashes. Verbs that are seldom news are among the events.
    void describe(Index event, std::vector<std::uint32_t>& features) const;

    /// How prominently the article tells an event, in sixteenths of a natural logarithm: the verbs of the
    /// clauses that answer what happened do, and what stands further down does less with every doubling of
    /// its place.
    std::int32_t prominence(Index event) const;

  private:
    std::uint32_t kind_of(const std::optional<Participant>& participant) const;
    std::uint32_t rank_of(const std::optional<Participant>& participant) const;
    bool is_in_headline(const std::optional<Participant>& participant) const;
    std::uint32_t answer_of(Index trigger) const;

    const Document& doc_;
    Table reporting_, dull_, governors_;
    std::vector<Index> paragraph_of_;      // by sentence: its number within the article
    std::vector<bool> headline_entities_;  // by entity
    std::vector<Index> headline_lemmas_;   // sorted
    std::vector<TokenRange> clauses_;      // the answers to what happened, best first
    std::vector<Index> main_verbs_;        // of clauses_
};

/// Fills `weight` of the events. The heaviest is the one that the article leads with.
void weigh_events(Document& doc, const Resources& resources);

/// Fills `same` of the events: the first that is told by the same word and shares a participant, where none
/// of the two differ.
void link_same_events(Document& doc);

}  // namespace lede::events
