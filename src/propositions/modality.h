// Did it happen? Polarity and modality of an event, by its auxiliaries, its negation and the verb that
// governs it.
#pragma once

#include "model/table.h"
#include "propositions/clause.h"

namespace lede {

struct Factuality {
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
};

/// @param governors the table event_modality.
Factuality factuality(const Syntax& syntax, Index trigger, const Table& governors);

}  // namespace lede
