#include "model/table.h"

#include <bit>

#include "base/bytes.h"

namespace lede {

namespace {
constexpr std::uint16_t beginning_mark = 0xFFFF;
constexpr std::size_t header_size = 4;
constexpr std::size_t entry_header_size = 4;
}  // namespace

Expected<Table> Table::open(std::span<const std::uint8_t> bytes) {
    const auto broken = [] { return fail(ErrorCode::bad_model, "a table of the model file is damaged"); };
    if (bytes.size() < header_size) return broken();
    const std::uint32_t entries = read_u32(bytes.data());
    if (entries > bytes.size() / entry_header_size) return broken();
    Table table;
    table.bytes_ = bytes.data();
    auto index = std::make_shared<Index>();
    index->places.reserve(entries);
    std::size_t place = header_size;
    for (std::uint32_t number = 0; number < entries; ++number) {
        if (place + entry_header_size > bytes.size()) return broken();
        const std::uint16_t key_size = read_u16(bytes.data() + place);
        const std::uint16_t value_size = read_u16(bytes.data() + place + 2);
        index->places.push_back(static_cast<std::uint32_t>(place));
        place += entry_header_size + key_size + (value_size == beginning_mark ? 0u : value_size);
    }
    if (place != bytes.size()) return broken();

    // At least a third stays free, or a search for a missing key would take long.
    const std::size_t slots = std::bit_ceil(entries + entries / 2 + std::size_t{2});
    table.slot_mask_ = static_cast<std::uint32_t>(slots - 1);
    index->numbers.resize(slots);
    index->tags.resize(slots);
    for (std::uint32_t number = 0; number < entries; ++number) {
        const std::uint32_t mixed = mix(hash(table.entry_at(index->places[number]).key));
        std::uint32_t slot = mixed & table.slot_mask_;
        while (index->tags[slot] != 0) slot = (slot + 1) & table.slot_mask_;
        index->tags[slot] = tag_of(mixed);
        index->numbers[slot] = number;
    }
    table.index_ = std::move(index);
    return table;
}

Table::Entry Table::entry_at(std::uint32_t place) const {
    const std::uint8_t* at = bytes_ + place;
    const std::uint16_t key_size = read_u16(at);
    const std::uint16_t value_size = read_u16(at + 2);
    const char* key = reinterpret_cast<const char*>(at + entry_header_size);
    const bool beginning = value_size == beginning_mark;
    return {{key, key_size}, {key + key_size, beginning ? 0u : value_size}, beginning};
}

std::optional<std::string_view> Table::key(std::uint32_t number) const {
    const Entry row = entry(number);
    return row.beginning ? std::nullopt : std::optional(row.key);
}

std::optional<Table::Entry> Table::look_up(std::string_view key, std::uint32_t key_hash) const {
    if (!index_) return std::nullopt;
    const std::uint32_t mixed = mix(key_hash);
    const std::uint8_t tag = tag_of(mixed);
    const std::uint8_t* tags = index_->tags.data();
    for (std::uint32_t slot = mixed & slot_mask_;; slot = (slot + 1) & slot_mask_) {
        if (tags[slot] == 0) return std::nullopt;
        if (tags[slot] != tag) continue;
        const Entry found = entry(index_->numbers[slot]);
        if (found.key == key) return found;
    }
}

std::optional<std::string_view> Table::find(std::string_view key, std::uint32_t key_hash) const {
    const auto found = look_up(key, key_hash);
    if (!found || found->beginning) return std::nullopt;
    return found->value;
}

bool Table::has_beginning(std::string_view beginning, std::uint32_t its_hash) const {
    return look_up(beginning, its_hash).has_value();
}

std::optional<Table::Beginning> Table::find_beginning(std::string_view beginning,
                                                      std::uint32_t its_hash) const {
    const auto found = look_up(beginning, its_hash);
    if (!found) return std::nullopt;
    return Beginning{found->beginning ? std::nullopt : std::optional(found->value)};
}

std::string_view field(std::string_view value, std::size_t number) {
    for (; number > 0; --number) {
        const std::size_t tab = value.find('\t');
        if (tab == std::string_view::npos) return "";
        value.remove_prefix(tab + 1);
    }
    return value.substr(0, value.find('\t'));
}

}  // namespace lede
