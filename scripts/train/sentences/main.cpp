// lede_train_sentences DATA RESOURCES: learns sentences.bin, where sentences end, from the Universal
// Dependencies treebanks under DATA/ud (only those that may be used for training), writes it to RESOURCES and
// prints what it reaches on a fifth of the training documents that it has not seen, and on the development
// parts. Logistic regression, integer weights. Deterministic; under a minute on one core.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/embedded.h"
#include "neural/linear_model.h"
#include "text/boundaries.h"
#include "text/text.h"

namespace {

using namespace lede;

constexpr std::size_t most_weights = 6500;  // as many as go into a table of 8192 slots

struct Raw {
    std::string text;
    std::vector<std::uint32_t> ends;  // of the sentences, in bytes
};

std::vector<Raw> read_treebank(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        std::exit(1);
    }
    std::vector<Raw> documents;
    bool paragraph = false, spaced = true;
    unsigned long range_end = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("# newdoc")) {
            documents.emplace_back();
        } else if (line == "# newpar" || line.starts_with("# newpar ")) {
            paragraph = true;
        } else if (line.starts_with("# text = ")) {
            Raw& document = documents.back();
            if (!document.text.empty()) document.text += paragraph ? "\n\n" : spaced ? " " : "";
            document.text += line.substr(9);
            document.ends.push_back(static_cast<std::uint32_t>(document.text.size()));
            paragraph = false;
            range_end = 0;
        } else if (!line.empty() && line[0] != '#') {
            const std::string id = line.substr(0, line.find('\t'));
            if (id.find('.') != std::string::npos) continue;
            const bool glued = line.find("SpaceAfter=No", line.rfind('\t')) != std::string::npos;
            if (const std::size_t hyphen = id.find('-'); hyphen != std::string::npos) {
                range_end = std::stoul(id.substr(hyphen + 1));
                spaced = !glued;
            } else if (std::stoul(id) > range_end) {
                spaced = !glued;
            }
        }
    }
    return documents;
}

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Sentences of tokens as an editor would have typed them, in paragraphs of one to five sentences.
class Typist {
  public:
    explicit Typist(Raw& out) : out_(out) {}

    void type(const std::vector<std::string>& sentence) {
        if (!out_.text.empty()) out_.text += left_ == 0 ? "\n\n" : " ";
        if (left_ == 0) {
            left_ = 1 + count_ % 5;
            count_ = count_ * 7 + 3;
            quoted_ = false;
        }
        --left_;
        bool glue = true;
        for (const std::string& token : sentence) {
            const bool quote = token == "\"";
            if (quote) quoted_ = !quoted_;
            const bool clitic = token[0] == '\'' && token.size() > 1;
            const bool before =
                (quote && !quoted_) || clitic || token == "n't" ||
                any_of(token, {".", ",", ";", ":", "!", "?", "%", ")", "]", "...", "'", "''"});
            if (!glue && !before) out_.text += ' ';
            out_.text += token;
            glue = (quote && quoted_) || any_of(token, {"(", "[", "$", "``"});
        }
        out_.ends.push_back(static_cast<std::uint32_t>(out_.text.size()));
    }

  private:
    Raw& out_;
    unsigned left_ = 0, count_ = 1;
    bool quoted_ = false;
};

// Texts kept as tokens, a token a line. Of lists of unrelated sentences, every `step`th ten of them.
std::vector<Raw> read_tokens(const std::string& path, std::size_t step) {
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        std::exit(1);
    }
    std::vector<Raw> documents;
    std::vector<std::vector<std::string>> sentences;
    const auto end_document = [&] {
        if (sentences.empty()) return;
        Typist typist(documents.emplace_back());
        for (const auto& sentence : sentences) typist.type(sentence);
        sentences.clear();
    };
    std::vector<std::string> sentence;
    std::size_t number = 0;
    constexpr std::size_t ten = 10;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("-DOCSTART-")) {
            end_document();
        } else if (!line.empty()) {
            sentence.push_back(line.substr(0, line.find('\t')));
        } else if (!sentence.empty()) {
            if (step > 1 && number % ten == 0) end_document();
            if (number / ten % step == 0 && sentence.size() > 3 &&
                any_of(sentence.back(), {".", "?", "!", "\""}))
                sentences.push_back(std::move(sentence));
            ++number;
            sentence.clear();
        }
    }
    end_document();
    return documents;
}

struct Example {
    std::vector<std::uint32_t> features;
    bool end = false;
};

// The gaps of a document as the engine would see them if it had been right so far.
void collect(const Raw& raw, const Resources& resources, std::vector<Example>& examples) {
    Document doc;
    doc.text = raw.text;
    find_structure(doc, "", resources);
    find_tokens(doc, resources);
    const SentenceTables tables(resources);
    Boundaries gaps(doc, tables);
    Index begin = 0;
    for (Index number = 0; number < doc.blocks.size(); ++number) {
        const Block& block = doc.blocks[number];
        Index end = begin;
        while (end < doc.tokens.size() && doc.tokens.span[end].end <= block.span.end) ++end;
        gaps.begin_block({begin, end}, number);
        for (Index token = begin; token < end; ++token) {
            gaps.walk(token);
            const bool ends =
                std::binary_search(raw.ends.begin(), raw.ends.end(), doc.tokens.span[token].end);
            if (gaps.verdict() == Boundaries::Verdict::open) examples.push_back({gaps.features(), ends});
            if (ends) gaps.begin_sentence(token + 1);
        }
        begin = end;
    }
}

// AdaGrad (Duchi et al. 2011) with the lazy L1 penalty of Tsuruoka et al. (2009), which leaves few weights.
class Regression {
  public:
    void learn(const std::vector<const Example*>& examples, int epochs, double penalty) {
        std::unordered_map<std::uint32_t, std::uint32_t> counts;
        for (const Example* example : examples)
            for (const std::uint32_t feature : example->features) ++counts[feature];
        const auto of = [&](std::uint32_t feature) -> Weight* {
            return counts[feature] < 3 ? nullptr : &weights_[feature];
        };
        std::vector<std::vector<Weight*>> rows;
        for (const Example* example : examples) {
            auto& row = rows.emplace_back();
            for (const std::uint32_t feature : example->features)
                if (Weight* weight = of(feature)) row.push_back(weight);
        }
        std::vector<std::uint32_t> order(examples.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        std::uint64_t random = 20170525;
        double now = 0;
        for (int epoch = 0; epoch < epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) {
                random = random * 6364136223846793005ull + 1442695040888963407ull;
                std::swap(order[i - 1], order[(random >> 33) % i]);
            }
            const double rate = 0.3 / (1 + 0.3 * epoch);
            for (const std::uint32_t i : order) {
                now += penalty * rate;
                double sum = 0;
                for (Weight* weight : rows[i]) {
                    weight->settle(now);
                    sum += weight->value;
                }
                const double wrong = (examples[i]->end ? 1 : 0) - 1 / (1 + std::exp(-sum));
                for (Weight* weight : rows[i]) {
                    weight->squares += wrong * wrong;
                    weight->value += rate * wrong / std::sqrt(weight->squares + 1e-6);
                }
            }
        }
        for (auto& [feature, weight] : weights_) weight.settle(now);
    }

    std::vector<std::uint8_t> pack() const {
        std::vector<std::pair<double, std::uint32_t>> heaviest;
        for (const auto& [feature, weight] : weights_)
            heaviest.emplace_back(-std::abs(weight.value), feature);
        std::sort(heaviest.begin(), heaviest.end());
        std::vector<LinearRow> rows;
        for (std::size_t i = 0; i < heaviest.size() && rows.size() < most_weights; ++i) {
            const std::uint32_t feature = heaviest[i].second;
            const double scaled = std::clamp(weights_.at(feature).value * 16, -127.0, 127.0);
            if (const auto value = static_cast<std::int8_t>(std::lround(scaled)); value != 0)
                rows.push_back({feature, {{0, value}}});
        }
        std::sort(rows.begin(), rows.end(),
                  [](const LinearRow& a, const LinearRow& b) { return a.feature < b.feature; });
        std::printf("%zu weights\n", rows.size());
        return write_linear_model({"end"}, rows);
    }

  private:
    struct Weight {
        double value = 0, squares = 0.1, paid = 0;
        void settle(double now) {
            const double due = (now - paid) / std::sqrt(squares + 1e-6);
            paid = now;
            value = value > 0 ? std::max(0.0, value - due) : std::min(0.0, value + due);
        }
    };
    std::unordered_map<std::uint32_t, Weight> weights_;
};

void report(const char* name, const std::vector<Raw>& documents, const Resources& resources,
            const std::vector<std::uint8_t>& bytes) {
    const LinearModel model = LinearModel::open(bytes);
    const SentenceTables tables(resources);
    std::size_t right = 0, found = 0, gold = 0;
    for (const Raw& raw : documents) {
        Document doc;
        doc.text = raw.text;
        find_structure(doc, "", resources);
        find_tokens(doc, resources);
        Boundaries gaps(doc, tables);
        gold += raw.ends.size();
        Index begin = 0;
        bool was_right = true;  // the end before
        for (Index number = 0; number < doc.blocks.size(); ++number) {
            const Block& block = doc.blocks[number];
            Index end = begin;
            while (end < doc.tokens.size() && doc.tokens.span[end].end <= block.span.end) ++end;
            gaps.begin_block({begin, end}, number);
            std::size_t skipped = 0;  // gold ends passed over since the last end
            for (Index token = begin; token < end; ++token) {
                gaps.walk(token);
                const bool is_gold =
                    std::binary_search(raw.ends.begin(), raw.ends.end(), doc.tokens.span[token].end);
                bool ends = token + 1 == end || gaps.verdict() == Boundaries::Verdict::yes;
                if (!ends && gaps.verdict() == Boundaries::Verdict::open) {
                    LinearModel::Scores scores;
                    scores[0] = 0;
                    model.add(gaps.features(), scores);
                    ends = scores[0] > gaps.threshold();
                }
                if (ends) {
                    ++found;
                    right += was_right && is_gold && skipped == 0;
                    was_right = is_gold;
                    skipped = 0;
                    gaps.begin_sentence(token + 1);
                } else {
                    skipped += is_gold;
                }
            }
            begin = end;
        }
    }
    std::printf("%s: sentences P %.2f R %.2f F1 %.2f\n", name, 100.0 * right / found, 100.0 * right / gold,
                200.0 * right / (found + gold));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_sentences DATA RESOURCES\n");
        return 2;
    }
    const auto resources = Resources::open(embedded_model());
    if (!resources) {
        std::fprintf(stderr, "%s\n", resources.error().message.c_str());
        return 1;
    }
    const std::string data = std::string(argv[1]) + "/ud/";
    constexpr double penalty = 2.5e-6;
    constexpr int epochs = 12;
    const auto ewt = read_treebank(data + "ewt/train.conllu");
    const auto gum = read_treebank(data + "gum/train_cleanlicence.conllu");
    std::vector<Example> seen, unseen;
    std::vector<Raw> ewt_unseen, gum_unseen;
    for (const auto* bank : {&ewt, &gum})
        for (std::size_t i = 0; i < bank->size(); ++i) {
            const bool held_out = i % 5 == 2;
            collect((*bank)[i], *resources, held_out ? unseen : seen);
            if (held_out) (bank == &ewt ? ewt_unseen : gum_unseen).push_back((*bank)[i]);
        }
    const std::string names = std::string(argv[1]) + "/ner/";
    for (const auto& [path, step] : {std::pair<const char*, std::size_t>{"gmb/train.conll", 2},
                                     {"redocred/train.conll", 1},
                                     {"wikigold/all.conll", 1}})
        for (const Raw& raw : read_tokens(names + path, step)) collect(raw, *resources, seen);
    std::vector<const Example*> examples;
    for (const Example& example : seen) examples.push_back(&example);
    std::printf("%zu gaps\n", examples.size());
    {
        Regression regression;
        regression.learn(examples, epochs, penalty);
        const auto bytes = regression.pack();
        report("ewt, unseen", ewt_unseen, *resources, bytes);
        report("gum, unseen", gum_unseen, *resources, bytes);
    }
    for (const Example& example : unseen) examples.push_back(&example);
    Regression regression;
    regression.learn(examples, epochs, penalty);
    const auto bytes = regression.pack();
    std::printf("%zu bytes\n", bytes.size());
    report("ewt/dev", read_treebank(data + "ewt/dev.conllu"), *resources, bytes);
    report("gum/dev", read_treebank(data + "gum/dev.conllu"), *resources, bytes);
    std::ofstream file(std::string(argv[2]) + "/sentences.bin", std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return file.flush() ? 0 : 1;
}
