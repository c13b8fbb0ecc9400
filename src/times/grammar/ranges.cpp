#include "times/grammar/ranges.h"

#include <algorithm>

#include "times/calendar/calendar.h"
#include "times/grammar/readers.h"

namespace lede::times {

namespace {

using Kind = TimeExpression::Kind;

bool is_clock(const TimeExpression& e) { return e.hour >= 0 && e.type == TimeType::time; }
bool is_calendar(const TimeExpression& e) {
    return e.kind != Kind::fixed && e.hour < 0 && e.type == TimeType::date;
}
bool is_now(const TimeExpression& e) { return e.kind == Kind::fixed && e.value == "PRESENT_REF"; }

bool has_month(const TimeExpression& e) { return e.month > 0 || e.part > 0 || !e.holiday.empty(); }

// "moved from Friday to Monday": what is moved does not last.
bool is_of_a_move(const TimeSentence& s, std::uint32_t from) {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = from, left = reach; i > 0 && left > 0; --left)
        if (s.context.has("moving_verb", s.view.lower(--i))) return true;
    return false;
}

bool can_be_ends(const TimeExpression& first, const TimeExpression& second, bool opened, bool dash) {
    if (is_clock(first) || is_clock(second)) return is_clock(first) && is_clock(second);
    if ((opened && is_now(first)) || is_now(second))
        return (is_calendar(first) || is_now(first)) && (is_calendar(second) || is_now(second)) && !dash;
    if (!is_calendar(first) || !is_calendar(second)) return false;
    if (opened) return true;
    if (has_month(first) && has_month(second)) return true;
    const bool alike = first.unit == second.unit && (first.weekday > 0) == (second.weekday > 0);
    return alike || (first.kind == Kind::absolute && second.kind == Kind::absolute);
}

// An end takes its year from the other.
void share_year(TimeExpression& first, TimeExpression& second) {
    const auto begin_of = [](const TimeExpression& e) { return resolve(e, {}).begin; };
    const auto take = [](TimeExpression& e, int year) {
        e.kind = Kind::absolute;
        e.year = year;
    };
    if (!has_month(first) || !has_month(second)) return;
    // "from this May to October 2020" has both.
    if (first.year_is_relative && second.kind == Kind::absolute) return;
    if (first.kind == Kind::open && second.kind == Kind::open) {
        if (second.year_is_relative && !first.year_is_relative) {
            first.year_is_relative = true;
            first.year_offset = second.year_offset;
        }
    } else if (first.kind == Kind::open && second.kind == Kind::absolute && second.year > 1) {
        take(first, second.year);
        if (begin_of(first) > begin_of(second)) --first.year;
    } else if (first.kind == Kind::absolute && second.kind == Kind::open) {
        take(second, first.year);
        if (begin_of(second) < begin_of(first)) ++second.year;
    }
}

std::string unit_letter(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::month:
        case TimeUnit::quarter:
        case TimeUnit::season:
        case TimeUnit::half:
            return "M";
        case TimeUnit::year:
        case TimeUnit::decade:
        case TimeUnit::century:
            return "Y";
        default:
            return "D";
    }
}

std::string clock_between(const TimeExpression& first, const TimeExpression& second) {
    const int a = first.hour * 60 + first.minute, b = second.hour * 60 + second.minute;
    const int minutes = b > a ? b - a : b - a + 24 * 60;
    std::string value = "PT";
    if (minutes >= 60) value += std::to_string(minutes / 60) + "H";
    if (minutes % 60 != 0) value += std::to_string(minutes % 60) + "M";
    return value;
}

}  // namespace

void find_ranges(const TimeSentence& s, std::vector<FoundTime>& found, std::vector<TimeRange>& ranges) {
    ranges.clear();
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        FoundTime& first = found[i];
        FoundTime& second = found[i + 1];
        const std::uint32_t link = first.expression.end;
        const std::string_view opener = first.begin > 0 ? s.view.lower(first.begin - 1) : "";
        // "from March to date"
        const bool to_date = opener == "from" && second.begin == link && is_now(second.expression) &&
                             (s.view.lower(link) == "to" || s.view.lower(link) == "till");
        if (second.begin != link + 1 && !to_date) continue;
        const std::string_view word = s.view.lower(link);
        const bool dash = s.view.is_dash(link);
        const bool between = opener == "between", from = opener == "from";
        const bool to = word == "to" || word == "through" || word == "till" || word == "until";
        if (!dash && !to && !(between && word == "and")) continue;
        if (!can_be_ends(first.expression, second.expression, between || from, dash)) continue;
        if (from && is_of_a_move(s, first.begin - 1)) continue;
        share_year(first.expression, second.expression);
        ranges.push_back({first.begin - (between || from ? 1 : 0), second.expression.end, i});
        ++i;
    }
}

ResolvedEnds resolve_ends(const TimeExpression& first, const TimeExpression& second,
                          const TimeAnchor& anchor) {
    // An open end is the first of its kind after the other, or the last before it.
    const auto beside = [&](const ResolvedTime& other, Direction direction) {
        return TimeAnchor{other.begin ? other.begin : anchor.published, anchor.reference, direction};
    };
    // "this May" has its year.
    const auto end_beside = [&](const TimeExpression& e, const ResolvedTime& other, Direction direction) {
        return resolve(e, e.kind == Kind::open && !e.year_is_relative ? beside(other, direction) : anchor);
    };
    const auto at = [&](const TimeExpression& e) {
        ResolvedTime found = resolve(e, anchor);
        if (is_now(e)) found.begin = found.end = anchor.published;
        return found;
    };
    // A stretch of months that is to come is not over: in June, "will be shut from May to July" is this one.
    const bool of_months = has_month(first) && has_month(second) && anchor.direction == Direction::future;
    const bool ahead =
        !of_months && (anchor.direction == Direction::future || anchor.direction == Direction::present);
    if (second.kind == Kind::open && (first.kind != Kind::open || ahead)) {
        ResolvedTime from = at(first);
        ResolvedTime to = end_beside(second, from, Direction::future);
        return {std::move(from), std::move(to)};
    }
    ResolvedTime to = at(second);
    ResolvedTime from = first.kind == Kind::open ? end_beside(first, to, Direction::past) : at(first);
    return {std::move(from), std::move(to)};
}

ResolvedTime duration_between(const TimeExpression& first, const ResolvedTime& from,
                              const TimeExpression& second, const ResolvedTime& to) {
    if (is_clock(first) && first.day == 0 && first.weekday == 0)
        return {clock_between(first, second), from.begin, to.end, {}};
    const TimeUnit finer =
        std::min(is_now(first) ? TimeUnit::day : first.unit, is_now(second) ? TimeUnit::day : second.unit);
    const TimeUnit coarser = std::max(first.unit, second.unit);
    const std::string letter = coarser >= TimeUnit::decade ? "Y" : unit_letter(finer);
    if (!from.begin || !to.begin) return {"PX" + letter, {}, {}, {}};
    const Date a = *from.begin, b = *to.begin;
    const int count = letter == "Y"   ? b.year - a.year
                      : letter == "M" ? (b.year - a.year) * 12 + b.month - a.month
                                      : to_days(b) - to_days(a);
    if (count <= 0) return {};
    // The values of those at the ends say where they end: PRESENT_REF has no days of its own.
    const std::optional<Date> end = to.end && *to.end >= b ? to.end : to.begin;
    return {duration(std::to_string(count), letter), from.begin, end, {}};
}

}  // namespace lede::times
