#include "perceptron.h"

#include <algorithm>
#include <cmath>

namespace lede::train {

namespace {
constexpr unsigned sketch_bits = 24;
constexpr unsigned index_bits = 22;  // more slots than features are ever kept
}  // namespace

void Perceptron::count(const std::vector<std::uint32_t>& features) {
    if (counts_.empty()) counts_.resize(1u << sketch_bits);
    for (const std::uint32_t feature : features) {
        std::uint8_t& count = counts_[feature & ((1u << sketch_bits) - 1)];
        if (count < 255) ++count;
    }
}

void Perceptron::keep(std::uint32_t least_count) {
    least_count_ = least_count;
    keys_.assign(1u << index_bits, 0);
    slots_.assign(1u << index_bits, no_row);
}

std::uint32_t Perceptron::row_of(std::uint32_t feature) {
    if (counts_[feature & ((1u << sketch_bits) - 1)] < least_count_) return no_row;
    if (slots_.empty()) return no_row;  // still counting
    constexpr std::uint32_t mask = (1u << index_bits) - 1;
    for (std::uint32_t slot = feature & mask;; slot = (slot + 1) & mask) {
        if (slots_[slot] != no_row && keys_[slot] != feature) continue;
        if (slots_[slot] == no_row) {
            keys_[slot] = feature;
            slots_[slot] = static_cast<std::uint32_t>(rows_.size());
            hashes_.push_back(feature);
            rows_.emplace_back();
        }
        return slots_[slot];
    }
}

const std::vector<float>& Perceptron::score(const std::vector<std::uint32_t>& features) {
    std::fill(scores_.begin(), scores_.end(), 0.0f);
    for (const std::uint32_t feature : features) {
        const std::uint32_t row = row_of(feature);
        if (row == no_row) continue;
        for (const Entry& entry : rows_[row]) scores_[entry.label] += entry.weight;
    }
    return scores_;
}

void Perceptron::add(std::uint32_t row, std::size_t label, float step) {
    for (Entry& entry : rows_[row]) {
        if (entry.label != label) continue;
        entry.weight += step;
        entry.past += step * clock_;
        return;
    }
    rows_[row].push_back({static_cast<std::uint8_t>(label), step, step * clock_});
}

void Perceptron::update(const std::vector<std::uint32_t>& features, std::size_t right, std::size_t wrong) {
    for (const std::uint32_t feature : features) {
        const std::uint32_t row = row_of(feature);
        if (row == no_row) continue;
        add(row, right, 1);
        add(row, wrong, -1);
    }
}

std::vector<std::uint8_t> Perceptron::pack(const std::vector<std::string>& labels, int least_weight) const {
    const auto average = [&](const Entry& entry) { return entry.weight - entry.past / clock_; };
    std::vector<double> sizes;
    for (const auto& row : rows_)
        for (const Entry& entry : row) sizes.push_back(std::abs(average(entry)));
    std::sort(sizes.begin(), sizes.end());
    // The few largest weights are cut off, so that the many small ones keep some bits.
    const double largest = sizes.empty() ? 1 : sizes[sizes.size() - 1 - sizes.size() / 5000];
    std::vector<LinearRow> packed;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        LinearRow out{hashes_[row], {}};
        for (const Entry& entry : rows_[row]) {
            const double scaled = std::clamp(average(entry) / largest * 127, -127.0, 127.0);
            const auto weight = static_cast<std::int8_t>(std::lround(scaled));
            if (std::abs(weight) >= least_weight) out.entries.push_back({entry.label, weight});
        }
        if (!out.entries.empty()) packed.push_back(std::move(out));
    }
    return write_linear_model(labels, packed);
}

}  // namespace lede::train
