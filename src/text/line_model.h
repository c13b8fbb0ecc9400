// What each line of a pasted page is: a linear chain over the features of line_features.h, with small integer
// weights.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "text/line_features.h"

namespace lede {

/// What a line is. `before`, `inside` and `behind` are no part of the article: they stand before its
/// headline, within it, and after its end.
enum class LineKind : std::uint8_t {
    before,
    headline,
    standfirst,
    byline,
    date,
    paragraph,
    subhead,
    caption,
    inside,
    behind
};
inline constexpr std::size_t line_kinds = 10;

/// The states of the chain: the kinds, and bylines and dates above the headline.
inline constexpr std::size_t line_states = 12;
constexpr std::size_t byline_above = 10, date_above = 11;
constexpr LineKind kind_of_state(std::size_t state) {
    return state == byline_above ? LineKind::byline
           : state == date_above ? LineKind::date
                                 : static_cast<LineKind>(state);
}
/// May a state follow another? From line_states (no line yet): may it begin a page?
bool may_follow(std::size_t from, std::size_t to);

/// The size of the network that scores the kinds of a line. The features of a line and of its neighbours are
/// summed up in a few numbers each, two layers of which look for what goes together.
inline constexpr std::size_t line_hidden = 24;  ///< numbers of a line by itself
inline constexpr std::size_t line_mixed = 24;   ///< numbers of a line among its neighbours
inline constexpr std::size_t line_reach = 2;    ///< neighbours to either side
inline constexpr std::size_t line_window = 2 * line_reach + 1;

/// Fixed-point units of the weights, which are i8, and of what is computed of them.
inline constexpr int units_of_hidden = 64;  ///< of what leads to the hidden numbers, and of these
inline constexpr int most_hidden = 255;     ///< a hidden number is kept between 0 and this
inline constexpr int units_of_output = 32;  ///< of what leads from the mixed numbers to the kinds
inline constexpr int units_of_kinds = 16;   ///< of what leads from features to kinds, and of the steps
inline constexpr int units_of_scores = 64;  ///< of the scores of kinds

using LineScores = std::array<int, line_kinds>;

struct LineReading {
    LineKind kind = LineKind::paragraph;
    bool sure =
        true;  ///< false for a paragraph that by itself is hardly likelier than a caption or a promotion
};

class LineModel {
  public:
    /// The section `lines` of a model file, i8 each: for every feature its weights for the hidden numbers and
    /// for the kinds; for every hidden number of the window its weights for the mixed numbers, and their
    /// biases; for every mixed number its weights for the kinds; the steps. A model that knows nothing where
    /// the bytes are missing or of another size.
    static LineModel open(std::span<const std::uint8_t> bytes);
    static std::size_t size_in_bytes() {
        return LineFeatures::count() * (line_hidden + line_kinds) +
               (line_window * line_hidden + 1) * line_mixed + line_mixed * line_kinds +
               (line_states + 1) * line_states;
    }

    bool empty() const { return bytes_.empty(); }

    /// The best kinds for all lines together. Linear in their number. Without any sign of a web page, every
    /// line is a part of the article.
    /// @param headline the line that is known to be the headline; `lines` where none is.
    std::vector<LineReading> read(const LineFeatures& features, std::size_t lines,
                                  std::size_t headline) const;

    /// The scores of the kinds of each line by the weights alone, in units_of_scores.
    /// @param features_of fills a vector with the features of a line.
    std::vector<LineScores> score(
        std::size_t lines,
        const std::function<void(std::size_t, std::vector<std::uint16_t>&)>& features_of) const;
    /// The scores of the steps, in the same units.
    std::array<std::array<int, line_states>, line_states + 1> steps() const;

  private:
    int weight(std::size_t at) const { return static_cast<std::int8_t>(bytes_[at]); }
    std::span<const std::uint8_t> bytes_;
};

/// The best states for lines whose kinds have these scores.
template <class Number>
std::vector<std::uint8_t> best_states(
    const std::vector<std::array<Number, line_kinds>>& scores,
    const std::array<std::array<Number, line_states>, line_states + 1>& steps) {
    constexpr auto least = static_cast<Number>(-1e9), hopeless = static_cast<Number>(-5e8);
    std::vector<std::array<std::uint8_t, line_states>> from(scores.size());
    std::array<Number, line_states> last{}, next{};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t to = 0; to < line_states; ++to) {
            Number best = least;
            std::uint8_t origin = 0;
            if (i == 0) {
                if (may_follow(line_states, to)) best = steps[line_states][to];
            } else {
                for (std::size_t state = 0; state < line_states; ++state) {
                    if (!may_follow(state, to) || last[state] <= least) continue;
                    const Number value = last[state] + steps[state][to];
                    if (value > best) {
                        best = value;
                        origin = static_cast<std::uint8_t>(state);
                    }
                }
            }
            next[to] = best <= least ? least : best + scores[i][static_cast<std::size_t>(kind_of_state(to))];
            from[i][to] = origin;
        }
        // Sums are kept small, whatever the number of lines.
        const Number most = *std::max_element(next.begin(), next.end());
        for (Number& value : next)
            if (value > least) value = value - most < hopeless ? least : value - most;
        last = next;
    }
    std::vector<std::uint8_t> states(scores.size());
    std::uint8_t state = 0;
    for (std::size_t to = 1; to < line_states; ++to)
        if (last[to] > last[state]) state = static_cast<std::uint8_t>(to);
    for (std::size_t i = scores.size(); i-- > 0;) {
        states[i] = state;
        state = from[i][state];
    }
    return states;
}

}  // namespace lede
