// Units counted to the day, years that are not the calendar's, and times of sets and of parts of days.
#include <doctest/doctest.h>

#include <string>

#include "helpers.h"
#include "times/calendar/calendar.h"

using namespace lede;
using lede::test::read;

namespace {

// "value begin end" of the time of a sentence that was published on Thursday 25 May 2017.
std::string time_of(const std::string& text, std::string_view published = "2017-05-25") {
    const Document doc = read(text, published);
    if (doc.times.empty()) return "";
    const Time& time = doc.times.front();
    const auto day = [](const std::optional<Date>& date) {
        return date ? " " + to_iso(*date) : std::string();
    };
    return time.value + day(time.begin) + day(time.end);
}

}  // namespace

TEST_CASE("counted months, and years that run out, are to the day") {
    CHECK(time_of("The typhoon hit the islands two months ago.") == "2017-03 2017-03-25 2017-03-25");
    CHECK(time_of("The lease will end in two years.") == "2019 2019-05-25 2019-05-25");
    CHECK(time_of("The mill was closed ten years ago.") == "2007 2007-01-01 2007-12-31");
    CHECK(time_of("The mill was closed a month ago.") == "2017-04 2017-04-01 2017-04-30");
    CHECK(time_of("She left 2 years, 1 month and 21 days ago.") == "2015-04-04 2015-04-04 2015-04-04");
}

TEST_CASE("in two weeks' time") {
    CHECK(time_of("The board meets again in two weeks' time.") == "2017-W23 2017-06-08 2017-06-08");
    CHECK(time_of("The vote is in a fortnight’s time.") == "2017-W23 2017-06-08 2017-06-08");
}

TEST_CASE("fiscal and school years have no days of the calendar") {
    CHECK(time_of("Sales rose in the fiscal year 2008.") == "FY2008");
    CHECK(time_of("Sales rose in FY18 again.") == "FY2018");
    CHECK(time_of("Sales rose last fiscal year.") == "FY2016");
    CHECK(time_of("Sales rose in the second quarter of fiscal 2009.") == "FY2009-Q2");
    CHECK(time_of("The pupils gained a lot this school year.") == "SY2017");
    CHECK(time_of("Sales rose in the calendar year 2008.") == "2008 2008-01-01 2008-12-31");
    CHECK(time_of("Sales for the fiscal year were lower.") == "FYXXXX");
}

TEST_CASE("clocks after sets and parts of days belong to them") {
    CHECK(time_of("The council meets every Monday at 4 p.m. in the hall.") == "XXXX-WXX-1T16:00");
    CHECK(time_of("The show starts on Sunday late evening at 10:00.") ==
          "2017-05-28T22:00 2017-05-28 2017-05-28");
    CHECK(time_of("Let us meet on March eighteenth nine thirty.").substr(0, 16) == "2017-03-18T09:30");
    CHECK(time_of("They left the house at 6.45.") == "2017-05-25T06:45 2017-05-25 2017-05-25");
    CHECK(time_of("The shares closed at 6.45.") == "");
}

TEST_CASE("next Friday is that of next week") {
    CHECK(time_of("The club will play next Saturday.") == "2017-06-03 2017-06-03 2017-06-03");
    CHECK(time_of("The club will play next Monday.") == "2017-05-29 2017-05-29 2017-05-29");
    CHECK(time_of("The club will play next Sunday.") == "2017-05-28 2017-05-28 2017-05-28");
    CHECK(time_of("It burned the following Saturday.") == "2017-05-27 2017-05-27 2017-05-27");
}

TEST_CASE("weeks that are counted begin as weeks do") {
    CHECK(time_of("All rooms are booked for the first 2 weeks of 2021.") == "P2W 2021-01-04 2021-01-17");
    CHECK(time_of("It will close for the last 3 weeks of 2019.") == "P3W 2019-12-09 2019-12-29");
    CHECK(time_of("It is in the first week of October on Friday.") == "2017-10-06 2017-10-06 2017-10-06");
    CHECK(time_of("Entries are due w/c 5 June, he said.") == "2017-W23 2017-06-05 2017-06-11");
}

TEST_CASE("New Year with no article is a day") {
    CHECK(time_of("They will meet five days before New Year.") == "2017-12-27 2017-12-27 2017-12-27");
    CHECK(time_of("They will meet in the new year.") == "");
    CHECK(time_of("He read his New Year message.") == "");
}

TEST_CASE("what lies before year 1 or after 9999 has no days") {
    CHECK(time_of("It rained in the past 18 months.", "0001-01-01") == "P18M");
    CHECK(time_of("It opened last year.", "0001-06-01") == "XXXX");
    CHECK(time_of("He left yesterday.", "0001-01-01") == "XXXX-XX-XX");
    CHECK(time_of("It will open next winter.", "9999-12-31") == "XXXX-WI");
    CHECK(time_of("It will open tomorrow.", "9999-12-31") == "XXXX-XX-XX");
    CHECK(time_of("It will open next Easter.", "9999-12-31") == "XXXX-XX-XX");
    CHECK(time_of("It will run for the next two weeks.", "9999-12-31") == "P2W");
    CHECK(time_of("The past year was dry.", "9999-12-31") == "P1Y 9998-12-31 9999-12-30");
}

TEST_CASE("an amount is no day of a month") {
    const Document doc = read(
        "The plant opened on July 4 and $11.1bn was lost on May 3 and 11,100,000,000 more.", "2024-07-05");
    REQUIRE(doc.times.size() == 2);
    CHECK(doc.times[1].value == "2024-05-03");
}
