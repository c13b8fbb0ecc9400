// What a block of a pasted article is, told from its text alone. Every check reads a bounded number of bytes.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/word_classes.h"
#include "resources.h"
#include "text/stamps.h"

namespace lede {

struct BlockShape {
    std::uint32_t words = 0;
    bool ends_in_stop_and_quote =
        false;  ///< ends with a full stop inside a closing quotation mark or bracket
};
BlockShape shape_of(std::string_view block);

/// Long, or ended like a sentence: not a headline, byline, dateline or label.
bool is_running_text(std::string_view block);

/// "File Photo", "Image caption …", "… Jane Doe/Reuters". @param cues the table caption_cues.
bool is_caption(std::string_view block, const Table& cues);

/// "By Ann Smith"; where `before_story` also "Ann Smith in Brussels" and "Ann Smith, Political
/// correspondent". @param words_of_pages the table page_words.
bool is_byline(std::string_view block, bool before_story, const WordClasses& words_of_pages);

/// A line of its own with a date: "Brussels, 25 May 2017", "Published 3 March 2021, 10:15 GMT".
bool is_dateline(std::string_view block, const StampTables& tables);

/// The size in bytes of "BRUSSELS (Reuters)", "(CNN)" or "PARIS, May 3" before a dash at the start of a
/// paragraph, 0 where there is none. A known agency needs no dash. @param agencies the table news_agencies.
std::uint32_t leading_dateline(std::string_view paragraph, const Table& agencies);

}  // namespace lede
