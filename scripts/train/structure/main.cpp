// lede_train_structure PAGES OUTPUT: learns lines.bin, what each line of a pasted page is, from the pages
// that pages.py lays out, writes it to OUTPUT and prints what it reaches on the layouts that it has not seen.
// A small network and a conditional random field with integer weights. Deterministic; two minutes on one
// core.
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

constexpr int epochs = 10;
constexpr float first_rate = 0.2F, decay = 0.004F;
constexpr float decay_of_phrases =
    0.25F;                        // lines whose phrases are hidden, so that shape and place are learned too
constexpr std::size_t aside = 5;  // every fifth layout is not trained on

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

// The weights of the network, or their gradients or sums of squares.
struct Network {
    static constexpr std::size_t window_size = line_window * line_hidden;
    std::vector<std::array<float, line_hidden>> hidden;  // of features
    std::vector<std::array<float, line_kinds>> kinds;    // of features
    std::vector<std::array<float, line_mixed>> mixed;    // of the hidden numbers of a window, then the biases
    std::vector<std::array<float, line_kinds>> output;   // of the mixed numbers
    std::array<std::array<float, line_states>, line_states + 1> steps{};

    Network()
        : hidden(LineFeatures::count()),
          kinds(LineFeatures::count()),
          mixed(window_size + 1),
          output(line_mixed) {}

    template <class F>
    static void each(F&& f, auto& first, auto&... rest) {
        const auto rows = [&](auto& table, auto&... others) {
            for (std::size_t row = 0; row < table.size(); ++row)
                for (std::size_t i = 0; i < table[row].size(); ++i) f(table[row][i], others[row][i]...);
        };
        rows(first.hidden, rest.hidden...);
        rows(first.kinds, rest.kinds...);
        rows(first.mixed, rest.mixed...);
        rows(first.output, rest.output...);
        rows(first.steps, rest.steps...);
    }
};

// The greatest weights that i8 can hold in their units.
constexpr float most_hidden_weight = 127.0F / units_of_hidden, most_output_weight = 127.0F / units_of_output,
                most_kind_weight = 127.0F / units_of_kinds;
constexpr float most_number = static_cast<float>(most_hidden) / units_of_hidden;

using FeatureLists = std::vector<std::vector<std::uint16_t>>;

// A conditional random field over the scores of a small network, trained by stochastic gradient ascent of the
// likelihood with the costs of mistakes added (softmax margin, Gimpel and Smith 2010). Steps of AdaGrad; the
// weights are drawn to zero, and features are left out at random.
class Trainer {
  public:
    explicit Trainer(Random& random) : random_(random) {
        const auto draw = [&](float range) {
            return range * (static_cast<float>(random_.next() % 20001) / 10000 - 1);
        };
        for (auto& row : weights_.hidden)
            for (float& weight : row) weight = draw(0.15F);
        for (std::size_t i = 0; i < Network::window_size; ++i)
            for (float& weight : weights_.mixed[i]) weight = draw(0.2F);
        for (auto& row : weights_.output)
            for (float& weight : row) weight = draw(0.3F);
    }

    void learn(const Example& example, float rate) {
        const std::size_t size = example.states.size();
        if (size == 0) return;
        rate_ = rate;
        const FeatureLists features = thinned(example.features);
        forward(features);
        std::vector<std::array<float, line_kinds>> scores = scores_;
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t kind = 0; kind < line_kinds; ++kind)
                scores[i][kind] +=
                    cost(kind_of_state(example.states[i]), static_cast<LineKind>(kind), example.sizes[i]);
        // Forwards and backwards along the chain, each row scaled to a sum of one.
        using Row = std::array<double, line_states>;
        std::vector<Row> before(size), behind(size), emitted(size);
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
                    sum += before[i - 1][from] * steps[from][to];
                before[i][to] = sum * emitted[i][to] + 1e-300;
            }
            scale(before[i]);
        }
        behind[size - 1].fill(1);
        for (std::size_t i = size - 1; i-- > 0;) {
            for (std::size_t from = 0; from < line_states; ++from) {
                double sum = 0;
                for (std::size_t to = 0; to < line_states; ++to)
                    sum += steps[from][to] * emitted[i + 1][to] * behind[i + 1][to];
                behind[i][from] = sum + 1e-300;
            }
            scale(behind[i]);
        }
        std::array<std::array<float, line_states>, line_states + 1> step_change{};
        std::vector<std::array<float, line_kinds>> change(size);
        const float weight =
            1.0F / std::sqrt(static_cast<float>(size) / 20 + 1);  // long pages must not outweigh the others
        for (std::size_t i = 0; i < size; ++i) {
            Row chance{};
            for (std::size_t s = 0; s < line_states; ++s) chance[s] = before[i][s] * behind[i][s];
            scale(chance);
            change[i].fill(0);
            for (std::size_t s = 0; s < line_states; ++s)
                change[i][static_cast<std::size_t>(kind_of_state(s))] -=
                    weight * static_cast<float>(chance[s]);
            change[i][static_cast<std::size_t>(kind_of_state(example.states[i]))] += weight;
            if (i == 0) continue;
            double sum = 0;
            std::array<Row, line_states> both{};
            for (std::size_t from = 0; from < line_states; ++from)
                for (std::size_t to = 0; to < line_states; ++to)
                    sum += both[from][to] =
                        before[i - 1][from] * steps[from][to] * emitted[i][to] * behind[i][to];
            for (std::size_t from = 0; from < line_states; ++from)
                for (std::size_t to = 0; to < line_states; ++to)
                    step_change[from][to] -= static_cast<float>(both[from][to] / (sum + 1e-300));
            step_change[example.states[i - 1]][example.states[i]] += 1;
        }
        backward(features, change);
        for (std::size_t from = 0; from <= line_states; ++from)
            for (std::size_t to = 0; to < line_states; ++to)
                move(weights_.steps[from][to], squares_.steps[from][to], weight * step_change[from][to],
                     most_kind_weight);
    }

    // The mean over the second half of the training is what ships.
    void remember() {
        Network::each([](float& sum, const float& weight) { sum += weight; }, sum_, weights_);
        ++remembered_;
    }

    void shrink(float by) {
        Network::each([by](float& weight) { weight *= 1 - by; }, weights_);
    }

    // As whole numbers, in the order of the file.
    std::vector<std::uint8_t> finish() const {
        std::vector<std::uint8_t> bytes;
        const auto put = [&](float value, int units) {
            const float whole = value / static_cast<float>(remembered_) * static_cast<float>(units);
            bytes.push_back(static_cast<std::uint8_t>(
                static_cast<std::int8_t>(std::clamp(whole + (whole < 0 ? -0.5F : 0.5F), -127.0F, 127.0F))));
        };
        for (std::size_t feature = 0; feature < sum_.hidden.size(); ++feature) {
            for (const float value : sum_.hidden[feature]) put(value, units_of_hidden);
            for (const float value : sum_.kinds[feature]) put(value, units_of_kinds);
        }
        for (const auto& row : sum_.mixed)
            for (const float value : row) put(value, units_of_hidden);
        for (const auto& row : sum_.output)
            for (const float value : row) put(value, units_of_output);
        for (const auto& row : sum_.steps)
            for (const float value : row) put(value, units_of_kinds);
        return bytes;
    }

  private:
    FeatureLists thinned(const FeatureLists& features) {
        FeatureLists kept(features.size());
        for (std::size_t i = 0; i < features.size(); ++i)
            for (const std::uint16_t feature : features[i])
                if (feature == 0 || !random_.chance(left_out)) kept[i].push_back(feature);
        return kept;
    }

    void forward(const FeatureLists& features) {
        const std::size_t size = features.size();
        hidden_.assign(size, {});
        mixed_.assign(size, {});
        scores_.assign(size, {});
        for (std::size_t i = 0; i < size; ++i) {
            for (const std::uint16_t feature : features[i]) {
                for (std::size_t h = 0; h < line_hidden; ++h) hidden_[i][h] += weights_.hidden[feature][h];
                for (std::size_t k = 0; k < line_kinds; ++k) scores_[i][k] += weights_.kinds[feature][k];
            }
            for (float& number : hidden_[i]) number = std::clamp(number, 0.0F, most_number);
        }
        for (std::size_t i = 0; i < size; ++i) {
            mixed_[i] = weights_.mixed[Network::window_size];
            for_window(i, size, [&](std::size_t there, std::size_t h, std::size_t row) {
                for (std::size_t m = 0; m < line_mixed; ++m)
                    mixed_[i][m] += hidden_[there][h] * weights_.mixed[row][m];
            });
            for (std::size_t m = 0; m < line_mixed; ++m) {
                mixed_[i][m] = std::clamp(mixed_[i][m], 0.0F, most_number);
                for (std::size_t k = 0; k < line_kinds; ++k)
                    scores_[i][k] += mixed_[i][m] * weights_.output[m][k];
            }
        }
    }

    // The hidden numbers that are not zero around a line.
    template <class F>
    void for_window(std::size_t line, std::size_t size, F&& f) const {
        for (std::size_t place = 0; place < line_window; ++place) {
            if (line + place < line_reach || line + place - line_reach >= size) continue;
            const std::size_t there = line + place - line_reach;
            for (std::size_t h = 0; h < line_hidden; ++h)
                if (hidden_[there][h] > 0) f(there, h, place * line_hidden + h);
        }
    }

    void backward(const FeatureLists& features, const std::vector<std::array<float, line_kinds>>& change) {
        const std::size_t size = features.size();
        std::vector<std::array<float, line_hidden>> to_hidden(size);
        std::vector<std::array<float, line_mixed>> of_mixed(Network::window_size + 1);
        std::vector<std::array<float, line_kinds>> of_output(line_mixed);
        for (std::size_t i = 0; i < size; ++i) {
            std::array<float, line_mixed> to_mixed{};
            for (std::size_t m = 0; m < line_mixed; ++m) {
                if (mixed_[i][m] <= 0 || mixed_[i][m] >= most_number) continue;
                for (std::size_t k = 0; k < line_kinds; ++k) {
                    to_mixed[m] += weights_.output[m][k] * change[i][k];
                    of_output[m][k] += mixed_[i][m] * change[i][k];
                }
                of_mixed[Network::window_size][m] += to_mixed[m];
            }
            for_window(i, size, [&](std::size_t there, std::size_t h, std::size_t row) {
                float sum = 0;
                for (std::size_t m = 0; m < line_mixed; ++m) {
                    sum += weights_.mixed[row][m] * to_mixed[m];
                    of_mixed[row][m] += hidden_[there][h] * to_mixed[m];
                }
                to_hidden[there][h] += sum;
            });
        }
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t h = 0; h < line_hidden; ++h)
                if (hidden_[i][h] <= 0 || hidden_[i][h] >= most_number) to_hidden[i][h] = 0;
            for (const std::uint16_t feature : features[i]) {
                for (std::size_t h = 0; h < line_hidden; ++h)
                    move(weights_.hidden[feature][h], squares_.hidden[feature][h], to_hidden[i][h],
                         most_hidden_weight, rate_of_network);
                for (std::size_t k = 0; k < line_kinds; ++k)
                    move(weights_.kinds[feature][k], squares_.kinds[feature][k], change[i][k],
                         most_kind_weight);
            }
        }
        for (std::size_t row = 0; row < of_mixed.size(); ++row)
            for (std::size_t m = 0; m < line_mixed; ++m)
                move(weights_.mixed[row][m], squares_.mixed[row][m], of_mixed[row][m], most_hidden_weight,
                     rate_of_network);
        for (std::size_t m = 0; m < line_mixed; ++m)
            for (std::size_t k = 0; k < line_kinds; ++k)
                move(weights_.output[m][k], squares_.output[m][k], of_output[m][k], most_output_weight,
                     rate_of_network);
    }

    void move(float& weight, float& square, float gradient, float most, float share = 1) const {
        if (gradient == 0) return;
        square += gradient * gradient;
        weight = std::clamp(weight + rate_ * share * gradient / std::sqrt(square + 1), -most, most);
    }

    static constexpr float rate_of_network = 0.25F;
    static constexpr float left_out = 0.25F;

    Random& random_;
    float rate_ = 0;
    Network weights_, squares_, sum_;
    std::size_t remembered_ = 0;
    std::vector<std::array<float, line_hidden>> hidden_;
    std::vector<std::array<float, line_mixed>> mixed_;
    std::vector<std::array<float, line_kinds>> scores_;
};

void report(const char* title, const std::vector<Example>& examples, const LineModel& model) {
    static constexpr const char* names[] = {"before",    "headline", "standfirst", "byline", "date",
                                            "paragraph", "subhead",  "caption",    "inside", "behind"};
    std::array<std::array<std::size_t, line_kinds>, line_kinds> table{};
    std::size_t body = 0, found = 0, called = 0, headlines = 0, headlines_right = 0, right = 0, all = 0;
    for (const Example& example : examples) {
        if (example.states.empty()) continue;
        const auto scores = model.score(
            example.features.size(),
            [&](std::size_t line, std::vector<std::uint16_t>& out) { out = example.features[line]; });
        const auto guess = best_states(scores, model.steps());
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
    for (const RawPage& page : pages)
        if (page.layout % aside == aside - 1)
            (page.variant == "plain" ? plain : unseen).push_back(make_example(page, *resources, nullptr));
        else
            seen.push_back(make_example(page, *resources, nullptr));
    std::vector<Example> train;
    for (int copy = 0; copy < 2; ++copy)
        for (const RawPage& page : pages)
            if (page.layout % aside != aside - 1) train.push_back(make_example(page, *resources, &random));
    Trainer trainer(random);
    std::vector<std::size_t> order(train.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.next() % i]);
        std::size_t done = 0;
        for (const std::size_t i : order) {
            trainer.learn(train[i], epoch > epochs / 2 ? first_rate / 2 : first_rate);
            if (++done % 100 != 0) continue;
            trainer.shrink(decay);
            if (epoch > epochs / 2) trainer.remember();
        }
    }
    const std::vector<std::uint8_t> bytes = trainer.finish();
    std::ofstream out(argv[2], std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) return 1;
    const LineModel model = LineModel::open(bytes);
    report("layouts seen", seen, model);
    report("layouts not seen", unseen, model);
    report("not seen, no page at all", plain, model);
    std::printf("%u features, %zu bytes\n", LineFeatures::count(), bytes.size());
    return 0;
}
