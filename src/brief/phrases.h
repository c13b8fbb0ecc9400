// Phrases that may tell what an article is about, with what speaks for each as features of a small model
// (phrases.bin). The trainer (scripts/train/phrases) asks for the same, so they are defined here alone.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "resources.h"

namespace lede::brief {

struct Phrase {
    TokenRange tokens;    ///< its first use
    Index head = none;    ///< a token
    Index entity = none;  ///< whom it names; `none` where it is no name
    std::uint32_t count = 0;
    std::vector<std::uint32_t> features;  ///< as well-mixed hashes
};

/// Noun phrases without determiners and numbers, each once, in order of first use. How often they and their
/// heads occur, how early and how long they are, after KEA and YAKE (Witten et al. 1999, Campos et al. 2020).
std::vector<Phrase> find_phrases(const Document& doc, const Resources& resources);

}  // namespace lede::brief
