// lede_train_factuality DATA RESOURCES: learns factuality.bin, whether what a predicate tells has happened,
// from people's judgements of the English Web Treebank (DATA/factuality/uds), writes it to RESOURCES and
// prints what it reaches on the development part. Some seconds on one core.
#include <memory>

#include "../program.h"
#include "../regression.h"
#include "../sentences_of_tokens.h"
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
            syntax = std::make_unique<Syntax>(doc);
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
                describe_factuality(*syntax, token, rule, example.features);
                example.label = happened > 0 ? 1 : 0;
                example.by_rule = rule.modality == Modality::asserted && rule.polarity == Polarity::positive;
            }
        });
    return examples;
}

void report(const std::vector<Example>& examples, const std::vector<std::uint8_t>& bytes) {
    const LinearModel model = LinearModel::open(bytes);
    for (const int bias : {-16, -8, 0, 8, 16, 24}) {
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
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_factuality DATA RESOURCES\n");
        return 2;
    }
    const Resources resources = train::open_model();
    const std::string data = std::string(argv[1]) + "/factuality/uds/";
    train::Regression<happened_count> regression;
    regression.learn(read(data + "train.jsonl", resources), {.epochs = 8, .penalty = 5e-5});
    const auto bytes = regression.pack({"no", "yes"});
    report(read(data + "dev.jsonl", resources), bytes);
    return train::write_file(std::string(argv[2]) + "/factuality.bin", bytes);
}
