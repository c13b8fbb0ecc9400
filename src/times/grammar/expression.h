// A time expression as it is written, before anything is known of the day it is read on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document.h"

namespace lede::times {

/// Units of the calendar and the clock, by how TIMEX3 writes them in durations.
enum class TimeUnit : std::uint8_t {
    second,
    minute,
    hour,
    day,
    weekend,
    week,
    fortnight,
    month,
    quarter,
    season,
    half,
    year,
    decade,
    century
};

/// What a written time leaves open, as HeidelTime and SUTime keep it: fields are 0 where unknown.
struct TimeExpression {
    enum class Kind : std::uint8_t {
        absolute,   ///< begins with its year, decade or century
        open,       ///< "25 May", "Thursday": the year or week is found by the tense
        relative,   ///< `offset` units from the day of publication: "last week"
        anaphoric,  ///< `offset` units from the time spoken of before: "the next day"
        fixed       ///< `value` says it all: durations, sets, PRESENT_REF
    };
    std::uint32_t end = 0;  ///< the atom after it
    TimeType type = TimeType::date;
    Kind kind = Kind::fixed;
    TimeUnit unit = TimeUnit::day;
    int year = 0;  ///< or number of decade (201) or of century (20, as TIMEX3 counts them)
    int month = 0, day = 0;
    int weekday = 0;  ///< 1 = Monday
    int part = 0;     ///< of a quarter (1 to 4), half (1, 2) or season (1 = spring to 4 = winter)
    int offset = 0;
    int months_too = 0;             ///< beside the days of `offset`: "a month and two days ago"
    bool strict = false;            ///< "last Thursday", "next May": never the present one
    bool year_is_relative = false;  ///< "October of last year": `year_offset` years from publication
    int year_offset = 0;
    bool week_is_relative = false;  ///< "Thursday of next week": `week_offset` weeks from publication
    int week_offset = 0;
    bool needs_year = false;  ///< "the first half" is only a time with a year
    bool before_christ = false;
    /// Anaphoric only where its clause is told as past: "by the end of the year".
    bool prefers_publication = false;
    bool skips_neighbours = false;  ///< "next Friday" is not tomorrow, nor "last Wednesday" yesterday
    bool from_reference = false;    ///< relative to the time spoken of: "the following Monday"
    std::string_view holiday;       ///< the table's rule of its day
    std::string_view daypart;       ///< "MO", "NI", …
    /// How a time is derived from the one that the other fields say: "two weeks before Christmas", "the week
    /// of 3 May".
    enum class Derivation : std::uint8_t {
        as_is,
        shifted,  ///< `derived_count` units away
        around,   ///< the unit it lies in
        nth,      ///< the derived_count-th unit of it, the last where that is -1
        first,    ///< its first units, a stretch
        last      ///< its last units
    };
    Derivation derivation = Derivation::as_is;
    TimeUnit derived_unit = TimeUnit::day;
    int derived_count = 0;
    bool derived_from_a_day = false;  ///< "two weeks from Monday"
    int derived_weekday = 0;          ///< of a derived week: "the first week of October on Friday"
    /// Of a stretch such as "the next three days": so many units after (before, where negative) publication.
    int window = 0;
    TimeUnit window_unit = TimeUnit::day;
    bool window_has_today = false;   ///< "within three days"
    bool window_is_of_work = false;  ///< "the next four working days"
    bool counts_days = false;        ///< "two weeks ago": a week by its value, a day by what it covers
    bool ends_today = false;         ///< "the year to date"
    int hour = -1, minute = -1, second = -1;
    bool is_utc = false;
    /// "FY", "SY": the fiscal or school year, whose days nobody says. FY by TIDES 2005, which TIMEX3 follows.
    std::string_view other_year;
    std::string value;  ///< where the kind is fixed
    std::string_view mod;
    std::string_view pattern;  ///< the name of the pattern that matched
};

}  // namespace lede::times
