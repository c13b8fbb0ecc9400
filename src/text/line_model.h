// What each line of a pasted page is: a linear chain over the features of line_features.h, with small integer
// weights.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
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

/// Weights of the features for each kind, and of the steps from state to state.
template <class Number>
struct LineWeights {
    std::vector<std::array<Number, line_kinds>> features;
    std::array<std::array<Number, line_states>, line_states + 1> steps{};
};

struct LineReading {
    LineKind kind = LineKind::paragraph;
    bool sure =
        true;  ///< false for a paragraph that by itself is hardly likelier than a caption or a promotion
};

class LineModel {
  public:
    /// The section `lines` of a model file: per feature and kind an i8, then per step an i8. A model that
    /// knows nothing where the bytes are missing or of another size.
    static LineModel open(std::span<const std::uint8_t> bytes);
    static std::size_t size_in_bytes() {
        return LineFeatures::count() * line_kinds + (line_states + 1) * line_states;
    }

    bool empty() const { return bytes_.empty(); }

    /// The best kinds for all lines together. Linear in their number. Without any sign of a web page, every
    /// line is a part of the article.
    /// @param headline the line that is known to be the headline; `lines` where none is.
    std::vector<LineReading> read(const LineFeatures& features, std::size_t lines,
                                  std::size_t headline) const;

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
