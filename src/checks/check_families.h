// The families of checks, each in its own file. All messages are for an editor: plain, short, in the
// article's words.
#pragma once

#include <string>
#include <vector>

#include "document.h"
#include "resources.h"

namespace lede::checks {

/// A list, a table, a chat, code, a poem or a fragment instead of an article; nothing where that is not
/// clear. Where the language is not English, only code is told. Looks at a bounded number of lines.
void check_form(Document& doc);
void check_numbers(Document& doc, const Resources& resources);
void check_ages(Document& doc);
void check_restated(Document& doc, const Resources& resources);
void check_scores(Document& doc, const Resources& resources);
void check_sums(Document& doc, const Resources& resources);
void check_dates(Document& doc);
void check_acronyms(Document& doc, const Resources& resources);
void check_sources(Document& doc, const Resources& resources);
void check_hedges(Document& doc, const Resources& resources);
void check_introductions(Document& doc, const Resources& resources);
void check_quotation_marks(Document& doc);

/// Of check_numbers, by itself: the table is that of nouns which are counted.
void check_headline(const Document& doc, const Table& counted_nouns, std::vector<Check>& found);

/// The head of what is counted: where `of` says so, or the noun joined by a hyphen ("68-nation"); none for
/// nothing.
Index counted_noun(const Document& doc, const Quantity& quantity);
/// The figure with what it counts, where that stands beside it.
Span quantity_span(const Quantity& quantity);

/// What is said of two figures that disagree.
std::string conflict_message(const Document& doc, Span one, Span other);

/// The words of a place in curly quotation marks, cut after a few dozen characters.
std::string quoted(const Document& doc, Span span);

/// The token that begins at or after an offset; the number of tokens where there is none.
Index token_from(const Document& doc, std::uint32_t offset);

/// The first mention that begins at or after an offset.
std::vector<Mention>::const_iterator mention_from(const Document& doc, std::uint32_t offset);

/// By entity: does the article quote it?
std::vector<bool> quoted_entities(const Document& doc);

}  // namespace lede::checks
