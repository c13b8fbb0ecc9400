// A read-only map from folded strings to short strings, read in place from the model file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "error.h"

namespace lede {

/// One lexicon or gazetteer, packed from a file NAME.tsv of src/resources/ by lede_pack: each row is `key TAB
/// value`, where the value may hold further tabs. Keys are folded (base/unicode.h). A key of several words or
/// with punctuation inside has entries for its beginnings too, so that a walk over tokens can stop early.
///
/// Layout, little-endian: u32 entries, then per entry u16 key size, u16 value size (0xFFFF for a mere
/// beginning), key, value, in any order. The hash table over the keys is made when a table is opened: it
/// takes a few milliseconds for all, and a download of numbers that look random would take longer.
class Table {
  public:
    Table() = default;

    /// Checks every bound once, so that find() need not, and makes the index. The bytes must outlive the
    /// table. Error: bad_model.
    static Expected<Table> open(std::span<const std::uint8_t> bytes);

    /// The value of a key, which must be folded; nothing when there is none.
    std::optional<std::string_view> find(std::string_view key) const { return find(key, hash(key)); }
    std::optional<std::string_view> find(std::string_view key, std::uint32_t key_hash) const;
    bool contains(std::string_view key) const { return find(key).has_value(); }

    /// Is there a key that is, or goes on after, this?
    bool has_beginning(std::string_view beginning, std::uint32_t its_hash) const;
    /// The same by the hash alone: false is sure, true is not. Saves putting a string together.
    bool may_have_beginning(std::uint32_t its_hash) const {
        if (!index_) return false;
        const std::uint32_t mixed = mix(its_hash);
        const std::uint8_t* tags = index_->tags.data();
        for (std::uint32_t slot = mixed & slot_mask_; tags[slot] != 0; slot = (slot + 1) & slot_mask_)
            if (tags[slot] == tag_of(mixed)) return true;
        return false;
    }

    /// A key, or the beginning of one.
    struct Beginning {
        std::optional<std::string_view> value;  ///< of the key; nothing where it is a mere beginning
    };
    std::optional<Beginning> find_beginning(std::string_view beginning, std::uint32_t its_hash) const;

    std::uint32_t size() const { return index_ ? static_cast<std::uint32_t>(index_->places.size()) : 0; }
    /// The key of a row by its number, below size(); nothing for a mere beginning. For whoever walks all
    /// rows.
    std::optional<std::string_view> key(std::uint32_t number) const;

  private:
    struct Entry {
        std::string_view key;
        std::string_view value;
        bool beginning = false;
    };
    // Of other bits than those that choose the slot; never 0.
    static std::uint8_t tag_of(std::uint32_t mixed) { return static_cast<std::uint8_t>(mixed >> 24 | 1); }
    std::optional<Entry> look_up(std::string_view key, std::uint32_t key_hash) const;
    Entry entry(std::uint32_t number) const { return entry_at(index_->places[number]); }
    Entry entry_at(std::uint32_t place) const;

    // Open addressing: a key stands in the first free slot from that of its hash on. Shared by the copies of
    // a table.
    struct Index {
        std::vector<std::uint32_t> places;   // of the entries in the bytes
        std::vector<std::uint32_t> numbers;  // of the entry in each slot
        // A byte of the hash of each slot's key, 0 where it is free: nearly every word that is looked up is
        // in no table, and must not cost the reading of other keys.
        std::vector<std::uint8_t> tags;
    };
    std::shared_ptr<const Index> index_;
    const std::uint8_t* bytes_ = nullptr;
    std::uint32_t slot_mask_ = 0;
};

/// The tab-separated part `number` of a table's value, "" where there are fewer.
std::string_view field(std::string_view value, std::size_t number);

}  // namespace lede
