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

namespace {

struct Split {
    std::int32_t sum = std::numeric_limits<std::int32_t>::min();
    std::uint32_t at = 0;
};

// The greatest left[k] + right[k], and the first k that has it. Two plain loops, so that they become vectors.
Split best_split(const std::int32_t* left, const std::int32_t* right, std::size_t count) {
    Split best;
    for (std::size_t k = 0; k < count; ++k) best.sum = std::max(best.sum, left[k] + right[k]);
    while (left[best.at] + right[best.at] != best.sum) ++best.at;
    return best;
}

}  // namespace

void ProjectiveTree::run_eisner(const ArcScores& scores) {
    const std::size_t n = words_;
    for (auto* sums : {&complete_, &complete_to_, &incomplete_}) sums->assign(n * n, 0);
    for (auto* splits : {&complete_split_, &incomplete_split_}) splits->assign(n * n, 0);
    const auto set_complete = [&](std::size_t from, std::size_t to, Split split, std::size_t first) {
        complete_[at(from, to)] = complete_to_[at(to, from)] = split.sum;
        complete_split_[at(from, to)] = static_cast<std::uint32_t>(first + split.at);
    };
    for (std::size_t size = 1; size < n; ++size) {
        for (std::size_t i = 0; i + size < n; ++i) {
            const std::size_t j = i + size;
            const Split middle = best_split(&complete_[at(i, i)], &complete_[at(j, i + 1)], size);
            incomplete_[at(i, j)] = middle.sum + scores(j, i);
            incomplete_[at(j, i)] = middle.sum + scores(i, j);
            incomplete_split_[at(i, j)] = incomplete_split_[at(j, i)] =
                static_cast<std::uint32_t>(i + middle.at);
            set_complete(i, j, best_split(&incomplete_[at(i, i + 1)], &complete_to_[at(j, i + 1)], size),
                         i + 1);
            set_complete(j, i, best_split(&incomplete_[at(j, i)], &complete_to_[at(i, i)], size), i);
        }
    }
    std::size_t root = 0;
    std::int32_t best = std::numeric_limits<std::int32_t>::min();
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
