// The classes that words belong to, as a table of the model file tells them.
#pragma once

#include <string_view>
#include <utility>

#include "model/table.h"

namespace lede {

/// A table whose rows are a word and its classes, separated by tabs. tests/words.test.mjs compares the
/// classes that the code asks for with those of the tables.
class WordClasses {
  public:
    WordClasses() = default;
    explicit WordClasses(Table table) : table_(std::move(table)) {}

    /// Does a word, which must be folded, belong to a class? Costs one look-up in the hash table.
    bool has(std::string_view word_class, std::string_view word) const {
        const auto classes = table_.find(word);
        if (!classes) return false;
        for (std::string_view rest = *classes;;) {
            const std::size_t tab = rest.find('\t');
            if (rest.substr(0, tab) == word_class) return true;
            if (tab == std::string_view::npos) return false;
            rest.remove_prefix(tab + 1);
        }
    }

  private:
    Table table_;
};

}  // namespace lede
