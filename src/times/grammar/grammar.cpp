// What each pattern of time expressions looks like, and what its words mean, stands in the files read_*.cpp.
//
// Sources: the TIMEX3 annotation guidelines (Saurí et al. 2006, TimeML 1.2.1; ISO 24617-1) for what is a time
// and how its value is written; the rule sets described for HeidelTime (Strötgen and Gertz 2013) and SUTime
// (Chang and Manning 2012) for which patterns news needs.
#include "times/grammar/readers.h"

namespace lede::times {

std::array<std::span<const TimePattern>, 7> time_patterns() {
    return {date_patterns(),  year_patterns(),     numeric_date_patterns(), relative_patterns(),
            shift_patterns(), duration_patterns(), clock_patterns()};
}

}  // namespace lede::times
