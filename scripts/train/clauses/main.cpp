// lede_train_clauses DATA RESOURCES: learns clauses.bin, how clauses bear on each other, from the discourse
// relations of GUM (DATA/discourse/gdtb, training part) and two thirds of the Causal News Corpus
// (DATA/causal/cnc) and from the purposes and causes of PropBank (DATA/roles), on the trees and roles that
// the engine gives, writes it to RESOURCES and prints what it reaches on GUM's development part and on the
// other third. Half a minute on one core.
#include <algorithm>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

#include "../program.h"
#include "../regression.h"
#include "../rows.h"
#include "../sentences_of_tokens.h"
#include "base/hash.h"
#include "names/names.h"
#include "propositions/clause_relations.h"
#include "propositions/propositions.h"
#include "quantities/quantities.h"
#include "syntax/syntax.h"
#include "text/text.h"
#include "times/times.h"

namespace {

using namespace lede;

const std::vector<std::string> names{"nothing", "reason",    "result",     "purpose",
                                     "means",   "condition", "concession", "time"};

struct Example {
    std::vector<std::uint32_t> features;
    std::uint8_t label = 0;
    bool across = false;
};

// A relation of the gold: tokens of its two sides, and what the first is to the second and the second to the
// first.
struct Relation {
    std::vector<Index> first, second;  // sorted
    ClauseRelation first_is = ClauseRelation::nothing, second_is = ClauseRelation::nothing;
};

Document read_text(const std::string& text, const Resources& resources) {
    Document doc;
    doc.text = text;
    find_structure(doc, {}, resources, {});
    find_tokens(doc, resources);
    WordScores scores = find_syntax(doc, resources);
    find_lemmas(doc, resources);
    find_times(doc, resources);
    find_quantities(doc, resources);
    find_names(doc, std::move(scores), resources);
    find_propositions(doc, resources);
    return doc;
}

std::vector<Index> tokens_in(const Document& doc, const std::vector<std::uint32_t>& bytes,
                             const nlohmann::json& spans) {
    std::vector<Index> tokens;
    for (const nlohmann::json& span : spans) {
        const std::uint32_t begin = bytes[span.at(0).get<std::size_t>()],
                            end = bytes[span.at(1).get<std::size_t>()];
        for (Index t = 0; t < doc.tokens.size(); ++t)
            if (doc.tokens.span[t].begin >= begin && doc.tokens.span[t].end <= end) tokens.push_back(t);
    }
    std::sort(tokens.begin(), tokens.end());
    return tokens;
}

void name_sides(const std::string& sense, Relation& relation) {
    using enum ClauseRelation;
    if (sense == "contingency.cause.reason") {
        relation.first_is = result;
        relation.second_is = reason;
    } else if (sense == "contingency.cause.result") {
        relation.first_is = reason;
        relation.second_is = result;
    } else if (sense == "contingency.purpose.arg2-as-goal") {
        relation.second_is = purpose;
    } else if (sense == "contingency.purpose.arg1-as-goal") {
        relation.first_is = purpose;
        relation.second_is = means;
    } else if (sense == "expansion.manner.arg2-as-manner") {
        relation.second_is = means;
    } else if (sense.starts_with("contingency.condition")) {
        (sense.ends_with("arg1-as-cond") ? relation.first_is : relation.second_is) = condition;
    } else if (sense.starts_with("comparison.concession")) {
        relation.first_is = relation.second_is = concession;
    } else if (sense.starts_with("temporal")) {
        relation.first_is = relation.second_is = time;
    }
}

std::uint64_t key(Index governor, Index dependent) { return std::uint64_t{governor} << 32 | dependent; }

class Reader {
  public:
    explicit Reader(const Resources& resources) : resources_(resources) {}

    /// @param only_clauses the gold does not link noun phrases, so that it says nothing about them
    void read(const Document& doc, const std::vector<Relation>& relations, std::vector<Example>& examples,
              bool across, bool only_clauses) {
        const ClausePairs finder(doc, resources_);
        std::vector<ClausePair> pairs;
        for (Index sentence = 0; sentence < doc.sentences.size(); ++sentence) {
            finder.find(sentence, pairs);
            for (const ClausePair& pair : pairs) {
                if (pair.across && !across) continue;
                const ClauseRelation kind = label_of(pair, relations);
                if (only_clauses && kind == ClauseRelation::nothing && is_nominal(doc, pair)) continue;
                Example& example = examples.emplace_back();
                finder.describe(pair, example.features);
                example.label = static_cast<std::uint8_t>(kind);
                example.across = pair.across;
            }
        }
    }

  private:
    // Of several relations that hold between the two the closest.
    static ClauseRelation label_of(const ClausePair& pair, const std::vector<Relation>& relations) {
        ClauseRelation best = ClauseRelation::nothing;
        std::size_t size = SIZE_MAX;
        for (const Relation& relation : relations) {
            const auto in = [](const std::vector<Index>& side, Index token) {
                return std::binary_search(side.begin(), side.end(), token);
            };
            ClauseRelation kind = ClauseRelation::nothing;
            if (in(relation.first, pair.dependent) && in(relation.second, pair.governor))
                kind = relation.first_is;
            else if (in(relation.second, pair.dependent) && in(relation.first, pair.governor))
                kind = relation.second_is;
            const std::size_t all = relation.first.size() + relation.second.size();
            if (kind == ClauseRelation::nothing || all >= size) continue;
            best = kind;
            size = all;
        }
        return best;
    }

    const Resources& resources_;
};

void read_gdtb(const std::string& path, const Resources& resources, std::vector<Example>& examples) {
    Reader reader(resources);
    train::each_row(path, [&](const nlohmann::json& row) {
        const auto text = row.at("text").get<std::string>();
        const Document doc = read_text(text, resources);
        const auto bytes = train::byte_offsets(text);
        std::vector<Relation> relations;
        for (const nlohmann::json& item : row.at("relations")) {
            Relation relation;
            name_sides(item.at("sense").is_string() ? item.at("sense").get<std::string>() : "", relation);
            if (relation.first_is == ClauseRelation::nothing && relation.second_is == ClauseRelation::nothing)
                continue;
            relation.first = tokens_in(doc, bytes, item.at("arg1"));
            relation.second = tokens_in(doc, bytes, item.at("arg2"));
            relations.push_back(std::move(relation));
        }
        reader.read(doc, relations, examples, true, true);
    });
}

void read_news(const std::string& path, const Resources& resources, std::vector<Example>& seen,
               std::vector<Example>& unseen) {
    Reader reader(resources);
    train::each_row(path, [&](const nlohmann::json& row) {
        const auto text = row.at("text").get<std::string>();
        const Document doc = read_text(text, resources);
        const auto bytes = train::byte_offsets(text);
        std::vector<Relation> relations;
        for (const nlohmann::json& item : row.at("relations")) {
            if (item.at("cause").is_null() || item.at("effect").is_null()) continue;
            Relation relation;
            relation.first = tokens_in(doc, bytes, nlohmann::json::array({item.at("cause")}));
            relation.second = tokens_in(doc, bytes, nlohmann::json::array({item.at("effect")}));
            relation.second_is = ClauseRelation::result;
            // The corpus takes aims for causes.
            const bool aim = std::any_of(relation.first.begin(), relation.first.end(), [&](Index t) {
                return t <= relation.first.front() + 1 && doc.tokens.xpos[t] == Xpos::VB;
            });
            relation.first_is = aim ? ClauseRelation::purpose : ClauseRelation::reason;
            relations.push_back(std::move(relation));
        }
        reader.read(doc, relations, train::is_held_out(row) ? unseen : seen, false, false);
    });
}

// PropBank's purposes and causes. What else its predicates take may yet be one to GUM's annotators.
void read_roles(const std::string& path, const Resources& resources, std::vector<Example>& examples) {
    std::unique_ptr<ClausePairs> finder;
    std::vector<ClausePair> pairs;
    train::read_sentences(
        path, resources,
        [&](Document& doc) {
            find_propositions(doc, resources);
            finder = std::make_unique<ClausePairs>(doc, resources);
        },
        [&](const Document& doc, const nlohmann::json& row, TokenRange sentence) {
            std::unordered_map<std::uint64_t, ClauseRelation> known;
            for (const nlohmann::json& predicate : row.at("predicates"))
                for (const nlohmann::json& argument : predicate.at("args")) {
                    const auto role = argument.at("role").get<std::string>();
                    ClauseRelation kind = ClauseRelation::nothing;
                    if (role == "ARGM-PRP" || role == "ARGM-PNC")
                        kind = ClauseRelation::purpose;
                    else if (role == "ARGM-CAU")
                        kind = ClauseRelation::reason;
                    else
                        continue;
                    known[key(sentence.begin + predicate.at("token").get<Index>(),
                              sentence.begin + argument.at("head").get<Index>())] = kind;
                }
            finder->find(doc.tokens.sentence[sentence.begin], pairs);
            for (const ClausePair& pair : pairs) {
                const auto label = known.find(key(pair.governor, pair.dependent));
                if (label == known.end()) continue;
                Example& example = examples.emplace_back();
                finder->describe(pair, example.features);
                example.label = static_cast<std::uint8_t>(label->second);
            }
        });
}

void report(const char* name, const std::vector<Example>& examples, const std::vector<std::uint8_t>& bytes) {
    const LinearModel model = LinearModel::open(bytes);
    for (const bool across : {false, true}) {
        std::array<std::size_t, clause_relation_count> right{}, given{}, gold{};
        for (const Example& example : examples) {
            if (example.across != across) continue;
            LinearModel::Scores scores{};
            model.add(example.features, scores);
            const auto best = static_cast<std::size_t>(
                std::max_element(scores.begin(), scores.begin() + clause_relation_count) - scores.begin());
            ++given[best];
            ++gold[example.label];
            right[best] += example.label == best;
        }
        const auto percent = [](std::size_t part, std::size_t whole) {
            return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
        };
        for (std::size_t kind = 1; kind < clause_relation_count; ++kind)
            if (gold[kind] > 0)
                std::printf("%s, %s: %-10s P %.1f R %.1f F1 %.1f (%zu)\n", name,
                            across ? "across sentences" : "in a sentence", names[kind].c_str(),
                            percent(right[kind], given[kind]), percent(right[kind], gold[kind]),
                            percent(2 * right[kind], given[kind] + gold[kind]), gold[kind]);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_clauses DATA RESOURCES\n");
        return 2;
    }
    const Resources resources = train::open_model();
    const std::string data = argv[1];
    std::vector<Example> seen, unseen, unseen_news;
    read_gdtb(data + "/discourse/gdtb/train_cleanlicence.jsonl", resources, seen);
    read_gdtb(data + "/discourse/gdtb/dev.jsonl", resources, unseen);
    read_news(data + "/causal/cnc/train.jsonl", resources, seen, unseen_news);
    read_roles(data + "/roles/propbank_ewt/train.jsonl", resources, seen);
    read_roles(data + "/roles/propbank_masc/train.jsonl", resources, seen);
    train::Regression<clause_relation_count> regression;
    regression.learn(seen, {.epochs = 8, .penalty = 4e-5, .fewest = 2});
    const auto bytes = regression.pack(names);
    report("GUM", unseen, bytes);
    report("news", unseen_news, bytes);
    return train::write_file(std::string(argv[2]) + "/clauses.bin", bytes);
}
