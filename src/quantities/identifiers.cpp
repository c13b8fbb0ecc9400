#include "quantities/identifiers.h"

#include "quantities/decimal.h"

namespace lede {

namespace {

bool is_name(const AtomView& view, std::uint32_t at) {
    const Xpos tag = view.xpos(at);
    if (at > 0 && view.is_capital(at)) return true;
    return (tag == Xpos::NNP || tag == Xpos::NNPS) && view.is(at, AtomKind::word);
}

bool is_noun(Xpos tag) { return tag == Xpos::NN || tag == Xpos::NNS; }

}  // namespace

bool is_in_identifier(const AtomView& view, std::uint32_t at, const Number& number) {
    if (view.joined(at)) {
        const std::string_view before = view.lower(at - 1);
        if (view.is(at - 1, AtomKind::word) || before == "#" || before == "+" || before == "@" ||
            before == "_" || before == "&" || before == "=")
            return true;
        const bool links =
            view.is_dash(at - 1) || before == "/" || before == "." || before == ":" || before == ",";
        if (links && view.joined(at - 1) &&
            (view.is(at - 2, AtomKind::digits) || view.is(at - 2, AtomKind::word))) {
            // "mid-20s" aside, what a hyphen ties to a word is its name.
            return true;
        }
    }
    const std::uint32_t next = number.end;
    if (view.joined(next)) {
        const std::string_view mark = view.lower(next);
        if (view.is(next, AtomKind::word) || mark == "_" || mark == "@") return true;
        if ((mark == ":" || mark == "." || mark == "/") && view.joined(next + 1) &&
            (view.is(next + 1, AtomKind::digits) || view.is(next + 1, AtomKind::word)))
            return true;
    }
    if (at > 0 && (view.lower(at - 1) == "no" || view.lower(at - 1) == "nos") && view.is_capital(at - 1))
        return true;
    return at > 1 && view.lower(at - 1) == "." && (view.lower(at - 2) == "no" || view.lower(at - 2) == "nos");
}

bool is_end_of_name(const AtomView& view, std::uint32_t at, const Number& number) {
    if (at == 0 || number.plain_digits == 0 || !is_name(view, at - 1) || view.joined(at)) return false;
    // "In Paris 13 people died": what is counted follows.
    if (view.xpos(number.end) == Xpos::NNS || view.lower(number.end) == "people") return false;
    if (view.xpos(number.end) == Xpos::JJ && view.xpos(number.end + 1) == Xpos::NNS) return false;
    return !view.is_dash(number.end);
}

std::uint32_t skip_score(const AtomView& view, std::uint32_t at) {
    std::uint32_t end = at;
    std::uint32_t groups = 0;
    bool short_groups = true;
    while (view.is(end, AtomKind::digits) && (end == at || view.joined(end))) {
        short_groups = short_groups && view.atoms[end].span.size() <= 2;
        ++groups;
        ++end;
        if (!view.is_dash(end) || !view.joined(end) || !view.joined(end + 1) ||
            !view.is(end + 1, AtomKind::digits))
            break;
        ++end;
    }
    if (groups >= 3) return end;
    if (groups < 2) return at;
    const std::uint64_t first = to_whole(view.lower(at)), second = to_whole(view.lower(at + 2));
    if (second <= first) return end;  // no range runs downwards
    const bool counts = view.xpos(end) == Xpos::NNS || view.xpos(end) == Xpos::JJ || view.joined(end) ||
                        view.lower(end) == "per" || view.lower(end) == "percent" ||
                        view.lower(end) == "million" || view.lower(end) == "billion" ||
                        view.lower(end) == "people" || view.lower(end) == "years";
    return short_groups && !counts && !(view.xpos(end) == Xpos::XX && view.is(end, AtomKind::word)) ? end
                                                                                                    : at;
}

bool is_list_number(const AtomView& view, std::uint32_t at, const Number& number) {
    if (number.plain_digits == 0 || number.plain_digits > 2) return false;
    const std::string_view next = view.lower(number.end);
    if (at == 0 && (next == "." || next == ")") && number.end + 1 < view.size()) return true;
    const bool opened = at > 0 && (view.lower(at - 1) == "(" || view.lower(at - 1) == "[");
    return opened && (next == ")" || next == "]" || next == ",") && (at == 1 || view.lower(at - 1) == "[");
}

bool is_counting_one(const AtomView& view, std::uint32_t at, std::uint32_t end) {
    static constexpr std::string_view pronoun_after[] = {"no",   "any",   "every", "some",    "this",
                                                         "that", "which", "each",  "another", "the"};
    const std::string_view before = at > 0 ? view.lower(at - 1) : "";
    for (std::string_view word : pronoun_after)
        if (before == word) return false;
    if (before == "-") return false;
    const std::string_view next = view.lower(end);
    if (next == "another" || next == "'s" || next == "day") return false;
    const Xpos tag = view.xpos(end);
    if (tag == Xpos::XX) return view.is(end, AtomKind::word);
    return next == "of" || is_noun(tag) || tag == Xpos::JJ || tag == Xpos::JJS || tag == Xpos::JJR ||
           (tag == Xpos::NNP && view.is(end, AtomKind::word)) || view.is_dash(end);
}

}  // namespace lede
