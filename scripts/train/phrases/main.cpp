// lede_train_phrases STORIES RESOURCES: learns phrases.bin, which phrases a reader would tag the article
// with, from the annotated stories (scripts/train/stories), writes it to RESOURCES and prints what is reached
// in cross-validation over stories. Some seconds.
#include <algorithm>
#include <string>

#include "../program.h"
#include "../regression.h"
#include "../stories.h"
#include "base/unicode.h"
#include "brief/phrases.h"

namespace {

using namespace lede;

struct Example {
    std::vector<std::uint32_t> features;
    std::uint8_t label = 0;
};

using Story = std::vector<Example>;  // its phrases

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : fold(text) + " ")
        if (c != ' ')
            word += c;
        else if (!word.empty())
            words.push_back(std::move(word)), word.clear();
    return words;
}

// One is the other with a word or two before it, as tests/gold/stories_score.mjs judges.
bool is_same_tag(std::string_view one, std::string_view other) {
    std::vector<std::string> a = words_of(one), b = words_of(other);
    if (a.size() > b.size()) std::swap(a, b);
    constexpr std::size_t more = 2;
    return !a.empty() && b.size() - a.size() <= more && std::equal(a.rbegin(), a.rend(), b.rbegin());
}

Story read_story(const nlohmann::json& gold, const Resources& resources) {
    Story story;
    const auto doc = train::analyze_story(gold, resources);
    if (!doc) return story;
    for (brief::Phrase& one : brief::find_phrases(*doc, resources)) {
        bool wanted = false;
        for (const nlohmann::json& tag : gold.at("keyphrases")) {
            const auto words = tag.get<std::string>();
            wanted =
                wanted || is_same_tag(words.substr(0, words.find('#')), doc->slice(doc->span_of(one.tokens)));
        }
        story.push_back({std::move(one.features), wanted});
    }
    return story;
}

constexpr std::size_t folds = 6;

// Leaves a fold out; no fold where there is none with that number.
std::vector<std::uint8_t> learn(const std::vector<Story>& stories, std::size_t left_out) {
    std::vector<Example> seen;
    for (std::size_t i = 0; i < stories.size(); ++i)
        if (i % folds != left_out) seen.insert(seen.end(), stories[i].begin(), stories[i].end());
    train::Regression<2> regression;
    regression.learn(seen, {.epochs = 20, .penalty = 3e-4, .fewest = 4});
    return regression.pack({"wrong", "right"});
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_phrases STORIES RESOURCES\n");
        return 2;
    }
    const Resources resources = train::open_model();
    std::vector<Story> stories;
    for (const nlohmann::json& story : train::read_stories(argv[1]))
        stories.push_back(read_story(story, resources));
    constexpr std::size_t first = 5;
    std::size_t all = 0, right = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto bytes = learn(stories, fold);
        const LinearModel model = LinearModel::open(bytes);
        for (std::size_t i = fold; i < stories.size(); i += folds)
            for (const std::uint8_t label : train::first_labels(
                     stories[i], model, first, [](const auto& scores) { return scores[1] - scores[0]; })) {
                ++all;
                right += label;
            }
    }
    std::printf("of the first five, by cross-validation: %.1f %% right (%zu)\n",
                100.0 * static_cast<double>(right) / static_cast<double>(all), all);
    return train::write_file(std::string(argv[2]) + "/phrases.bin", learn(stories, folds));
}
