// The words before and after a time.
#pragma once

#include "times/grammar/patterns.h"

namespace lede::times {

inline bool is_noun(Xpos tag) { return tag == Xpos::NN || tag == Xpos::NNS; }
inline bool is_name(Xpos tag) { return tag == Xpos::NNP || tag == Xpos::NNPS; }
inline bool is_tensed(Xpos tag) {
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
}

/// The word before a match, and the one after it; "" where there is none.
inline std::string_view before(const TimeMatch& m) {
    return m.begin > 0 ? m.sentence.view.lower(m.begin - 1) : "";
}
inline std::string_view after(const TimeMatch& m) { return m.sentence.view.lower(m.end); }

/// Does the word before or after a match belong to a class of the table time_context?
inline bool before_is(const TimeMatch& m, std::string_view word_class) {
    return m.sentence.context.has(word_class, before(m));
}
inline bool after_is(const TimeMatch& m, std::string_view word_class) {
    return m.sentence.context.has(word_class, after(m));
}

}  // namespace lede::times
