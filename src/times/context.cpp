#include "times/context.h"

#include <algorithm>
#include <initializer_list>

namespace lede {

namespace {

template <std::size_t size>
bool is_one_of(std::string_view word, const std::string_view (&words)[size]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_noun(Xpos tag) { return tag == Xpos::NN || tag == Xpos::NNS; }
bool is_name(Xpos tag) { return tag == Xpos::NNP || tag == Xpos::NNPS; }
bool is_tensed(Xpos tag) {
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
}

std::string_view before(const TimeMatch& m) { return m.begin > 0 ? m.sentence.view.lower(m.begin - 1) : ""; }
std::string_view after(const TimeMatch& m) { return m.sentence.view.lower(m.end); }

// Prepositions and adjectives that only a time follows, where the next word could be a month.
bool opens_a_time(std::string_view word) {
    static constexpr std::string_view words[] = {"in",      "since",      "until", "till",  "during",
                                                 "through", "throughout", "late",  "early", "mid",
                                                 "last",    "next",       "this",  "every"};
    return is_one_of(word, words);
}

bool may_open_a_time(std::string_view word) {
    static constexpr std::string_view words[] = {"by",  "of", "from",    "before", "after", "for", "to",
                                                 "and", "or", "between", "around", "about", "on",  "(",
                                                 "-",   ",",  "\u2013",  "'s",     "than",  "mid-"};
    return is_one_of(word, words);
}

}  // namespace

bool is_in_small_letters(const AtomView& view) {
    for (std::uint32_t i = 0; i < std::min(view.size(), 30u); ++i)
        if (view.is_capital(i)) return false;
    return true;
}

bool is_quotation_mark(std::string_view word) {
    static constexpr std::string_view marks[] = {"\"", "\u201c", "\u201d", "'", "\u2018", "\u2019"};
    return is_one_of(word, marks);
}

bool is_month_here(const TimeMatch& m, std::uint32_t at) {
    const AtomView& view = m.sentence.view;
    const std::string_view word = view.lower(at), previous = before(m);
    const bool capital = view.is_capital(at);
    const TimeWord& names = m.sentence.words[at];
    if (names.is(TimeClass::SHORTMONTH)) {
        static constexpr std::string_view ways[] = {"from", "between", "to", "and", "before", "after", "by"};
        const bool of_a_unit =
            previous == "of" && m.begin > 1 && m.sentence.words[m.begin - 2].is(TimeClass::UNIT);
        // "from Sep to Nov", and not "Ant and Dec"
        const TimeWord* other = m.begin > 1 ? &m.sentence.words[m.begin - 2] : nullptr;
        const bool links = previous == "and" || previous == "to";
        if (links && !(other && (other->is(TimeClass::MONTH) || other->is(TimeClass::DAY) ||
                                 other->is(TimeClass::YEAR))))
            return false;
        const bool opened =
            opens_a_time(previous) || of_a_unit || (word != "jan" && is_one_of(previous, ways));
        // "Nov-Feb 2017"
        const bool opens = capital && view.is_dash(m.end) && m.end + 1 < m.sentence.words.size() &&
                           m.sentence.words[m.end + 1].is(TimeClass::MONTH);
        if (opens) return true;
        return opened && (capital || previous == "in") && !view.is_capital(m.end) &&
               names.readings[phrase_reading].end == m.end;
    }
    if (opens_a_time(previous)) return capital || (word != "may" && word != "march");
    if (!capital) {
        static constexpr std::string_view ways[] = {"from", "between", "until", "till", "and", "to", "by"};
        const bool of_a_unit =
            previous == "of" && m.begin > 1 && m.sentence.words[m.begin - 2].is(TimeClass::UNIT);
        return word != "may" && word != "march" && word != "august" &&
               (of_a_unit || is_one_of(previous, ways));
    }
    if (word == "may")
        return !m.sentence.month_names_a_person && may_open_a_time(previous) &&
               !is_tensed(view.xpos(m.end)) && previous != "," && previous != "(";
    if (word == "march" || word == "august") return may_open_a_time(previous);
    // "April Jones", "June said": a name begins a name.
    if (view.is_capital(m.end) && !may_open_a_time(previous)) return false;
    return !(word == "april" || word == "june") || may_open_a_time(previous) || is_noun(view.xpos(m.end)) ||
           view.lower(m.end) == "'s" || view.lower(m.end) == "'" || m.begin == 0;
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
        return is_number(i) && !m.sentence.words[i].is(TimeClass::YEAR) &&
               !m.sentence.words[i].is(TimeClass::DAY);
    };
    if (view.is_dash(m.end) && !view.joined(m.end) && is_other(m.end + 1)) return true;
    return m.begin >= 2 && view.is_dash(m.begin - 1) && !view.joined(m.begin - 1) && is_other(m.begin - 2);
}

bool is_year_here(const TimeMatch& m, std::uint32_t at) {
    static constexpr std::string_view openers[] = {
        "in",   "since", "by",   "until", "till",  "from", "before", "after",   "during", "of",    "between",
        "for",  "early", "late", "mid",   "to",    "and",  "circa",  "through", "around", "about", "c",
        "born", "(",     "than", "year",  "years", "the",  "'s",     "\u2013",  "-",      "["};
    static constexpr std::string_view not_years[] = {
        "%",     "percent", "per",   "pc",   "million", "billion", "trillion", "bn",    "m",
        "years", "km",      "miles", "feet", "people",  "kg",      "days",     "times", "metres"};
    const AtomView& view = m.sentence.view;
    std::string_view previous = before(m);
    const std::string_view next = after(m);
    if (previous == "." && m.begin > 1 && view.joined(m.begin - 1) && view.lower(m.begin - 2) == "c")
        previous = view.lower(m.begin - 2);  // "c. 1871"
    const int year = static_cast<int>(m.sentence.words[at].number.value);
    if (view.joined(at)) {
        static constexpr std::string_view marks[] = {"(", "[", "-", "\u2013", "/", "\"", "'", "\u2018"};
        if (!is_one_of(previous, marks)) return false;
        // "Boeing-1900", "A-2000": what stands before the mark must not be part of a name.
        if ((previous == "-" || previous == "/") && m.begin > 1 &&
            !m.sentence.words[m.begin - 2].is(TimeClass::YEAR) && !previous.empty() &&
            view.lower(m.begin - 2) != "mid" && view.lower(m.begin - 2) != "pre" &&
            view.lower(m.begin - 2) != "post")
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
    if (is_one_of(next, not_years) || is_in_a_chain(m)) return false;
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
    if (is_one_of(previous, openers))
        return likely || previous == "in" || previous == "(" || previous == "\u2013";
    if (!likely) return false;
    if (m.begin == 0) return year >= 1900 || next == "-" || next == "\u2013";
    static constexpr std::string_view counters[] = {
        "$",          "\u00a3",  "\u20ac",   "\u00a5", "#",       "no",       "number",  "least",
        "nearly",     "over",    "almost",   "some",   "section", "page",     "room",    "flight",
        "route",      "highway", "model",    "bus",    "train",   "suite",    "unit",    "channel",
        "resolution", "article", "platform", "gate",   "box",     "squadron", "asteroid"};
    if (is_one_of(previous, counters)) return false;
    const Xpos tag = view.xpos(m.begin - 1);
    if (is_name(tag) || view.is_capital(m.begin - 1)) return year >= 1896 && year <= 2060;
    return year >= 1900 || previous == ",";
}

bool is_season_here(const TimeMatch& m, std::uint32_t at) {
    const AtomView& view = m.sentence.view;
    const std::string_view word = view.lower(at), previous = before(m);
    const bool article = m.has(TimeClass::THE);
    const bool in_time = (article && opens_a_time(previous)) || (article && may_open_a_time(previous)) ||
                         (!article && opens_a_time(previous));
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

bool is_weekend_here(const TimeMatch& m) {
    static constexpr std::string_view openers[] = {"over",    "at", "during", "on",
                                                   "through", "by", "before", "after"};
    return is_one_of(before(m), openers) && ends_before_a_noun(m);
}

bool is_reference_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const std::string_view word = view.lower(m.begin), previous = before(m);
    if (word == "to" && view.is(m.end, AtomKind::digits)) return false;  // "equal to date 1"
    if (m.end > m.begin + 1) return true;
    if (word == "now") {
        // "Now, let me be clear": it opens a speech.
        const bool opens = m.begin == 0 || is_quotation_mark(previous);
        static constexpr std::string_view addressed[] = {",", "you", "let", "look", "listen", "what", "then"};
        const std::string_view next = view.lower(m.end), after_next = view.lower(m.end + 1);
        const bool now_and_then =
            next == "and" && (after_next == "then" || after_next == "again") && previous != "between";
        return next != "that" && !now_and_then && !(opens && is_one_of(next, addressed));
    }
    if (word == "present")
        return view.xpos(m.begin) == Xpos::JJ && is_noun(view.xpos(m.end)) && previous == "the";
    if (word == "future") return is_noun(view.xpos(m.end)) || view.xpos(m.begin) == Xpos::JJ;
    if (word == "soon" || word == "shortly")
        return previous != "as" && previous != "too" && after(m) != "after" && after(m) != "before" &&
               after(m) != "as";
    return true;
}

bool is_rate_here(const TimeMatch& m) {
    if (m.begin == 0) return false;
    const AtomView& view = m.sentence.view;
    static constexpr std::string_view amounts[] = {
        "%", "cent",    "percent", "million", "billion", "bn",    "m",    "times",  "once", "twice",
        "$", "dollars", "euros",   "pounds",  "people",  "hours", "days", "tonnes", "tons", "barrels"};
    if (view.is(m.begin - 1, AtomKind::digits) || is_one_of(before(m), amounts)) return true;
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
    const bool small =
        word == "minutes" || word == "seconds" || word == "quarters" || word == "weekends" || word == "days";
    if (next == "later" || next == "earlier" || next == "before" || next == "after" || next == "ago")
        return true;
    if (previous == "for" || previous == "over" || previous == "after" || previous == "in" ||
        previous == "within" || previous == "take")
        return !(small && next == "of") && word != "quarters";
    return !small &&
           (next == "of" || next == "to" || m.begin == 0 || previous == "of" || next == "." || next == ",");
}

bool is_clock_here(const TimeMatch& m) {
    static constexpr std::string_view openers[] = {"at",    "by",     "until",  "till",  "from",
                                                   "after", "before", "around", "about", "since",
                                                   "to",    "-",      "\u2013"};
    const AtomView& view = m.sentence.view;
    if (view.joined(m.end) &&
        (view.is(m.end, AtomKind::word) || view.lower(m.end) == ":" || view.lower(m.end) == "."))
        return view.lower(m.end) == "." && !view.is(m.end + 1, AtomKind::digits);
    if (m.begin == 0 || is_one_of(before(m), openers) || before(m) == "@") return true;
    // "10:30:15", "12:30 December 27th", "23.04.2022 14:55"
    const auto& words = m.sentence.words;
    if (m.find(TimeClass::TWO, 1)) return true;
    if (m.end < words.size() && (words[m.end].is(TimeClass::MONTH) || words[m.end].is(TimeClass::WEEKDAY)))
        return true;
    return m.begin > 1 && words[m.begin - 1].is(TimeClass::YEAR) && view.joined(m.begin - 1);
}

bool is_hour_here(const TimeMatch& m) {
    static constexpr std::string_view openers[] = {"at", "@", "around", "about", "by", "before", "after"};
    const TimeSentence& s = m.sentence;
    const auto is = [&](std::uint32_t at, std::initializer_list<TimeClass> classes) {
        if (at >= s.words.size()) return false;
        return std::any_of(classes.begin(), classes.end(), [&](TimeClass c) { return s.words[at].is(c); });
    };
    const auto is_day_word = [&](std::uint32_t at) {
        return is(at, {TimeClass::WEEKDAY, TimeClass::WEEKDAYS, TimeClass::WDAY, TimeClass::DAYREL,
                       TimeClass::TONIGHT});
    };
    if (m.begin == 0 || !is_one_of(before(m), openers)) return false;
    std::uint32_t next = m.end;
    // "tonight", "on Monday", "this evening", "tomorrow"
    if (is_day_word(next)) return true;
    if (is(next, {TimeClass::ON}) && is_day_word(next + 1)) return true;
    if (is(next, {TimeClass::THIS, TimeClass::LAST}) && is(next + 1, {TimeClass::PART})) return true;
    // "on Monday at 4", "tonight around 7", "in the morning at 7", "on the 26th at 4"
    if (m.begin < 2 || !ends_before_a_noun(m)) return false;
    const std::uint32_t day = m.begin - 2;
    // "26th" is two atoms.
    const auto is_ordinal_day = [&](std::uint32_t at) {
        return is(at, {TimeClass::ORD}) && at > 0 && s.words[at].number.end == m.begin - 1 &&
               is(at - 1, {TimeClass::THE, TimeClass::MONTH, TimeClass::WEEKDAY, TimeClass::WDAY});
    };
    return is_day_word(day) || is(day, {TimeClass::PART, TimeClass::PARTS}) || is_ordinal_day(day) ||
           (day > 0 && is_ordinal_day(day - 1));
}

bool is_numeric_day_here(const TimeMatch& m) {
    static constexpr std::string_view openers[] = {"on", "from",   "until", "till",    "since", "to",
                                                   "by", "before", "after", "between", "dated", "through"};
    const AtomView& view = m.sentence.view;
    if (view.joined(m.end) && (view.lower(m.end) == "/" || view.is(m.end, AtomKind::word))) return false;
    if (!ends_before_a_noun(m)) return false;
    const auto is_number = [&](std::uint32_t at) { return view.is(at, AtomKind::digits); };
    // "from 4/1 to 5/2 favourite"
    static constexpr std::string_view betting[] = {
        "odds",    "favourite", "favourites", "favorite", "bet",  "bookmaker", "bookmakers",
        "bookies", "backed",    "price",      "outsider", "inch", "inches",    "stakes"};
    constexpr std::uint32_t reach = 15;
    const std::uint32_t last = std::min(view.size(), m.end + reach);
    for (std::uint32_t i = m.begin - std::min(m.begin, reach); i < last; ++i)
        if (is_one_of(view.lower(i), betting)) return false;
    // "10/1-11/7"
    if (view.is_dash(m.end) && view.joined(m.end) && is_number(m.end + 1) && view.lower(m.end + 2) == "/")
        return true;
    if (m.has(TimeClass::WEEKDAY) || is_one_of(before(m), openers)) return true;
    // "from 10/1-11/7", "on 11/20, 11/22 or 11/25"
    if (m.begin < 4 ||
        !(view.is_dash(m.begin - 1) || before(m) == "," || before(m) == "or" || before(m) == "and"))
        return false;
    return view.is(m.begin - 2, AtomKind::digits) && view.lower(m.begin - 3) == "/" &&
           view.is(m.begin - 4, AtomKind::digits);
}

bool ends_before_a_noun(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const std::uint32_t next = m.end;
    if (next >= view.size()) return true;
    if (view.is(next, AtomKind::digits)) return false;
    if (view.is(next, AtomKind::symbol)) {
        static constexpr std::string_view ends[] = {".", ",", ";", "!", "?", ")", "\"", "\u201d", "("};
        if (view.is_dash(next)) return !view.is(next + 1, AtomKind::digits) || view.lower(next + 2) == "/";
        return is_one_of(view.lower(next), ends) &&
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

bool is_after_possessive(const TimeMatch& m) {
    static constexpr std::string_view words[] = {"his", "her", "their", "my", "your", "our", "whose"};
    return is_one_of(before(m), words);
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

bool is_part_of_day_here(const TimeMatch& m) {
    static constexpr std::string_view openers[] = {"in",   "during", "through", "throughout", "by",
                                                   "into", "of",     "until",   "early",      "late"};
    static constexpr std::string_view not_openers[] = {"good", "all", "every", "one", "the", "a", "an", "at"};
    const AtomView& view = m.sentence.view;
    const std::string_view previous = before(m);
    const std::uint32_t part = m.find(TimeClass::PART)->at;
    // "Morning Herald", "Dawn"
    if (view.is_capital(part) && (part > 0 || view.is_capital(m.end))) return false;
    if (m.has(TimeClass::THE))
        return m.begin == 0 || is_one_of(previous, openers) || view.lower(m.end) == "of";
    const Xpos tag = m.begin > 0 ? view.xpos(m.begin - 1) : Xpos::IN;
    // "opening night"
    if (is_noun(tag) || is_name(tag) || tag == Xpos::JJ || tag == Xpos::VBG) return false;
    return !is_one_of(previous, not_openers);
}

bool is_newspaper_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const Xpos tag = view.xpos(m.begin), next = view.xpos(m.end);
    const bool names = view.is_capital(m.begin) && m.begin > 0;
    return names || is_name(tag) || (tag == Xpos::NN && is_name(next));
}

bool is_ahead(const TimeMatch& m) {
    return read_direction(m.sentence.view, m.begin, m.end) == Direction::future;
}

}  // namespace lede
