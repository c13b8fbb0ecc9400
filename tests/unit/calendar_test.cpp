#include "times/calendar/calendar.h"

#include <doctest/doctest.h>

#include "analyze.h"

using namespace lede;

TEST_CASE("days count forwards and backwards over the whole calendar") {
    for (std::int32_t day = -719162; day <= 2932896; day += 97) CHECK(to_days(from_days(day)) == day);
    CHECK(to_days({1970, 1, 1}) == 0);
    CHECK(to_days({2000, 3, 1}) == 11017);
    for (const std::int32_t outside : {-800000, 3000000}) {
        CHECK_FALSE(is_valid(from_days(outside)));
        CHECK(to_days(from_days(outside)) == outside);
    }
    CHECK(from_days(-9000000) == Date{first_reached_year, 1, 1});
    CHECK(from_days(9000000) == Date{last_reached_year, 12, 31});
}

TEST_CASE("weekdays and ISO weeks") {
    CHECK(weekday({2017, 5, 25}) == 4);
    CHECK(weekday({1969, 12, 28}) == 7);
    CHECK(iso_week({2021, 1, 3}).year == 2020);
    CHECK(iso_week({2021, 1, 3}).week == 53);
    CHECK(iso_week({2018, 12, 31}).week == 1);
    CHECK(to_iso({476, 9, 4}) == "0476-09-04");
}

TEST_CASE("a publication date must be a day of the calendar") {
    CHECK(parse_date("2016-02-29").value() == Date{2016, 2, 29});
    for (const char* wrong :
         {"2017-02-29", "2017-13-01", "2017-1-01", "0000-01-01", "2017/01/01", "", "20170101", "2017-05-25T"})
        CHECK_FALSE(parse_date(wrong));
}
