#include "quantities/counted.h"

namespace lede::quantities {

namespace {

constexpr std::uint32_t longest_phrase_atoms = 8;

bool is_noun(Xpos tag) {
    return tag == Xpos::NN || tag == Xpos::NNS || tag == Xpos::NNP || tag == Xpos::NNPS;
}

bool is_inside(Xpos tag) {
    return is_noun(tag) || tag == Xpos::JJ || tag == Xpos::JJS || tag == Xpos::JJR || tag == Xpos::VBN ||
           tag == Xpos::VBG || tag == Xpos::HYPH || tag == Xpos::AFX;
}

}  // namespace

std::optional<Span> find_counted(const AtomView& view, std::uint32_t at, std::uint32_t stop) {
    if (view.is_dash(at) && view.joined(at) && view.joined(at + 1)) {
        // "68-nation"
        if (!view.is(at + 1, AtomKind::word) || view.is_capital(at + 1) || view.atoms[at + 1].span.end > stop)
            return std::nullopt;
        return view.atoms[at + 1].span;
    }
    if (at < view.size() && view.joined(at)) return std::nullopt;
    bool after_of = false;
    if (view.lower(at) == "of") {
        after_of = true;
        ++at;
        const Xpos tag = view.xpos(at);
        if (tag == Xpos::PDT) ++at;
        if (view.xpos(at) == Xpos::DT || view.xpos(at) == Xpos::PRPS) ++at;
    }
    if (at >= view.size()) return std::nullopt;
    const std::uint32_t begin = at;
    std::uint32_t end = at;
    while (at < view.size() && at - begin < longest_phrase_atoms && view.atoms[at].span.end <= stop) {
        const Xpos tag = view.xpos(at);
        if (!is_inside(tag) ||
            (at > begin && !is_noun(tag) && is_noun(view.xpos(at - 1)) && tag != Xpos::HYPH))
            break;
        ++at;
        if (is_noun(tag) && view.is(at - 1, AtomKind::word)) end = at;
    }
    if (end == begin) return std::nullopt;
    // A name alone is not counted: "the 28 May Group"; after "of" it may be: "millions of Americans".
    const Xpos head = view.xpos(end - 1);
    if ((head == Xpos::NNP) && !after_of) return std::nullopt;
    return Span{view.atoms[begin].span.begin, view.atoms[end - 1].span.end};
}

}  // namespace lede::quantities
