#include "text/structure_hints.h"

#include <algorithm>
#include <cstdint>

#include "text/structure.h"

namespace lede {

namespace {

enum class Hint : std::uint8_t { none, in, out };

void mark_touched(const std::vector<Line>& lines, std::vector<Span> spans, Hint hint,
                  std::vector<Hint>& hints) {
    std::sort(spans.begin(), spans.end());
    std::uint32_t reached = 0;
    auto next = spans.begin();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Span line = lines[i].span;
        for (; next != spans.end() && next->begin < line.end; ++next)
            if (!next->empty()) reached = std::max(reached, next->end);
        if (reached > line.begin) hints[i] = hint;
    }
}

// Appends a stretch of a list.
template <class T>
void append(std::vector<T>& to, const std::vector<T>& list, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) to.push_back(list[i]);
}

class Corrector {
  public:
    Corrector(Document& doc, const Resources& resources)
        : doc_(doc), captions_(resources.table("caption_cues")), stamps_(resources) {}

    void correct(const std::vector<Line>& lines, const std::vector<Hint>& hints) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Span line = lines[i].span;
            const std::size_t first_block = block_, first_other = other_;
            while (block_ < doc_.blocks.size() && doc_.blocks[block_].span.begin < line.end) ++block_;
            while (other_ < doc_.other.size() && doc_.other[other_].begin < line.end) ++other_;
            if (hints[i] == Hint::out) {
                others_.push_back(line);
            } else if (hints[i] == Hint::in) {
                take_in(line, first_block, first_other);
            } else {
                append(blocks_, doc_.blocks, first_block, block_);
                append(others_, doc_.other, first_other, other_);
            }
        }
        for (const std::size_t block : unknown_) blocks_[block].kind = kind_of(block);
        doc_.blocks = std::move(blocks_);
        doc_.other = std::move(others_);
    }

  private:
    void take_in(Span line, std::size_t first_block, std::size_t first_other) {
        const std::size_t begin = blocks_.size();
        if (first_block == block_) {
            unknown_.push_back(begin);
            blocks_.push_back({line, BlockKind::paragraph});
        } else if (first_other < other_) {
            blocks_.push_back({line, doc_.blocks[first_block].kind});
        } else {
            append(blocks_, doc_.blocks, first_block, block_);
        }
        for (std::size_t block = begin; block < blocks_.size(); ++block) blocks_[block].doubtful = false;
    }

    bool has(BlockKind kind) const {
        return std::any_of(blocks_.begin(), blocks_.end(),
                           [&](const Block& block) { return block.kind == kind; });
    }

    // Each kind but captions is given once, so that the search for one costs no more than a pass each.
    BlockKind kind_of(std::size_t block) {
        const std::string_view text = doc_.slice(blocks_[block].span);
        if (is_caption(text, captions_)) return BlockKind::caption;
        if (block == 0 && !is_running_text(text) && !is_byline(text, true, stamps_.page_words) &&
            !is_dateline(text, stamps_) && !has(BlockKind::headline))
            return BlockKind::headline;
        if (is_byline(text, false, stamps_.page_words)) return once(BlockKind::byline, has_byline_);
        if (is_dateline(text, stamps_)) return once(BlockKind::dateline, has_date_);
        return BlockKind::paragraph;
    }
    BlockKind once(BlockKind kind, bool& known) const {
        if (known || has(kind)) {
            known = true;
            return BlockKind::paragraph;
        }
        known = true;
        return kind;
    }

    Document& doc_;
    const Table captions_;
    const StampTables stamps_;
    std::size_t block_ = 0, other_ = 0;
    std::vector<Block> blocks_;
    std::vector<Span> others_;
    std::vector<std::size_t> unknown_;  // in blocks_: those whose kind nothing tells yet
    bool has_byline_ = false, has_date_ = false;
};

}  // namespace

void apply_hints(Document& doc, const std::vector<Line>& lines, const StructureHints& hints,
                 const Resources& resources) {
    if (hints.empty()) return;
    std::vector<Hint> of_line(lines.size(), Hint::none);
    mark_touched(lines, hints.in, Hint::in, of_line);
    mark_touched(lines, hints.out, Hint::out, of_line);
    Corrector(doc, resources).correct(lines, of_line);
}

}  // namespace lede
