#include "names/name_labels.h"

#include <algorithm>
#include <array>

namespace lede::names {

namespace {

constexpr std::size_t labels = 1 + name_kinds * 4;
constexpr std::size_t outside = 0;
using Sums = std::array<std::int32_t, labels>;

constexpr bool is_end(std::size_t l) {
    return l == outside || (l - 1) % 4 == static_cast<std::size_t>(NamePlace::end) ||
           (l - 1) % 4 == static_cast<std::size_t>(NamePlace::single);
}

constexpr bool is_begin(std::size_t l) {
    return l == outside || (l - 1) % 4 == static_cast<std::size_t>(NamePlace::begin) ||
           (l - 1) % 4 == static_cast<std::size_t>(NamePlace::single);
}

std::size_t best_end(const Sums& sums) {
    std::size_t best = outside;
    for (std::size_t l = 1; l < labels; ++l)
        if (is_end(l) && sums[l] > sums[best]) best = l;
    return best;
}

float probability(const NameScores& scores, std::size_t of) {
    float sum = 0;
    const std::int16_t most = *std::max_element(scores.begin(), scores.end());
    const auto weight = [&](std::int16_t score) {
        return exp_of_minus(static_cast<float>(most - score) / static_cast<float>(name_score_unit));
    };
    for (const std::int16_t score : scores) sum += weight(score);
    return weight(scores[of]) / sum;
}

}  // namespace

float exp_of_minus(float x) {
    // (1 - x/n)^n with n = 256.
    float power = 1.0f - std::min(x, 100.0f) / 256.0f;
    for (int i = 0; i < 8; ++i) power *= power;
    return power;
}

void NameDecoder::decode(const WordScores& scores, TokenRange stretch, std::vector<LabelledName>& names) {
    constexpr std::int32_t never = -(1 << 29);
    before_.resize(stretch.size());
    Sums sums;
    for (std::size_t l = 0; l < labels; ++l) sums[l] = is_begin(l) ? scores.of(stretch.begin)[l] : never;
    for (Index t = stretch.begin + 1; t < stretch.end; ++t) {
        const NameScores& row = scores.of(t);
        NameScores& before = before_[t - stretch.begin];
        const std::size_t end = best_end(sums);
        Sums next;
        for (std::size_t l = 0; l < labels; ++l) {
            std::size_t from = end;
            if (!is_begin(l)) {
                const std::size_t kind = (l - 1) / 4 * 4 + 1;
                from = sums[kind] >= sums[kind + 1] ? kind : kind + 1;  // its begin or inside
            }
            next[l] = sums[from] + row[l];
            before[l] = static_cast<std::int16_t>(from);
        }
        // Only differences matter: kept near zero, sums never overflow.
        const std::int32_t most = *std::max_element(next.begin(), next.end());
        for (std::int32_t& sum : next) sum = std::max(sum - most, never);
        sums = next;
    }
    const std::size_t first = names.size();
    std::size_t l = best_end(sums);
    LabelledName name;
    for (Index t = stretch.end; t-- > stretch.begin;) {
        if (l != outside) {
            if (is_end(l)) name = {{t, t + 1}, static_cast<NameKind>((l - 1) / 4), 1.0f};
            name.tokens.begin = t;
            name.probability = std::min(name.probability, probability(scores.of(t), l));
            if (is_begin(l)) names.push_back(name);
        }
        if (t > stretch.begin) l = static_cast<std::size_t>(before_[t - stretch.begin][l]);
    }
    std::reverse(names.begin() + static_cast<std::ptrdiff_t>(first), names.end());
}

}  // namespace lede::names
