// What speaks for and against that an event has happened, as features of a small model (factuality.bin). The
// trainer (scripts/train/factuality) asks for the same features, so they are defined here alone. After
// Rudinger, White, Van Durme 2018 (Neural Models of Factuality), whose judgements it learns.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "propositions/clause.h"
#include "propositions/modality.h"

namespace lede {

/// The labels of factuality.bin.
enum class Happened : std::uint8_t { no, yes };
inline constexpr std::size_t happened_count = 2;

/// The features of a predicate as well-mixed hashes.
/// @param by_rule what the rules of modality.h make of it
void describe_factuality(const Syntax& syntax, Index predicate, const Factuality& by_rule,
                         const ModalWords& words, std::vector<std::uint32_t>& features);

}  // namespace lede
