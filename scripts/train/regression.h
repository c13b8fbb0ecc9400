// Multinomial logistic regression over hashed features, for the small models beside the neural core.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <unordered_map>
#include <vector>

#include "neural/linear_model.h"

namespace lede::train {

struct RegressionOptions {
    int epochs = 6;
    double penalty = 1e-5;              ///< L1: the larger, the fewer weights are left
    std::uint32_t fewest = 3;           ///< rarer features are left out
    std::size_t most_features = 30000;  ///< the heaviest are kept
    double scale = 16;                  ///< of an integer weight
};

/// AdaGrad (Duchi et al. 2011) with the lazy L1 penalty of Tsuruoka et al. (2009), which leaves few weights.
/// Deterministic.
template <std::size_t labels>
class Regression {
  public:
    /// @param examples each has `features` (well-mixed hashes) and `label` (below `labels`)
    template <class Example>
    void learn(const std::vector<Example>& examples, const RegressionOptions& options) {
        std::unordered_map<std::uint32_t, std::uint32_t> counts, rows;
        for (const Example& example : examples)
            for (const std::uint32_t feature : example.features) ++counts[feature];
        std::vector<std::vector<std::uint32_t>> used(examples.size());
        for (std::size_t i = 0; i < examples.size(); ++i)
            for (const std::uint32_t feature : examples[i].features) {
                if (counts[feature] < options.fewest) continue;
                const auto [at, fresh] =
                    rows.try_emplace(feature, static_cast<std::uint32_t>(features_.size()));
                if (fresh) {
                    features_.push_back(feature);
                    weights_.emplace_back();
                }
                used[i].push_back(at->second);
            }
        std::printf("%zu examples, %zu features\n", examples.size(), features_.size());
        std::vector<std::uint32_t> order(examples.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        std::uint64_t random = 20170525;
        double now = 0;
        for (int epoch = 0; epoch < options.epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) {
                random = random * 6364136223846793005ull + 1442695040888963407ull;
                std::swap(order[i - 1], order[(random >> 33) % i]);
            }
            const double rate = 0.2 / (1 + 0.3 * epoch);
            double loss = 0;
            for (const std::uint32_t i : order) {
                now += options.penalty * rate;
                loss += learn_one(used[i], examples[i].label, rate, now);
            }
            std::printf("epoch %d: loss %.4f\n", epoch + 1, loss / static_cast<double>(examples.size()));
            std::fflush(stdout);
        }
        for (auto& row : weights_)
            for (Weight& weight : row) weight.settled(now);
        options_ = options;
    }

    std::vector<std::uint8_t> pack(const std::vector<std::string>& names) const {
        const std::vector<LinearRow> kept = rows();
        std::printf("%zu features kept\n", kept.size());
        return write_linear_model(names, kept);
    }

    /// What was learned, in the order of the features.
    std::vector<LinearRow> rows() const {
        std::vector<std::pair<double, std::size_t>> heaviest;
        for (std::size_t f = 0; f < features_.size(); ++f) {
            double sum = 0;
            for (const Weight& weight : weights_[f]) sum += std::abs(weight.value);
            if (sum > 0) heaviest.emplace_back(-sum, f);
        }
        std::sort(heaviest.begin(), heaviest.end());
        std::vector<LinearRow> rows;
        for (std::size_t i = 0; i < heaviest.size() && rows.size() < options_.most_features; ++i) {
            LinearRow row{features_[heaviest[i].second], {}};
            for (std::size_t label = 0; label < labels; ++label) {
                const double scaled =
                    std::clamp(weights_[heaviest[i].second][label].value * options_.scale, -127.0, 127.0);
                if (const auto value = static_cast<std::int8_t>(std::lround(scaled)); value != 0)
                    row.entries.push_back({static_cast<std::uint8_t>(label), value});
            }
            if (!row.entries.empty()) rows.push_back(std::move(row));
        }
        std::sort(rows.begin(), rows.end(),
                  [](const LinearRow& a, const LinearRow& b) { return a.feature < b.feature; });
        return rows;
    }

  private:
    struct Weight {
        float value = 0, squares = 0.1F, paid = 0;
        double settled(double now) {
            if (value != 0) {
                const double due = (now - paid) / std::sqrt(squares + 1e-6);
                value =
                    static_cast<float>(value > 0 ? std::max(0.0, value - due) : std::min(0.0, value + due));
            }
            paid = static_cast<float>(now);
            return value;
        }
    };

    /// Returns the loss before the step.
    double learn_one(const std::vector<std::uint32_t>& used, std::uint8_t gold, double rate, double now) {
        std::array<double, labels> sums{};
        for (const std::uint32_t f : used)
            for (std::size_t label = 0; label < labels; ++label)
                sums[label] += weights_[f][label].settled(now);
        const double most = *std::max_element(sums.begin(), sums.end());
        double all = 0;
        for (double& sum : sums) all += sum = std::exp(sum - most);
        for (std::size_t label = 0; label < labels; ++label) {
            const double wrong = (gold == label ? 1 : 0) - sums[label] / all;
            if (std::abs(wrong) < 1e-3) continue;
            for (const std::uint32_t f : used) {
                Weight& weight = weights_[f][label];
                weight.squares += static_cast<float>(wrong * wrong);
                weight.value += static_cast<float>(rate * wrong / std::sqrt(weight.squares + 1e-6));
            }
        }
        return -std::log(sums[gold] / all);
    }

    RegressionOptions options_;
    std::vector<std::uint32_t> features_;
    std::vector<std::array<Weight, labels>> weights_;
};

/// The labels of an article's first examples, best first.
/// @param value of an example, from the scores of its labels
template <class Example, class Value>
std::vector<std::uint8_t> first_labels(const std::vector<Example>& examples, const LinearModel& model,
                                       std::size_t most, Value value) {
    std::vector<std::pair<std::int32_t, std::uint8_t>> ranked;
    for (const Example& example : examples) {
        LinearModel::Scores scores{};
        model.add(example.features, scores);
        ranked.emplace_back(value(scores), example.label);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::uint8_t> labels;
    for (std::size_t i = 0; i < ranked.size() && i < most; ++i) labels.push_back(ranked[i].second);
    return labels;
}

}  // namespace lede::train
