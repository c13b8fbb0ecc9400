// The words beside a time, as the files context*.cpp and tense.cpp ask for them.
#pragma once

#include <algorithm>
#include <iterator>

#include "times/grammar/patterns.h"

namespace lede::times {

template <std::size_t size>
bool is_one_of(std::string_view word, const std::string_view (&words)[size]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

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

/// Prepositions and adjectives that only a time follows, where the next word could be a month.
bool opens_a_time(std::string_view word);
/// Those that other things follow too.
bool may_open_a_time(std::string_view word);

}  // namespace lede::times
