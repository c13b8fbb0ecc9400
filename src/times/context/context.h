// What the words around a time tell: whether a time is meant at all, and whether it lies behind or ahead.
#pragma once

#include "times/grammar/patterns.h"

namespace lede::times {

/// Where the clause of a time places it.
enum class Direction : std::uint8_t { unknown, past, present, future };

/// By the tense of the verb before the time, else of the one after it, within the clause: the rule that
/// HeidelTime uses for news.
Direction read_direction(const TimeSentence& sentence, std::uint32_t begin, std::uint32_t end);

bool is_quotation_mark(std::string_view word);
/// "May", "March" and the like as months rather than as verbs or people.
bool is_month_here(const TimeMatch& match, std::uint32_t at);
/// Four digits as a year rather than as a number.
bool is_year_here(const TimeMatch& match, std::uint32_t at);
/// Digits that go on as a longer number: "138-2010-2015".
bool is_in_a_chain(const TimeMatch& match);
/// "over the weekend" rather than "the weekend edition".
bool is_weekend_here(const TimeMatch& match);
/// "spring", "fall" as seasons.
bool is_season_here(const TimeMatch& match, std::uint32_t at);
/// "the 25th" as a day.
bool is_day_of_month_here(const TimeMatch& match);
/// "current", "soon", "now", "recent" where they say when.
bool is_reference_here(const TimeMatch& match);
/// "a week" after an amount: "$30 a week".
bool is_rate_here(const TimeMatch& match);
/// "years", "hours" by themselves as a stretch of time.
bool is_span_of_time_here(const TimeMatch& match);
/// "in the morning", "morning trading", not "Good morning" or "spent the night".
bool is_part_of_day_here(const TimeMatch& match);
/// "10:30" with nothing after it as a time of day rather than a score or a verse.
bool is_clock_here(const TimeMatch& match);
/// "at 4" beside a day, a part of the day or a night: "at 4 on Monday", "tomorrow at 4".
bool is_hour_here(const TimeMatch& match);
/// "left at 6.45", "kicks off at 7.30": the British way to write it, and not "closed at 6.45".
bool is_schedule_here(const TimeMatch& match);
/// "on 11/20", "from 10/1 to 11/7": two numbers that are a day and a month.
bool is_numeric_day_here(const TimeMatch& match);
/// A time of day follows: "Friday the 13th 7pm".
bool is_before_a_clock(const TimeMatch& match);
/// "before New Year", and not "the new year", "New Year celebrations".
bool is_new_year_here(const TimeMatch& match);
/// "by week 12 of the pregnancy", "at week 24": weeks of something else than the year.
bool is_of_a_course(const TimeMatch& match);
/// "for the year", "in the quarter", and not "player of the year", "in the year of the flood".
bool is_unit_at_hand_here(const TimeMatch& match);
/// "in the nineties", "since nineties", and not "temperatures in her nineties".
bool is_decade_here(const TimeMatch& match);
/// Digits that go on before or after a match, or belong to a name: "+49 20161016", "A20161016".
bool is_in_a_number(const TimeMatch& match);
/// "Monday 21", and not "on Monday 21 people".
bool ends_before_a_noun(const TimeMatch& match);
/// After "his", "her", "their".
bool is_after_possessive(const TimeMatch& match);
/// "the day before" and not "the day before the vote".
bool ends_a_phrase(const TimeMatch& match);
/// "in three weeks" of what is to come, not of what took three weeks.
bool is_ahead(const TimeMatch& match);
/// "the daily", "News weekly Der Spiegel".
bool is_newspaper_here(const TimeMatch& match);

}  // namespace lede::times
