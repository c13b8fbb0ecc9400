#include "text/structure.h"

#include <algorithm>
#include <string>

#include "text/cursor.h"
#include "text/lines.h"
#include "text/text.h"

namespace lede {

namespace {

// Where the parts before and after the story are looked for.
constexpr std::size_t head_blocks = 8;
constexpr std::uint32_t longest_headline = 220;  // bytes

char last_char(std::string_view block) { return block.empty() ? '\0' : block.back(); }

bool is_headline(std::string_view block, BlockShape shape) {
    return block.size() <= longest_headline && shape.words >= 2 && last_char(block) != '.' &&
           last_char(block) != ':' && last_char(block) != ',' && !shape.ends_in_stop_and_quote;
}

void mark_title(Document& doc, std::string_view title) {
    const std::string wanted = fold(title);
    for (std::size_t i = 0; i < doc.blocks.size() && i < head_blocks; ++i) {
        const Span span = doc.blocks[i].span;
        if (span.size() > 4 * longest_headline) continue;
        if (fold(doc.slice(span)) != wanted) continue;
        doc.blocks[i].kind = BlockKind::headline;
        return;
    }
}

bool has_kind(const Document& doc, BlockKind kind) {
    return std::any_of(doc.blocks.begin(), doc.blocks.end(),
                       [&](const Block& block) { return block.kind == kind; });
}

// The first block that looks like a headline, if no paragraph stands before it.
void mark_headline(Document& doc) {
    for (std::size_t i = 0; i < doc.blocks.size() && i < head_blocks; ++i) {
        if (doc.blocks[i].kind != BlockKind::paragraph) continue;
        const std::string_view block = doc.slice(doc.blocks[i].span);
        if (is_headline(block, shape_of(block))) doc.blocks[i].kind = BlockKind::headline;
        return;
    }
}

}  // namespace

void find_structure(Document& doc, std::string_view title, const Resources& resources) {
    std::vector<Span> paragraphs;
    join_wrapped_lines(doc.text, find_lines(doc.text), paragraphs);
    doc.blocks.reserve(paragraphs.size());
    for (const Span span : paragraphs) doc.blocks.push_back({span, BlockKind::paragraph});

    if (!title.empty()) mark_title(doc, title);
    const Table captions = resources.table("caption_cues");
    const std::size_t last_head = doc.blocks.size() > head_blocks ? head_blocks : doc.blocks.size();
    std::size_t first_long = 0;  // the first block that is running text
    while (first_long < last_head && !is_running_text(doc.slice(doc.blocks[first_long].span))) ++first_long;
    for (std::size_t i = 0; i < doc.blocks.size(); ++i) {
        Block& block = doc.blocks[i];
        if (block.kind != BlockKind::paragraph) continue;
        const std::string_view text = doc.slice(block.span);
        const bool at_edge = i < last_head || i + 2 >= doc.blocks.size();
        if (is_caption(text, captions)) {
            block.kind = BlockKind::caption;
        } else if (at_edge && doc.blocks.size() > 1 && is_byline(text, i > 0 && i < first_long)) {
            block.kind = BlockKind::byline;
        } else if (at_edge && is_dateline(text)) {
            block.kind = BlockKind::dateline;
            if (!doc.dateline) doc.dateline = block.span;
        }
    }
    if (!has_kind(doc, BlockKind::headline)) mark_headline(doc);
    const Table agencies = resources.table("news_agencies");
    std::size_t seen = 0;
    for (const Block& block : doc.blocks) {
        if (block.kind != BlockKind::paragraph) continue;
        if (const std::uint32_t size = leading_dateline(doc.slice(block.span), agencies); size > 0) {
            if (!doc.dateline) doc.dateline = Span{block.span.begin, block.span.begin + size};
            break;
        }
        if (++seen == 3) break;
    }
}

}  // namespace lede
