// A read-only map from folded strings to short strings, read in place from the model file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "error.h"
#include "text/hash.h"

namespace lede {

/// One lexicon or gazetteer, packed from a file NAME.tsv of src/resources/ by lede_pack: each row is `key TAB
/// value`, where the value may hold further tabs. Keys are folded (text/unicode.h). A key of several words or
/// with punctuation inside has entries for its beginnings too, so that a walk over tokens can stop early.
///
/// Layout, little-endian: u32 slots (a power of two), u32 entries, slots × u32 (entry number + 1, 0 = free;
/// linear probing from mix(hash(key))), entries × u32 (place of the entry in what follows), then per entry
/// u16 key size, u16 value size (0xFFFF for a mere beginning), key, value.
class Table {
  public:
    Table() = default;

    /// Checks every bound once, so that find() need not. The bytes must outlive the table. Error: bad_model.
    static Expected<Table> open(std::span<const std::uint8_t> bytes);

    /// The value of a key, which must be folded; nothing when there is none.
    std::optional<std::string_view> find(std::string_view key) const { return find(key, hash(key)); }
    std::optional<std::string_view> find(std::string_view key, std::uint32_t key_hash) const;
    bool contains(std::string_view key) const { return find(key).has_value(); }

    /// Is there a key that is, or goes on after, this?
    bool has_beginning(std::string_view beginning, std::uint32_t its_hash) const;

    std::uint32_t size() const { return entries_; }

  private:
    struct Entry {
        std::string_view key;
        std::string_view value;
        bool beginning = false;
    };
    std::optional<Entry> look_up(std::string_view key, std::uint32_t key_hash) const;
    Entry entry(std::uint32_t number) const;

    const std::uint8_t* slot_bytes_ = nullptr;
    const std::uint8_t* place_bytes_ = nullptr;
    const std::uint8_t* blob_ = nullptr;
    std::uint32_t slots_ = 0;
    std::uint32_t entries_ = 0;
};

/// The tab-separated part `number` of a table's value, "" where there are fewer.
std::string_view field(std::string_view value, std::size_t number);

}  // namespace lede
