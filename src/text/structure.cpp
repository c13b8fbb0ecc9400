#include "text/structure.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/cursor.h"
#include "text/credits.h"
#include "text/line_model.h"
#include "text/lines.h"
#include "text/stamps.h"
#include "text/structure_hints.h"
#include "text/text.h"
#include "text/words.h"

namespace lede {

namespace {

constexpr std::size_t longest_rule = 40;    // bytes of "* * *" and the like
constexpr std::size_t longest_title = 880;  // bytes of a line that may be the title that the caller knows

// The line that says the title, where the caller knows it.
std::size_t find_title(const Document& doc, std::string_view title, const std::vector<Line>& lines) {
    if (title.empty()) return lines.size();
    const std::string wanted = fold(title);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].span.size() <= longest_title && fold(doc.slice(lines[i].span)) == wanted) return i;
    return lines.size();
}

BlockKind block_kind(LineKind kind) {
    switch (kind) {
        case LineKind::headline:
            return BlockKind::headline;
        case LineKind::standfirst:
            return BlockKind::standfirst;
        case LineKind::byline:
            return BlockKind::byline;
        case LineKind::date:
            return BlockKind::dateline;
        case LineKind::subhead:
            return BlockKind::subhead;
        case LineKind::caption:
            return BlockKind::caption;
        default:
            return BlockKind::paragraph;
    }
}

bool is_other(LineKind kind) {
    return kind == LineKind::before || kind == LineKind::inside || kind == LineKind::behind;
}

// Makes blocks of lines. A part that an article has once goes on over lines below each other, and is nothing
// of it where it comes again.
class BlockMaker {
  public:
    BlockMaker(Document& doc, const Resources& resources, bool page)
        : doc_(doc),
          phrases_(resources.table("page_phrases")),
          given_names_(resources.table("given_names")),
          stamps_(resources),
          page_(page) {}

    // A short line without a letter or digit, in a text that has any, only parts what stands around it.
    void add_mute(Span line) { doc_.other.push_back(line); }

    void add(Span line, LineReading read) {
        LineKind kind = read.kind;
        const bool follows = kind == last_;
        last_ = kind;
        if (kind == LineKind::caption) return add_caption(line, true);
        if (kind != LineKind::byline && page_ && is_credited(line)) return add_caption(line, false);
        switch (kind) {
            case LineKind::byline:
                if (!is_once(has_byline_, follows)) return add_other(line);
                return add_byline(line);
            case LineKind::date:
                return add_date_line(line);
            case LineKind::standfirst:
                if (is_once(has_standfirst_, follows)) break;
                if (!is_running_text(doc_.slice(line))) return add_other(line);
                kind = LineKind::paragraph;
                break;
            default:
                if (is_other(kind)) return add_other(line);
        }
        doc_.blocks.push_back({line, block_kind(kind), !read.sure});
    }

  private:
    // Is a line of the part that an article has once: the first such line, or one that goes on with it?
    bool is_once(bool& has, bool follows) {
        first_run_ = !has || (follows && first_run_);
        has = true;
        return first_run_;
    }

    // In a text that is no page nothing is left out.
    void add_other(Span line) {
        if (page_)
            doc_.other.push_back(line);
        else
            doc_.blocks.push_back({line, BlockKind::paragraph});
    }

    // "by Ann Bell Apr. 28, 2023", "28 April 2023 by Ann Bell": an author stands there too.
    void add_date_line(Span line) {
        const std::size_t by = author_in(doc_.slice(line));
        if (by == std::string_view::npos || has_byline_) return add_date(line);
        has_byline_ = true;
        const auto begin = static_cast<std::uint32_t>(line.begin + by);
        if (by == 0) return add_byline(line);
        if (const std::uint32_t end = trimmed_end({line.begin, begin}); end > line.begin)
            add_date({line.begin, end});
        doc_.blocks.push_back({{begin, line.end}, BlockKind::byline});
    }

    // Where "by Ann" begins.
    static std::size_t author_in(std::string_view line) {
        for (const std::string_view by : {"by ", "By ", "BY "}) {
            for (std::size_t at = line.find(by); at != std::string_view::npos; at = line.find(by, at + 1)) {
                const bool begins = at == 0 || line[at - 1] == ' ';
                const std::size_t name = at + by.size();
                if (begins && name < line.size() && is_upper(decode(line, name).code)) return at;
            }
        }
        return std::string_view::npos;
    }

    void add_date(Span line) {
        if (std::exchange(has_date_, true)) return add_other(line);
        doc_.blocks.push_back({line, BlockKind::dateline});
    }

    // "By Ann Bell | 5 March 2024": the author and the date are two blocks.
    void add_byline(Span line) {
        constexpr std::uint32_t shortest_name = 6;
        const std::vector<Stamp> stamps = find_stamps(doc_.slice(line), line.begin, stamps_);
        if (!stamps.empty()) {
            const std::uint32_t end = trimmed_end({line.begin, stamps.front().span.begin});
            if (end > line.begin + shortest_name) {
                doc_.blocks.push_back({{line.begin, end}, BlockKind::byline});
                return add_date({stamps.front().span.begin, line.end});
            }
        }
        // "By Ann Bell | The Daily Herald": for whom, unless there stands another author.
        const std::string_view text = doc_.slice(line);
        const std::size_t bar = text.find(" | ");
        if (page_ && bar != std::string_view::npos && bar > shortest_name &&
            !names_author(text.substr(bar + 3))) {
            doc_.blocks.push_back(
                {{line.begin, trimmed_end({line.begin, line.begin + static_cast<std::uint32_t>(bar)})},
                 BlockKind::byline});
            doc_.other.push_back({line.begin + static_cast<std::uint32_t>(bar) + 3, line.end});
            return;
        }
        doc_.blocks.push_back({line, BlockKind::byline});
    }

    bool names_author(std::string_view text) const {
        const std::string word = fold(text.substr(0, std::min(text.find(' '), text.size())));
        return word == "by" || given_names_.contains(word);
    }

    // Where the words of a stretch end that stand before a mark such as a bar.
    std::uint32_t trimmed_end(Span span) const {
        std::uint32_t end = span.end;
        while (end > span.begin) {
            const Decoded c = decode_before(doc_.text, end);
            if (is_letter(c.code) || is_digit(c.code) || c.code == ')' || is_extend(c.code)) break;
            end -= std::min(c.size, end - span.begin);
        }
        return end;
    }

    // A paragraph is nobody's picture: what ends with a credit is a caption, however much it tells.
    bool is_credited(Span line) const {
        const std::string_view text = doc_.slice(line);
        return !text.ends_with('.') && credit_begin(text, phrases_, stamps_.page_words) < text.size();
    }

    // Who took a picture is no part of the story; a line that says nothing else is no caption, but for "File
    // photo".
    void add_caption(Span line, bool known) {
        const std::string_view caption = doc_.slice(line);
        const std::uint32_t credit =
            line.begin + (known ? caption_credit_begin(caption, phrases_, stamps_.page_words)
                                : credit_begin(caption, phrases_, stamps_.page_words));
        const bool only_credit = credit == line.begin;
        if (!page_ || (only_credit && fold(caption.substr(0, 4)) == "file") || credit >= line.end) {
            doc_.blocks.push_back({line, BlockKind::caption});
            return;
        }
        if (!only_credit) doc_.blocks.push_back({{line.begin, credit}, BlockKind::caption});
        std::uint32_t begin = credit;
        while (begin < line.end && (doc_.text[begin] == ' ' || doc_.text[begin] == '|')) ++begin;
        doc_.other.push_back({begin, line.end});
    }

    Document& doc_;
    Table phrases_;
    Table given_names_;
    StampTables stamps_;
    bool page_;
    LineKind last_ = LineKind::before;
    bool first_run_ = false;  // the lines now read are the first of their kind
    bool has_byline_ = false, has_date_ = false, has_standfirst_ = false;
};

// A standfirst stands before a story: without one, it is the story.
void need_story(std::vector<LineReading>& read) {
    const auto is_kind = [&](LineKind kind) {
        return std::any_of(read.begin(), read.end(),
                           [&](const LineReading& line) { return line.kind == kind; });
    };
    if (is_kind(LineKind::paragraph) || !is_kind(LineKind::standfirst)) return;
    for (LineReading& line : read)
        if (line.kind == LineKind::standfirst) line.kind = LineKind::paragraph;
}

// Menus name people and days, too. What stands below the headline goes before what stands above, of which
// only the nearest may be of this article.
void drop_distant(std::vector<LineReading>& read, LineKind kind) {
    const auto is_kind = [&](const LineReading& line) { return line.kind == kind; };
    const auto headline = std::find_if(
        read.begin(), read.end(), [](const LineReading& line) { return line.kind == LineKind::headline; });
    if (headline == read.end()) return;
    const bool below = std::any_of(headline, read.end(), is_kind);
    constexpr std::ptrdiff_t reach = 6;
    const auto near = below ? headline : headline - std::min(headline - read.begin(), reach);
    for (auto line = read.begin(); line != near; ++line)
        if (is_kind(*line)) line->kind = LineKind::before;
}

// "BRUSSELS (Reuters)" before one of the first paragraphs, or else the first line with a date.
void find_dateline(Document& doc, const Resources& resources) {
    const Table agencies = resources.table("news_agencies");
    constexpr std::size_t first_paragraphs = 3;
    std::size_t seen = 0;
    for (const Block& block : doc.blocks) {
        if (block.kind != BlockKind::paragraph) continue;
        if (const std::uint32_t size = leading_dateline(doc.slice(block.span), agencies); size > 0) {
            doc.dateline = Span{block.span.begin, block.span.begin + size};
            return;
        }
        if (++seen == first_paragraphs) break;
    }
    for (const Block& block : doc.blocks)
        if (block.kind == BlockKind::dateline) {
            doc.dateline = block.span;
            return;
        }
}

}  // namespace

void find_structure(Document& doc, std::string_view title, const Resources& resources,
                    const StructureHints& hints) {
    const std::vector<Line> lines = join_broken_lines(doc.text, find_lines(doc.text));
    if (lines.empty()) return;
    const PageFacts page = find_facts(doc.text, lines, resources);
    const LineFeatures features(page);
    const LineModel model = LineModel::open(resources.raw("lines"));
    const std::size_t headline = find_title(doc, title, lines);
    std::vector<LineReading> read = model.read(features, lines.size(), headline);
    if (features.evidence() > 0)
        for (const LineKind kind : {LineKind::byline, LineKind::date}) drop_distant(read, kind);
    need_story(read);
    doc.blocks.reserve(lines.size());
    BlockMaker blocks(doc, resources, features.evidence() > 0);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (features.is_mute(i) && features.says_anything() && lines[i].span.size() <= longest_rule)
            blocks.add_mute(lines[i].span);
        else
            blocks.add(lines[i].span, read[i]);
    apply_hints(doc, lines, hints, resources);
    find_dateline(doc, resources);
}

}  // namespace lede
