#include "text/line_features.h"

#include <algorithm>

namespace lede {

namespace {

bool is_furniture_text(const LineFacts& line) {
    constexpr std::uint16_t site = bit(PageClass::law) | bit(PageClass::signup);
    constexpr unsigned one_in = 5;  // words that a page says
    return (line.has & site) != 0 && line.to_reader > 0 && line.in_phrases * one_in >= line.words;
}

// Prose of the article rather than of the site.
bool is_article_prose(const LineFacts& line) {
    return line.shape == LineShape::prose && !is_furniture_text(line);
}

template <std::size_t N>
std::uint16_t bucket(std::size_t value, const std::uint16_t (&limits)[N]) {
    std::uint16_t number = 0;
    while (number < N && value > limits[number]) ++number;
    return number;
}

std::uint16_t words_bucket(std::size_t words) { return bucket(words, {1, 2, 3, 4, 6, 8, 11, 15, 24, 40}); }
constexpr std::uint16_t word_buckets = 11;

// Numbers the features: each group of `size` values takes the next ones.
class Writer {
  public:
    explicit Writer(std::vector<std::uint16_t>* out) : out_(out) {}
    void add(std::uint16_t value, std::uint16_t size) {
        if (out_) out_->push_back(static_cast<std::uint16_t>(next_ + value));
        next_ = static_cast<std::uint16_t>(next_ + size);
    }
    void add_if(bool holds) {
        if (holds && out_) out_->push_back(next_);
        ++next_;
    }
    std::uint16_t next() const { return next_; }

  private:
    std::vector<std::uint16_t>* out_;
    std::uint16_t next_ = 0;
};

// A share in quarters: none, some, half, most, all.
std::uint16_t share(std::size_t part, std::size_t whole) {
    if (part == 0 || whole == 0) return 0;
    if (part >= whole) return 4;
    return static_cast<std::uint16_t>(1 + std::min<std::size_t>(2, part * 3 / whole));
}
constexpr std::uint16_t shares = 5;

struct Context {
    LineFacts line;
    LineShape before2, before, after, after2;
    bool near_blank_after = false, near_slide = false;
    std::uint16_t overlap = 0, repeat = 0, place = 0, distance = 0, prose_before = 0, prose_after = 0,
                  evidence = 0, size = 0, edge = 0, copied = 0, extent = 0, cue_above = 0, head = 0,
                  signs = 0;
};

constexpr std::uint16_t shapes = line_shapes;

void write(const Context& c, Writer& w) {
    const LineFacts& line = c.line;
    const auto shape_of = [](LineShape s) { return static_cast<std::uint16_t>(s); };
    const std::uint16_t shape = shape_of(line.shape);
    w.add(0, 1);  // always there
    w.add(shape, shapes);
    w.add(words_bucket(line.words), word_buckets);
    w.add(static_cast<std::uint16_t>(line.start), line_starts);
    w.add(static_cast<std::uint16_t>(static_cast<unsigned>(line.end) * 3 + bucket(line.words, {4, 11})),
          line_ends * 3);
    const std::uint16_t length = bucket(line.words, {3, 11});
    w.add(static_cast<std::uint16_t>(share(line.capitals, line.words) * 3 + length), shares * 3);
    w.add(static_cast<std::uint16_t>(share(line.shouts, line.words) * 3 + length), shares * 3);
    w.add(
        static_cast<std::uint16_t>(
            bucket(line.function_words * 12u / std::max<unsigned>(1, line.words), {0, 1, 3, 5}) * 3 + length),
        shares * 3);
    w.add(static_cast<std::uint16_t>(share(line.in_phrases, line.words) * 3 + length), shares * 3);
    w.add(static_cast<std::uint16_t>(share(line.numbers, line.words) * 3 + length), shares * 3);
    w.add(static_cast<std::uint16_t>(std::min<unsigned>(line.to_reader, 3)), 4);
    for (std::size_t i = 0; i < page_classes; ++i) {
        const std::uint16_t mask = static_cast<std::uint16_t>(1u << i);
        w.add_if(line.starts & mask);
        w.add_if((line.has & mask) && !(line.starts & mask));
        w.add_if((line.has & mask) && line.in_phrases >= line.words);
        w.add_if((line.starts & mask) && line.words > 11);
    }
    w.add_if(line.after_blank);
    w.add_if(c.near_blank_after);
    w.add_if(line.caption);
    w.add_if(line.by);
    w.add_if(line.name);
    w.add_if(line.stamp);
    w.add_if(line.stamp && line.by);
    w.add_if(line.dated);
    w.add_if(line.dated && (line.has & bit(PageClass::image)));
    w.add_if(line.stamp_like);
    w.add_if(line.bars);
    w.add_if(line.handle);
    w.add_if(line.quoted);
    w.add_if(line.cue);
    w.add_if(line.cue && (line.starts & bit(PageClass::promotion)));
    w.add_if(line.credit);
    w.add_if(line.credit && line.end == LineEnd::bracket);
    w.add_if(line.post);
    w.add_if(line.slide);
    w.add_if(c.near_slide);
    w.add(static_cast<std::uint16_t>(c.cue_above * 2 +
                                     (line.end == LineEnd::open || line.end == LineEnd::ellipsis)),
          8);
    w.add_if(line.start == LineStart::bracket && line.end == LineEnd::bracket);
    w.add(static_cast<std::uint16_t>(c.copied * 3 + length), shares * 3);
    w.add(shape_of(c.before2), shapes);
    w.add(shape_of(c.after2), shapes);
    w.add(static_cast<std::uint16_t>(shape_of(c.before) * shapes + shape), shapes * shapes);
    w.add(static_cast<std::uint16_t>(shape_of(c.after) * shapes + shape), shapes * shapes);
    w.add(static_cast<std::uint16_t>((c.overlap + c.extent * shares) * 3 + length), 3 * shares * 3);
    w.add(static_cast<std::uint16_t>(c.repeat * 3 + length), 9);
    w.add(static_cast<std::uint16_t>(c.place * shapes + shape), 3 * shapes);
    w.add(c.distance, 13);
    w.add(c.prose_before, 4);
    w.add(c.prose_after, 4);
    w.add(static_cast<std::uint16_t>(c.evidence * shapes + shape), 3 * shapes);
    w.add(static_cast<std::uint16_t>(c.size * shapes + shape), 3 * shapes);
    w.add(c.edge, 4);
    w.add(static_cast<std::uint16_t>(c.head * shapes + shape), 7 * shapes);
    w.add(static_cast<std::uint16_t>((c.signs * 3 + c.place) * 3 + length), 36);
}

}  // namespace

LineFeatures::LineFeatures(const PageFacts& page) : page_(page), in_lines_(topic_slots, 0) {
    find_main_run();
    find_vocabulary();
    find_repeats();
    find_copies();
    find_head();
    constexpr std::uint16_t of_pages =
        bit(PageClass::button) | bit(PageClass::share) | bit(PageClass::promotion) | bit(PageClass::signup) |
        bit(PageClass::law) | bit(PageClass::advertisement) | bit(PageClass::media) |
        bit(PageClass::comments) | bit(PageClass::tail);
    constexpr std::size_t fewest_lines = 4;  // of a page
    if (page.lines.size() < fewest_lines) return;
    for (const LineFacts& line : page.lines) {
        const bool open = line.end != LineEnd::stop && line.end != LineEnd::comma;
        const bool cue = line.cue && (line.starts & bit(PageClass::promotion));
        const bool crumbs = line.bars && open && (line.starts & bit(PageClass::menu));
        evidence_ += crumbs || ((line.has & of_pages) && ((open && line.in_phrases * 3 >= line.words * 2) ||
                                                          cue || is_furniture_text(line)));
    }
    // One sign alone says little of a long text: an e-mail has a "Reply", too. News has authors and pictures.
    constexpr std::size_t one_in = 12;
    const bool of_news = std::any_of(page.lines.begin(), page.lines.end(), [](const LineFacts& line) {
        return line.by || line.credit || line.caption;
    });
    if (evidence_ == 1 && page.lines.size() > one_in && !of_news) evidence_ = 0;
}

bool LineFeatures::may_be_headline(std::size_t number) const {
    constexpr std::uint8_t longest = 40;
    const LineFacts& line = page_.lines[number];
    const bool ended = line.end == LineEnd::stop || line.end == LineEnd::colon || line.end == LineEnd::comma;
    return line.words > 1 && line.words <= longest && !ended && !line.stamp_like && !line.by && !line.post;
}

bool LineFeatures::may_be_byline(std::size_t number) const {
    constexpr std::uint16_t authors = bit(PageClass::role) | bit(PageClass::agency) | bit(PageClass::author);
    constexpr std::uint8_t most_words_of_names = 7;
    const LineFacts& line = page_.lines[number];
    const bool names =
        line.words <= most_words_of_names && line.capitals + 1 >= line.words && line.function_words <= 1;
    return line.by || line.name || line.stamp || (line.has & authors) || names;
}

bool LineFeatures::may_be_date(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    return line.numbers > 0 || line.stamp_like || (line.has & bit(PageClass::stamp));
}

bool LineFeatures::may_be_caption(std::size_t number) const {
    const auto tells = [&](std::size_t at) {
        const LineFacts& line = page_.lines[at];
        return line.caption || line.credit ||
               (at == number && (line.dated || (line.has & bit(PageClass::image))));
    };
    return tells(number) || (number > 0 && tells(number - 1)) ||
           (number + 1 < page_.lines.size() && tells(number + 1));
}

void LineFeatures::find_vocabulary() {
    prose_before_.reserve(page_.lines.size() + 1);
    std::uint32_t prose = 0;
    for (std::size_t number = 0; number < page_.lines.size(); ++number) {
        const LineFacts& line = page_.lines[number];
        prose_before_.push_back(prose);
        if (!is_article_prose(line)) continue;
        ++prose;
        if (number < run_begin_ || number >= run_end_) continue;
        for (std::uint32_t i = line.topics; i < line.topics + line.topic_count; ++i) {
            std::uint8_t& count = in_lines_[page_.topics[i]];
            if (count < 3) ++count;
        }
    }
    prose_before_.push_back(prose);
}

void LineFeatures::find_repeats() {
    repeats_.assign(page_.lines.size(), Repeat::no);
    often_.assign(page_.lines.size(), false);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
    order.reserve(page_.lines.size());
    for (std::size_t i = 0; i < page_.lines.size(); ++i)
        order.push_back({page_.lines[i].hash, static_cast<std::uint32_t>(i)});
    std::sort(order.begin(), order.end());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && order[end].first == order[begin].first) ++end;
        for (std::size_t i = begin; i < end && end - begin > 1; ++i) {
            repeats_[order[i].second] = i == begin ? Repeat::first : Repeat::later;
            often_[order[i].second] = end - begin > 2;
        }
        begin = end;
    }
}

bool LineFeatures::is_repeated(std::size_t line) const {
    constexpr std::uint8_t fewest_words = 8;
    return page_.lines[line].words >= fewest_words && often_[line];
}

// Five words in a row that another line has too: pull quotes, highlights, teasers.
void LineFeatures::find_copies() {
    constexpr std::uint32_t nobody = 0xFFFFFFFF;
    struct Run {
        std::uint32_t hash = 0, line = nobody;
        bool shared = false;
    };
    std::vector<Run> runs(topic_slots);
    const auto slot = [&](std::uint32_t hash) -> Run& { return runs[hash % topic_slots]; };
    const auto each = [&](std::size_t number, auto&& what) {
        const LineFacts& line = page_.lines[number];
        for (std::uint32_t i = line.runs; i < line.runs + line.run_count; ++i) what(page_.runs[i]);
    };
    for (std::size_t number = 0; number < page_.lines.size(); ++number)
        each(number, [&](std::uint32_t hash) {
            Run& run = slot(hash);
            if (run.line == nobody) run = {hash, static_cast<std::uint32_t>(number), false};
            if (run.hash == hash && run.line != number) run.shared = true;
        });
    copies_.assign(page_.lines.size(), 0);
    for (std::size_t number = 0; number < page_.lines.size(); ++number)
        each(number,
             [&](std::uint32_t hash) { copies_[number] += slot(hash).hash == hash && slot(hash).shared; });
}

std::uint8_t LineFeatures::copied(std::size_t number) const {
    return static_cast<std::uint8_t>(share(copies_[number], page_.lines[number].run_count));
}

// The stretch of lines with the largest sum, where prose counts for its words and other lines against it.
void LineFeatures::find_main_run() {
    constexpr int loss = 6, loss_of_furniture = 14, loss_of_site = 30;
    int sum = 0, best = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
        const LineFacts& line = page_.lines[i];
        sum += is_article_prose(line) && !is_near_slide(i) ? line.words
               : is_furniture_text(line)                   ? -loss_of_site
               : line.shape == LineShape::furniture        ? -loss_of_furniture
                                                           : -loss;
        if (sum <= 0) {
            sum = 0;
            begin = i + 1;
        } else if (sum > best) {
            best = sum;
            run_begin_ = begin;
            run_end_ = i + 1;
        }
    }
}

// The line above the main run that shares most content words with it, the lowest of equals: what a headline
// does.
void LineFeatures::find_head() {
    head_ = page_.lines.size();
    constexpr std::size_t reach = 60, fewest_words = 3;
    int best = 0;
    for (std::size_t number = run_begin_ - std::min(run_begin_, reach); number < run_begin_; ++number) {
        const LineFacts& line = page_.lines[number];
        if (line.words < fewest_words || line.shape == LineShape::furniture ||
            line.shape == LineShape::stamp || line.shape == LineShape::name || line.caption || line.credit)
            continue;
        int shared = 0;
        for (std::uint32_t i = line.topics; i < line.topics + line.topic_count; ++i)
            shared += in_lines_[page_.topics[i]] > 0;
        // A standfirst shares more, and is a sentence.
        const bool sentence = line.shape == LineShape::prose || line.end == LineEnd::stop;
        const int score = 4 * std::min(shared, 5) - (sentence ? 6 : 0) - (line.caption ? 8 : 0);
        if (score > 0 && score >= best) {
            best = score;
            head_ = number;
        }
    }
}

// How many of a line's content words the prose of other lines has: 0 none or no words, 1 some … 4 nearly all.
std::uint8_t LineFeatures::overlap(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    const std::uint8_t own = is_article_prose(line) && number >= run_begin_ && number < run_end_ ? 1 : 0;
    std::size_t shared = 0;
    for (std::uint32_t i = line.topics; i < line.topics + line.topic_count; ++i)
        shared += in_lines_[page_.topics[i]] > own;
    return static_cast<std::uint8_t>(share(shared, line.topic_count));
}

// Below "5/50", the words of a picture in a gallery.
bool LineFeatures::is_near_slide(std::size_t number) const {
    constexpr std::size_t reach = 2;
    for (std::size_t i = number - std::min(number, reach); i < number; ++i)
        if (page_.lines[i].slide) return true;
    return false;
}

LineShape LineFeatures::shape(std::size_t line, int offset) const {
    const auto at = static_cast<std::int64_t>(line) + offset;
    if (at < 0 || at >= static_cast<std::int64_t>(page_.lines.size())) return LineShape::nothing;
    return page_.lines[static_cast<std::size_t>(at)].shape;
}

void LineFeatures::of(std::size_t number, std::vector<std::uint16_t>& features) const {
    const std::size_t size = page_.lines.size();
    Context c;
    c.line = page_.lines[number];
    c.before2 = shape(number, -2);
    c.before = shape(number, -1);
    c.after = shape(number, 1);
    c.after2 = shape(number, 2);
    c.near_blank_after = number + 1 < size && page_.lines[number + 1].after_blank;
    c.near_slide = is_near_slide(number);
    c.overlap = overlap(number);
    // "Read next" above a line: of what else there is to read, of comments, or of what closes an article.
    constexpr std::uint16_t closing = bit(PageClass::tail) | bit(PageClass::comments);
    for (const std::size_t above : {1u, 2u}) {
        if (number < above || c.cue_above > 0) break;
        const LineFacts& line = page_.lines[number - above];
        const bool whole = line.words > 0 && line.in_phrases >= line.words;
        if (whole && (line.starts & closing)) c.cue_above = 2;
        if (whole && (line.starts & bit(PageClass::promotion))) c.cue_above = above == 1 ? 1 : 3;
    }
    // In few words of prose hardly one stands twice, which says nothing.
    c.extent = bucket(prose_before_[run_end_] - prose_before_[run_begin_], {9, 20});
    if (c.extent == 0) c.overlap = c.overlap > 0 ? 1 : 0;
    if (c.extent == 0 && c.line.shape == LineShape::prose) c.overlap = 1;
    c.repeat = static_cast<std::uint16_t>(repeats_[number]);
    c.copied = copied(number);
    const std::size_t head = head_;
    constexpr std::size_t close = 6;
    c.head = head == size             ? 0
             : number == head         ? 1
             : number > head          ? (number <= head + close ? 2
                                         : number < run_begin_  ? 3
                                                                : 4)
             : number + close >= head ? 5
                                      : 6;
    const auto is_sign = [&](int offset) {
        const LineShape there = shape(number, offset);
        return there == LineShape::stamp || there == LineShape::name;
    };
    c.signs = static_cast<std::uint16_t>((is_sign(1) || is_sign(2) || is_sign(3) ? 1 : 0) +
                                         (is_sign(-1) || is_sign(-2) || is_sign(-3) ? 2 : 0));
    c.place = number < run_begin_ ? 0 : number < run_end_ ? 1 : 2;
    if (c.place == 0)
        c.distance = static_cast<std::uint16_t>(1 + bucket(run_begin_ - number, {1, 2, 3, 5, 9, 20}));
    else if (c.place == 2 && run_end_ > run_begin_)
        c.distance = static_cast<std::uint16_t>(8 + bucket(number + 1 - run_end_, {1, 3, 6, 15}));
    constexpr std::size_t reach = 5;
    c.prose_before =
        bucket(prose_before_[number] - prose_before_[number - std::min(number, reach)], {0, 1, 3});
    c.prose_after =
        bucket(prose_before_[std::min(size, number + 1 + reach)] - prose_before_[number + 1], {0, 1, 3});
    c.evidence = bucket(evidence_, {0, 3});
    c.size = bucket(size, {2, 8});
    c.edge = number == 0 ? 1 : number + 1 == size ? 2 : number < 4 ? 3 : 0;
    features.clear();
    Writer writer(&features);
    write(c, writer);
}

std::uint16_t LineFeatures::count() {
    Writer writer(nullptr);
    write({}, writer);
    return writer.next();
}

}  // namespace lede
