// lede_train_roles DATA RESOURCES: learns roles.bin, which words fill which role of a verb, from PropBank's
// annotation of the English Web Treebank and of MASC (DATA/roles), on the trees that the engine's own parser
// gives, writes it to RESOURCES and prints what it reaches on the development part. Multinomial logistic
// regression, integer weights. Deterministic; some minutes on one core.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/embedded.h"
#include "names/names.h"
#include "neural/linear_model.h"
#include "propositions/roles.h"
#include "quantities/quantities.h"
#include "syntax/syntax.h"
#include "text/text.h"
#include "times/times.h"

namespace {

using namespace lede;

constexpr std::size_t most_weights = 30000;
constexpr double scale = 16;  // of an integer weight

struct Candidate {
    std::vector<std::uint32_t> features;
    std::uint8_t role = 0;
};

struct Example {
    std::vector<Candidate> candidates;
    std::array<bool, role_count> gold{};  // roles that somebody fills, found among the candidates or not
};

std::uint8_t role_named(const std::string& name, bool has_first) {
    const auto role = [&] {
        if (name == "ARG0") return Role::agent;
        if (name == "ARG1") return Role::patient;
        if (name == "ARG2") return has_first ? Role::second : Role::patient;
        if (name == "ARGM-LOC") return Role::place;
        if (name == "ARGM-TMP") return Role::time;
        if (name == "ARGM-PRP") return Role::purpose;
        if (name == "ARGM-CAU") return Role::cause;
        if (name == "ARGM-MNR") return Role::manner;
        return Role::nothing;
    };
    return static_cast<std::uint8_t>(role());
}

/// Reads sentences in batches, each as a document of given tokens.
std::vector<Example> read(const std::string& path, const Resources& resources) {
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        std::exit(1);
    }
    std::vector<Example> examples;
    std::vector<nlohmann::json> rows;
    const auto flush = [&] {
        std::vector<std::vector<std::string>> sentences;
        for (const nlohmann::json& row : rows)
            sentences.push_back(row.at("tokens").get<std::vector<std::string>>());
        Document doc;
        doc.text = join_tokens(sentences);
        keep_tokens(doc, sentences);
        WordScores scores = find_syntax(doc, resources);
        find_lemmas(doc, resources);
        find_times(doc, resources);
        find_quantities(doc, resources);
        find_names(doc, std::move(scores), resources);
        RoleReader reader(doc, resources);
        std::vector<RoleCandidate> candidates;
        for (std::size_t s = 0; s < rows.size(); ++s) {
            const TokenRange sentence = doc.sentences[s].tokens;
            if (sentence.size() != rows[s].at("tokens").size()) continue;
            for (const nlohmann::json& predicate : rows[s].at("predicates")) {
                const Index verb = sentence.begin + predicate.at("token").get<Index>();
                if (!reader.is_predicate(verb)) continue;
                bool has_first = false;
                for (const nlohmann::json& arg : predicate.at("args"))
                    has_first = has_first || arg.at("role") == "ARG1";
                std::unordered_map<Index, std::uint8_t> role_of;
                Example example;
                for (const nlohmann::json& arg : predicate.at("args")) {
                    // A relative pronoun stands for what it refers to: "who", "that".
                    auto name = arg.at("role").get<std::string>();
                    if (name.starts_with("R-")) name.erase(0, 2);
                    const std::uint8_t role = role_named(name, has_first);
                    if (role == 0) continue;
                    role_of.emplace(sentence.begin + arg.at("head").get<Index>(), role);
                    example.gold[role] = true;
                }
                reader.begin(verb);
                reader.find_candidates(verb, candidates);
                for (const RoleCandidate& candidate : candidates) {
                    Candidate& one = example.candidates.emplace_back();
                    reader.describe(candidate, one.features);
                    const auto known = role_of.find(candidate.token);
                    if (known != role_of.end()) one.role = known->second;
                }
                if (!example.candidates.empty()) examples.push_back(std::move(example));
            }
        }
        rows.clear();
    };
    constexpr std::size_t batch = 50;
    for (std::string line; std::getline(file, line);) {
        rows.push_back(nlohmann::json::parse(line));
        if (rows.size() == batch) flush();
    }
    flush();
    return examples;
}

// AdaGrad (Duchi et al. 2011) with the lazy L1 penalty of Tsuruoka et al. (2009), which leaves few weights.
class Regression {
  public:
    void learn(const std::vector<Example>& examples, int epochs, double penalty) {
        std::unordered_map<std::uint32_t, std::uint32_t> counts, rows;
        for (const Example& example : examples)
            for (const Candidate& candidate : example.candidates)
                for (const std::uint32_t feature : candidate.features) ++counts[feature];
        std::vector<std::vector<std::uint32_t>> used;
        std::vector<std::uint8_t> roles;
        for (const Example& example : examples)
            for (const Candidate& candidate : example.candidates) {
                auto& row = used.emplace_back();
                for (const std::uint32_t feature : candidate.features) {
                    if (counts[feature] < 3) continue;
                    const auto [at, fresh] =
                        rows.try_emplace(feature, static_cast<std::uint32_t>(features_.size()));
                    if (fresh) {
                        features_.push_back(feature);
                        weights_.emplace_back();
                    }
                    row.push_back(at->second);
                }
                roles.push_back(candidate.role);
            }
        std::printf("%zu candidates, %zu features\n", used.size(), features_.size());
        std::vector<std::uint32_t> order(used.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        std::uint64_t random = 20170525;
        double now = 0;
        for (int epoch = 0; epoch < epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) {
                random = random * 6364136223846793005ull + 1442695040888963407ull;
                std::swap(order[i - 1], order[(random >> 33) % i]);
            }
            const double rate = 0.2 / (1 + 0.3 * epoch);
            double loss = 0;
            for (const std::uint32_t i : order) {
                now += penalty * rate;
                std::array<double, role_count> sums{};
                for (const std::uint32_t f : used[i])
                    for (std::size_t role = 0; role < role_count; ++role)
                        sums[role] += weights_[f][role].settled(now);
                const double most = *std::max_element(sums.begin(), sums.end());
                double all = 0;
                for (double& sum : sums) all += sum = std::exp(sum - most);
                loss -= std::log(sums[roles[i]] / all);
                for (std::size_t role = 0; role < role_count; ++role) {
                    const double wrong = (roles[i] == role ? 1 : 0) - sums[role] / all;
                    if (std::abs(wrong) < 1e-3) continue;
                    for (const std::uint32_t f : used[i]) {
                        Weight& weight = weights_[f][role];
                        weight.squares += static_cast<float>(wrong * wrong);
                        weight.value += static_cast<float>(rate * wrong / std::sqrt(weight.squares + 1e-6));
                    }
                }
            }
            std::printf("epoch %d: loss %.4f\n", epoch + 1, loss / static_cast<double>(used.size()));
            std::fflush(stdout);
        }
        for (auto& row : weights_)
            for (Weight& weight : row) weight.settled(now);
    }

    std::vector<std::uint8_t> pack() const {
        std::vector<std::pair<double, std::size_t>> heaviest;
        for (std::size_t f = 0; f < features_.size(); ++f) {
            double sum = 0;
            for (const Weight& weight : weights_[f]) sum += std::abs(weight.value);
            if (sum > 0) heaviest.emplace_back(-sum, f);
        }
        std::sort(heaviest.begin(), heaviest.end());
        std::vector<LinearRow> rows;
        for (std::size_t i = 0; i < heaviest.size() && rows.size() < most_weights; ++i) {
            LinearRow row{features_[heaviest[i].second], {}};
            for (std::size_t role = 0; role < role_count; ++role) {
                const double scaled =
                    std::clamp(weights_[heaviest[i].second][role].value * scale, -127.0, 127.0);
                if (const auto value = static_cast<std::int8_t>(std::lround(scaled)); value != 0)
                    row.entries.push_back({static_cast<std::uint8_t>(role), value});
            }
            if (!row.entries.empty()) rows.push_back(std::move(row));
        }
        std::sort(rows.begin(), rows.end(),
                  [](const LinearRow& a, const LinearRow& b) { return a.feature < b.feature; });
        std::printf("%zu features of %zu kept\n", rows.size(), heaviest.size());
        return write_linear_model(
            {"nothing", "agent", "patient", "second", "place", "time", "purpose", "cause", "manner"}, rows);
    }

  private:
    struct Weight {
        float value = 0, squares = 0.1F, paid = 0;
        double settled(double now) {
            if (value != 0) {
                const double due = (now - paid) / std::sqrt(squares + 1e-6);
                value =
                    static_cast<float>(value > 0 ? std::max(0.0, value - due) : std::min(0.0, value + due));
            }
            paid = static_cast<float>(now);
            return value;
        }
    };
    std::vector<std::uint32_t> features_;
    std::vector<std::array<Weight, role_count>> weights_;
};

void report(const std::vector<Example>& examples, const std::vector<std::uint8_t>& bytes) {
    const LinearModel model = LinearModel::open(bytes);
    std::array<std::size_t, role_count> right{}, given{}, gold{};
    for (const Example& example : examples) {
        for (std::size_t role = 1; role < role_count; ++role) gold[role] += example.gold[role];
        for (const Candidate& candidate : example.candidates) {
            LinearModel::Scores scores{};
            model.add(candidate.features, scores);
            const auto best = static_cast<std::size_t>(
                std::max_element(scores.begin(), scores.begin() + role_count) - scores.begin());
            ++given[best];
            right[best] += candidate.role == best;
        }
    }
    const char* names[] = {"nothing", "agent",   "patient", "second", "place",
                           "time",    "purpose", "cause",   "manner"};
    for (std::size_t role = 1; role < role_count; ++role)
        std::printf("%-8s P %.1f R %.1f F1 %.1f (%zu)\n", names[role], 100.0 * right[role] / given[role],
                    100.0 * right[role] / gold[role], 200.0 * right[role] / (given[role] + gold[role]),
                    gold[role]);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: lede_train_roles DATA RESOURCES\n");
        return 2;
    }
    const auto resources = Resources::open(embedded_model());
    if (!resources) {
        std::fprintf(stderr, "%s\n", resources.error().message.c_str());
        return 1;
    }
    const std::string data = std::string(argv[1]) + "/roles/";
    const double penalty = argc > 3 ? std::atof(argv[3]) : 1e-6;
    const int epochs = argc > 4 ? std::atoi(argv[4]) : 6;
    std::vector<Example> examples = read(data + "propbank_ewt/train.jsonl", *resources);
    for (Example& example : read(data + "propbank_masc/train.jsonl", *resources))
        examples.push_back(std::move(example));
    const std::vector<Example> dev = read(data + "propbank_ewt/dev.jsonl", *resources);
    std::printf("%zu predicates\n", examples.size());
    Regression regression;
    regression.learn(examples, epochs, penalty);
    const auto bytes = regression.pack();
    std::printf("%zu bytes\n", bytes.size());
    report(dev, bytes);
    std::ofstream file(std::string(argv[2]) + "/roles.bin", std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return file.flush() ? 0 : 1;
}
