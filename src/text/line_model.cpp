#include "text/line_model.h"

#include <algorithm>

namespace lede {

namespace {

constexpr int least_margin = 60;  // of a sure paragraph, in units of the weights
constexpr int never = 100'000;
constexpr LineKind others[] = {LineKind::before, LineKind::inside, LineKind::behind};

using Scores = std::array<int, line_kinds>;

int& score_of(Scores& scores, LineKind kind) { return scores[static_cast<std::size_t>(kind)]; }

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
void constrain(Scores& scores, const LineFeatures& features, std::size_t line, std::size_t lines,
               std::size_t headline) {
    const bool page = features.evidence() > 0;
    if (!features.may_be_byline(line)) score_of(scores, LineKind::byline) -= never;
    if (!features.may_be_date(line)) score_of(scores, LineKind::date) -= never;
    if (!features.may_be_headline(line)) score_of(scores, LineKind::headline) -= never;
    if (page && features.is_mute(line))
        for (const LineKind kind : others) score_of(scores, kind) += never;
    if (page && features.is_repeated(line))
        for (const LineKind kind : {LineKind::paragraph, LineKind::standfirst, LineKind::caption})
            score_of(scores, kind) -= never;
    if (!page) {
        // What opens a text that is no page, and may be its headline, is. Above a headline that is known,
        // something may stand all the same.
        if (line == 0 && features.may_be_headline(line)) score_of(scores, LineKind::headline) += never;
        for (const LineKind kind : others)
            if (kind != LineKind::before || headline == lines || line > headline)
                score_of(scores, kind) -= never;
    }
    if (headline < lines) score_of(scores, LineKind::headline) += line == headline ? 10 * never : -never;
}

LineReading reading(Scores& scores, LineKind kind, const LineFeatures& features, std::size_t line) {
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

std::vector<LineReading> LineModel::read(const LineFeatures& features, std::size_t lines,
                                         std::size_t headline) const {
    std::vector<LineReading> read(lines);
    if (bytes_.empty()) return read;
    std::vector<Scores> scores(lines);
    std::vector<std::uint16_t> of_line;
    for (std::size_t i = 0; i < lines; ++i) {
        features.of(i, of_line);
        scores[i].fill(0);
        for (const std::uint16_t feature : of_line)
            for (std::size_t kind = 0; kind < line_kinds; ++kind)
                scores[i][kind] += weight(feature * line_kinds + kind);
        constrain(scores[i], features, i, lines, headline);
    }
    std::array<std::array<int, line_states>, line_states + 1> steps{};
    std::size_t at = LineFeatures::count() * line_kinds;
    for (auto& row : steps)
        for (int& step : row) step = weight(at++);
    const std::vector<std::uint8_t> states = best_states(scores, steps);
    for (std::size_t i = 0; i < lines; ++i)
        read[i] = reading(scores[i], kind_of_state(states[i]), features, i);
    return read;
}

}  // namespace lede
