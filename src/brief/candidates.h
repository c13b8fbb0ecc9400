// What may answer a question, with what speaks for it as features of a small model (brief.bin). The trainer
// (scripts/train/brief) asks for the same candidates, so they are defined here alone.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/features.h"
#include "brief/story.h"

namespace lede::brief {

/// The questions that candidates are ranked for.
enum class Question : std::uint8_t { who, what, when, where, why, how };
inline constexpr std::size_t question_count = 6;

struct Candidate {
    Span span;
    Index entity = none;
    bool aside =
        false;  ///< belongs to something else than what happened: no answer, however likely by its features
    std::vector<std::uint32_t> features;  ///< as well-mixed hashes
};

/// The candidates for a question in the order of the text, some sixty at most.
std::vector<Candidate> find_candidates(const Story& story, Question question);

// One finder a question.
void find_who(const Story& story, std::vector<Candidate>& candidates);
void find_what(const Story& story, std::vector<Candidate>& candidates);
void find_when(const Story& story, std::vector<Candidate>& candidates);
void find_where(const Story& story, std::vector<Candidate>& candidates);
void find_why(const Story& story, std::vector<Candidate>& candidates);
void find_how(const Story& story, std::vector<Candidate>& candidates);

/// Features of the questions have numbers of their own.
constexpr std::uint32_t about(Question question, std::uint32_t number) {
    return 100 + 50 * static_cast<std::uint32_t>(question) + number;
}

/// 0, 1, 2, 3 to 4, 5 to 8 and so on.
constexpr std::uint32_t bucket(std::uint32_t number) {
    if (number < 3) return number;
    std::uint32_t step = 3;
    for (std::uint32_t bound = 4; number > bound && step < 10; bound *= 2) ++step;
    return step;
}

}  // namespace lede::brief
