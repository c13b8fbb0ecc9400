// Whether words of durations, sets and vague times are meant as such, and where a phrase ends.
#include "times/context/context.h"

#include <algorithm>
#include <iterator>

#include "times/context/neighbours.h"

namespace lede::times {

bool is_quotation_mark(std::string_view word) {
    return word == "\"" || word == "\u201c" || word == "\u201d" || word == "'" || word == "\u2018" ||
           word == "\u2019";
}

bool is_reference_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const std::string_view word = view.lower(m.begin), previous = before(m);
    if (word == "to" && view.is(m.end, AtomKind::digits)) return false;  // "equal to date 1"
    if (m.end > m.begin + 1) return true;
    if (word == "now") {
        // "Now, let me be clear": it opens a speech.
        const bool opens = m.begin == 0 || is_quotation_mark(previous);
        const std::string_view next = view.lower(m.end), after_next = view.lower(m.end + 1);
        const bool now_and_then =
            next == "and" && (after_next == "then" || after_next == "again") && previous != "between";
        return next != "that" && !now_and_then && !(opens && after_is(m, "after_now_in_speech"));
    }
    if (word == "present")
        return view.xpos(m.begin) == Xpos::JJ && is_noun(view.xpos(m.end)) && previous == "the";
    if (word == "future") return is_noun(view.xpos(m.end)) || view.xpos(m.begin) == Xpos::JJ;
    if (m.sentence.context.has("soon", word))
        return previous != "as" && previous != "too" && after(m) != "after" && after(m) != "before" &&
               after(m) != "as";
    return true;
}

bool is_rate_here(const TimeMatch& m) {
    if (m.begin == 0) return false;
    const AtomView& view = m.sentence.view;
    if (view.is(m.begin - 1, AtomKind::digits) || before_is(m, "amount_before_rate")) return true;
    // "179 tankers a year"
    for (std::uint32_t i = m.begin, left = 4; i > 0 && left > 0; --left) {
        const Xpos tag = view.xpos(--i);
        if (view.is(i, AtomKind::digits) || tag == Xpos::CD) return m.has(TimeClass::A);
        if (!is_noun(tag) && tag != Xpos::JJ) return false;
    }
    return false;
}

bool is_span_of_time_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const std::string_view word = view.lower(m.begin), previous = before(m), next = after(m);
    if (view.joined(m.begin) || view.is_dash(m.end) || is_after_possessive(m)) return false;
    const bool small = m.sentence.context.has("short_stretch", word);
    if (after_is(m, "after_stretch")) return true;
    if (before_is(m, "before_stretch")) return !(small && next == "of") && word != "quarters";
    return !small &&
           (next == "of" || next == "to" || m.begin == 0 || previous == "of" || next == "." || next == ",");
}

bool is_after_possessive(const TimeMatch& m) { return before_is(m, "possessive"); }

bool ends_before_a_noun(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const std::uint32_t next = m.end;
    if (next >= view.size()) return true;
    if (view.is(next, AtomKind::digits)) return false;
    if (view.is(next, AtomKind::symbol)) {
        static constexpr std::string_view marks[] = {".", ",", ";", "!", "?", ")", "\"", "\u201d", "("};
        if (view.is_dash(next)) return !view.is(next + 1, AtomKind::digits) || view.lower(next + 2) == "/";
        return std::find(std::begin(marks), std::end(marks), view.lower(next)) != std::end(marks) &&
               !(view.joined(next) && view.joined(next + 1) && view.is(next + 1, AtomKind::digits));
    }
    const TimeWord& word = m.sentence.words[next];
    if (word.is(TimeClass::MONTH)) return false;
    switch (view.xpos(next)) {
        case Xpos::NN:
        case Xpos::NNS:
        case Xpos::NNP:
        case Xpos::NNPS:
        case Xpos::JJ:
        case Xpos::CD:
            return false;
        default:
            return view.lower(next) != "of" && view.lower(next) != "percent";
    }
}

bool ends_a_phrase(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    if (m.end >= view.size() || view.is(m.end, AtomKind::symbol)) return true;
    switch (view.xpos(m.end)) {
        case Xpos::DT:
        case Xpos::PRP:
        case Xpos::PRPS:
        case Xpos::NN:
        case Xpos::NNS:
        case Xpos::NNP:
        case Xpos::NNPS:
        case Xpos::VBG:
        case Xpos::JJ:
        case Xpos::CD:
            return false;
        default:
            return !view.is(m.end, AtomKind::digits) && view.lower(m.end) != "the";
    }
}

bool is_newspaper_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const Xpos tag = view.xpos(m.begin), next = view.xpos(m.end);
    const bool names = view.is_capital(m.begin) && m.begin > 0;
    return names || is_name(tag) || (tag == Xpos::NN && is_name(next));
}

bool is_ahead(const TimeMatch& m) { return read_direction(m.sentence, m.begin, m.end) == Direction::future; }

}  // namespace lede::times
