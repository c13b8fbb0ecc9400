#include "syntax/parser.h"

#include <algorithm>

#include "syntax/labels.h"

namespace lede {

namespace {

constexpr NameHashes upos_hashes(upos_names);
constexpr NameHashes xpos_hashes(xpos_names);
constexpr NameHashes deprel_hashes(deprel_names);

std::uint32_t hash_of(Deprel relation) { return deprel_hashes.of[static_cast<std::size_t>(relation)]; }

}  // namespace

void ParserState::start(int words) {
    words_ = words;
    next_ = 0;
    stack_.clear();
    nodes_.assign(static_cast<std::size_t>(words) + 1, Node{});
}

bool ParserState::allows(Transition::Kind kind) const {
    switch (kind) {
        case Transition::shift:
            return next_ < words_;
        // The root takes the last word that is left, and no other.
        case Transition::left:
            return !stack_.empty() && (next_ < words_ || stack_.size() == 1);
        case Transition::right:
            return stack_.size() >= 2;
    }
    return false;
}

void ParserState::attach(int child, int head, Deprel relation) {
    nodes_[static_cast<std::size_t>(child)].head = head;
    nodes_[static_cast<std::size_t>(child)].relation = relation;
    Node& parent = nodes_[static_cast<std::size_t>(head)];
    if (child < head) {
        parent.second_leftmost = parent.leftmost;
        parent.leftmost = child;
        ++parent.left_children;
    } else {
        parent.second_rightmost = parent.rightmost;
        parent.rightmost = child;
        ++parent.right_children;
    }
}

void ParserState::apply(Transition transition) {
    if (transition.kind == Transition::shift) {
        stack_.push_back(next_++);
        return;
    }
    const int child = stack_.back();
    stack_.pop_back();
    attach(child, transition.kind == Transition::left ? next_ : stack_.back(), transition.relation);
}

Parser::Parser(const LinearModel& model) : model_(model) {
    for (const std::string_view label : model.labels()) {
        Transition transition;
        const std::size_t space = label.find(' ');
        if (label.substr(0, space) == "left") transition.kind = Transition::left;
        if (label.substr(0, space) == "right") transition.kind = Transition::right;
        if (space < label.size())
            transition.relation =
                by_name<Deprel>(deprel_names, label.substr(space + 1)).value_or(Deprel::dep);
        transitions_.push_back(transition);
    }
}

void Parser::read(const Document& doc, TokenRange sentence) {
    words_.clear();
    for (Index token = sentence.begin; token < sentence.end; ++token)
        words_.push_back(
            {hash(doc.lower(token)), with(upos_hashes.of[static_cast<std::size_t>(doc.tokens.upos[token])],
                                          xpos_hashes.of[static_cast<std::size_t>(doc.tokens.xpos[token])])});
    words_.push_back({hash("root"), hash("root")});
}

const std::vector<std::uint32_t>& Parser::features(const ParserState& state) {
    features_.clear();
    std::uint32_t number = 0;
    const auto add = [&](auto... parts) {
        std::uint32_t feature = with(hash_start, ++number);
        ((feature = with(feature, parts)), ...);
        features_.push_back(mix(feature));
    };
    const auto node = [&](int place) { return place < 0 ? ParserState::Node{} : state.node(place); };
    const auto label = [&](int place) { return place < 0 ? 0u : hash_of(state.node(place).relation); };
    const int s0 = state.top(0), s1 = state.top(1), s2 = state.top(2), b0 = state.next();
    const int b1 = b0 + 1 <= state.words() ? b0 + 1 : ParserState::nothing;
    const int b2 = b0 + 2 <= state.words() ? b0 + 2 : ParserState::nothing;
    const Word w0 = word(s0), w1 = word(s1), w2 = word(s2), n0 = word(b0), n1 = word(b1), n2 = word(b2);
    const ParserState::Node c0 = node(s0), c1 = node(s1), d0 = node(b0);
    const std::uint32_t near = static_cast<std::uint32_t>(s0 < 0 ? 0 : std::min(b0 - s0, 6));
    const std::uint32_t far = static_cast<std::uint32_t>(s1 < 0 ? 0 : std::min(s0 - s1, 6));
    const auto valency = [](int children) { return static_cast<std::uint32_t>(std::min(children, 3)); };

    add(0u);
    add(w0.form), add(w0.tag), add(w0.form, w0.tag);
    add(w1.form), add(w1.tag), add(w1.form, w1.tag);
    add(n0.form), add(n0.tag), add(n0.form, n0.tag);
    add(n1.form), add(n1.tag), add(n2.tag), add(w2.tag);
    // Pairs and triples of the places that a transition may join.
    add(w0.form, n0.form), add(w0.form, n0.tag), add(w0.tag, n0.form), add(w0.tag, n0.tag);
    add(w1.form, w0.form), add(w1.form, w0.tag), add(w1.tag, w0.form), add(w1.tag, w0.tag);
    add(w1.tag, n0.tag), add(w1.tag, n0.form), add(n0.tag, n1.tag), add(n0.form, n1.tag);
    add(w0.tag, n0.tag, n1.tag), add(w1.tag, w0.tag, n0.tag), add(w2.tag, w1.tag, w0.tag);
    add(n0.tag, n1.tag, n2.tag), add(w0.form, n0.tag, n1.tag), add(w1.tag, w0.form, n0.tag);
    add(w1.form, w0.tag, n0.tag), add(w1.tag, w0.tag, n0.form);
    // Distances and how many children each has.
    add(near, w0.tag, n0.tag), add(far, w1.tag, w0.tag), add(near, w0.form), add(far, w1.form);
    add(w0.tag, valency(c0.left_children), valency(c0.right_children));
    add(w0.form, valency(c0.right_children)), add(n0.tag, valency(d0.left_children));
    add(w1.tag, valency(c1.right_children)), add(w1.form, valency(c1.right_children));
    // The outermost children and what they are.
    add(w0.tag, word(c0.leftmost).tag, n0.tag), add(w0.tag, word(c0.rightmost).tag, n0.tag);
    add(w1.tag, word(c1.rightmost).tag, w0.tag), add(w1.tag, word(c1.leftmost).tag, w0.tag);
    add(n0.tag, word(d0.leftmost).tag, w0.tag);
    add(w0.tag, label(c0.leftmost), label(c0.rightmost)),
        add(w1.tag, label(c1.leftmost), label(c1.rightmost));
    add(n0.tag, label(d0.leftmost)), add(w0.form, label(c0.leftmost)), add(w1.form, label(c1.rightmost));
    add(w0.form, label(c0.rightmost)), add(w0.tag, word(c0.leftmost).form),
        add(w0.tag, word(c0.rightmost).form);
    add(w0.tag, label(c0.second_leftmost), label(c0.leftmost));
    add(w1.tag, label(c1.second_rightmost), label(c1.rightmost), w0.tag);
    add(w0.tag, n0.tag, label(c0.leftmost), label(c0.rightmost));
    return features_;
}

void Parser::parse(Document& doc, TokenRange sentence) {
    read(doc, sentence);
    state_.start(static_cast<int>(sentence.size()));
    while (!state_.is_final()) {
        Transition best{state_.allows(Transition::right)   ? Transition::right
                        : state_.allows(Transition::shift) ? Transition::shift
                                                           : Transition::left,
                        Deprel::dep};
        if (!transitions_.empty()) {
            scores_.fill(0);
            model_.add(features(state_), scores_);
            const bool allowed[] = {state_.allows(Transition::shift), state_.allows(Transition::left),
                                    state_.allows(Transition::right)};
            std::size_t top = transitions_.size();
            for (std::size_t label = 0; label < transitions_.size(); ++label)
                if (allowed[transitions_[label].kind] &&
                    (top == transitions_.size() || scores_[label] > scores_[top]))
                    top = label;
            if (top < transitions_.size()) best = transitions_[top];
        }
        state_.apply(best);
    }
    for (Index token = sentence.begin; token < sentence.end; ++token) {
        const ParserState::Node& node = state_.node(static_cast<int>(token - sentence.begin));
        const bool is_root = node.head == state_.words();
        doc.tokens.head[token] = is_root ? none : sentence.begin + static_cast<Index>(node.head);
        const Deprel relation = node.relation == Deprel::root ? Deprel::dep : node.relation;
        doc.tokens.deprel[token] = is_root ? Deprel::root : relation;
    }
}

}  // namespace lede
