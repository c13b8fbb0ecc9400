#include "text/line_features.h"

#include <algorithm>

namespace lede {

namespace {

bool is_furniture_text(const LineFacts& line) {
    constexpr std::uint16_t site = bit(PageClass::law) | bit(PageClass::signup);
    constexpr unsigned one_in = 5;  // words that a page says
    constexpr std::uint16_t law = bit(PageClass::law);
    const bool of_law = (line.has & law) != 0 && line.in_phrases * (one_in - 1) >= line.words;
    return of_law || ((line.has & site) != 0 && line.to_reader > 0 && line.in_phrases * one_in >= line.words);
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
                  signs = 0, names = 0, like_head = 0, cohesion = 0, length = 0, order = 0, rhythm = 0,
                  credits = 0;
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
    const std::uint16_t ended = line.end == LineEnd::stop || line.end == LineEnd::mark;
    w.add(static_cast<std::uint16_t>((static_cast<std::uint16_t>(line.opener) * 2 + ended) * 3 + length),
          line_openers * 6);
    w.add(static_cast<std::uint16_t>((std::min<unsigned>(line.finite, 2) * 2 + ended) * 3 + length), 18);
    w.add(static_cast<std::uint16_t>((std::min<unsigned>(line.pasts, 2) * 2 + ended) * 3 + length), 18);
    w.add(static_cast<std::uint16_t>((line.saying > 0) * 3 + length), 6);
    w.add(static_cast<std::uint16_t>(line.stops * 2 + ended), 8);
    w.add_if(line.dateline);
    w.add_if(line.end_name);
    w.add_if(line.end_name && line.stops > 0 && line.finite > 0);
    w.add_if(line.end_bracket);
    w.add_if(line.end_bracket && line.words > 11);
    w.add_if(line.end_slash);
    w.add_if(line.doubled);
    w.add(static_cast<std::uint16_t>(c.names * 3 + length), 27);
    w.add(static_cast<std::uint16_t>(c.like_head * 3 + length), 12);
    w.add(static_cast<std::uint16_t>(c.cohesion * 3 + length), 15);
    w.add(static_cast<std::uint16_t>(c.length * 2 + ended), 12);
    w.add(static_cast<std::uint16_t>(c.order * shapes + shape), 4 * shapes);
    w.add(static_cast<std::uint16_t>(c.rhythm * shapes + shape), 4 * shapes);
    w.add_if(line.only_credit);
    w.add(static_cast<std::uint16_t>(c.credits * shapes + shape), 4 * shapes);
}

}  // namespace

LineFeatures::LineFeatures(const PageFacts& page) : page_(page), in_lines_(topic_slots, 0) {
    find_main_run();
    find_vocabulary();
    find_repeats();
    find_copies();
    find_head();
    find_lengths();
    find_evidence();
}

void LineFeatures::find_evidence() {
    constexpr std::uint16_t of_pages =
        bit(PageClass::button) | bit(PageClass::share) | bit(PageClass::promotion) | bit(PageClass::signup) |
        bit(PageClass::law) | bit(PageClass::advertisement) | bit(PageClass::media) |
        bit(PageClass::comments) | bit(PageClass::tail);
    constexpr std::size_t fewest_lines = 4;  // of a page
    const std::vector<LineFacts>& lines = page_.lines;
    for (const LineFacts& line : lines) {
        slides_ += line.slide;
        says_anything_ = says_anything_ || line.words > 0;
    }
    if (lines.size() < fewest_lines) return;
    std::size_t teaser_dates = 0;
    for (std::size_t number = 0; number < lines.size(); ++number) teaser_dates += is_listed_date(number);
    constexpr std::size_t few = 3;
    if (teaser_dates >= few) evidence_ += teaser_dates;
    for (const LineFacts& line : lines) {
        const bool open = line.end != LineEnd::stop && line.end != LineEnd::comma;
        const bool cue = line.cue && (line.starts & bit(PageClass::promotion));
        const bool crumbs = line.bars && open && (line.starts & bit(PageClass::menu));
        evidence_ += crumbs || ((line.has & of_pages) && ((open && line.in_phrases * 3 >= line.words * 2) ||
                                                          cue || is_furniture_text(line)));
        // Whose picture it is stands below pictures alone.
        constexpr std::uint8_t shortest_caption = 5;
        evidence_ += open && line.words >= shortest_caption && line.credit &&
                     (line.end == LineEnd::bracket || line.caption);
    }
    // One sign alone says little of a text that is long, or hardly a text: an e-mail has a "Reply", too. News
    // has authors and pictures.
    constexpr std::size_t one_in = 12;
    const bool of_news = std::any_of(lines.begin(), lines.end(), [](const LineFacts& line) {
        return line.by || line.credit || line.caption;
    });
    constexpr std::size_t few_lines = 5;
    if (evidence_ == 1 && (lines.size() > one_in || lines.size() < few_lines) && !of_news) evidence_ = 0;
}

bool LineFeatures::may_be_headline(std::size_t number) const {
    constexpr std::uint8_t longest = 40;
    const LineFacts& line = page_.lines[number];
    const bool ended = line.end == LineEnd::stop || line.end == LineEnd::colon || line.end == LineEnd::comma;
    constexpr std::uint16_t labels =
        bit(PageClass::share) | bit(PageClass::tail) | bit(PageClass::advertisement);
    const bool label = line.cue && (line.starts & labels);  // "Share this story: …", "Topics: …"
    const bool picture = line.end_name && line.stops > 0;
    return line.words > 1 && line.words <= longest && !ended && !line.stamp_like && !line.by && !line.post &&
           !label && !picture && !line.address && !(line.stamp && line.start == LineStart::digit) &&
           !(line.credit && line.end == LineEnd::bracket) && line.start != LineStart::bullet &&
           !is_listed_title(number);
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
    if (is_listed_date(number)) return false;
    return line.numbers > 0 || line.stamp_like || (line.has & bit(PageClass::stamp));
}

// The day of one of several articles in a list.
bool LineFeatures::is_listed_date(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    if (!line.stamp || line.shape != LineShape::stamp || number == 0 || !is_title(number - 1)) return false;
    return has_teaser_date(number, -1) || (is_teaser_date(number) && has_teaser_date(number, 1));
}

bool LineFeatures::has_teaser_date(std::size_t number, int direction) const {
    constexpr std::size_t reach = 4;
    for (std::size_t i = 1; i <= reach; ++i) {
        if (direction < 0 ? number < i : number + i >= page_.lines.size()) return false;
        if (is_teaser_date(direction < 0 ? number - i : number + i)) return true;
    }
    return false;
}

bool LineFeatures::is_listed_title(std::size_t number) const {
    const std::size_t date = number + 1, size = page_.lines.size();
    if (date >= size || !is_listed_date(date)) return false;
    if (has_teaser_date(date, -1)) return true;
    for (const std::size_t period : {2u, 3u, 4u})  // the first of several
        if (date + 2 * period < size && is_teaser_date(date + period) && is_listed_date(date + 2 * period))
            return true;
    return false;
}

bool LineFeatures::says_picture(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    return line.words < most_words && (line.caption || line.credit || line.end_bracket || line.end_slash);
}

bool LineFeatures::tells_picture(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    return line.caption || line.credit || line.dated || line.end_bracket || line.end_slash ||
           (line.end_name && line.stops > 0) || (line.has & bit(PageClass::image));
}

bool LineFeatures::may_be_caption(std::size_t number) const {
    const auto credited = [&](std::size_t at) {
        return at < page_.lines.size() && (page_.lines[at].caption || page_.lines[at].credit);
    };
    return tells_picture(number) || (number > 0 && credited(number - 1)) || credited(number + 1);
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
            std::uint8_t& count = in_lines_[page_.topics[i] % topic_slots];
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

bool LineFeatures::is_prose(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    return is_article_prose(line) || (line.shape == LineShape::sentence && line.in_phrases == 0);
}

bool LineFeatures::closes_story(std::size_t number) const {
    constexpr std::uint8_t fewest_words = 6;
    const LineFacts& line = page_.lines[number];
    return number > 0 && main_words(number - 1) > 0 && is_prose(number) && line.in_phrases == 0 &&
           line.has == 0 && line.words >= fewest_words && !line.caption && !line.handle &&
           repeats_[number] == Repeat::no && shape(number, 1) == LineShape::furniture;
}

bool LineFeatures::parts_story(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    return number > 0 && number + 1 < page_.lines.size() && main_words(number - 1) > 0 &&
           main_words(number + 1) > 0 && line.shape == LineShape::tiny && line.words > 1 && line.has == 0 &&
           line.start == LineStart::upper && line.end == LineEnd::open && line.numbers == 0 &&
           repeats_[number] == Repeat::no;
}

bool LineFeatures::is_below_date(std::size_t number) const {
    constexpr std::size_t reach = 3;
    for (std::size_t i = number - std::min(number, reach); i < number; ++i)
        if (page_.lines[i].stamp && page_.lines[i].stamp_like) return true;
    return false;
}

std::size_t LineFeatures::main_words(std::size_t number) const {
    const bool main = number >= run_begin_ && number < run_end_ && is_article_prose(page_.lines[number]);
    return main ? page_.lines[number].words : 0;
}

bool LineFeatures::is_repeated(std::size_t line) const {
    constexpr std::uint8_t fewest_words = 5;
    return page_.lines[line].words >= fewest_words && often_[line] && repeats_[line] == Repeat::later;
}

// Five words in a row that another line has too: pull quotes, highlights, teasers. A line that stands there
// again as a whole says nothing of the first.
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
    for (std::size_t number = 0; number < page_.lines.size(); ++number) {
        if (repeats_[number] == Repeat::later) continue;
        each(number, [&](std::uint32_t hash) {
            Run& run = slot(hash);
            if (run.line == nobody) run = {hash, static_cast<std::uint32_t>(number), false};
            if (run.hash == hash && run.line != number) run.shared = true;
        });
    }
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
            shared += in_lines_[page_.topics[i] % topic_slots] > 0;
        // A standfirst shares more, and is a sentence.
        const bool sentence = line.shape == LineShape::prose || line.end == LineEnd::stop;
        // Below a headline stand its author and its day, and what is repeated is the story's own title.
        bool signed_below = false;
        constexpr std::size_t near = 5;
        for (std::size_t i = number + 1; i <= number + near && i < run_begin_; ++i)
            signed_below = signed_below || page_.lines[i].shape == LineShape::stamp ||
                           page_.lines[i].shape == LineShape::name || page_.lines[i].stamp;
        const bool promoted = number > 0 && page_.lines[number - 1].in_phrases > 0 &&
                              page_.lines[number - 1].in_phrases >= page_.lines[number - 1].words &&
                              (page_.lines[number - 1].starts & bit(PageClass::promotion));
        int score = 4 * std::min(shared, 5) - (sentence ? 6 : 0);
        if (score <= 0 || !may_be_headline(number)) continue;
        score += (signed_below ? 3 : 0) + (repeats_[number] != Repeat::no ? 2 : 0) - (promoted ? 4 : 0);
        if (score >= best) {
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
        shared += in_lines_[page_.topics[i] % topic_slots] > own;
    return static_cast<std::uint8_t>(share(shared, line.topic_count));
}

void LineFeatures::find_lengths() {
    std::vector<std::uint8_t> lengths;
    for (std::size_t number = run_begin_; number < run_end_; ++number)
        if (is_article_prose(page_.lines[number])) lengths.push_back(page_.lines[number].words);
    if (lengths.empty()) return;
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    usual_length_ = *middle;
}

// Names of a line that the prose of other lines does not have, and how many it has: 0 no names, 1 to 3 so
// many that all are known, 4 to 7 of few to many new ones.
std::uint16_t LineFeatures::new_names(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    const std::uint8_t own = is_article_prose(line) && number >= run_begin_ && number < run_end_ ? 1 : 0;
    std::size_t known = 0, unknown = 0;
    for (std::uint32_t i = line.topics; i < line.topics + line.topic_count; ++i) {
        if (!(page_.topics[i] & topic_name)) continue;
        (in_lines_[page_.topics[i] % topic_slots] > own ? known : unknown) += 1;
    }
    if (unknown == 0) return static_cast<std::uint16_t>(std::min<std::size_t>(known, 3));
    return static_cast<std::uint16_t>(known >= unknown ? 4 : std::min<std::size_t>(4 + unknown, 7));
}

std::uint16_t LineFeatures::shared_topics(std::size_t number, std::size_t other) const {
    const LineFacts& a = page_.lines[number];
    const LineFacts& b = page_.lines[other];
    std::uint16_t shared = 0;
    for (std::uint32_t i = a.topics; i < a.topics + a.topic_count; ++i)
        for (std::uint32_t k = b.topics; k < b.topics + b.topic_count; ++k)
            if (((page_.topics[i] ^ page_.topics[k]) & (topic_slots - 1)) == 0) {
                ++shared;
                break;
            }
    return shared;
}

std::uint16_t LineFeatures::like_head(std::size_t number) const {
    if (head_ == page_.lines.size() || head_ == number) return 0;
    return std::min<std::uint16_t>(shared_topics(number, head_), 3);
}

// What a line shares with the prose next to it.
std::uint16_t LineFeatures::cohesion(std::size_t number) const {
    constexpr std::size_t reach = 4;
    std::uint16_t shared = 0;
    for (std::size_t i = 1; i <= reach && i <= number; ++i)
        if (is_article_prose(page_.lines[number - i])) {
            shared = static_cast<std::uint16_t>(shared + shared_topics(number, number - i));
            break;
        }
    for (std::size_t i = 1; i <= reach && number + i < page_.lines.size(); ++i)
        if (is_article_prose(page_.lines[number + i])) {
            shared = static_cast<std::uint16_t>(shared + shared_topics(number, number + i));
            break;
        }
    return bucket(shared, {0, 1, 3});
}

bool LineFeatures::is_title(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    return line.end == LineEnd::open && line.words > 0 && line.shape != LineShape::prose &&
           line.shape != LineShape::stamp;
}

// A day between titles that are no sentences: a list of other articles.
bool LineFeatures::is_teaser_date(std::size_t number) const {
    const LineFacts& line = page_.lines[number];
    if (!line.stamp || line.shape != LineShape::stamp || number == 0) return false;
    return is_title(number - 1) && (number + 1 == page_.lines.size() || is_title(number + 1));
}

bool LineFeatures::is_slide_text(std::size_t number) const {
    constexpr std::size_t fewest = 3;
    return slides_ >= fewest && is_near_slide(number);
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
    // That prose comes again says nothing of where it stands first.
    if (c.line.shape == LineShape::prose && repeats_[number] == Repeat::first) c.repeat = 0;
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
    c.names = c.extent == 0 ? 8 : new_names(number);
    c.like_head = like_head(number);
    c.cohesion = c.extent == 0 ? 4 : cohesion(number);
    c.length = usual_length_ == 0 ? 5 : bucket(c.line.words * 4u / usual_length_, {1, 2, 4, 7});
    c.order = bucket(prose_before_[number] - prose_before_[std::min(number, run_begin_)], {0, 1, 4});
    c.credits =
        static_cast<std::uint16_t>((number > 0 && page_.lines[number - 1].only_credit ? 1 : 0) +
                                   (number + 1 < size && page_.lines[number + 1].only_credit ? 2 : 0));
    const auto again = [&](int period) {
        return shape(number, -period) == c.line.shape && shape(number, period) == c.line.shape &&
               shape(number, 1 - period) == c.after && shape(number, period - 1) == c.before;
    };
    c.rhythm = again(2) ? 1 : again(3) ? 2 : again(4) ? 3 : 0;
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
