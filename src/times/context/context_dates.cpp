// Whether words that can be a month, a year, a day or a season are one.
#include <algorithm>
#include <iterator>

#include "numbers/decimal.h"
#include "times/context/context.h"
#include "times/context/neighbours.h"

namespace lede::times {

namespace {

// Words that only a time follows, where the next word could be a month.
bool opens_a_time(const TimeMatch& m, std::string_view word) {
    return m.sentence.context.has("before_any_time", word);
}

// Those that other things follow too.
bool may_open_a_time(const TimeMatch& m, std::string_view word) {
    return m.sentence.context.has("may_precede_time", word);
}

// "[2010]", "1871/72": marks that may be joined to a year.
bool is_mark_at_year(std::string_view mark) {
    static constexpr std::string_view marks[] = {"(", "[", "-", "\u2013", "/", "\"", "'"};
    return std::find(std::begin(marks), std::end(marks), mark) != std::end(marks);
}

}  // namespace

bool is_month_here(const TimeMatch& m, std::uint32_t at) {
    const AtomView& view = m.sentence.view;
    const std::string_view word = view.lower(at), previous = before(m);
    const bool capital = view.is_capital(at);
    const TimeWord& names = m.sentence.words[at];
    if (names.is(TimeClass::SHORTMONTH)) {
        const bool of_a_unit =
            previous == "of" && m.begin > 1 && m.sentence.words[m.begin - 2].is(TimeClass::UNIT);
        // "from Sep to Nov", and not "Ant and Dec"
        const TimeWord* other = m.begin > 1 ? &m.sentence.words[m.begin - 2] : nullptr;
        const bool links = previous == "and" || previous == "to";
        if (links && !(other && (other->is(TimeClass::MONTH) || other->is(TimeClass::DAY) ||
                                 other->is(TimeClass::YEAR))))
            return false;
        const bool opened =
            opens_a_time(m, previous) || of_a_unit || (word != "jan" && before_is(m, "before_short_month"));
        // "Nov-Feb 2017"
        const bool opens = capital && view.is_dash(m.end) && m.end + 1 < m.sentence.words.size() &&
                           m.sentence.words[m.end + 1].is(TimeClass::MONTH);
        if (opens) return true;
        return opened && (capital || previous == "in") && !view.is_capital(m.end) &&
               names.readings[phrase_reading].end == m.end;
    }
    if (opens_a_time(m, previous)) {
        // "it may be in may"
        const bool ends = m.end >= view.size() || view.is(m.end, AtomKind::symbol);
        return capital || (word != "may" && word != "march") || (previous == "in" && ends);
    }
    // "in the april", and not "the april fool"
    if (previous == "the" && !capital && m.begin > 1 && opens_a_time(m, view.lower(m.begin - 2)))
        return word != "may" && word != "march" && ends_before_a_noun(m);
    // "between august and october"
    if (previous == "between" && after(m) == "and" && m.end + 1 < m.sentence.words.size() &&
        m.sentence.words[m.end + 1].is(TimeClass::MONTH))
        return true;
    if (!capital) {
        const bool of_a_unit =
            previous == "of" && m.begin > 1 && m.sentence.words[m.begin - 2].is(TimeClass::UNIT);
        return !m.sentence.context.has("month_and_word", word) &&
               (of_a_unit || before_is(m, "before_lower_case_month"));
    }
    // "May to March"
    const auto is_month = [&](std::uint32_t i) {
        return i < m.sentence.words.size() && m.sentence.words[i].is(TimeClass::NAMED) && view.is_capital(i);
    };
    if (word == "may" && after(m) == "to" && is_month(m.end + 1)) return true;
    if (word == "may")
        return !m.sentence.month_names_a_person && may_open_a_time(m, previous) &&
               !is_tensed(view.xpos(m.end)) && previous != "," && previous != "(";
    if (word == "march" || word == "august") return may_open_a_time(m, previous);
    // "April Jones", "June said": a name begins a name.
    if (view.is_capital(m.end) && !may_open_a_time(m, previous)) return false;
    return !(word == "april" || word == "june") || may_open_a_time(m, previous) ||
           is_noun(view.xpos(m.end)) || view.lower(m.end) == "'s" || view.lower(m.end) == "'" || m.begin == 0;
}

// Digits that are part of a longer number: "138-2010-2015", "2015-1-32", "1666.90125", or of a sum.
bool is_in_a_chain(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const auto is_number = [&](std::uint32_t i) { return view.is(i, AtomKind::digits); };
    const auto is_joint = [&](std::uint32_t i) {
        return view.joined(i) && view.joined(i + 1) && (view.is_dash(i) || view.lower(i) == ".") &&
               is_number(i + 1);
    };
    if (is_joint(m.end) && (view.lower(m.end) == "." || is_joint(m.end + 2))) return true;
    if (m.begin >= 1 && is_joint(m.begin - 1) && is_joint(m.end)) return true;
    if (m.begin >= 4 && is_joint(m.begin - 1) && is_joint(m.begin - 3)) return true;
    // "2015 - 32"
    const auto is_other = [&](std::uint32_t i) {
        const TimeWord& word = m.sentence.words[i];
        // "1871 – 72": the dash of ranges.
        const bool second_year = word.is(TimeClass::TWO) && view.lower(i - 1) == "\u2013" &&
                                 to_int(word.number.value) > m.whole(TimeClass::YEAR) % 100;
        return is_number(i) && !word.is(TimeClass::YEAR) && !word.is(TimeClass::DAY) && !second_year;
    };
    if (view.is_dash(m.end) && !view.joined(m.end) && is_other(m.end + 1)) return true;
    return m.begin >= 2 && view.is_dash(m.begin - 1) && !view.joined(m.begin - 1) && is_other(m.begin - 2);
}

bool is_year_here(const TimeMatch& m, std::uint32_t at) {
    const AtomView& view = m.sentence.view;
    std::string_view previous = before(m);
    const std::string_view next = after(m);
    if (previous == "." && m.begin > 1 && view.joined(m.begin - 1) && view.lower(m.begin - 2) == "c")
        previous = view.lower(m.begin - 2);  // "c. 1871"
    const int year = to_int(m.sentence.words[at].number.value);
    if (view.joined(at)) {
        if (!is_mark_at_year(previous) && previous != "=" && previous != "\u2018") return false;
        // "Boeing-1900", "A-2000": what stands before the mark must not be part of a name.
        if ((previous == "-" || previous == "/") && m.begin > 1 &&
            !m.sentence.words[m.begin - 2].is(TimeClass::YEAR) && !previous.empty() &&
            !m.sentence.context.has("prefix_of_year", view.lower(m.begin - 2)))
            return false;
    }
    if (view.joined(m.end) && (view.is(m.end, AtomKind::word) || next == "%" || next == "\u00b0"))
        return false;
    if (view.joined(m.end) && next == ":" && view.is(m.end + 1, AtomKind::digits)) return false;
    // Orwell's "1984", or without the marks: what is owned and no year of something is a title.
    if (is_quotation_mark(previous) && is_quotation_mark(next)) return false;
    if ((previous == "'s" || previous == "s") && view.xpos(m.begin - 1) == Xpos::POS) {
        const Xpos owned = view.xpos(m.end);
        if (!is_noun(owned) && !is_name(owned) && owned != Xpos::JJ && owned != Xpos::CD &&
            owned != Xpos::VBG && owned != Xpos::VBN && !view.is_dash(m.end))
            return false;
    }
    // "020 7946 1999"
    if (m.begin > 0 && view.is(m.begin - 1, AtomKind::digits) &&
        !m.sentence.words[m.begin - 1].is(TimeClass::YEAR))
        return false;
    if (after_is(m, "not_after_year") || is_in_a_chain(m)) return false;
    // Years in words stand where nothing is counted: "in two thousand and fifteen".
    if (view.is(m.begin, AtomKind::word))
        return (previous == "in" || previous == "since" || previous == "of") && ends_before_a_noun(m);
    // Thousands are written with a comma; what is not and looks like one of the last years is one ("2016
    // sales").
    const bool recent = year >= 1980 && year < 2040 && year != 2000;
    if (view.xpos(m.end) == Xpos::NNS && !view.is_capital(m.end) && !recent && previous != "the" &&
        previous != "'s")
        return false;
    const bool likely = year >= 1500 && year < 2100;
    if (previous == "'s" || m.sentence.context.has("before_year", previous))
        return likely || previous == "in" || previous == "(" || previous == "\u2013";
    if (!likely) return false;
    if (m.begin == 0) return year >= 1900 || next == "-" || next == "\u2013";
    if (previous == "#" || m.sentence.context.has("before_other_number", previous)) return false;
    const Xpos tag = view.xpos(m.begin - 1);
    if (is_name(tag) || view.is_capital(m.begin - 1)) return year >= 1896 && year <= 2060;
    return year >= 1900 || previous == ",";
}

bool is_season_here(const TimeMatch& m, std::uint32_t at) {
    const AtomView& view = m.sentence.view;
    const std::string_view word = view.lower(at), previous = before(m);
    const bool article = m.has(TimeClass::THE);
    const bool in_time = (article && opens_a_time(m, previous)) ||
                         (article && may_open_a_time(m, previous)) || (!article && opens_a_time(m, previous));
    // "the winter was mild"
    const Xpos next = view.xpos(m.end);
    const bool ends = !view.is_capital(m.end) && !is_noun(next) && !is_name(next) && next != Xpos::JJ &&
                      next != Xpos::VBG && next != Xpos::CD && after(m) != "of" && !view.is_dash(m.end);
    if (article && ends && word != "fall" && word != "spring") return true;
    if (word == "fall" || word == "spring")
        return in_time && (view.is(m.end, AtomKind::symbol) || !is_noun(view.xpos(m.end))) &&
               after(m) != "of" && after(m) != "in";
    return in_time;
}

bool is_day_of_month_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const std::string_view previous = before(m);
    // "the week of the 18th"
    const bool of_a_week =
        previous == "of" && m.begin > 1 && m.sentence.words[m.begin - 2].is(TimeClass::UNIT);
    if (previous != "on" && previous != "by" && previous != "until" && previous != "since" && !of_a_week)
        return false;
    const std::uint32_t ordinal = m.find(TimeClass::ORD)->at;
    if (!view.is(ordinal, AtomKind::digits)) return false;
    const Xpos next = view.xpos(m.end);
    return m.end >= view.size() || view.is(m.end, AtomKind::symbol) ||
           !(is_noun(next) || is_name(next) || next == Xpos::JJ || view.is_capital(m.end) ||
             view.is_dash(m.end));
}

bool is_numeric_day_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    if (view.joined(m.end) && (view.lower(m.end) == "/" || view.is(m.end, AtomKind::word))) return false;
    if (!ends_before_a_noun(m) && !is_before_a_clock(m)) return false;
    const auto is_number = [&](std::uint32_t at) { return view.is(at, AtomKind::digits); };
    // "from 4/1 to 5/2 favourite"
    constexpr std::uint32_t reach = 15;
    const std::uint32_t last = std::min(view.size(), m.end + reach);
    for (std::uint32_t i = m.begin - std::min(m.begin, reach); i < last; ++i)
        if (m.sentence.context.has("betting", view.lower(i))) return false;
    if (m.begin == 0 && m.end == view.size()) return true;  // all that is said
    // "10/1-11/7"
    if (view.is_dash(m.end) && view.joined(m.end) && is_number(m.end + 1) && view.lower(m.end + 2) == "/")
        return true;
    if (m.has(TimeClass::WEEKDAY) || m.has(TimeClass::THIS) || m.has(TimeClass::NEXT)) return true;
    if (before_is(m, "before_numeric_day")) return true;
    // "from 10/1-11/7", "on 11/20, 11/22 or 11/25"
    if (m.begin < 4 ||
        !(view.is_dash(m.begin - 1) || before(m) == "," || before(m) == "or" || before(m) == "and"))
        return false;
    return view.is(m.begin - 2, AtomKind::digits) && view.lower(m.begin - 3) == "/" &&
           view.is(m.begin - 4, AtomKind::digits);
}

bool is_new_year_here(const TimeMatch& m) {
    // "New Year's Eve" is another phrase of the table.
    const bool plain = m.sentence.view.lower(m.end - 1) == "year";
    return !plain || (before_is(m, "before_new_year") && ends_before_a_noun(m));
}

bool is_of_a_course(const TimeMatch& m) { return before_is(m, "before_week_of_course"); }

bool is_unit_at_hand_here(const TimeMatch& m) {
    const std::string_view previous = before(m);
    // "in the quarter-final"
    if (m.sentence.view.is_dash(m.end)) return false;
    const bool day = m.sentence.view.lower(m.end - 1) == "day";
    return (previous == "for" || (previous == "in" && !day)) && ends_a_phrase(m) &&
           !after_is(m, "after_unit_of_something");
}

bool is_decade_here(const TimeMatch& m) {
    if (m.has(TimeClass::THE)) return true;
    return ends_before_a_noun(m) && (opens_a_time(m, before(m)) || before(m) == "of");
}

bool is_in_a_number(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    if (view.joined(m.begin) && !is_mark_at_year(before(m))) return true;
    if (m.begin > 0 && view.is(m.begin - 1, AtomKind::digits)) return true;
    if (view.joined(m.end) && !view.is(m.end, AtomKind::symbol)) return true;
    return is_in_a_chain(m) || !ends_before_a_noun(m);
}

bool is_weekend_here(const TimeMatch& m) { return before_is(m, "before_weekend") && ends_before_a_noun(m); }

}  // namespace lede::times
