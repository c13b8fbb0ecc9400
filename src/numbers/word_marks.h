// Which grammar a word can begin something of, asked once a word of an article and not once a token.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document.h"
#include "model/table.h"

namespace lede {

/// Marks of words by their number in Document::words. Keep one a stage and an article.
class WordMarks {
  public:
    using Mark = std::uint8_t;

    /// A table, and the mark of the words that its keys begin with; or one word by itself.
    struct Source {
        Table table;
        Mark mark = 0;
    };
    struct Word {
        std::string_view word;
        Mark mark = 0;
    };

    /// Marks are sets of bits, of which the highest is taken. The words must outlive this.
    WordMarks(std::vector<Source> sources, std::span<const Word> words)
        : sources_(std::move(sources)), words_(words) {}

    Mark of(const Document& doc, Index word) {
        if (word >= known_.size()) known_.resize(doc.words.size() + word / 2);
        if (known_[word] == 0) known_[word] = static_cast<Mark>(look_up(doc.words[word]) | is_known);
        return static_cast<Mark>(known_[word] & ~is_known);
    }

  private:
    static constexpr Mark is_known = 0x80;
    Mark look_up(std::string_view word) const;

    std::vector<Source> sources_;
    std::span<const Word> words_;
    std::vector<Mark> known_;
};

}  // namespace lede
