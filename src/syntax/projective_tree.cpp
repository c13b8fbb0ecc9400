#include "syntax/projective_tree.h"

#include <algorithm>
#include <limits>

namespace lede {

// One root, no cycle, no crossing arcs (the arc to the root counts as one to behind the last word: nothing
// may reach over the word at the root).
bool ProjectiveTree::is_tree() const {
    const auto root = static_cast<std::uint32_t>(words_);
    if (std::count(heads_.begin(), heads_.end(), root) != 1) return false;
    reached_.assign(words_, 0);  // 1: on the way up from here, 2: leads to the root
    for (std::size_t start = 0; start < words_; ++start) {
        std::size_t word = start;
        while (word < words_ && reached_[word] == 0) {
            reached_[word] = 1;
            word = heads_[word];
        }
        if (word < words_ && reached_[word] == 1) return false;
        for (word = start; word < words_ && reached_[word] == 1; word = heads_[word]) reached_[word] = 2;
    }
    // In a projective tree every word between a dependent and its head descends from that head.
    for (std::size_t word = 0; word < words_; ++word) {
        if (heads_[word] == root) continue;
        const std::size_t head = heads_[word];
        const auto [low, high] = std::minmax(word, head);
        for (std::size_t between = low + 1; between < high; ++between) {
            const std::size_t above = heads_[between];
            if (above == root || above < low || above > high) return false;
        }
    }
    return true;
}

void ProjectiveTree::run_eisner(const ArcScores& scores) {
    const std::size_t n = words_;
    complete_.assign(n * n, 0);
    incomplete_.assign(n * n, 0);
    complete_split_.assign(n * n, 0);
    incomplete_split_.assign(n * n, 0);
    constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
    for (std::size_t size = 1; size < n; ++size) {
        for (std::size_t i = 0; i + size < n; ++i) {
            const std::size_t j = i + size;
            std::int32_t best = lowest;
            std::size_t split = i;
            for (std::size_t k = i; k < j; ++k) {
                const std::int32_t sum = complete_[at(i, k)] + complete_[at(j, k + 1)];
                if (sum > best) best = sum, split = k;
            }
            incomplete_[at(i, j)] = best + scores(j, i);
            incomplete_[at(j, i)] = best + scores(i, j);
            incomplete_split_[at(i, j)] = incomplete_split_[at(j, i)] = static_cast<std::uint32_t>(split);
            best = lowest;
            for (std::size_t k = i + 1; k <= j; ++k) {
                const std::int32_t sum = incomplete_[at(i, k)] + complete_[at(k, j)];
                if (sum > best) best = sum, split = k;
            }
            complete_[at(i, j)] = best;
            complete_split_[at(i, j)] = static_cast<std::uint32_t>(split);
            best = lowest;
            for (std::size_t k = i; k < j; ++k) {
                const std::int32_t sum = incomplete_[at(j, k)] + complete_[at(k, i)];
                if (sum > best) best = sum, split = k;
            }
            complete_[at(j, i)] = best;
            complete_split_[at(j, i)] = static_cast<std::uint32_t>(split);
        }
    }
    std::size_t root = 0;
    std::int32_t best = lowest;
    for (std::size_t r = 0; r < n; ++r) {
        const std::int32_t sum = complete_[at(r, 0)] + complete_[at(r, n - 1)] + scores(r, n);
        if (sum > best) best = sum, root = r;
    }
    heads_[root] = static_cast<std::uint32_t>(n);
    attach_complete(root, 0);
    attach_complete(root, n - 1);
}

void ProjectiveTree::attach_complete(std::size_t from, std::size_t to) {
    while (from != to) {
        const std::size_t split = complete_split_[at(from, to)];
        attach_incomplete(from, split);
        from = split;  // the rest is complete from the split to `to`
    }
}

void ProjectiveTree::attach_incomplete(std::size_t from, std::size_t to) {
    heads_[to] = static_cast<std::uint32_t>(from);
    const std::size_t split = incomplete_split_[at(from, to)];
    const auto [low, high] = std::minmax(from, to);
    attach_complete(low, split);
    attach_complete(high, split + 1);
}

const std::vector<std::uint32_t>& ProjectiveTree::find(const ArcScores& scores) {
    words_ = scores.words();
    heads_.assign(words_, 0);
    for (std::size_t word = 0; word < words_; ++word) {
        std::int32_t best = std::numeric_limits<std::int32_t>::min();
        for (std::size_t head = 0; head <= words_; ++head)
            if (head != word && scores(word, head) > best) {
                best = scores(word, head);
                heads_[word] = static_cast<std::uint32_t>(head);
            }
    }
    if (words_ > 0 && !is_tree()) run_eisner(scores);
    return heads_;
}

}  // namespace lede
