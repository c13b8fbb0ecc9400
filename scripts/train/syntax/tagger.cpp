#include "syntax/tagger.h"

#include <algorithm>
#include <map>

#include "perceptron.h"
#include "syntax/labels.h"
#include "train.h"

namespace lede::train {

namespace {

constexpr int least_tag_count = 5;

std::string name_of(Tag tag) { return std::string(written(tag.upos)) + ' ' + std::string(written(tag.xpos)); }
Tag tag_of(const Document& doc, Index token) { return {doc.tokens.upos[token], doc.tokens.xpos[token]}; }

}  // namespace

Bytes train_tagger(const Document& gold, const Settings& settings,
                   const std::function<bool(std::size_t)>& learn_from) {
    std::map<std::string, std::pair<Tag, int>> counts;
    for (Index token = 0; token < gold.tokens.size(); ++token) {
        auto& entry = counts[name_of(tag_of(gold, token))];
        entry.first = tag_of(gold, token);
        ++entry.second;
    }
    std::vector<std::string> names;
    std::vector<Tag> tags;
    for (const auto& [name, entry] : counts) {
        if (entry.second < least_tag_count) continue;
        names.push_back(name);
        tags.push_back(entry.first);
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < gold.sentences.size(); ++i)
        if (learn_from(i)) order.push_back(i);

    const LinearModel no_model;
    Tagger tagger(no_model, Table());
    Perceptron perceptron(tags.size());
    Random random;
    for (int epoch = 0; epoch <= settings.epochs; ++epoch) {
        const bool counting = epoch == 0;
        if (epoch == 1) perceptron.keep(settings.least_count);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
        for (const std::size_t number : order) {
            const TokenRange range = gold.sentences[number].tokens;
            tagger.read(gold, range);
            Tag before = outside_tag, before_that = outside_tag;
            for (Index token = range.begin; token < range.end; ++token) {
                const Tag right = tag_of(gold, token);
                Tag chosen = right;
                const auto& features = tagger.features(token - range.begin, before, before_that);
                if (counting) {
                    perceptron.count(features);
                } else {
                    const auto& scores = perceptron.score(features);
                    const auto top = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) -
                                                              scores.begin());
                    chosen = tags[top];
                    const auto known = std::find(tags.begin(), tags.end(), right);
                    if (chosen != right && known != tags.end())
                        perceptron.update(features, static_cast<std::size_t>(known - tags.begin()), top);
                    perceptron.tick();
                }
                before_that = before;
                before = chosen;
            }
        }
    }
    return perceptron.pack(names, settings.least_weight);
}

}  // namespace lede::train
