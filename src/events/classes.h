// Which PLOVER class an event has, if any: features of a small model (classes.bin), among them what the
// lexicon says. The trainer (scripts/train/classes) asks for the same features, so they are defined here
// alone.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "neural/core_model.h"
#include "neural/linear_model.h"
#include "resources.h"

namespace lede::events {

/// Of EventClass, `other` included.
inline constexpr std::size_t class_count = 17;

class ClassFeatures {
  public:
    /// Reads the entities of the document, which must outlive the object.
    ClassFeatures(const Document& doc, const Resources& resources);

    /// The features of an event whose `type` is what the lexicon says, as well-mixed hashes.
    void describe(const Event& event, std::vector<std::uint32_t>& features) const;

  private:
    std::uint32_t kind_of(const std::optional<Participant>& participant) const;
    std::uint32_t head_of(const std::optional<Participant>& participant) const;
    void add_signs(std::uint32_t about, std::string_view word, std::vector<std::uint32_t>& features) const;

    const Document& doc_;
    const WordVectors& vectors_;
    std::uint32_t states_ = 0;  ///< how many states and peoples the article names, in a few steps
};

/// Does the model keep a class, by the scores of all?
bool is_kept(std::size_t proposed, const LinearModel::Scores& scores);

/// Takes the `type` that the lexicon gave from the events where the model does not keep it.
void check_classes(Document& doc, const Resources& resources);

}  // namespace lede::events
