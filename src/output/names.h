// How every enumeration of a Document is written in a result. schema.json lists the same words.
#pragma once

#include <string_view>

#include "document.h"
#include "output/output.h"

namespace lede {

std::string_view name_of(Language value);
std::string_view name_of(PublishedFrom value);
std::string_view name_of(Upos value);
std::string_view name_of(Xpos value);
std::string_view name_of(Deprel value);
std::string_view name_of(MentionKind value);
std::string_view name_of(EntityType value);  ///< "" for untyped
std::string_view name_of(Gender value);      ///< "" for unknown
std::string_view name_of(LinkKind value);    ///< "" for unknown
std::string_view name_of(TimeType value);
std::string_view name_of(QuantityKind value);
std::string_view name_of(QuoteForm value);
std::string_view name_of(Sourcing value);
std::string_view name_of(AttitudeKind value);
std::string_view name_of(EventClass value);  ///< "" for other
std::string_view name_of(Polarity value);
std::string_view name_of(CauseKind value);
std::string_view name_of(Modality value);
std::string_view name_of(Predicate value);
std::string_view name_of(CheckKind value);
std::string_view name_of(Form value);
std::string_view name_of(OffsetUnit value);

}  // namespace lede
