// lede_train_roles DATA RESOURCES: learns roles.bin, which words fill which role of a verb, from PropBank's
// annotation of the English Web Treebank and of MASC (DATA/roles), on the trees that the engine's own parser
// gives, writes it to RESOURCES and prints what it reaches on the development part. Under a minute on one
// core.
#include <memory>

#include "../program.h"
#include "../regression.h"
#include "../sentences_of_tokens.h"
#include "propositions/roles.h"

namespace {

using namespace lede;

const std::vector<std::string> names{"nothing", "agent",   "patient", "second", "place",
                                     "time",    "purpose", "cause",   "manner"};

struct Example {
    std::vector<std::uint32_t> features;
    std::uint8_t label = 0;
};

struct Examples {
    std::vector<Example> all;
    std::array<std::size_t, role_count> gold{};  // roles that somebody fills, among the candidates or not
};

Role role_named(const std::string& name, bool has_first) {
    if (name == "ARG0") return Role::agent;
    if (name == "ARG1") return Role::patient;
    if (name == "ARG2") return has_first ? Role::second : Role::patient;
    if (name == "ARGM-LOC") return Role::place;
    if (name == "ARGM-TMP") return Role::time;
    if (name == "ARGM-PRP") return Role::purpose;
    if (name == "ARGM-CAU") return Role::cause;
    if (name == "ARGM-MNR") return Role::manner;
    return Role::nothing;
}

void read(const std::string& path, const Resources& resources, Examples& examples) {
    std::unique_ptr<Syntax> syntax;
    std::unique_ptr<RoleReader> reader;
    std::vector<RoleCandidate> candidates;
    train::read_sentences(
        path, resources,
        [&](const Document& doc) {
            syntax = std::make_unique<Syntax>(doc, resources);
            reader = std::make_unique<RoleReader>(*syntax, resources);
        },
        [&](const Document&, const nlohmann::json& row, TokenRange sentence) {
            for (const nlohmann::json& predicate : row.at("predicates")) {
                const Index verb = sentence.begin + predicate.at("token").get<Index>();
                if (!reader->is_predicate(verb)) continue;
                bool has_first = false;
                for (const nlohmann::json& arg : predicate.at("args"))
                    has_first = has_first || arg.at("role") == "ARG1";
                std::unordered_map<Index, Role> role_of;
                for (const nlohmann::json& arg : predicate.at("args")) {
                    auto name = arg.at("role").get<std::string>();
                    const bool relative = name.starts_with("R-");  // "who", "that"
                    if (relative) name.erase(0, 2);
                    const Role role = role_named(name, has_first);
                    if (role == Role::nothing) continue;
                    role_of.emplace(sentence.begin + arg.at("head").get<Index>(), role);
                    if (!relative) ++examples.gold[static_cast<std::size_t>(role)];
                }
                reader->select(verb);
                reader->find_candidates(candidates);
                for (const RoleCandidate& candidate : candidates) {
                    Example& example = examples.all.emplace_back();
                    reader->describe(candidate, example.features);
                    const auto known = role_of.find(candidate.token);
                    if (known != role_of.end()) example.label = static_cast<std::uint8_t>(known->second);
                }
            }
        });
}

void report(const Examples& examples, const std::vector<std::uint8_t>& bytes) {
    const LinearModel model = LinearModel::open(bytes);
    std::array<std::size_t, role_count> right{}, given{};
    for (const Example& example : examples.all) {
        LinearModel::Scores scores{};
        model.add(example.features, scores);
        const auto best = static_cast<std::size_t>(
            std::max_element(scores.begin(), scores.begin() + role_count) - scores.begin());
        ++given[best];
        right[best] += example.label == best;
    }
    const auto percent = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    for (std::size_t role = 1; role < role_count; ++role)
        std::printf("%-8s P %.1f R %.1f F1 %.1f (%zu)\n", names[role].c_str(),
                    percent(right[role], given[role]), percent(right[role], examples.gold[role]),
                    percent(2 * right[role], given[role] + examples.gold[role]), examples.gold[role]);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_roles DATA RESOURCES\n");
        return 2;
    }
    const Resources resources = train::open_model();
    const std::string data = std::string(argv[1]) + "/roles/";
    Examples seen, unseen;
    read(data + "propbank_ewt/train.jsonl", resources, seen);
    read(data + "propbank_masc/train.jsonl", resources, seen);
    read(data + "propbank_ewt/dev.jsonl", resources, unseen);
    train::Regression<role_count> regression;
    regression.learn(seen.all, {.epochs = 8, .penalty = 1.2e-5});
    const auto bytes = regression.pack(names);
    report(unseen, bytes);
    return train::write_file(std::string(argv[2]) + "/roles.bin", bytes);
}
