#include "numbers/word_marks.h"

#include "base/hash.h"

namespace lede {

WordMarks::Mark WordMarks::look_up(std::string_view word) const {
    Mark marks = 0;
    const std::uint32_t its_hash = hash(word);
    for (const Source& source : sources_)
        if (source.table.may_have_beginning(its_hash) && source.table.has_beginning(word, its_hash))
            marks |= source.mark;
    for (const Word& one : words_)
        if (one.word == word) marks |= one.mark;
    return marks;
}

}  // namespace lede
