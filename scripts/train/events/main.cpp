// lede_train_events STORIES BRIEFS RESOURCES: learns events.bin, which events a list of what happened must
// hold, may hold or leaves out, from annotated stories (scripts/train/stories; tests/gold/stories/README.md
// is their guide), writes it to RESOURCES and prints what it reaches by cross-validation over stories. Some
// seconds.
#include <algorithm>

#include "../program.h"
#include "../regression.h"
#include "../stories.h"
#include "events/events.h"
#include "events/weights.h"

namespace {

using namespace lede;
using events::EventFeatures;
using events::Listing;
using events::listing_count;

const std::vector<std::string> names{"out", "also", "main"};

struct Example {
    std::vector<std::uint32_t> features;
    std::uint8_t label = 0;
};

constexpr std::size_t folds = 6;

using Story = std::vector<Example>;  // its events in text order

Story read_story(const nlohmann::json& gold, const Resources& resources) {
    const auto text = gold.at("text").get<std::string>();
    auto doc = train::analyze_story(gold, resources);
    Story story;
    if (!doc) return story;
    doc->events.clear();
    find_event_candidates(*doc, resources);
    std::vector<std::pair<Span, int>> triggers;
    for (const nlohmann::json& event : gold.at("events"))
        for (const Span place : train::places_of(text, event.at("trigger").get<std::string>()))
            triggers.emplace_back(place, event.at("weight").get<int>());
    const EventFeatures reader(*doc, resources);
    for (Index number = 0; number < doc->events.size(); ++number) {
        Example& example = story.emplace_back();
        reader.describe(number, example.features);
        int weight = 0;
        for (const auto& [place, listed] : triggers)
            if (place.overlaps(doc->events[number].trigger)) weight = std::max(weight, listed);
        example.label = static_cast<std::uint8_t>(weight >= 2   ? Listing::main
                                                  : weight == 1 ? Listing::also
                                                                : Listing::out);
    }
    return story;
}

// Leaves a fold of the stories out, which stand first; no fold where there is none with that number.
std::vector<std::uint8_t> learn(const std::vector<Story>& articles, std::size_t stories, std::size_t fold) {
    std::vector<Example> seen;
    for (std::size_t i = 0; i < articles.size(); ++i)
        if (i >= stories || i % folds != fold)
            seen.insert(seen.end(), articles[i].begin(), articles[i].end());
    train::Regression<listing_count> regression;
    regression.learn(seen, {.epochs = 10, .penalty = 3e-4, .fewest = 3});
    return regression.pack(names);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: lede_train_events STORIES BRIEFS RESOURCES\n");
        return 2;
    }
    const Resources resources = train::open_model();
    std::vector<Story> articles;
    for (const nlohmann::json& story : train::read_stories(argv[1]))
        articles.push_back(read_story(story, resources));
    const std::size_t stories = articles.size();
    for (const nlohmann::json& brief : train::read_briefs(argv[2]))
        articles.push_back(read_story(brief, resources));

    constexpr std::size_t first = 5;
    std::size_t listed = 0, main_ones = 0, shown = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto bytes = learn(articles, stories, fold);
        const LinearModel model = LinearModel::open(bytes);
        for (std::size_t i = fold; i < stories; i += folds)
            for (const std::uint8_t label : train::first_labels(articles[i], model, first, events::worth)) {
                ++shown;
                listed += label > 0;
                main_ones += label > 1;
            }
    }
    std::printf("of the first five, by cross-validation: %.1f %% to be listed, %.1f %% main (%zu)\n",
                100.0 * static_cast<double>(listed) / static_cast<double>(shown),
                100.0 * static_cast<double>(main_ones) / static_cast<double>(shown), shown);
    return train::write_file(std::string(argv[3]) + "/events.bin", learn(articles, stories, folds));
}
