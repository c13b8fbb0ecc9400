// The day on which an article came out, where its page says so.
#include <algorithm>

#include "text/stamps.h"
#include "times/calendar/calendar.h"
#include "times/published.h"

namespace lede::times {

namespace {

// What was published first, then what says nothing of it, then the day of a change.
int rank_of(const Stamp& stamp) { return stamp.published ? 2 : stamp.changed ? 0 : 1; }

class StampChoice {
  public:
    void consider(const Document& doc, const StampTables& tables, Span span) {
        for (const Stamp& stamp : find_stamps(doc.slice(span), span.begin, tables)) {
            const bool certain = stamp.day && is_valid(*stamp.day);
            if (best_ && rank_of(*best_) >= rank_of(stamp)) continue;
            // Either way round: the day stays open, whatever less telling stamps say.
            best_ = stamp;
            if (!certain) best_->day.reset();
        }
    }
    bool found() const { return best_.has_value(); }
    std::optional<Date> day() const { return best_ ? best_->day : std::nullopt; }

  private:
    std::optional<Stamp> best_;
};

}  // namespace

void find_published(Document& doc, const Resources& resources) {
    const StampTables tables(resources);
    StampChoice choice;
    for (const Block& block : doc.blocks)
        if (block.kind == BlockKind::dateline || block.kind == BlockKind::byline)
            choice.consider(doc, tables, block.span);
    if (!choice.found() && doc.dateline) choice.consider(doc, tables, *doc.dateline);
    const auto from = choice.found() ? PublishedFrom::dateline : PublishedFrom::text;
    // Lines of their own between the headline and the story.
    constexpr std::uint32_t longest_line = 100;
    const auto is_date_line = [&](Span line) {
        if (line.size() > longest_line) return false;
        const StampWords words = count_stamp_words(doc.slice(line), tables);
        return words.of_dates * 3 >= words.words * 2;
    };
    std::uint32_t begin = 0, end = 0;
    for (const Block& block : doc.blocks) {
        if (block.kind == BlockKind::headline) begin = block.span.end;
        if (block.kind == BlockKind::paragraph && block.span.size() > longest_line) {
            end = block.span.begin;
            break;
        }
    }
    std::vector<Span> lines;
    for (const Span line : doc.other)
        if (line.begin >= begin && line.end <= end && is_date_line(line)) lines.push_back(line);
    // So many days are those of other articles in a list.
    constexpr std::size_t most_lines = 4;
    if (lines.size() <= most_lines)
        for (const Span line : lines) choice.consider(doc, tables, line);
    for (const Block& block : doc.blocks)
        if (!choice.found() && block.span.end <= end && block.kind != BlockKind::caption &&
            is_date_line(block.span))
            choice.consider(doc, tables, block.span);
    if (const auto day = choice.day()) doc.published = Published{*day, from};
}

}  // namespace lede::times
