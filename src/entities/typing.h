// What kind of thing a candidate names, and whether it is a name at all.
#pragma once

#include <array>
#include <optional>

#include "document.h"
#include "entities/candidates.h"
#include "entities/lexicon.h"

namespace lede {

/// Evidence for each reading of a candidate; 8 is a factor of e.
struct Evidence {
    enum Reading : std::uint8_t { person, organisation, place, other, no_name };
    static constexpr std::size_t readings = 5;

    std::array<std::int32_t, readings> weight{};

    Reading best() const;
    /// The probability of a reading as the evidence has it, 0 to 1. Rough.
    float confidence(Reading reading) const;
    Evidence& operator+=(const Evidence& more);
};

struct TypeReading {
    Evidence words;                  ///< of the candidate itself: the same wherever it stands
    Evidence context;                ///< of what stands around it
    std::optional<EntityType> fine;  ///< where a gazetteer or a telling word says it
    bool titled = false;             ///< a person's title stands before it
};

TypeReading read_candidate(const Document& doc, const Lexicon& lexicon, const Candidate& candidate);

/// The type within a reading: a place may be GPE, LOC or FAC.
EntityType type_of(Evidence::Reading reading, const std::optional<EntityType>& fine);

}  // namespace lede
