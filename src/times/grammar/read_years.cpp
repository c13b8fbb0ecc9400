// Years, their parts, and decades and centuries.
#include <array>

#include "times/context/context.h"
#include "times/grammar/readers.h"

namespace lede::times {

void set_year(const TimeMatch& m, TimeExpression& e) {
    e.year = m.whole(TimeClass::YEAR);
    e.kind = e.year > 0 ? TimeExpression::Kind::absolute : TimeExpression::Kind::open;
}

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

bool read_year(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::year;
    e.year = m.whole(YEAR);
    e.other_year = m.text(FISCAL);
    return m.has(FISCAL) || is_year_here(m, m.find(YEAR)->at);
}

// "FY18", "fiscal '18"; a calendar year is "CY18".
bool read_short_fiscal_year(const TimeMatch& m, TimeExpression& e) {
    const AtomView& view = m.sentence.view;
    const bool letters = view.lower(m.begin).size() == 2 && view.joined(m.begin + 1);
    e.kind = Kind::absolute;
    e.unit = TimeUnit::year;
    e.year = full_year(m.whole(TWO));
    e.other_year = m.text(FISCAL);
    return m.has(APOS) || letters;
}

// "for the fiscal year": which one is not said.
bool read_fiscal_year_at_hand(const TimeMatch& m, TimeExpression& e) {
    const AtomView& view = m.sentence.view;
    const std::string_view before = m.begin > 0 ? view.lower(m.begin - 1) : "";
    const bool opened = m.sentence.context.has("before_fiscal_year", before);
    e.value = std::string(m.text(FISCAL)) + "XXXX";
    return opened && view.lower(m.end - 1) == "year" && view.lower(m.begin) != "calendar" && ends_a_phrase(m);
}

bool read_short_year(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::year;
    e.year = full_year(m.whole(TWO));
    return true;
}

bool read_era(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::year;
    e.year = m.whole(NUM);
    e.before_christ = m.text(ERA) == "BC";
    return e.year > 0 && e.year < 10000;
}

bool read_decade(const TimeMatch& m, TimeExpression& e) {
    e.unit = TimeUnit::decade;
    const int year = m.has(YEAR) ? m.whole(YEAR) : m.has(DECADE) ? m.whole(DECADE) : m.whole(TWO);
    if (year % 10 != 0) return false;
    if (m.has(DECADE) && !is_decade_here(m)) return false;
    // "1990 s", where a text was taken apart into tokens.
    const bool apart = m.has(S) && !m.sentence.view.joined(m.find(S)->at);
    if (apart && (m.sentence.view.lower(m.find(S)->at) != "s" || !ends_before_a_noun(m))) return false;
    // "his 80s" is an age.
    if (!m.has(YEAR) && is_after_possessive(m)) return false;
    e.kind = Kind::absolute;
    e.year = (m.has(YEAR) ? year : year + (year < 20 ? 2000 : 1900)) / 10;
    return true;
}

bool read_century(const TimeMatch& m, TimeExpression& e) {
    e.kind = Kind::absolute;
    e.unit = TimeUnit::century;
    e.year = m.whole(ORD) - 1;
    return e.year < 22;
}

bool read_quarter(const TimeMatch& m, TimeExpression& e) {
    e.unit = TimeUnit::quarter;
    e.part = m.has(QUARTERNO) ? m.whole(QUARTERNO) : m.has(LASTPART) ? 4 : m.whole(ORD);
    set_year(m, e);
    return e.part >= 1 && e.part <= 4;
}

bool read_half(const TimeMatch& m, TimeExpression& e) {
    e.unit = TimeUnit::half;
    e.part = m.has(HALFNO) ? m.whole(HALFNO) : m.whole(ORD);
    set_year(m, e);
    e.needs_year = e.year == 0 && !m.has(HALFNO);
    return e.part == 1 || e.part == 2;
}

bool read_season(const TimeMatch& m, TimeExpression& e) {
    e.unit = TimeUnit::season;
    e.part = season_number(m.text(SEASON));
    set_year(m, e);
    return e.year > 0 || is_season_here(m, m.find(SEASON)->at);
}

}  // namespace

std::span<const TimePattern> year_patterns() {
    static constexpr std::array patterns{
        TimePattern{"year", "YEAR", read_year, "in 2017"},
        TimePattern{"fiscal year", "THE? FISCAL YEAR", read_year, "fiscal 2018"},
        TimePattern{"fiscal year in short", "FISCAL APOS? TWO+", read_short_fiscal_year, "in FY18"},
        TimePattern{"fiscal year at hand", "THE? FISCAL", read_fiscal_year_at_hand, "for the fiscal year"},
        TimePattern{"short year", "APOS TWO+", read_short_year, "the class of '92"},
        TimePattern{"year of an era", "NUM ERA", read_era, "400 BC"},
        TimePattern{"year of an era after it", "ERA NUM", read_era, "AD 79"},
        TimePattern{"decade", "THE? YEAR APOS? S+", read_decade, "the 1990s"},
        TimePattern{"decade taken apart", "THE? YEAR S", read_decade, "1990 s"},
        TimePattern{"short decade", "THE? APOS? TWO APOS? S+", read_decade, "the 90s"},
        TimePattern{"decade in words", "THE? DECADE", read_decade, "the sixties"},
        TimePattern{"century", "THE? ORD DASH? CENTURY", read_century, "the 19th century"},
        TimePattern{"quarter", "THE? ORD|LASTPART DASH? QUARTER", read_quarter, "the fourth quarter"},
        TimePattern{"numbered quarter", "QUARTERNO YEAR?", read_quarter, "Q3"},
        TimePattern{"numbered quarter joined to its year", "QUARTERNO DASH YEAR", read_quarter, "Q1-2017"},
        TimePattern{"numbered quarter after its year", "YEAR QUARTERNO", read_quarter, "2017 Q1"},
        TimePattern{"numbered quarter after a dash", "YEAR DASH+ QUARTERNO+", read_quarter, "2017-Q1"},
        TimePattern{"half", "THE? ORD DASH? HALF", read_half, "the first half of 2016"},
        TimePattern{"numbered half", "HALFNO YEAR?", read_half, "H1 2016"},
        TimePattern{"season of a year", "THE? SEASON OF? YEAR", read_season, "summer 2015"},
        TimePattern{"season", "THE? SEASON", read_season, "in the spring"},
    };
    return patterns;
}

}  // namespace lede::times
