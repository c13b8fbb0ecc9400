#include "neural/name_scorer.h"

#include <algorithm>

namespace lede {

void NameScorer::score(TokenRange tokens, const std::int16_t* states, WordScores& words) {
    apply(model_.name_hidden, states, model_.width, tokens.size(), outputs_);
    const std::size_t stride = model_.name_hidden.stride();
    soft_sign_activations(outputs_.data(), tokens.size() * stride, hidden_.make(tokens.size() * stride));
    apply(model_.name, hidden_.data(), stride, tokens.size(), outputs_);
    constexpr float hopeless = 7.0f;  // e^-7: under one in a thousand
    constexpr float unit = 512.0f, most = 60.0f;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
        const float* scores = outputs_.data() + (t - tokens.begin) * model_.name.stride();
        NameScores row;
        if (*std::max_element(scores + 1, scores + row.size()) < scores[0] - hopeless) continue;
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = static_cast<std::int16_t>(std::clamp(scores[i], -most, most) * unit);
        words.row[t] = static_cast<Index>(words.scores.size());
        words.scores.push_back(row);
    }
}

}  // namespace lede
