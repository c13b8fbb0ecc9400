// The features by which the parts of a pasted page are told: of a line, its neighbours, and the page around
// it. The trainer (scripts/train/structure) and the engine both read them here.
#pragma once

#include <cstdint>
#include <vector>

#include "text/line_facts.h"

namespace lede {

class LineFeatures {
  public:
    /// The facts must outlive it, with their shapes set. Linear in the number of lines.
    explicit LineFeatures(const PageFacts& page);

    /// The features of a line, each a number below count().
    void of(std::size_t line, std::vector<std::uint16_t>& features) const;

    static std::uint16_t count();

    /// Lines that stand on web pages alone: buttons, cookies, advertisements. Where there are none, all is
    /// article.
    std::size_t evidence() const { return evidence_; }
    /// A headline is no sentence, no label and not endless.
    bool may_be_headline(std::size_t line) const;
    /// Names somebody, a role or an agency.
    bool may_be_byline(std::size_t line) const;
    /// Tells a day or a time, or announces one.
    bool may_be_date(std::size_t line) const;
    /// Does a short line say in so many words that it is about a picture, or whose it is?
    bool says_picture(std::size_t line) const;
    /// Does anything in a line tell that it is about a picture, or whose it is?
    bool tells_picture(std::size_t line) const;
    /// Does anything about a line, or the lines beside it, show that it is about a picture?
    bool may_be_caption(std::size_t line) const;
    /// Has the line no letter and no digit?
    bool is_mute(std::size_t line) const { return page_.lines[line].words == 0; }
    /// Does any line of the page say something?
    bool says_anything() const { return says_anything_; }
    /// Is it a line of a gallery, one picture of several?
    bool is_slide_text(std::size_t line) const;
    /// Is it a sentence or more, and not of the site?
    bool is_prose(std::size_t line) const;
    /// A sentence between a paragraph and what the page has below it.
    bool closes_story(std::size_t line) const;
    /// A few words between two paragraphs that say nothing of a page.
    bool parts_story(std::size_t line) const;
    /// Does a day stand on a line of its own just above?
    bool is_below_date(std::size_t line) const;
    /// Words of a line of prose in the stretch of the page that has most of it; 0 for other lines.
    std::size_t main_words(std::size_t line) const;
    /// Does a line of some words stand on the page three times or more, and further up already?
    bool is_repeated(std::size_t line) const;

  private:
    enum class Repeat : std::uint8_t { no, first, later };

    void find_vocabulary();
    void find_repeats();
    void find_copies();
    void find_main_run();
    void find_head();
    void find_lengths();
    void find_evidence();
    std::uint8_t overlap(std::size_t line) const;
    std::uint8_t copied(std::size_t line) const;
    bool is_near_slide(std::size_t line) const;
    LineShape shape(std::size_t line, int offset) const;
    std::uint16_t new_names(std::size_t line) const;
    std::uint16_t like_head(std::size_t line) const;
    std::uint16_t cohesion(std::size_t line) const;
    std::uint16_t shared_topics(std::size_t line, std::size_t other) const;
    bool is_title(std::size_t line) const;
    bool is_teaser_date(std::size_t line) const;
    bool has_teaser_date(std::size_t line, int direction) const;
    bool is_listed_date(std::size_t line) const;
    bool is_listed_title(std::size_t line) const;

    const PageFacts& page_;
    std::vector<std::uint8_t> in_lines_;  // in how many lines of prose a word stands, up to 3
    std::vector<Repeat> repeats_;
    std::vector<bool> often_;                  // lines that stand there three times or more
    std::vector<std::uint8_t> copies_;         // of each line's runs of words, how many another line has
    std::vector<std::uint32_t> prose_before_;  // lines of prose before each line
    std::size_t run_begin_ = 0, run_end_ = 0;  // the stretch with most prose
    std::size_t head_ = 0;                     // the line above it that is most like its headline
    std::size_t evidence_ = 0;
    std::size_t usual_length_ = 0;  // words of a line of prose in the main run, the median
    std::size_t slides_ = 0;
    bool says_anything_ = false;
};

}  // namespace lede
