// The best projective tree over scores of arcs.
#pragma once

#include <cstdint>
#include <vector>

namespace lede {

/// Scores of arcs between the words of one piece of a sentence, and from its root.
class ArcScores {
  public:
    void resize(std::size_t words) {
        words_ = words;
        scores_.assign(words * (words + 1), 0);
    }
    std::size_t words() const { return words_; }
    /// @param head words() stands for the root.
    std::int32_t& operator()(std::size_t dependent, std::size_t head) {
        return scores_[dependent * (words_ + 1) + head];
    }
    std::int32_t operator()(std::size_t dependent, std::size_t head) const {
        return scores_[dependent * (words_ + 1) + head];
    }

  private:
    std::size_t words_ = 0;
    std::vector<std::int32_t> scores_;
};

/// Finds the projective tree with one word at the root whose arcs have the greatest sum: each word's best
/// head, where those make such a tree, else by Eisner's algorithm (Eisner 1996, Three New Probabilistic
/// Models for Dependency Parsing), in time cubic in the number of words. Scores must be within ±2^30 / words.
class ProjectiveTree {
  public:
    /// The head of each word; words() for the one at the root.
    const std::vector<std::uint32_t>& find(const ArcScores& scores);

  private:
    bool is_tree() const;
    void run_eisner(const ArcScores& scores);
    void attach_complete(std::size_t from, std::size_t to);
    void attach_incomplete(std::size_t from, std::size_t to);
    std::size_t at(std::size_t from, std::size_t to) const { return from * words_ + to; }

    std::size_t words_ = 0;
    std::vector<std::uint32_t> heads_;
    mutable std::vector<std::uint8_t> reached_;
    // Best sums over the words between two, the first index being the head's end ([i][j], i may exceed j).
    std::vector<std::int32_t> complete_, incomplete_;
    std::vector<std::int32_t> complete_to_;  // complete_, turned over: [j][i] holds [i][j]
    std::vector<std::uint32_t> complete_split_, incomplete_split_;
};

}  // namespace lede
