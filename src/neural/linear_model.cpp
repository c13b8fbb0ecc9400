#include "neural/linear_model.h"

#include <algorithm>
#include <bit>

#include "base/bytes.h"

namespace lede {

namespace {

constexpr std::uint32_t free_slot = 0xFFFFFF;
constexpr std::uint32_t mark_of(std::uint32_t feature) { return feature >> 24; }

void put(std::vector<std::uint8_t>& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

}  // namespace

LinearModel LinearModel::open(std::span<const std::uint8_t> bytes) {
    LinearModel model;
    std::size_t at = 8;
    if (bytes.size() < at || read_u32(bytes.data()) != format_version) return {};
    const std::uint32_t labels = read_u32(bytes.data() + 4);
    if (labels > most_labels) return {};
    for (std::uint32_t label = 0; label < labels; ++label) {
        if (at >= bytes.size() || at + 1 + bytes[at] > bytes.size()) return {};
        model.labels_.emplace_back(reinterpret_cast<const char*>(bytes.data() + at + 1), bytes[at]);
        at += 1u + bytes[at];
    }
    if (at + 4 > bytes.size()) return {};
    model.slots_ = read_u32(bytes.data() + at);
    at += 4;
    if (!std::has_single_bit(model.slots_) || at + 4ull * model.slots_ > bytes.size()) return {};
    model.slot_bytes_ = bytes.data() + at;
    model.rows_ = bytes.subspan(at + 4ull * model.slots_);
    bool has_free_slot = false;  // or a search for a missing feature would not end
    for (std::uint32_t slot = 0; slot < model.slots_ && !has_free_slot; ++slot)
        has_free_slot = (read_u32(model.slot_bytes_ + 4ull * slot) & no_row) == no_row;
    return has_free_slot ? model : LinearModel{};
}

// The place of a feature's row, no_row where it has none.
std::uint32_t LinearModel::find_row(std::uint32_t feature) const {
    for (std::uint32_t slot = feature & (slots_ - 1);; slot = (slot + 1) & (slots_ - 1)) {
        const std::uint32_t entry = read_u32(slot_bytes_ + 4ull * slot);
        if ((entry & no_row) == no_row || entry >> 24 == mark_of(feature)) return entry & no_row;
    }
}

void LinearModel::add(const std::vector<std::uint32_t>& features, Scores& scores) const {
    if (slots_ == 0) return;
    // Memory is what this waits for: ask for all that will be read before reading any.
    constexpr std::size_t batch = 64;
    std::array<std::uint32_t, batch> rows;
    for (std::size_t begin = 0; begin < features.size(); begin += batch) {
        const std::size_t count = std::min(batch, features.size() - begin);
        for (std::size_t i = 0; i < count; ++i)
            __builtin_prefetch(slot_bytes_ + 4ull * (features[begin + i] & (slots_ - 1)));
        for (std::size_t i = 0; i < count; ++i) {
            rows[i] = find_row(features[begin + i]);
            if (rows[i] < rows_.size()) __builtin_prefetch(rows_.data() + rows[i]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (rows[i] >= rows_.size()) continue;
            const std::uint8_t* row = rows_.data() + rows[i];
            const std::size_t entries = row[0];
            if (rows[i] + 1 + 2 * entries > rows_.size()) continue;
            for (const std::uint8_t* at = row + 1; at < row + 1 + 2 * entries; at += 2)
                scores[at[0]] += static_cast<std::int8_t>(at[1]);
        }
    }
}

std::vector<std::uint8_t> write_linear_model(const std::vector<std::string>& labels,
                                             const std::vector<LinearRow>& rows) {
    std::vector<std::uint8_t> out;
    put(out, LinearModel::format_version);
    put(out, static_cast<std::uint32_t>(labels.size()));
    for (const std::string& label : labels) {
        out.push_back(static_cast<std::uint8_t>(label.size()));
        out.insert(out.end(), label.begin(), label.end());
    }
    std::uint32_t slots = 2;
    while (slots < rows.size() * 5 / 4 + 1) slots *= 2;
    std::vector<std::uint32_t> slot(slots, free_slot);
    std::vector<std::uint8_t> blob;
    for (const LinearRow& row : rows) {
        std::uint32_t at = row.feature & (slots - 1);
        while ((slot[at] & free_slot) != free_slot) at = (at + 1) & (slots - 1);
        slot[at] = mark_of(row.feature) << 24 | static_cast<std::uint32_t>(blob.size());
        blob.push_back(static_cast<std::uint8_t>(row.entries.size()));
        for (const LinearRow::Entry& entry : row.entries) {
            blob.push_back(entry.label);
            blob.push_back(static_cast<std::uint8_t>(entry.weight));
        }
    }
    put(out, slots);
    for (const std::uint32_t value : slot) put(out, value);
    out.insert(out.end(), blob.begin(), blob.end());
    return out;
}

}  // namespace lede
