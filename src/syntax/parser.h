// The dependency parser's transitions, features and model: greedy, arc-hybrid (Kuhlmann, Gómez-Rodríguez,
// Satta 2011), two steps a token.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "model/linear_model.h"

namespace lede {

struct Transition {
    enum Kind : std::uint8_t { shift, left, right };
    Kind kind = shift;
    Deprel relation = Deprel::root;
    friend constexpr bool operator==(Transition, Transition) = default;
};

/// A state of parsing a sentence of n words: places 0 to n-1, and the root at place n, behind the last word.
/// So the root is attached last and has exactly one dependent.
class ParserState {
  public:
    static constexpr int nothing = -1;

    void start(int words);
    bool is_final() const { return next_ == words_ && stack_.empty(); }
    bool allows(Transition::Kind kind) const;
    /// The transition must be allowed.
    void apply(Transition transition);

    int words() const { return words_; }
    int next() const { return next_; }  ///< the first place not yet shifted
    /// The place `depth` below the top of the stack, `nothing` where there is none.
    int top(std::size_t depth) const {
        return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : nothing;
    }
    std::size_t depth() const { return stack_.size(); }

    /// What is known of a place so far. Children are numbered outwards from the word.
    struct Node {
        int head = nothing;
        Deprel relation = Deprel::root;
        int leftmost = nothing, second_leftmost = nothing;
        int rightmost = nothing, second_rightmost = nothing;
        int left_children = 0, right_children = 0;
    };
    const Node& node(int place) const { return nodes_[static_cast<std::size_t>(place)]; }

  private:
    void attach(int child, int head, Deprel relation);

    int words_ = 0;
    int next_ = 0;
    std::vector<int> stack_;
    std::vector<Node> nodes_;
};

/// Parses one sentence at a time. Holds work space, so make one an article.
class Parser {
  public:
    explicit Parser(const LinearModel& model);

    /// Fills head and deprel: a projective tree with one root. Without a model, every word hangs on the
    /// first.
    void parse(Document& doc, TokenRange sentence);

    /// Reads the words and tags of a sentence, for features().
    void read(const Document& doc, TokenRange sentence);
    /// The hashes of the features of a state.
    const std::vector<std::uint32_t>& features(const ParserState& state);

  private:
    struct Word {
        std::uint32_t form = 0, tag = 0;
    };
    Word word(int place) const { return place < 0 ? Word{} : words_[static_cast<std::size_t>(place)]; }

    const LinearModel& model_;
    std::vector<Transition> transitions_;  // of the model's labels
    ParserState state_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> features_;
    LinearModel::Scores scores_{};
};

}  // namespace lede
