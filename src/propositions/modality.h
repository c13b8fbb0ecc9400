// Did it happen? Polarity and modality of an event, by its auxiliaries, its negation and the verb that
// governs it.
#pragma once

#include "model/word_classes.h"
#include "propositions/clause.h"
#include "resources.h"

namespace lede {

struct Factuality {
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
};

/// The words that say so.
struct ModalWords {
    explicit ModalWords(const Resources& resources)
        : governors(resources.table("event_modality")),
          helpers(resources.table("verb_group_words")),
          classes(resources.table("clause_words")),
          reporting(resources.table("reporting_verbs")) {}

    Table governors;  ///< verbs and adjectives, of what their complements tell
    Table helpers;    ///< auxiliaries and adverbs, of the verb behind them
    WordClasses classes;
    Table reporting;
};

Factuality factuality(const Syntax& syntax, Index trigger, const ModalWords& words);

}  // namespace lede
