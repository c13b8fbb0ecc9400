// Strings stored once and known by number.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace lede {

/// Gives every distinct string a number, counting from 0 in order of first use. 0 is the empty string.
/// Views handed out stay valid until the pool is destroyed (also when it is moved).
class WordPool {
  public:
    /// Holds the empty string alone.
    WordPool();
    WordPool(WordPool&&) = default;
    WordPool& operator=(WordPool&&) = default;

    /// The number of a string, which is copied into the pool where it is new.
    std::uint32_t intern(std::string_view word);
    /// @param number less than size().
    std::string_view operator[](std::uint32_t number) const { return words_[number]; }
    /// How many distinct strings there are, the empty one included.
    std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }

  private:
    std::string_view store(std::string_view word);
    void grow();

    std::vector<std::string_view> words_;
    std::vector<std::uint32_t> slots_;  // open addressing, number + 1, 0 = free; a power of two
    std::vector<std::unique_ptr<char[]>> chunks_;
    std::size_t chunk_left_ = 0;
    char* chunk_next_ = nullptr;
};

}  // namespace lede
