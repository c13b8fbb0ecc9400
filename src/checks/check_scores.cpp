// Score lines that the report contradicts: "Ashwick Town 3 Melbury Rovers 1" against "the 3-2 win".
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "checks/check_families.h"
#include "model/word_classes.h"

namespace lede::checks {

namespace {

struct Score {
    int first = 0, second = 0;
    Span span;
};

class ScoreChecker {
  public:
    ScoreChecker(Document& doc, const Resources& resources)
        : doc_(doc), words_(resources.table("check_words")) {}

    void check() {
        const std::optional<Score> line = find_line();
        if (!line) return;
        const std::optional<Score> told = find_told();
        // Reports give the winner's goals first, score lines the home team's.
        if (!told || std::minmax(line->first, line->second) == std::minmax(told->first, told->second)) return;
        doc_.checks.push_back({CheckKind::conflicting_numbers,
                               "The score line " + quoted(doc_, line->span) + " does not match " +
                                   quoted(doc_, told->span) + ". Check the score.",
                               {line->span, told->span}});
    }

  private:
    // A token of one or two digits. Scores are not among the quantities.
    std::optional<int> goal_count(Index token) const {
        const std::string_view form = doc_.form(token);
        constexpr std::size_t longest = 2;
        if (form.empty() || form.size() > longest) return std::nullopt;
        int count = 0;
        for (const char c : form) {
            if (c < '0' || c > '9') return std::nullopt;
            count = 10 * count + (c - '0');
        }
        return count;
    }

    // "Ashwick Town 3 Melbury Rovers 1": names and two counts, a whole sentence.
    std::optional<Score> read_line(const Sentence& sentence) const {
        constexpr Index shortest = 4, longest = 12;
        const TokenRange range = sentence.tokens;
        if (range.size() < shortest || range.size() > longest) return std::nullopt;
        std::vector<std::pair<Index, int>> goals;
        for (Index token = range.begin; token < range.end; ++token) {
            if (const std::optional<int> count = goal_count(token))
                goals.emplace_back(token, *count);
            else if (doc_.tokens.upos[token] != Upos::PROPN)
                return std::nullopt;
        }
        // Each count stands after a name.
        if (goals.size() != 2 || goals[0].first == range.begin || goals[0].first + 1 == goals[1].first ||
            goals[1].first + 1 != range.end)
            return std::nullopt;
        return Score{goals[0].second, goals[1].second, sentence.span};
    }

    // The only score line; nothing where there are several, as in the results of a day.
    std::optional<Score> find_line() const {
        std::optional<Score> line;
        for (const Sentence& sentence : doc_.sentences) {
            const std::optional<Score> score = read_line(sentence);
            if (score && line) return std::nullopt;
            if (score) line = score;
        }
        return line;
    }

    // The score that the report gives; nothing where it gives several.
    std::optional<Score> find_told() const {
        std::optional<Score> told;
        for (const Sentence& sentence : doc_.sentences) {
            if (!may_tell_match(sentence.tokens)) continue;
            for (Index token = sentence.tokens.begin; token + 4 < sentence.tokens.end; ++token) {
                const std::optional<Score> score = read_told(token, sentence.tokens.end);
                if (score && told) return std::nullopt;
                if (score) told = score;
            }
        }
        return told;
    }

    // Not "last week's 2-1 defeat".
    bool may_tell_match(TokenRange sentence) const {
        for (Index token = sentence.begin; token < sentence.end; ++token)
            if (doc_.tokens.time[token] != none || words_.has("other_event", doc_.lower(token))) return false;
        return true;
    }

    // "The 3-2 win was their ninth in a row", not "the 2-1 win over Melbury".
    std::optional<Score> read_told(Index the, Index end) const {
        const Index outcome = the + 4;
        if (doc_.lower(the) != "the" || !words_.has("outcome", doc_.lower(outcome))) return std::nullopt;
        const std::string_view dash = doc_.lower(the + 2);
        if (dash != "-" && dash != "–") return std::nullopt;
        const std::optional<int> first = goal_count(the + 1), second = goal_count(the + 3);
        if (!first || !second) return std::nullopt;
        if (outcome + 1 < end &&
            (doc_.tokens.upos[outcome + 1] == Upos::ADP || doc_.tokens.upos[outcome + 1] == Upos::PROPN))
            return std::nullopt;
        return Score{*first, *second, doc_.span_of({the + 1, outcome + 1})};
    }

    Document& doc_;
    WordClasses words_;
};

}  // namespace

void check_scores(Document& doc, const Resources& resources) { ScoreChecker(doc, resources).check(); }

}  // namespace lede::checks
