// lede_train_factuality DATA STORIES BRIEFS RESOURCES: learns factuality.bin, whether what a predicate tells
// has happened, from people's judgements of the English Web Treebank (DATA/factuality/uds) and from the
// events of the annotated stories and briefs (scripts/train/stories, scripts/train/briefs), writes it to
// RESOURCES and prints what it reaches on the development part of the first and on a quarter of the stories
// that is left out for this. A minute on one core.
#include <memory>

#include "../program.h"
#include "../regression.h"
#include "../sentences_of_tokens.h"
#include "../stories.h"
#include "propositions/factuality_features.h"
#include "propositions/roles.h"

namespace {

using namespace lede;

struct Example {
    std::vector<std::uint32_t> features;
    std::uint8_t label = 0;
    bool by_rule = false;
};

std::vector<Example> read(const std::string& path, const Resources& resources) {
    std::unique_ptr<Syntax> syntax;
    std::unique_ptr<RoleReader> reader;
    const ModalWords words(resources);
    std::vector<Example> examples;
    train::read_sentences(
        path, resources,
        [&](const Document& doc) {
            syntax = std::make_unique<Syntax>(doc, resources);
            reader = std::make_unique<RoleReader>(*syntax, resources);
        },
        [&](const Document&, const nlohmann::json& row, TokenRange sentence) {
            for (const nlohmann::json& predicate : row.at("predicates")) {
                const Index token = sentence.begin + predicate.at("token").get<Index>();
                const double happened = predicate.at("happened");
                constexpr double sure = 0.5;  // on a scale from -3 to 3
                if (!reader->is_predicate(token) || std::abs(happened) <= sure) continue;
                const Factuality rule = factuality(*syntax, token, words);
                Example& example = examples.emplace_back();
                describe_factuality(*syntax, token, rule, words, example.features);
                example.label = happened > 0 ? 1 : 0;
                example.by_rule = rule.modality == Modality::asserted && rule.polarity == Polarity::positive;
            }
        });
    return examples;
}

// The verbs and event nouns of a story: told as fact, or alleged, asked for, planned, denied.
std::vector<Example> read_story(const nlohmann::json& gold, const Resources& resources) {
    const auto text = gold.at("text").get<std::string>();
    const auto doc = train::analyze_story(gold, resources);
    std::vector<Example> examples;
    if (!doc) return examples;
    const Syntax syntax(*doc, resources);
    const ModalWords words(resources);
    for (const nlohmann::json& event : gold.at("events"))
        for (const Span place : train::places_of(text, event.at("trigger").get<std::string>())) {
            const TokenRange tokens = doc->tokens_in(place);
            if (tokens.empty() || doc->tokens.proposition[tokens.begin] == none) continue;
            const Index token = tokens.begin;
            const Factuality rule = factuality(syntax, token, words);
            Example& example = examples.emplace_back();
            describe_factuality(syntax, token, rule, words, example.features);
            example.label = event.at("modality") == "asserted" && event.at("polarity") == "positive" ? 1 : 0;
            example.by_rule = rule.modality == Modality::asserted && rule.polarity == Polarity::positive;
        }
    return examples;
}

void report(const std::vector<Example>& examples, const std::vector<std::uint8_t>& bytes) {
    const LinearModel model = LinearModel::open(bytes);
    for (const int bias : {-16, -8, 0, 4, 8, 16, 24, 32}) {
        std::array<std::size_t, 2> right{}, by_rule{}, gold{};
        for (const Example& example : examples) {
            LinearModel::Scores scores{};
            model.add(example.features, scores);
            const bool yes = scores[1] - scores[0] > bias;
            ++gold[example.label];
            right[example.label] += yes == (example.label == 1);
            by_rule[example.label] += example.by_rule == (example.label == 1);
        }
        const auto percent = [&](const std::array<std::size_t, 2>& some, std::size_t label) {
            return 100.0 * static_cast<double>(some[label]) / static_cast<double>(gold[label]);
        };
        std::printf("above %d: happened %.1f, did not %.1f, balanced %.1f (rules: %.1f, %.1f)\n", bias,
                    percent(right, 1), percent(right, 0), (percent(right, 1) + percent(right, 0)) / 2,
                    percent(by_rule, 1), percent(by_rule, 0));
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::fprintf(stderr, "usage: lede_train_factuality DATA STORIES BRIEFS RESOURCES\n");
        return 2;
    }
    const Resources resources = train::open_model();
    const std::string data = std::string(argv[1]) + "/factuality/uds/";
    const std::vector<Example> judged = read(data + "train.jsonl", resources);
    std::vector<std::vector<Example>> stories;
    for (const nlohmann::json& story : train::read_stories(argv[2]))
        stories.push_back(read_story(story, resources));
    std::vector<Example> briefs;
    for (const nlohmann::json& brief : train::read_briefs(argv[3])) {
        const std::vector<Example> more = read_story(brief, resources);
        briefs.insert(briefs.end(), more.begin(), more.end());
    }

    // News counts for more than its share of the examples.
    constexpr std::size_t folds = 4, copies = 3;
    const auto learn = [&](std::size_t fold) {
        std::vector<Example> seen = judged;
        for (std::size_t copy = 0; copy < copies; ++copy)
            seen.insert(seen.end(), briefs.begin(), briefs.end());
        for (std::size_t i = 0; i < stories.size(); ++i)
            for (std::size_t copy = 0; copy < copies && i % folds != fold; ++copy)
                seen.insert(seen.end(), stories[i].begin(), stories[i].end());
        train::Regression<happened_count> regression;
        regression.learn(seen, {.epochs = 8, .penalty = 5e-5});
        return regression.pack({"no", "yes"});
    };
    std::vector<Example> unseen;
    for (std::size_t i = 0; i < stories.size(); i += folds)
        unseen.insert(unseen.end(), stories[i].begin(), stories[i].end());
    report(unseen, learn(0));
    const auto bytes = learn(folds);
    report(read(data + "dev.jsonl", resources), bytes);
    return train::write_file(std::string(argv[4]) + "/factuality.bin", bytes);
}
