// What the words after a time add to it: "October" + "of next year", "Thursday" + "night", "3 p.m." + "on
// Monday", "Mondays" + "at 4 p.m.".
#pragma once

#include "times/grammar/patterns.h"

namespace lede::times {

/// Reads on after an expression.
void add_what_follows(const TimeGrammar& grammar, const TimeSentence& sentence, TimeExpression& expression);

/// "the first week of October" + "on Friday".
void add_day_of_week(const TimeSentence& sentence, TimeExpression& expression);

/// "Easter" + "weekend", "Labor Day 2021" + "weekend".
void add_weekend(const TimeSentence& sentence, TimeExpression& expression);

}  // namespace lede::times
