// Quotations that begin and never end. A quotation that runs over several paragraphs opens each of them again
// and closes only in the last: that is no fault.
#include "base/unicode.h"
#include "checks/check_families.h"

namespace lede::checks {

namespace {

enum class Mark { none, opening, closing };

// A straight mark opens where something follows it at once and nothing stands right before it. One after a
// digit may mean inches.
Mark mark_at(const Document& doc, Index token) {
    const std::string_view form = doc.form(token);
    if (form == "“") {
        // Some close with it: "I want to do.“"
        const Span span = doc.tokens.span[token];
        const bool joined_before = span.begin > 0 && !is_space(decode_before(doc.text, span.begin).code);
        const bool free_after = span.end == doc.text.size() || is_space(decode(doc.text, span.end).code);
        return joined_before && free_after ? Mark::closing : Mark::opening;
    }
    if (form == "”") return Mark::closing;
    if (form != "\"") return Mark::none;
    const Span span = doc.tokens.span[token];
    const bool free_before = span.begin == 0 || is_space(decode_before(doc.text, span.begin).code);
    const bool joined_after = span.end < doc.text.size() && !is_space(decode(doc.text, span.end).code);
    return free_before && joined_after ? Mark::opening : Mark::closing;
}

// Does a token begin a line? There a quotation of several paragraphs opens again.
bool begins_line(const Document& doc, Index token) {
    const std::uint32_t begin = doc.tokens.span[token].begin;
    return begin == 0 || decode_before(doc.text, begin).code == '\n';
}

// The mark that opens a quotation left open: at the end of a block, or where the next one opens in the middle
// of a line ("… a festival, he said. “If somebody …”). `none` where there is no such mark.
Index left_open(const Document& doc, TokenRange block) {
    // “I found a “feature” in it”: within each other in the same marks.
    int openings = 0, closings = 0;
    for (Index token = block.begin; token < block.end; ++token) {
        const Mark mark = mark_at(doc, token);
        openings += mark == Mark::opening ? 1 : 0;
        closings += mark == Mark::closing ? 1 : 0;
    }
    if (closings >= openings) return none;
    Index open = none;
    for (Index token = block.begin; token < block.end; ++token) {
        const Mark mark = mark_at(doc, token);
        if (mark == Mark::opening && open != none && doc.form(token) == "“" && !begins_line(doc, token))
            return open;
        if (mark == Mark::opening)
            open = token;
        else if (mark == Mark::closing)
            open = none;
    }
    return open;
}

bool begins_with_mark(const Document& doc, TokenRange block) {
    return !block.empty() && mark_at(doc, block.begin) == Mark::opening;
}

}  // namespace

void check_quotation_marks(Document& doc) {
    std::vector<TokenRange> blocks;
    Index last = none;
    for (const Sentence& sentence : doc.sentences) {
        if (sentence.block == none || sentence.block != last)
            blocks.push_back(sentence.tokens);
        else
            blocks.back().end = sentence.tokens.end;
        last = sentence.block;
    }
    constexpr std::size_t most = 3;
    std::size_t found = 0;
    for (std::size_t i = 0; i < blocks.size() && found < most; ++i) {
        const Index open = left_open(doc, blocks[i]);
        if (open == none || (i + 1 < blocks.size() && begins_with_mark(doc, blocks[i + 1]))) continue;
        constexpr Index shown = 6;
        const Span span = doc.span_of({open, std::min(blocks[i].end, open + shown)});
        ++found;
        const Span words{doc.tokens.span[open].end, span.end};
        doc.checks.push_back({CheckKind::truncated_quote,
                              words.empty()
                                  ? "A quotation mark is opened and never closed. Add the closing mark."
                                  : "The quotation that begins " + quoted(doc, words) +
                                        " is never closed. Add the closing mark where it ends.",
                              {span}});
    }
}

}  // namespace lede::checks
