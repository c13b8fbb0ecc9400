// lede_train_classes STORIES RESOURCES: learns classes.bin, whether an event has the PLOVER class that the
// lexicon proposes, from annotated stories (scripts/train/stories; tests/gold/stories/README.md is their
// guide), writes it to RESOURCES and prints what it and the lexicon alone reach by cross-validation over
// stories. Some seconds.
#include <filesystem>

#include "../program.h"
#include "../regression.h"
#include "../stories.h"
#include "events/classes.h"
#include "events/events.h"

namespace {

using namespace lede;
using events::class_count;

const std::vector<std::string> names{"none",    "AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE",
                                     "AID",     "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",
                                     "PROTEST", "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};

struct Example {
    std::vector<std::uint32_t> features;
    std::uint8_t label = 0, proposed = 0;
};

using Story = std::vector<Example>;

Story read_story(const std::filesystem::path& path, const Resources& resources) {
    const nlohmann::json gold = train::read_json(path);
    const auto text = gold.at("text").get<std::string>();
    auto doc = train::analyze_story(gold, resources);
    Story story;
    if (!doc) return story;
    doc->events.clear();
    find_event_candidates(*doc, resources);
    const events::ClassFeatures reader(*doc, resources);
    for (const Event& event : doc->events)
        for (const nlohmann::json& told : gold.at("events")) {
            const auto places = train::places_of(text, told.at("trigger").get<std::string>());
            if (std::none_of(places.begin(), places.end(),
                             [&](Span place) { return place.overlaps(event.trigger); }))
                continue;
            Example& example = story.emplace_back();
            reader.describe(event, example.features);
            example.proposed = static_cast<std::uint8_t>(event.type);
            if (told.at("class").is_string()) {
                const auto at = std::find(names.begin(), names.end(), told.at("class").get<std::string>());
                example.label = static_cast<std::uint8_t>(at - names.begin());
            }
            break;
        }
    return story;
}

std::vector<std::uint8_t> learn(const std::vector<Story>& stories, std::size_t fold, std::size_t folds) {
    std::vector<Example> seen;
    for (std::size_t i = 0; i < stories.size(); ++i)
        if (i % folds != fold) seen.insert(seen.end(), stories[i].begin(), stories[i].end());
    train::Regression<class_count> regression;
    regression.learn(seen, {.epochs = 12, .penalty = 4e-4, .fewest = 2});
    return regression.pack(names);
}

struct Count {
    std::size_t given = 0, wanted = 0, right = 0;
    void add(std::uint8_t found, std::uint8_t gold) {
        given += found != 0;
        wanted += gold != 0;
        right += found != 0 && found == gold;
    }
    void print(const char* name) const {
        std::printf("%s: right %.1f %% of %zu given, %.1f %% of %zu wanted\n", name,
                    100.0 * static_cast<double>(right) / static_cast<double>(given), given,
                    100.0 * static_cast<double>(right) / static_cast<double>(wanted), wanted);
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: lede_train_classes STORIES RESOURCES\n");
        return 2;
    }
    const Resources resources = train::open_model();
    std::vector<Story> stories;
    for (const auto& path : train::story_files(argv[1])) stories.push_back(read_story(path, resources));

    constexpr std::size_t folds = 6;
    Count lexicon, kept;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto bytes = learn(stories, fold, folds);
        const LinearModel model = LinearModel::open(bytes);
        for (std::size_t i = fold; i < stories.size(); i += folds)
            for (const Example& example : stories[i]) {
                LinearModel::Scores scores{};
                model.add(example.features, scores);
                lexicon.add(example.proposed, example.label);
                kept.add(events::is_kept(example.proposed, scores) ? example.proposed : 0, example.label);
            }
    }
    lexicon.print("lexicon");
    kept.print("what the model keeps of it");
    return train::write_file(std::string(argv[2]) + "/classes.bin", learn(stories, folds, folds));
}
