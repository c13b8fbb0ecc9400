#include "syntax/tagger.h"

#include <algorithm>

#include "syntax/labels.h"

namespace lede {

Tagger::Tagger(const CoreModel& model) : model_(model) {
    for (const std::string_view name : model.tags) {
        const std::size_t bar = std::min(name.find('|'), name.size());
        tags_.push_back(
            {by_name<Upos>(upos_names, name.substr(0, bar)).value_or(Upos::X),
             by_name<Xpos>(xpos_names, name.substr(std::min(bar + 1, name.size()))).value_or(Xpos::XX)});
    }
}

void Tagger::tag(Document& doc, TokenRange tokens, const std::int16_t* states) {
    apply(model_.tag, states, model_.width, tokens.size(), scores_);
    for (Index t = tokens.begin; t < tokens.end; ++t) {
        const float* scores = scores_.data() + (t - tokens.begin) * model_.tag.stride();
        const Tag& best =
            tags_[static_cast<std::size_t>(std::max_element(scores, scores + tags_.size()) - scores)];
        doc.tokens.upos[t] = best.upos;
        doc.tokens.xpos[t] = best.xpos;
    }
}

}  // namespace lede
