#include "model/linear_model.h"

#include <bit>

#include "model/bytes.h"

namespace lede {

namespace {

constexpr std::uint32_t free_place = 0xFFFFFF;
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
        has_free_slot = (read_u32(model.slot_bytes_ + 4ull * slot) & free_place) == free_place;
    return has_free_slot ? model : LinearModel{};
}

void LinearModel::add(std::uint32_t feature, Scores& scores) const {
    if (slots_ == 0) return;
    for (std::uint32_t slot = feature & (slots_ - 1);; slot = (slot + 1) & (slots_ - 1)) {
        const std::uint32_t entry = read_u32(slot_bytes_ + 4ull * slot);
        const std::uint32_t place = entry & free_place;
        if (place == free_place) return;
        if (entry >> 24 != mark_of(feature)) continue;
        if (place >= rows_.size()) return;
        const std::uint32_t count = rows_[place];
        if (place + 1 + 2 * count > rows_.size()) return;
        const std::uint8_t* row = rows_.data() + place + 1;
        for (std::uint32_t i = 0; i < count; ++i)
            scores[row[2 * i]] += static_cast<std::int8_t>(row[2 * i + 1]);
        return;
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
    std::vector<std::uint32_t> slot(slots, free_place);
    std::vector<std::uint8_t> blob;
    for (const LinearRow& row : rows) {
        std::uint32_t at = row.feature & (slots - 1);
        while ((slot[at] & free_place) != free_place) at = (at + 1) & (slots - 1);
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
