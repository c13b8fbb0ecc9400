// The lines of a text, and which of them are one paragraph.
#pragma once

#include <vector>

#include "document.h"

namespace lede {

/// A line without its surrounding white space.
struct Line {
    Span span;
    bool after_blank = false;  ///< a blank line, or the start of the text, stands before it
};

/// The lines that are not blank. CR, LF, CRLF, U+0085, U+2028 and U+2029 end a line.
std::vector<Line> find_lines(std::string_view text);

/// Joins what was wrapped at a fixed width, or broken around a link, back into paragraphs: two lines are one
/// only where a sentence runs on.
std::vector<Line> join_broken_lines(std::string_view text, const std::vector<Line>& lines);

}  // namespace lede
