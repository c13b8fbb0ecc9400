#include "syntax/parser.h"

#include <algorithm>
#include <map>

#include "perceptron.h"
#include "syntax/labels.h"
#include "train.h"

namespace lede::train {

namespace {

constexpr int least_transition_count = 5;

// The dynamic oracle of the arc-hybrid system (Goldberg, Nivre 2013): how many arcs of the gold tree a
// transition puts out of reach.
class Oracle {
  public:
    Oracle(const Document& gold, TokenRange range) : words_(static_cast<int>(range.size())) {
        for (Index token = range.begin; token < range.end; ++token) {
            const Index head = gold.tokens.head[token];
            heads_.push_back(head == none ? words_ : static_cast<int>(head - range.begin));
            relations_.push_back(gold.tokens.deprel[token]);
        }
    }

    int head(int word) const { return heads_[static_cast<std::size_t>(word)]; }
    Deprel relation(int word) const { return relations_[static_cast<std::size_t>(word)]; }

    int cost(const ParserState& state, Transition::Kind kind) const {
        const int next = state.next();
        int lost = 0;
        if (kind == Transition::shift) {
            for (std::size_t depth = 0; depth < state.depth(); ++depth) {
                lost += head(state.top(depth)) == next;
                lost += depth > 0 && head(next) == state.top(depth);
            }
            return lost;
        }
        const int word = state.top(0);
        for (int child = next; child < words_; ++child) lost += head(child) == word;
        if (kind == Transition::left) return lost + (head(word) == state.top(1) || head(word) > next);
        return lost + (head(word) >= next);
    }

    // Does the transition make an arc of the gold tree, or none?
    bool agrees(const ParserState& state, Transition transition) const {
        if (transition.kind == Transition::shift) return true;
        const int word = state.top(0);
        const int its_head = transition.kind == Transition::left ? state.next() : state.top(1);
        return head(word) != its_head || relation(word) == transition.relation;
    }

  private:
    int words_;
    std::vector<int> heads_;
    std::vector<Deprel> relations_;
};

std::string name_of(Transition transition) {
    if (transition.kind == Transition::shift) return "shift";
    return std::string(transition.kind == Transition::left ? "left " : "right ") +
           std::string(written(transition.relation));
}

std::vector<Transition> transitions_of(const Document& gold) {
    std::map<std::string, std::pair<Transition, int>> counts;
    for (Index token = 0; token < gold.tokens.size(); ++token) {
        const Index head = gold.tokens.head[token];
        const Transition transition{head == none || head > token ? Transition::left : Transition::right,
                                    gold.tokens.deprel[token]};
        auto& entry = counts[name_of(transition)];
        entry.first = transition;
        ++entry.second;
    }
    std::vector<Transition> transitions{{}};
    for (const auto& [name, entry] : counts)
        if (entry.second >= least_transition_count) transitions.push_back(entry.first);
    return transitions;
}

}  // namespace

Bytes train_parser(const Document& gold, const Document& tagged, const Settings& settings) {
    const std::vector<Transition> transitions = transitions_of(gold);
    const LinearModel no_model;
    Parser parser(no_model);
    Perceptron perceptron(transitions.size());
    Random random;
    ParserState state;
    std::vector<std::size_t> order(gold.sentences.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch <= settings.epochs; ++epoch) {
        const bool counting = epoch == 0;
        if (epoch == 1) perceptron.keep(settings.least_count);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
        for (const std::size_t number : order) {
            const TokenRange range = gold.sentences[number].tokens;
            const Oracle oracle(gold, range);
            parser.read(tagged, range);
            state.start(static_cast<int>(range.size()));
            while (!state.is_final()) {
                int costs[3];
                int least = 1 << 20;
                for (const auto kind : {Transition::shift, Transition::left, Transition::right}) {
                    costs[kind] = state.allows(kind) ? oracle.cost(state, kind) : 1 << 20;
                    least = std::min(least, costs[kind]);
                }
                const auto& features = parser.features(state);
                if (counting) perceptron.count(features);
                const auto& scores = perceptron.score(features);
                const std::size_t nothing = transitions.size();
                std::size_t top = nothing, right = nothing;
                for (std::size_t i = 0; i < transitions.size(); ++i) {
                    if (!state.allows(transitions[i].kind)) continue;
                    if (top == nothing || scores[i] > scores[top]) top = i;
                    const bool correct =
                        costs[transitions[i].kind] == least && oracle.agrees(state, transitions[i]);
                    if (correct && (right == nothing || scores[i] > scores[right])) right = i;
                }
                if (right == nothing) right = top;  // a relation too rare to be learned
                if (!counting) {
                    if (top != right) perceptron.update(features, right, top);
                    perceptron.tick();
                }
                // After the first round mostly its own choice, so that it learns to go on after mistakes.
                const bool explore = epoch > 1 && random.below(10) > 0;
                state.apply(transitions[explore ? top : right]);
            }
        }
    }
    std::vector<std::string> names;
    for (const Transition transition : transitions) names.push_back(name_of(transition));
    return perceptron.pack(names, settings.least_weight);
}

}  // namespace lede::train
