#include "quantities/identifiers.h"

#include "numbers/decimal.h"

namespace lede::quantities {

namespace {

bool is_name(const AtomView& view, std::uint32_t at) {
    const Xpos tag = view.xpos(at);
    if (at > 0 && view.is_capital(at)) return true;
    return (tag == Xpos::NNP || tag == Xpos::NNPS) && view.is(at, AtomKind::word);
}

// Does text follow an atom on its line? "1." may be a sentence of its own.
bool goes_on(const AtomView& view, std::uint32_t at) {
    if (at + 1 < view.size()) return true;
    const std::string_view text = view.doc.text;
    for (std::size_t i = view.atoms[at].span.end; i < text.size() && text[i] != '\n' && text[i] != '\r'; ++i)
        if (text[i] != ' ' && text[i] != '\t') return true;
    return false;
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
        // "22,24,26" are a list.
        const bool lists = before == "," && number.plain_digits > 0 && number.plain_digits < 3;
        if (links && !lists && view.joined(at - 1) &&
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

bool is_start_of_name(const AtomView& view, std::uint32_t at, const Number& number) {
    const Xpos tag = view.xpos(number.end);
    if (number.plain_digits != 3 || view.joined(at) || (tag != Xpos::NNP && tag != Xpos::NN)) return false;
    const std::string_view word = view.lower(number.end);
    return view.is_capital(number.end) && !word.empty() && word.back() != 's' &&
           view.xpos(number.end + 1) != Xpos::NNS;
}

std::uint32_t skip_score(const AtomView& view, std::uint32_t at, const WordClasses& words) {
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
                        words.has("counted_after_range", view.lower(end));
    return short_groups && !counts && !(view.xpos(end) == Xpos::XX && view.is(end, AtomKind::word)) ? end
                                                                                                    : at;
}

std::uint32_t skip_telephone(const AtomView& view, std::uint32_t at) {
    // E.164 allows 15 digits; national numbers have a trunk prefix 0 (ITU-T E.123), American ones an area
    // code in brackets.
    constexpr std::size_t fewest = 9, most = 15;
    std::uint32_t i = at;
    const bool plus = view.lower(i) == "+";
    if (plus) ++i;
    const bool bracket = view.lower(i) == "(";
    if (bracket) ++i;
    if (!view.is(i, AtomKind::digits) || (i == at && view.joined(i))) return at;
    const bool trunk = view.lower(i)[0] == '0' && view.form(i).size() >= 2;
    const bool area = bracket && view.form(i).size() == 3 && view.lower(i + 1) == ")";
    if (!plus && !trunk && !area) return at;
    std::size_t digits = 0;
    std::uint32_t end = at, groups = 0;
    while (view.is(i, AtomKind::digits) && digits <= most) {
        digits += view.form(i).size();
        ++groups;
        end = ++i;
        if (view.lower(i) == ")") ++i;
        if (view.is_dash(i) && view.joined(i)) ++i;
        if (view.lower(i) == "(") ++i;
    }
    return digits >= fewest && digits <= most && (groups > 1 || plus) ? end : at;
}

bool is_unit_of_time(const AtomView& view, std::uint32_t at) {
    if (at == 0) return false;
    const std::string_view before = view.lower(at - 1);
    if (before == "at" || before == "per" || before == "split") return true;
    if (view.lower(at) != "second" || before != "a" || at < 2) return false;
    // "for a second," but "for a second term".
    const std::string_view start = view.lower(at - 2);
    const bool lasts = start == "for" || start == "in" || start == "within" || start == "of";
    const bool ends = at + 1 >= view.size() || view.is(at + 1, AtomKind::symbol);
    return lasts && ends && !view.is_dash(at + 1);
}

bool is_list_number(const AtomView& view, std::uint32_t at, const Number& number) {
    if (number.plain_digits == 0 || number.plain_digits > 2) return false;
    const std::string_view next = view.lower(number.end);
    if (at == 0 && (next == "." || next == ")") && goes_on(view, number.end)) return true;
    const bool opened = at > 0 && (view.lower(at - 1) == "(" || view.lower(at - 1) == "[");
    return opened && (next == ")" || next == "]" || next == ",") && (at == 1 || view.lower(at - 1) == "[");
}

bool is_counting_one(const AtomView& view, std::uint32_t at, std::uint32_t end, const WordClasses& words) {
    const std::string_view before = at > 0 ? view.lower(at - 1) : "";
    if (before == "-" || words.has("not_before_one", before)) return false;
    const std::string_view next = view.lower(end);
    if (next == "another" || next == "'s" || next == "day") return false;
    const Xpos tag = view.xpos(end);
    if (tag == Xpos::XX) return view.is(end, AtomKind::word);
    return next == "of" || is_noun(tag) || tag == Xpos::JJ || tag == Xpos::JJS || tag == Xpos::JJR ||
           (tag == Xpos::NNP && view.is(end, AtomKind::word)) || view.is_dash(end);
}

}  // namespace lede::quantities
