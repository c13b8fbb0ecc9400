#include "model/table.h"

#include <bit>

#include "model/bytes.h"

namespace lede {

namespace {
constexpr std::uint16_t beginning_mark = 0xFFFF;
constexpr std::size_t header_size = 8;
constexpr std::size_t entry_header_size = 4;
}  // namespace

Expected<Table> Table::open(std::span<const std::uint8_t> bytes) {
    const auto broken = [] { return fail(ErrorCode::bad_model, "a table of the model file is damaged"); };
    if (bytes.size() < header_size) return broken();
    Table table;
    table.slots_ = read_u32(bytes.data());
    table.entries_ = read_u32(bytes.data() + 4);
    const std::uint64_t index_size = 4ull * table.slots_ + 4ull * table.entries_;
    // A slot must stay free, or a search for a missing key would not end.
    if (!std::has_single_bit(table.slots_) || table.entries_ >= table.slots_ ||
        header_size + index_size > bytes.size())
        return broken();
    table.slot_bytes_ = bytes.data() + header_size;
    table.place_bytes_ = table.slot_bytes_ + 4ull * table.slots_;
    table.blob_ = table.place_bytes_ + 4ull * table.entries_;
    const std::size_t blob_size = bytes.size() - header_size - index_size;

    std::uint32_t used = 0;
    for (std::uint32_t slot = 0; slot < table.slots_; ++slot) {
        const std::uint32_t number = read_u32(table.slot_bytes_ + 4ull * slot);
        if (number > table.entries_) return broken();
        used += number != 0;
    }
    if (used >= table.slots_) return broken();
    for (std::uint32_t number = 0; number < table.entries_; ++number) {
        const std::uint64_t place = read_u32(table.place_bytes_ + 4ull * number);
        if (place + entry_header_size > blob_size) return broken();
        const std::uint16_t key_size = read_u16(table.blob_ + place);
        const std::uint16_t value_size = read_u16(table.blob_ + place + 2);
        const std::uint64_t size = key_size + (value_size == beginning_mark ? 0ull : value_size);
        if (place + entry_header_size + size > blob_size) return broken();
    }
    table.make_tags();
    return table;
}

void Table::make_tags() {
    auto tags = std::make_shared<std::vector<std::uint8_t>>(slots_);
    for (std::uint32_t slot = 0; slot < slots_; ++slot)
        if (const std::uint32_t number = read_u32(slot_bytes_ + 4ull * slot); number != 0)
            (*tags)[slot] = tag_of(mix(hash(entry(number - 1).key)));
    tags_ = std::move(tags);
}

Table::Entry Table::entry(std::uint32_t number) const {
    const std::uint8_t* at = blob_ + read_u32(place_bytes_ + 4ull * number);
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
    if (slots_ == 0) return std::nullopt;
    const std::uint32_t mixed = mix(key_hash);
    const std::uint8_t tag = tag_of(mixed);
    const std::uint8_t* tags = tags_->data();
    for (std::uint32_t slot = mixed & (slots_ - 1);; slot = (slot + 1) & (slots_ - 1)) {
        if (tags[slot] == 0) return std::nullopt;
        if (tags[slot] != tag) continue;
        const Entry found = entry(read_u32(slot_bytes_ + 4ull * slot) - 1);
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
