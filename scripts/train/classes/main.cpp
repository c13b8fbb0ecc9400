// lede_train_classes DATA STORIES RESOURCES: learns classes.bin, whether an event has the PLOVER class that
// the lexicon proposes, from annotated records (DATA/events/plover-gsr) and stories (scripts/train/stories;
// tests/gold/stories/README.md is their guide), writes it to RESOURCES and prints what it and the lexicon
// alone reach by cross-validation over stories. Some seconds.
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

// The classes of the records, in which some still have their older names.
std::uint8_t class_of(std::string code) {
    constexpr std::pair<const char*, const char*> renamed[] = {
        {"DEMAND", "REQUEST"}, {"DISAPPROVE", "ACCUSE"}, {"INVESTIGATE", "ACCUSE"}, {"FIGHT", "ASSAULT"}};
    for (const auto& [old, now] : renamed)
        if (code == old) code = now;
    const auto at = std::find(names.begin(), names.end(), code);
    return static_cast<std::uint8_t>(at == names.end() ? 0 : at - names.begin());
}

// One sentence a record, of which one event is annotated: what else it tells is left out.
std::vector<Story> read_records(const std::string& path, const Resources& resources) {
    std::vector<Story> records;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const nlohmann::json record = nlohmann::json::parse(line);
        const auto text = record.at("text").get<std::string>();
        auto doc = analyze(text, {}, resources);
        Story story;
        if (doc) {
            doc->events.clear();
            find_event_candidates(*doc, resources);
            const events::ClassFeatures reader(*doc, resources);
            for (const Event& event : doc->events)
                for (const nlohmann::json& told : record.at("events"))
                    for (const nlohmann::json& span : told.at("event_spans")) {
                        const Span place{span.at(0).get<std::uint32_t>(), span.at(1).get<std::uint32_t>()};
                        if (!place.overlaps(event.trigger)) continue;
                        Example& example = story.emplace_back();
                        reader.describe(event, example.features);
                        example.proposed = static_cast<std::uint8_t>(event.type);
                        example.label = class_of(told.at("code").get<std::string>());
                    }
        }
        records.push_back(std::move(story));
    }
    return records;
}

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
    if (argc != 4) {
        std::fprintf(stderr, "usage: lede_train_classes DATA STORIES RESOURCES\n");
        return 2;
    }
    const Resources resources = train::open_model();
    std::vector<Story> stories;
    for (const auto& path : train::story_files(argv[2])) stories.push_back(read_story(path, resources));
    const std::size_t written = stories.size();
    for (Story& record : read_records(std::string(argv[1]) + "/events/plover-gsr/dev.jsonl", resources))
        stories.push_back(std::move(record));

    constexpr std::size_t folds = 6;
    std::array<Count, 2> lexicon, kept;  // of the stories, of the records
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto bytes = learn(stories, fold, folds);
        const LinearModel model = LinearModel::open(bytes);
        for (std::size_t i = fold; i < stories.size(); i += folds)
            for (const Example& example : stories[i]) {
                LinearModel::Scores scores{};
                model.add(example.features, scores);
                lexicon[i >= written].add(example.proposed, example.label);
                kept[i >= written].add(events::is_kept(example.proposed, scores) ? example.proposed : 0,
                                       example.label);
            }
    }
    lexicon[0].print("stories, lexicon");
    kept[0].print("stories, what the model keeps of it");
    lexicon[1].print("records, lexicon");
    kept[1].print("records, what the model keeps of it");
    return train::write_file(std::string(argv[3]) + "/classes.bin", learn(stories, folds, folds));
}
