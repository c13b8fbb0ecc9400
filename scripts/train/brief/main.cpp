// lede_train_brief DATA STORIES BRIEFS RESOURCES [ERRORS]: learns brief.bin, which candidates answer who,
// what, when, where, why and how, from the annotated stories (scripts/train/stories) and briefs
// (scripts/train/briefs), and for why also from two thirds of the Causal News Corpus (DATA/causal/cnc).
// Writes it to RESOURCES and prints what the first answer reaches on stories and articles with headlines held
// out in five-fold cross-validation, by what it must be sure of. With ERRORS, a question, it also prints that
// question's wrong answers. A minute on one core.
#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "../program.h"
#include "../regression.h"
#include "../rows.h"
#include "../stories.h"
#include "analyze.h"
#include "base/unicode.h"
#include "brief/candidates.h"

namespace {

using namespace lede;
using brief::Question;

constexpr std::array<const char*, brief::question_count> names{"who", "what", "when", "where", "why", "how"};
constexpr std::size_t folds = 5;

// An answer of the gold: what it must hold and what it may take.
struct Gold {
    Span whole, core;
};

struct Example {
    std::vector<std::uint32_t> features;
    std::uint8_t label = 0;
};

struct Case {
    bool answered = false;  // by the gold
    std::vector<Example> examples;
    std::vector<std::string> texts;  // of the candidates
    std::vector<bool> aside;         // of the candidates
    std::string wanted;
};

struct Article {
    std::string id;
    std::array<Case, brief::question_count> cases;
};

bool is_word(std::string_view text, std::size_t at) {
    const char32_t c = decode(text, at).code;
    return is_letter(c) || is_digit(c);
}

// The first place of "words#n|words" in a text, as tests/gold/stories.mjs reads it.
std::optional<Span> place_of(const std::string& text, std::string reference) {
    reference = reference.substr(0, reference.find('|'));
    std::size_t left = 1;
    const std::size_t hash_sign = reference.rfind('#');
    if (hash_sign != std::string::npos && hash_sign + 1 < reference.size() &&
        reference.find_first_not_of("0123456789", hash_sign + 1) == std::string::npos) {
        left = std::stoul(reference.substr(hash_sign + 1));
        reference.resize(hash_sign);
    }
    if (reference.empty()) return std::nullopt;
    for (std::size_t at = text.find(reference); at != std::string::npos; at = text.find(reference, at + 1)) {
        const std::size_t end = at + reference.size();
        const auto last = decode_before(reference, reference.size());
        const bool begins =
            is_word(reference, 0) && at > 0 &&
            (is_letter(decode_before(text, at).code) || is_digit(decode_before(text, at).code));
        const bool goes_on =
            (is_letter(last.code) || is_digit(last.code)) && end < text.size() && is_word(text, end);
        if (!begins && !goes_on && --left == 0)
            return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
    return std::nullopt;
}

std::vector<Gold> read_gold(const std::string& text, const nlohmann::json& answers) {
    std::vector<Gold> gold;
    for (const nlohmann::json& item : answers) {
        auto answer = item.get<std::string>();
        const std::size_t open = answer.find('{'), close = answer.find('}');
        std::string plain;
        for (const char c : answer)
            if (c != '{' && c != '}') plain += c;
        const auto whole = place_of(text, plain);
        if (!whole) {
            std::fprintf(stderr, "does not stand in the text: %s\n", plain.c_str());
            std::exit(1);
        }
        Span core = *whole;
        if (open != std::string::npos) {
            core.begin = whole->begin + static_cast<std::uint32_t>(open);
            core.end = whole->begin + static_cast<std::uint32_t>(close) - 1;
        }
        gold.push_back({*whole, core});
    }
    return gold;
}

// As tests/gold/stories_score.mjs judges.
bool is_right(const Document& doc, Question question, const brief::Candidate& candidate,
              const std::vector<Gold>& gold) {
    for (const Gold& answer : gold) {
        if (candidate.span.contains(answer.core) && answer.whole.contains(candidate.span)) return true;
        if (candidate.entity == none || (question != Question::who && question != Question::where)) continue;
        for (const Index mention : doc.entities[candidate.entity].mentions) {
            const Span name = doc.mentions[mention].span;
            if (name.contains(answer.core) || (answer.core.contains(name) && name.end == answer.core.end))
                return true;
        }
    }
    return false;
}

Article read_article(const nlohmann::json& story, const Resources& resources) {
    Options options;
    if (story.at("published").is_string())
        options.published = parse_date(story.at("published").get<std::string>()).value();
    const Document doc = analyze(story.at("text").get<std::string>(), options, resources).value();
    const brief::Story read(doc, resources);
    Article article;
    article.id = story.at("id").get<std::string>();
    for (std::size_t q = 0; q < brief::question_count; ++q) {
        const auto question = static_cast<Question>(q);
        if (!story.at("answers").contains(names[q])) continue;
        const nlohmann::json& answers = story.at("answers").at(names[q]);
        const auto gold = read_gold(doc.text, answers);
        Case& one = article.cases[q];
        one.answered = !gold.empty();
        for (const nlohmann::json& answer : answers) one.wanted += answer.get<std::string>() + " / ";
        for (const brief::Candidate& candidate : find_candidates(read, question)) {
            one.examples.push_back({candidate.features, is_right(doc, question, candidate, gold)});
            one.texts.emplace_back(doc.slice(candidate.span));
            one.aside.push_back(candidate.aside);
        }
    }
    return article;
}

// A sentence whose causes are marked: a candidate is right where it and a cause share more than half of their
// words.
Article read_sentence(const nlohmann::json& row, const Resources& resources) {
    const auto text = row.at("text").get<std::string>();
    const Document doc = analyze(text, {}, resources).value();
    const brief::Story read(doc, resources);
    const auto bytes = train::byte_offsets(text);
    const auto place = [&](const nlohmann::json& character) { return bytes[character.get<std::size_t>()]; };
    Article article;
    Case& one = article.cases[static_cast<std::size_t>(Question::why)];
    for (const brief::Candidate& candidate : find_candidates(read, Question::why)) {
        bool right = false;
        for (const nlohmann::json& relation : row.at("relations")) {
            const Span cause{place(relation.at("cause").at(0)), place(relation.at("cause").at(1))};
            const std::uint32_t begin = std::max(cause.begin, candidate.span.begin),
                                end = std::min(cause.end, candidate.span.end),
                                all = std::max(cause.end, candidate.span.end) -
                                      std::min(cause.begin, candidate.span.begin);
            right = right || (end > begin && 2 * (end - begin) > all);
        }
        one.examples.push_back({candidate.features, right});
    }
    return article;
}

// Why and how have more annotation and more features than the others.
constexpr train::RegressionOptions options{.epochs = 30, .penalty = 5e-4, .fewest = 3},
    options_of_circumstances{.epochs = 30, .penalty = 1.5e-4, .fewest = 3};

// Leaves a fold of the first articles out; no fold where there is none with that number.
std::vector<std::uint8_t> learn(const std::vector<Article>& articles, std::size_t held_out,
                                std::size_t left_out) {
    std::vector<Example> of_circumstances, others;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (i < held_out && i % folds == left_out) continue;
        for (std::size_t q = 0; q < brief::question_count; ++q) {
            const auto question = static_cast<Question>(q);
            const bool circumstance = question == Question::why || question == Question::how;
            auto& examples = circumstance ? of_circumstances : others;
            const auto& more = articles[i].cases[q].examples;
            examples.insert(examples.end(), more.begin(), more.end());
        }
    }
    // No feature is shared: about() numbers them by question.
    train::Regression<2> one, other;
    one.learn(others, options);
    other.learn(of_circumstances, options_of_circumstances);
    std::vector<LinearRow> rows = one.rows(), more = other.rows();
    rows.insert(rows.end(), more.begin(), more.end());
    std::sort(rows.begin(), rows.end(),
              [](const LinearRow& a, const LinearRow& b) { return a.feature < b.feature; });
    return write_linear_model({"wrong", "right"}, rows);
}

struct Best {
    std::int32_t lead = 0;
    bool right = false, answered = false, possible = false;
    std::string id, text, wanted;
};

void report(std::vector<Best> best, const char* name, std::size_t answered) {
    std::sort(best.begin(), best.end(), [](const Best& a, const Best& b) { return a.lead > b.lead; });
    const auto possible = static_cast<std::size_t>(
        std::count_if(best.begin(), best.end(), [](const Best& one) { return one.possible; }));
    std::printf("%s: a right candidate in %zu of %zu\n", name, possible, answered);
    std::size_t shown = 0, given = 0, right = 0;
    constexpr std::int32_t step = 4;
    for (std::size_t i = 0; i < best.size(); ++i) {
        ++shown;
        given += best[i].answered;
        right += best[i].right;
        const bool last = i + 1 == best.size();
        if (!last && best[i + 1].lead / step == best[i].lead / step) continue;
        std::printf("  lead %4d: given %5.1f  right %5.1f of %zu\n", best[i].lead,
                    100.0 * static_cast<double>(given) / static_cast<double>(answered),
                    100.0 * static_cast<double>(right) / static_cast<double>(shown), shown);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5 && argc != 6) {
        std::fprintf(stderr, "usage: lede_train_brief DATA STORIES BRIEFS RESOURCES [ERRORS]\n");
        return 2;
    }
    const Resources resources = train::open_model();
    std::vector<Article> articles;
    for (const nlohmann::json& story : train::read_stories(argv[2]))
        articles.push_back(read_article(story, resources));
    // Briefs without a desk are the Voice of America's: their annotators read who, when and where otherwise.
    const std::vector<nlohmann::json> briefs = train::read_briefs(argv[3]);
    for (const nlohmann::json& brief : briefs)
        if (brief.contains("desk")) articles.push_back(read_article(brief, resources));
    const std::size_t held_out = articles.size();
    for (const nlohmann::json& brief : briefs) {
        if (brief.contains("desk")) continue;
        Article& article = articles.emplace_back(read_article(brief, resources));
        for (const Question question : {Question::who, Question::what, Question::when, Question::where})
            article.cases[static_cast<std::size_t>(question)] = {};
    }
    train::each_row(std::string(argv[1]) + "/causal/cnc/train.jsonl", [&](const nlohmann::json& row) {
        if (!train::is_held_out(row)) articles.push_back(read_sentence(row, resources));
    });

    std::array<std::vector<Best>, brief::question_count> best;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto bytes = learn(articles, held_out, fold);
        const LinearModel model = LinearModel::open(bytes);
        for (std::size_t i = fold; i < held_out; i += folds)
            for (std::size_t q = 0; q < brief::question_count; ++q) {
                const Case& one = articles[i].cases[q];
                Best first;
                first.lead = INT32_MIN;
                for (std::size_t c = 0; c < one.examples.size(); ++c) {
                    if (one.aside[c]) continue;
                    LinearModel::Scores scores{};
                    model.add(one.examples[c].features, scores);
                    const std::int32_t lead = scores[1] - scores[0];
                    if (one.examples[c].label == 1) first.possible = true;
                    if (lead <= first.lead) continue;
                    first.lead = lead;
                    first.right = one.examples[c].label == 1;
                    first.text = one.texts[c];
                }
                if (first.lead == INT32_MIN && !one.answered) continue;
                first.answered = one.answered && first.lead != INT32_MIN;
                first.id = articles[i].id;
                first.wanted = one.wanted;
                best[q].push_back(first);
            }
    }
    for (std::size_t q = 0; q < brief::question_count; ++q) {
        const auto answered = static_cast<std::size_t>(
            std::count_if(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(held_out),
                          [&](const Article& a) { return a.cases[q].answered; }));
        if (argc == 6 && std::string_view(argv[5]) == names[q])
            for (const Best& one : best[q])
                if (!one.right)
                    std::printf("%s%s (%d): %s | %s\n", one.possible ? "" : "[none] ", one.id.c_str(),
                                one.lead, one.text.c_str(), one.wanted.c_str());
        report(best[q], names[q], answered);
    }
    return train::write_file(std::string(argv[4]) + "/brief.bin", learn(articles, held_out, folds));
}
