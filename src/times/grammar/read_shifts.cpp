// Dates so many units away: "two days ago", "a year earlier", "in two weeks' time".
#include <array>

#include "numbers/decimal.h"
#include "times/context/context.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using enum TimeClass;
using Kind = TimeExpression::Kind;

// "two days ago", "a year earlier", "10 months from now", "in three weeks".
bool read_shifted(const TimeMatch& m, TimeExpression& e) {
    // "for three days from today" is a stretch.
    if (m.has(FROMNOW) && m.begin > 0 && m.sentence.view.lower(m.begin - 1) == "for") return false;
    const int sign = m.has(AGO) || m.has(LATER) || m.has(BEFORE) ? 1 : m.has(FROMNOW) || m.has(IN) ? 1 : 0;
    const std::string_view code = unit_code(m);
    if (code == "BD") return false;
    e.unit = unit_of(code);
    e.kind = m.has(LATER) || m.has(BEFORE) ? Kind::anaphoric : Kind::relative;
    int direction = sign;
    if (m.has(AGO)) direction = m.whole(AGO) == 1 ? 1 : -1;
    if (m.has(LATER)) direction = m.whole(LATER);
    if (m.has(BEFORE)) direction = m.whole(BEFORE);
    if (m.has(BEFORE) && !ends_a_phrase(m)) return false;
    const bool in = m.has(IN) && !m.has(INTIME);
    // "In a week?" by itself
    const bool alone = m.begin <= 1 && m.end + 1 >= m.sentence.view.size();
    if (in && !alone && !is_ahead(m)) return false;
    // "the lowest in a decade", "up 38% in a year" look back.
    if (in && m.has(A)) {
        const Xpos before = m.begin > 0 ? m.sentence.view.xpos(m.begin - 1) : Xpos::XX;
        if (e.unit > TimeUnit::month || before == Xpos::JJS || before == Xpos::RBS ||
            (m.begin > 0 && m.sentence.view.is(m.begin - 1, AtomKind::symbol)))
            return false;
    }
    if (m.has(SEVERAL) || e.unit < TimeUnit::day) {
        // How many days "a few weeks ago" are is not said, and hours seldom leave the day.
        e.kind = Kind::fixed;
        e.value = direction < 0 ? "PAST_REF" : "FUTURE_REF";
        if (e.unit < TimeUnit::day && !m.has(SEVERAL)) {
            e.value =
                duration(m.has(NUM) ? digits_of(m.sentence.words[m.find(NUM)->at].number.value) : "1", code);
            e.type = TimeType::duration;
        }
        return true;
    }
    const Number& number = m.has(NUM) ? m.word(*m.find(NUM)).number : Number{.value = 1};
    if (number.value > 5000) return false;
    // "more than two years ago" lies before that.
    const std::string_view limit = m.text(LIMIT);
    const bool behind = direction < 0;
    e.mod = limit == "MORE_THAN"   ? (behind ? "BEFORE" : "AFTER")
            : limit == "LESS_THAN" ? (behind ? "AFTER" : "BEFORE")
            : limit == "APPROX"    ? limit
                                   : "";
    const int amount = to_int(number.value);
    e.offset = direction * (code == "2W" ? 2 * amount : amount);
    if (code == "2W") e.unit = TimeUnit::week;
    // "in two years" is a term that runs out on a day; "ten years ago" is a year.
    const bool term = m.has(IN) || m.has(FROMNOW);
    const bool exact = e.kind == Kind::relative && m.has(NUM) && number.whole &&
                       (e.unit == TimeUnit::month || (e.unit == TimeUnit::year && term));
    e.counts_days = (e.unit == TimeUnit::week || exact) && e.mod.empty();
    return true;
}

// "two weeks and two days ago", "2 years, 1 month and 21 days later": counted in months and in days.
bool read_long_shift(const TimeMatch& m, TimeExpression& e) {
    constexpr int days_of_week = 7, months_of_year = 12;
    int months = 0, days = 0, amount = 0;
    TimeUnit last = TimeUnit::century;
    for (const auto& element : m.elements) {
        if (element.classes.has(NUM)) {
            const Number& said = m.word(element).number;
            amount = said.whole && said.value < 5000 ? to_int(said.value) : 0;
            continue;
        }
        const TimeClass c = element.classes.has(UNIT) ? UNIT : UNITS;
        if (!element.classes.has(c)) continue;
        const std::string_view code = value_of(m.word(element).readings[element.reading].value, c);
        const TimeUnit unit = unit_of(code);
        if (amount == 0 || unit >= last) return false;
        last = unit;
        if (code == "Y" || code == "M")
            months += amount * (code == "Y" ? months_of_year : 1);
        else if (code == "W" || code == "D")
            days += amount * (code == "W" ? days_of_week : 1);
        else
            return false;
    }
    e.kind = m.has(LATER) ? Kind::anaphoric : Kind::relative;
    const int direction = m.has(LATER) ? m.whole(LATER) : m.has(AGO) ? (m.whole(AGO) == 1 ? 1 : -1) : 1;
    e.unit = days > 0 ? TimeUnit::day : TimeUnit::month;
    e.offset = direction * (days > 0 ? days : months);
    e.months_too = days > 0 ? direction * months : 0;
    return true;
}

}  // namespace

std::span<const TimePattern> shift_patterns() {
    static constexpr std::array patterns{
        TimePattern{"units ago", "LIMIT? NUM|SEVERAL UNIT|UNITS AGO", read_shifted, "two days ago"},
        TimePattern{"long time ago", "NUM UNIT|UNITS COMMA|AND? NUM UNIT|UNITS AGO|LATER|FROMNOW",
                    read_long_shift, "two weeks and two days ago"},
        TimePattern{"very long time ago",
                    "NUM UNIT|UNITS COMMA|AND? NUM UNIT|UNITS COMMA? AND? NUM UNIT|UNITS AGO|LATER|FROMNOW",
                    read_long_shift, "2 years, 1 month and 21 days ago"},
        TimePattern{"a unit ago", "A UNIT AGO", read_shifted, "a year ago"},
        TimePattern{"units from now", "A|NUM|SEVERAL UNIT|UNITS FROMNOW", read_shifted, "10 years from now"},
        TimePattern{"in units", "IN NUM|A UNIT|UNITS", read_shifted, "will end in three weeks"},
        TimePattern{"in the time of units", "IN LIMIT? NUM|SEVERAL|A UNIT|UNITS INTIME", read_shifted,
                    "in two weeks' time"},
        TimePattern{"units later", "A|NUM|SEVERAL UNIT|UNITS LATER|BEFORE", read_shifted, "a year earlier"},
    };
    return patterns;
}

}  // namespace lede::times
