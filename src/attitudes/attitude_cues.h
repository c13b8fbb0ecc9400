// Words by which an article ascribes a belief or an intention to somebody.
#pragma once

#include <optional>

#include "model/word_classes.h"
#include "quotes/reading.h"
#include "resources.h"

namespace lede::attitudes {

enum class AttitudeForm : std::uint8_t { verb, passive, noun, adjective };

struct AttitudeCue {
    Index token = none;
    AttitudeForm form = AttitudeForm::verb;
    AttitudeKind kind = AttitudeKind::belief;
    std::string_view frames;  ///< attitude_verbs.tsv explains the letters
    Index predicate = none;   ///< the verb or adjective whose subject believes: "seems" of "seems to think"
    bool negative = false;    ///< "does not believe", "doubts"

    bool takes(char frame) const;
};

/// The tables that this stage asks, opened once an article.
struct AttitudeWords {
    Table verbs;          ///< attitude_verbs.tsv
    WordClasses classes;  ///< attitude_words.tsv

    explicit AttitudeWords(const Resources& resources)
        : verbs(resources.table("attitude_verbs")), classes(resources.table("attitude_words")) {}
};

/// Reads a token as such a word. Nothing where it ascribes nothing for certain: a question, a condition, what
/// somebody might, should or was asked to think.
std::optional<AttitudeCue> read_attitude_cue(const quotes::Reading& reading, const AttitudeWords& words,
                                             Index token);

}  // namespace lede::attitudes
