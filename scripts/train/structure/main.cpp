// lede_train_structure PAGES OUTPUT: learns lines.bin, what each line of a pasted page is, from the pages
// that pages.py lays out, writes it to OUTPUT and prints what it reaches on the layouts that it has not seen.
// A conditional random field with integer weights. Deterministic; a minute on one core.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "model/embedded.h"
#include "resources.h"
#include "text/line_model.h"

namespace {

using namespace lede;

constexpr int epochs = 6;
constexpr float rate = 0.2F, decay = 0.01F;
constexpr float decay_of_phrases =
    0.25F;                        // lines whose phrases are hidden, so that shape and place are learned too
constexpr std::size_t aside = 3;  // every third layout is not trained on

struct Example {
    std::vector<std::vector<std::uint16_t>> features;  // of each line
    std::vector<std::uint8_t> states;
    std::vector<std::uint8_t> sizes;
    std::size_t layout = 0;
    std::string variant;
};

struct RawPage {
    std::size_t layout = 0;
    std::string variant, text;
    std::vector<std::pair<std::uint32_t, char>> labels;  // where a line begins, and its label
};

std::vector<RawPage> read_pages(const char* path) {
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path);
        std::exit(1);
    }
    std::vector<RawPage> pages;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("# page ")) {
            RawPage& page = pages.emplace_back();
            page.layout = std::strtoul(line.c_str() + 7, nullptr, 10);
            page.variant = line.substr(line.rfind(' ') + 1);
            continue;
        }
        RawPage& page = pages.back();
        if (line[0] != '_') {
            page.labels.push_back({static_cast<std::uint32_t>(page.text.size()), line[0]});
            page.text += line.substr(2);
        }
        page.text += '\n';
    }
    return pages;
}

bool is_article(char label) { return label != 'x'; }

std::size_t state_of(const std::vector<char>& labels, std::size_t at) {
    const auto number = [](LineKind kind) { return static_cast<std::size_t>(kind); };
    const auto first_headline = std::find(labels.begin(), labels.end(), 'H');
    // Without a headline the article begins with its first line.
    const auto begin = first_headline != labels.end()
                           ? first_headline
                           : std::find_if(labels.begin(), labels.end(), is_article);
    const bool above = labels.begin() + static_cast<std::ptrdiff_t>(at) < begin;
    switch (labels[at]) {
        case 'H':
            return number(LineKind::headline);
        case 'D':
            return number(LineKind::standfirst);
        case 'Y':
            return above ? byline_above : number(LineKind::byline);
        case 'T':
            return above ? date_above : number(LineKind::date);
        case 'P':
            return number(LineKind::paragraph);
        case 'S':
            return number(LineKind::subhead);
        case 'C':
            return number(LineKind::caption);
        default:
            break;
    }
    if (above) return number(LineKind::before);
    for (std::size_t i = at + 1; i < labels.size(); ++i)
        if (is_article(labels[i])) return number(LineKind::inside);
    return number(LineKind::behind);
}

struct Random {
    std::uint64_t state = 88172645463325252ull;
    std::uint32_t next() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return static_cast<std::uint32_t>(state >> 16);
    }
    bool chance(float share) { return static_cast<float>(next() % 10000) < share * 10000; }
};

Example make_example(const RawPage& raw, const Resources& resources, Random* hide) {
    const std::vector<Line> lines = join_broken_lines(raw.text, find_lines(raw.text));
    PageFacts page = find_facts(raw.text, lines, resources);
    if (hide)
        for (LineFacts& line : page.lines) {
            if (!line.in_phrases || !hide->chance(decay_of_phrases)) continue;
            line.in_phrases = 0;
            line.starts = line.has = 0;
            set_shape(line);
        }
    std::vector<char> labels;
    std::size_t next = 0;
    for (const Line& line : lines) {
        while (next + 1 < raw.labels.size() && raw.labels[next + 1].first <= line.span.begin) ++next;
        labels.push_back(raw.labels[next].second);
    }
    Example example;
    example.layout = raw.layout;
    example.variant = raw.variant;
    const LineFeatures features(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        features.of(i, example.features.emplace_back());
        example.states.push_back(static_cast<std::uint8_t>(state_of(labels, i)));
        example.sizes.push_back(page.lines[i].words);
    }
    return example;
}

bool is_body(LineKind kind) { return kind == LineKind::paragraph; }
bool is_other(LineKind kind) {
    return kind == LineKind::before || kind == LineKind::inside || kind == LineKind::behind;
}

// What a mistake costs the reader.
float cost(LineKind gold, LineKind guess, std::size_t words) {
    if (gold == guess) return 0;
    if (is_other(gold) && is_other(guess)) return 0.3F;
    const float weight = 1 + static_cast<float>(std::min<std::size_t>(words, 30)) / 15;
    if (gold == LineKind::headline || guess == LineKind::headline) return 4;
    if (is_body(gold)) return (guess == LineKind::behind ? 3 : 2) * weight;
    if (is_body(guess)) return 1.5F * weight;
    if (is_other(gold)) return guess == LineKind::caption ? 2.5F : 1.5F;
    return 1;
}

using Scores = std::vector<std::array<float, line_kinds>>;

Scores score(const Example& example, const LineWeights<float>& weights) {
    Scores scores(example.states.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (const std::uint16_t feature : example.features[i])
            for (std::size_t kind = 0; kind < line_kinds; ++kind)
                scores[i][kind] += weights.features[feature][kind];
    return scores;
}

// A conditional random field, trained by stochastic gradient ascent of the likelihood with the costs of
// mistakes added (softmax margin, Gimpel and Smith 2010). Steps of AdaGrad; the weights are drawn to zero.
class Trainer {
  public:
    Trainer() {
        weights_.features.resize(LineFeatures::count());
        squares_.features.resize(LineFeatures::count());
    }

    void learn(const Example& example) {
        const std::size_t size = example.states.size();
        if (size == 0) return;
        Scores scores = score(example, weights_);
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t kind = 0; kind < line_kinds; ++kind)
                scores[i][kind] +=
                    cost(kind_of_state(example.states[i]), static_cast<LineKind>(kind), example.sizes[i]);
        // Forwards and backwards, each row scaled to a sum of one.
        using Row = std::array<double, line_states>;
        std::vector<Row> forward(size), backward(size), emitted(size);
        std::array<Row, line_states + 1> steps{};
        for (std::size_t from = 0; from <= line_states; ++from)
            for (std::size_t to = 0; to < line_states; ++to)
                steps[from][to] =
                    may_follow(from, to) ? std::exp(static_cast<double>(weights_.steps[from][to])) : 0;
        const auto scale = [](Row& row) {
            double sum = 0;
            for (const double value : row) sum += value;
            for (double& value : row) value /= sum;
        };
        for (std::size_t i = 0; i < size; ++i) {
            const float most = *std::max_element(scores[i].begin(), scores[i].end());
            for (std::size_t s = 0; s < line_states; ++s)
                emitted[i][s] = std::exp(
                    static_cast<double>(scores[i][static_cast<std::size_t>(kind_of_state(s))] - most));
            for (std::size_t to = 0; to < line_states; ++to) {
                double sum = i == 0 ? steps[line_states][to] : 0;
                for (std::size_t from = 0; i > 0 && from < line_states; ++from)
                    sum += forward[i - 1][from] * steps[from][to];
                forward[i][to] = sum * emitted[i][to] + 1e-300;
            }
            scale(forward[i]);
        }
        backward[size - 1].fill(1);
        for (std::size_t i = size - 1; i-- > 0;) {
            for (std::size_t from = 0; from < line_states; ++from) {
                double sum = 0;
                for (std::size_t to = 0; to < line_states; ++to)
                    sum += steps[from][to] * emitted[i + 1][to] * backward[i + 1][to];
                backward[i][from] = sum + 1e-300;
            }
            scale(backward[i]);
        }
        std::array<std::array<float, line_states>, line_states + 1> step_change{};
        std::array<float, line_kinds> change{};
        const float weight =
            1.0F / std::sqrt(static_cast<float>(size) / 20 + 1);  // long pages must not outweigh the others
        for (std::size_t i = 0; i < size; ++i) {
            Row chance{};
            for (std::size_t s = 0; s < line_states; ++s) chance[s] = forward[i][s] * backward[i][s];
            scale(chance);
            change.fill(0);
            for (std::size_t s = 0; s < line_states; ++s)
                change[static_cast<std::size_t>(kind_of_state(s))] -= static_cast<float>(chance[s]);
            change[static_cast<std::size_t>(kind_of_state(example.states[i]))] += 1;
            for (const std::uint16_t feature : example.features[i])
                for (std::size_t kind = 0; kind < line_kinds; ++kind)
                    move(weights_.features[feature][kind], squares_.features[feature][kind],
                         weight * change[kind]);
            if (i == 0) continue;
            double sum = 0;
            std::array<Row, line_states> both{};
            for (std::size_t from = 0; from < line_states; ++from)
                for (std::size_t to = 0; to < line_states; ++to)
                    sum += both[from][to] =
                        forward[i - 1][from] * steps[from][to] * emitted[i][to] * backward[i][to];
            for (std::size_t from = 0; from < line_states; ++from)
                for (std::size_t to = 0; to < line_states; ++to)
                    step_change[from][to] -= static_cast<float>(both[from][to] / (sum + 1e-300));
            step_change[example.states[i - 1]][example.states[i]] += 1;
        }
        for (std::size_t from = 0; from <= line_states; ++from)
            for (std::size_t to = 0; to < line_states; ++to)
                move(weights_.steps[from][to], squares_.steps[from][to], weight * step_change[from][to]);
    }

    // The mean over the second half of the training is what ships.
    void remember() {
        sum_.features.resize(weights_.features.size());
        for (std::size_t f = 0; f < weights_.features.size(); ++f)
            for (std::size_t k = 0; k < line_kinds; ++k) sum_.features[f][k] += weights_.features[f][k];
        for (std::size_t a = 0; a <= line_states; ++a)
            for (std::size_t b = 0; b < line_states; ++b) sum_.steps[a][b] += weights_.steps[a][b];
    }

    void shrink(float by) {
        for (auto& row : weights_.features)
            for (float& value : row) value *= 1 - by;
        for (auto& row : weights_.steps)
            for (float& value : row) value *= 1 - by;
    }

    // As whole numbers.
    std::vector<std::uint8_t> finish() const {
        float most = 0;
        for (const auto& row : sum_.features)
            for (const float value : row) most = std::max(most, std::abs(value));
        for (const auto& row : sum_.steps)
            for (const float value : row) most = std::max(most, std::abs(value));
        const float scale = largest / most;
        std::vector<std::uint8_t> bytes;
        const auto put = [&](float value) {
            bytes.push_back(static_cast<std::uint8_t>(
                static_cast<std::int8_t>(value * scale + (value < 0 ? -0.5F : 0.5F))));
        };
        for (const auto& row : sum_.features)
            for (const float value : row) put(value);
        for (const auto& row : sum_.steps)
            for (const float value : row) put(value);
        return bytes;
    }

  private:
    static constexpr float largest = 60;

    static void move(float& weight, float& square, float gradient) {
        if (gradient == 0) return;
        square += gradient * gradient;
        weight += rate * gradient / std::sqrt(square + 1);
    }

    LineWeights<float> weights_, squares_, sum_;
};

LineWeights<float> whole(const std::vector<std::uint8_t>& bytes) {
    LineWeights<float> weights;
    weights.features.resize(LineFeatures::count());
    std::size_t at = 0;
    for (auto& row : weights.features)
        for (float& value : row) value = static_cast<std::int8_t>(bytes[at++]);
    for (auto& row : weights.steps)
        for (float& value : row) value = static_cast<std::int8_t>(bytes[at++]);
    return weights;
}

void report(const char* title, const std::vector<Example>& examples, const LineWeights<float>& weights) {
    static constexpr const char* names[] = {"before",    "headline", "standfirst", "byline", "date",
                                            "paragraph", "subhead",  "caption",    "inside", "behind"};
    std::array<std::array<std::size_t, line_kinds>, line_kinds> table{};
    std::size_t body = 0, found = 0, called = 0, headlines = 0, headlines_right = 0, right = 0, all = 0;
    for (const Example& example : examples) {
        if (example.states.empty()) continue;
        const auto guess = best_states(score(example, weights), weights.steps);
        for (std::size_t i = 0; i < guess.size(); ++i) {
            const LineKind gold = kind_of_state(example.states[i]), kind = kind_of_state(guess[i]);
            ++table[static_cast<std::size_t>(gold)][static_cast<std::size_t>(kind)];
            body += is_body(gold) * example.sizes[i];
            called += is_body(kind) * example.sizes[i];
            found += (is_body(gold) && is_body(kind)) * example.sizes[i];
            headlines += gold == LineKind::headline;
            headlines_right += gold == LineKind::headline && kind == gold;
            right += gold == kind || (is_other(gold) && is_other(kind));
            ++all;
        }
    }
    const auto percent = [](std::size_t part, std::size_t of) {
        return of ? 100.0 * static_cast<double>(part) / static_cast<double>(of) : 0.0;
    };
    std::printf(
        "%-28s pages %5zu  lines right %5.1f  paragraphs (words) precision %5.1f recall %5.1f  headlines "
        "%5.1f\n",
        title, examples.size(), percent(right, all), percent(found, called), percent(found, body),
        percent(headlines_right, headlines));
    for (std::size_t gold = 0; gold < line_kinds && std::getenv("LEDE_CONFUSION"); ++gold) {
        std::printf("  %-12s", names[gold]);
        for (const std::size_t count : table[gold]) std::printf("%7zu", count);
        std::printf("\n");
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_structure PAGES OUTPUT\n");
        return 1;
    }
    const auto resources = Resources::open(embedded_model());
    if (!resources) return 1;
    const std::vector<RawPage> pages = read_pages(argv[1]);
    Random random;
    std::vector<Example> seen, unseen, plain;
    Trainer trainer;
    for (const RawPage& page : pages)
        if (page.layout % aside == aside - 1)
            (page.variant == "plain" ? plain : unseen).push_back(make_example(page, *resources, nullptr));
        else
            seen.push_back(make_example(page, *resources, nullptr));
    std::vector<Example> train;
    for (int copy = 0; copy < 2; ++copy)
        for (const RawPage& page : pages)
            if (page.layout % aside != aside - 1) train.push_back(make_example(page, *resources, &random));
    std::vector<std::size_t> order(train.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.next() % i]);
        std::size_t done = 0;
        for (const std::size_t i : order) {
            trainer.learn(train[i]);
            if (++done % 100 != 0) continue;
            trainer.shrink(decay);
            if (epoch >= epochs / 2) trainer.remember();
        }
    }
    const std::vector<std::uint8_t> bytes = trainer.finish();
    std::ofstream out(argv[2], std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) return 1;
    const LineWeights<float> weights = whole(bytes);
    report("layouts seen", seen, weights);
    report("layouts not seen", unseen, weights);
    report("not seen, no page at all", plain, weights);
    std::printf("%u features, %zu bytes\n", LineFeatures::count(), bytes.size());
    return 0;
}
