#include "syntax/parser.h"

#include <algorithm>
#include <limits>

#include "syntax/labels.h"

namespace lede {

namespace {

std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += std::int32_t{a[i]} * b[i];
    return sum;
}

std::size_t distance_of(std::size_t dependent, std::size_t head) {
    constexpr auto nearest = static_cast<std::ptrdiff_t>(CoreModel::nearest);
    const auto away = static_cast<std::ptrdiff_t>(head) - static_cast<std::ptrdiff_t>(dependent);
    return static_cast<std::size_t>(std::clamp(away, -nearest, nearest) + nearest);
}

// A tree over 256 words adds up 256 scores: they must leave room for that.
constexpr std::int32_t most_score = std::numeric_limits<std::int32_t>::max() / 512;

std::int32_t to_score(float value) {
    constexpr auto most = static_cast<float>(most_score);
    return static_cast<std::int32_t>(std::clamp(value, -most, most));
}

}  // namespace

Parser::Parser(const CoreModel& model) : model_(model) {
    for (const std::string_view name : model.relations)
        relations_.push_back(by_name<Deprel>(deprel_names, name).value_or(Deprel::dep));
}

void Parser::read(TokenRange tokens, const std::int16_t* states) {
    first_ = tokens.begin;
    const auto project = [&](const LinearLayer& layer, Buffer<std::int16_t>& rows) {
        apply(layer, states, model_.width, tokens.size(), outputs_);
        const std::size_t size = tokens.size() * layer.stride();
        soft_sign_activations(outputs_.data(), size, rows.make(size));
    };
    project(model_.dependent, dependents_);
    project(model_.head, heads_);
    apply(model_.distance_of_head, states, model_.width, tokens.size(), head_distances_);
    apply(model_.distance_of_dependent, states, model_.width, tokens.size(), dependent_distances_);
    apply(model_.relation_dependent, states, model_.width, tokens.size(), of_dependent_);
    apply(model_.relation_head, states, model_.width, tokens.size(), of_head_);
}

// Sums of products of activations: at most width · 2^22 in size, far from overflow over a piece.
void Parser::score_arcs(TokenRange piece) {
    const std::size_t size = model_.dependent.outputs(), stride = model_.dependent.stride();
    const std::int16_t* dependents = dependents_.data() + (piece.begin - first_) * stride;
    const std::int16_t* heads = heads_.data() + (piece.begin - first_) * stride;
    arcs_.resize(piece.size());
    const std::size_t row = model_.distance_of_head.stride();
    const float* of_head = head_distances_.data() + (piece.begin - first_) * row;
    const float* of_dependent = dependent_distances_.data() + (piece.begin - first_) * row;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        for (std::size_t j = 0; j < piece.size(); ++j) {
            const std::size_t away = distance_of(i, j);
            const std::int32_t score =
                dot(dependents + i * stride, heads + j * stride, size) / model_.headroom +
                to_score(of_head[i * row + away] + of_dependent[j * row + away]);
            arcs_(i, j) = std::clamp(score, -most_score, most_score);
        }
        const std::int32_t root = dot(dependents + i * stride, model_.arc_root.data(), size);
        arcs_(i, piece.size()) = std::clamp(root / model_.headroom, -most_score, most_score);
    }
}

void Parser::parse(Document& doc, TokenRange piece) {
    score_arcs(piece);
    const std::vector<std::uint32_t>& heads = tree_.find(arcs_);
    const std::size_t stride = model_.relation_dependent.stride();
    std::int16_t* const hidden = hidden_.make(piece.size() * stride);
    sum_.resize(stride);
    for (Index i = 0; i < piece.size(); ++i) {
        const bool root = heads[i] == piece.size();
        doc.tokens.head[piece.begin + i] = root ? none : piece.begin + heads[i];
        const float* of_head =
            root ? model_.relation_root.data() : of_head_.data() + (piece.begin + heads[i] - first_) * stride;
        const float* of_dependent = of_dependent_.data() + (piece.begin + i - first_) * stride;
        const float* of_distance = model_.relation_distance.data() +
                                   (root ? CoreModel::distances : distance_of(i, heads[i])) * stride;
        for (std::size_t k = 0; k < stride; ++k) sum_[k] = of_dependent[k] + of_head[k] + of_distance[k];
        soft_sign_activations(sum_.data(), stride, hidden + i * stride);
    }
    apply(model_.relation, hidden, stride, piece.size(), scores_);
    for (Index i = 0; i < piece.size(); ++i) {
        const float* scores = scores_.data() + i * model_.relation.stride();
        Deprel& relation = doc.tokens.deprel[piece.begin + i];
        relation = Deprel::root;
        if (heads[i] == piece.size()) continue;
        float best = std::numeric_limits<float>::lowest();
        for (std::size_t r = 0; r < relations_.size(); ++r)
            if (relations_[r] != Deprel::root && scores[r] > best) {
                best = scores[r];
                relation = relations_[r];
            }
    }
}

}  // namespace lede
