// The date stamps of a page: "Published: 15:56 BST, 27 April 2024 | Updated …", "APR 28 20232:23 PM",
// "2024-04-27T15:56Z".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document.h"
#include "model/word_classes.h"
#include "resources.h"

namespace lede {

/// The tables that stamps are read with, opened once an article.
struct StampTables {
    Table time_words;
    WordClasses page_words;

    explicit StampTables(const Resources& resources)
        : time_words(resources.table("time_words")), page_words(resources.table("page_words")) {}
};

/// The number of the month that a word names, in full or in short; 0 for none.
int month_of(std::string_view word, const Table& time_words);

/// A day written out in full.
struct Stamp {
    Span span;  ///< of the day, without the time of day
    std::optional<Date>
        day;  ///< nothing where day and month could be either way round; 31 June is not ruled out
    bool changed = false;    ///< the day of a change: "Updated", "Last modified"
    bool published = false;  ///< "Published", "Posted"
};

/// The stamps of a short line, in text order. Reads no more than the first and last bytes of a long one.
/// @param offset where the line begins in the text that the spans are of.
std::vector<Stamp> find_stamps(std::string_view line, std::uint32_t offset, const StampTables& tables);

/// How many of the words of a line, of those read, belong to dates and times: numbers, months, weekdays,
/// "pm", "GMT".
struct StampWords {
    std::uint32_t words = 0;
    std::uint32_t of_dates = 0;
    bool has_month_or_clock = false;
};
StampWords count_stamp_words(std::string_view line, const StampTables& tables);

}  // namespace lede
