#include "text/line_model.h"

#include <algorithm>

namespace lede {

namespace {

constexpr int least_margin = 2 * units_of_scores;     // of a sure paragraph
constexpr int favour_of_prose = units_of_scores;      // a lost paragraph harms more than one too many
constexpr int favour_of_story = 2 * units_of_scores;  // below the day hardly anything stands but the story
constexpr int never = 1'000'000;
constexpr LineKind others[] = {LineKind::before, LineKind::inside, LineKind::behind};

int& score_of(LineScores& scores, LineKind kind) { return scores[static_cast<std::size_t>(kind)]; }

// Before the headline, the headline, or what follows it.
enum class Zone : std::uint8_t { above, headline, article, behind };

Zone zone_of(std::size_t state) {
    if (state == byline_above || state == date_above || state == static_cast<std::size_t>(LineKind::before))
        return Zone::above;
    if (state == static_cast<std::size_t>(LineKind::headline)) return Zone::headline;
    return state == static_cast<std::size_t>(LineKind::behind) ? Zone::behind : Zone::article;
}

}  // namespace

// An article has one headline, or none; nothing of it stands behind its end.
bool may_follow(std::size_t from, std::size_t to) {
    if (from == line_states) return zone_of(to) != Zone::behind;
    const Zone here = zone_of(from), next = zone_of(to);
    if (here == Zone::above) return next != Zone::behind;
    if (here == Zone::behind) return next == Zone::behind;
    return next == Zone::article || next == Zone::behind;
}

LineModel LineModel::open(std::span<const std::uint8_t> bytes) {
    LineModel model;
    if (bytes.size() == size_in_bytes()) model.bytes_ = bytes;
    return model;
}

namespace {

// What a line cannot be, whatever the weights say.
void constrain(LineScores& scores, const LineFeatures& features, std::size_t line, std::size_t lines,
               std::size_t headline) {
    const bool page = features.evidence() > 0;
    if (!features.may_be_byline(line)) score_of(scores, LineKind::byline) -= never;
    if (!features.may_be_date(line)) score_of(scores, LineKind::date) -= never;
    if (!features.may_be_headline(line)) score_of(scores, LineKind::headline) -= never;
    if (page && features.is_mute(line))
        for (const LineKind kind : others) score_of(scores, kind) += never;
    if (page && features.is_repeated(line))
        for (const LineKind kind :
             {LineKind::paragraph, LineKind::standfirst, LineKind::caption, LineKind::subhead})
            score_of(scores, kind) -= never;
    if (page && features.is_prose(line)) score_of(scores, LineKind::paragraph) += favour_of_prose;
    if (page && (features.closes_story(line) || features.parts_story(line)))
        for (const LineKind kind : others) score_of(scores, kind) -= never;
    if (features.is_below_date(line)) score_of(scores, LineKind::standfirst) -= favour_of_story;
    if (page && features.is_slide_text(line)) score_of(scores, LineKind::paragraph) -= never;
    if (!page) {
        if (!features.says_picture(line)) score_of(scores, LineKind::caption) -= never;
        // What opens a text that is no page, and may be its headline, is. Above a headline that is known,
        // something may stand all the same.
        if (line == 0 && features.may_be_headline(line)) score_of(scores, LineKind::headline) += never;
        for (const LineKind kind : others)
            if (kind != LineKind::before || headline == lines || line > headline)
                score_of(scores, kind) -= never;
    }
    if (headline < lines) score_of(scores, LineKind::headline) += line == headline ? 10 * never : -never;
}

LineReading reading(LineScores& scores, LineKind kind, const LineFeatures& features, std::size_t line) {
    const bool page = features.evidence() > 0;
    if (!page) return {kind == LineKind::before ? LineKind::paragraph : kind, true};
    // A related headline looks like a caption that nothing shows to be one.
    if (kind == LineKind::caption && !features.may_be_caption(line)) return {LineKind::inside, true};
    if (kind != LineKind::paragraph) return {kind, true};
    int other = score_of(scores, LineKind::caption);
    for (const LineKind rival : others) other = std::max(other, score_of(scores, rival));
    return {kind, score_of(scores, kind) - other >= least_margin};
}

}  // namespace

std::vector<LineScores> LineModel::score(
    std::size_t lines,
    const std::function<void(std::size_t, std::vector<std::uint16_t>&)>& features_of) const {
    using Hidden = std::array<int, line_hidden>;
    constexpr std::size_t row = line_hidden + line_kinds;
    const std::size_t mix = LineFeatures::count() * row;
    const std::size_t biases = mix + line_window * line_hidden * line_mixed;
    const std::size_t output = biases + line_mixed;
    std::vector<LineScores> scores(lines);
    std::array<Hidden, line_window> window{};
    std::vector<std::uint16_t> features;
    // A line is scored when its neighbours below it are known.
    for (std::size_t next = 0; next < lines + line_reach; ++next) {
        Hidden& hidden = window[next % line_window];
        hidden.fill(0);
        if (next < lines) {
            features_of(next, features);
            for (const std::uint16_t feature : features) {
                for (std::size_t i = 0; i < line_hidden; ++i) hidden[i] += weight(feature * row + i);
                for (std::size_t kind = 0; kind < line_kinds; ++kind)
                    scores[next][kind] +=
                        weight(feature * row + line_hidden + kind) * (units_of_scores / units_of_kinds);
            }
            for (int& number : hidden) number = std::clamp(number, 0, most_hidden);
        }
        if (next < line_reach) continue;
        const std::size_t line = next - line_reach;
        std::array<int, line_mixed> mixed{};
        for (std::size_t m = 0; m < line_mixed; ++m) mixed[m] = weight(biases + m) * units_of_hidden;
        for (std::size_t place = 0; place < line_window; ++place) {
            if (line + place < line_reach) continue;
            const Hidden& there = window[(line + place - line_reach) % line_window];
            for (std::size_t i = 0; i < line_hidden; ++i) {
                if (there[i] == 0) continue;
                const std::size_t at = mix + (place * line_hidden + i) * line_mixed;
                for (std::size_t m = 0; m < line_mixed; ++m) mixed[m] += there[i] * weight(at + m);
            }
        }
        for (std::size_t m = 0; m < line_mixed; ++m) {
            const int number = std::clamp(mixed[m] / units_of_hidden, 0, most_hidden);
            for (std::size_t kind = 0; kind < line_kinds; ++kind)
                scores[line][kind] += number * weight(output + m * line_kinds + kind) / units_of_output;
        }
    }
    return scores;
}

std::array<std::array<int, line_states>, line_states + 1> LineModel::steps() const {
    std::array<std::array<int, line_states>, line_states + 1> steps{};
    std::size_t at = size_in_bytes() - (line_states + 1) * line_states;
    for (auto& row : steps)
        for (int& step : row) step = weight(at++) * (units_of_scores / units_of_kinds);
    return steps;
}

namespace {

// Is the stretch with most prose, which is hardly anything but the article, nearly all left out?
bool is_lost(const LineFeatures& features, const std::vector<std::uint8_t>& states) {
    constexpr std::size_t one_in = 4;
    std::size_t words = 0, kept = 0;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const std::size_t here = features.main_words(i);
        words += here;
        kept += kind_of_state(states[i]) == LineKind::paragraph ? here : 0;
    }
    return kept * one_in < words;
}

}  // namespace

std::vector<LineReading> LineModel::read(const LineFeatures& features, std::size_t lines,
                                         std::size_t headline) const {
    std::vector<LineReading> read(lines);
    if (bytes_.empty()) return read;
    std::vector<LineScores> scores =
        score(lines, [&](std::size_t line, std::vector<std::uint16_t>& out) { features.of(line, out); });
    for (std::size_t i = 0; i < lines; ++i) constrain(scores[i], features, i, lines, headline);
    std::vector<std::uint8_t> states = best_states(scores, steps());
    if (features.evidence() > 0 && is_lost(features, states)) {
        for (std::size_t i = 0; i < lines; ++i)
            for (const LineKind kind : others)
                if (features.main_words(i) > 0 && !features.is_repeated(i))
                    score_of(scores[i], kind) -= never;
        states = best_states(scores, steps());
    }
    for (std::size_t i = 0; i < lines; ++i)
        read[i] = reading(scores[i], kind_of_state(states[i]), features, i);
    return read;
}

}  // namespace lede
