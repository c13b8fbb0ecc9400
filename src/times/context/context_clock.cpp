// Whether numbers that can be a time of day are one.
#include <algorithm>
#include <initializer_list>

#include "times/context/context.h"
#include "times/context/neighbours.h"

namespace lede::times {

bool is_clock_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    if (view.joined(m.end) &&
        (view.is(m.end, AtomKind::word) || view.lower(m.end) == ":" || view.lower(m.end) == "."))
        return view.lower(m.end) == "." && !view.is(m.end + 1, AtomKind::digits);
    if (m.begin == 0 || before_is(m, "before_clock") || before(m) == "@") return true;
    // "10:30:15", "12:30 December 27th", "23.04.2022 14:55"
    const auto& words = m.sentence.words;
    if (m.find(TimeClass::TWO, 1)) return true;
    if (m.end < words.size() && (words[m.end].is(TimeClass::MONTH) || words[m.end].is(TimeClass::WEEKDAY)))
        return true;
    return m.begin > 1 && words[m.begin - 1].is(TimeClass::YEAR) && view.joined(m.begin - 1);
}

bool is_before_a_clock(const TimeMatch& m) {
    const TimeSentence& s = m.sentence;
    const auto is = [&](std::uint32_t at, TimeClass c) { return at < s.words.size() && s.words[at].is(c); };
    if (!is(m.end, TimeClass::CLOCKHOUR)) return false;
    const std::uint32_t next = m.end + 1;
    if (is(next, TimeClass::AMPM) || is(next, TimeClass::OCLOCK)) return true;
    if (is(next, TimeClass::COLON)) return s.view.joined(next + 1) && is(next + 1, TimeClass::TWO);
    return is(next, TimeClass::DOT) && is(next + 1, TimeClass::TWO) && is(next + 2, TimeClass::AMPM);
}

bool is_hour_here(const TimeMatch& m) {
    const TimeSentence& s = m.sentence;
    const auto is = [&](std::uint32_t at, std::initializer_list<TimeClass> classes) {
        if (at >= s.words.size()) return false;
        return std::any_of(classes.begin(), classes.end(), [&](TimeClass c) { return s.words[at].is(c); });
    };
    const auto is_day_word = [&](std::uint32_t at) {
        return is(at, {TimeClass::WEEKDAY, TimeClass::WEEKDAYS, TimeClass::WDAY, TimeClass::DAYREL,
                       TimeClass::TONIGHT});
    };
    if (m.begin == 0 || !before_is(m, "before_hour")) return false;
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
    // "on Friday 23 at 4"
    if (is(day, {TimeClass::DAY}) && day > 0 && is(day - 1, {TimeClass::WEEKDAY, TimeClass::MONTH}))
        return true;
    return is_day_word(day) || is(day, {TimeClass::PART, TimeClass::PARTS}) || is_ordinal_day(day) ||
           (day > 0 && is_ordinal_day(day - 1));
}

bool is_schedule_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const TimeMatch::Element* minutes = m.find(TimeClass::TWO);
    if (!minutes || m.whole(TimeClass::TWO) % 5 != 0 || m.begin == 0 || before(m) != "at") return false;
    if (m.whole(TimeClass::CLOCKHOUR) > 12 || !ends_before_a_noun(m)) return false;
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t back = 2; back <= reach && back <= m.begin; ++back)
        if (m.sentence.context.has("scheduled", view.lower(m.begin - back))) return true;
    return false;
}

bool is_part_of_day_here(const TimeMatch& m) {
    const AtomView& view = m.sentence.view;
    const std::uint32_t part = m.find(TimeClass::PART)->at;
    // "Morning Herald", "Dawn"
    if (view.is_capital(part) && (part > 0 || view.is_capital(m.end))) return false;
    if (m.has(TimeClass::THE))
        return m.begin == 0 || before_is(m, "before_part_of_day") || view.lower(m.end) == "of";
    const Xpos tag = m.begin > 0 ? view.xpos(m.begin - 1) : Xpos::IN;
    // "opening night"
    if (is_noun(tag) || is_name(tag) || tag == Xpos::JJ || tag == Xpos::VBG) return false;
    return !before_is(m, "not_before_part_of_day");
}

}  // namespace lede::times
