#include "base/word_pool.h"

#include <cstring>

#include "base/hash.h"

namespace lede {

namespace {
constexpr std::size_t chunk_size = 1 << 16;
}

WordPool::WordPool() : slots_(256) { intern(""); }

std::uint32_t WordPool::intern(std::string_view word) {
    if ((words_.size() + 1) * 2 > slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = mix(hash(word)) & mask;; slot = (slot + 1) & mask) {
        const std::uint32_t entry = slots_[slot];
        if (entry == 0) {
            slots_[slot] = static_cast<std::uint32_t>(words_.size()) + 1;
            words_.push_back(store(word));
            return slots_[slot] - 1;
        }
        if (words_[entry - 1] == word) return entry - 1;
    }
}

std::string_view WordPool::store(std::string_view word) {
    if (word.empty()) return "";
    if (word.size() > chunk_left_) {
        const std::size_t size = word.size() > chunk_size ? word.size() : chunk_size;
        chunks_.push_back(std::make_unique<char[]>(size));
        chunk_next_ = chunks_.back().get();
        chunk_left_ = size;
    }
    std::memcpy(chunk_next_, word.data(), word.size());
    const std::string_view stored(chunk_next_, word.size());
    chunk_next_ += word.size();
    chunk_left_ -= word.size();
    return stored;
}

void WordPool::grow() {
    std::vector<std::uint32_t> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (std::uint32_t number = 0; number < words_.size(); ++number) {
        std::size_t slot = mix(hash(words_[number])) & mask;
        while (larger[slot] != 0) slot = (slot + 1) & mask;
        larger[slot] = number + 1;
    }
    slots_ = std::move(larger);
}

}  // namespace lede
