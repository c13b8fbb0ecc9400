#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "helpers.h"
#include "times/calendar/resolve.h"
#include "times/grammar/patterns.h"

using namespace lede;
using lede::test::read;

namespace {

// "span=value" of every time of a sentence, published on Thursday 25 May 2017 unless told otherwise.
std::vector<std::string> times_of(const std::string& text, std::string_view published = "2017-05-25") {
    const Document doc = read(text, published);
    std::vector<std::string> found;
    for (const Time& time : doc.times)
        found.push_back(std::string(doc.slice(time.span)) + "=" + time.value +
                        (time.mod.empty() ? "" : " " + time.mod));
    return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("every pattern of times reads its example") {
    for (const auto table : lede::times::time_patterns())
        for (const lede::times::TimePattern& pattern : table) {
            CAPTURE(pattern.name);
            const std::string before = "The board has said that it will meet ";
            const Document doc = read(before + std::string(pattern.example) + ".", "2017-05-25");
            bool found = false;
            for (const Time& time : doc.times)
                found = found || (time.span.end > before.size() && !time.value.empty());
            CHECK(found);
        }
}

TEST_CASE("what lasts or is due lies ahead, and what came of something behind") {
    CHECK(times_of("The firm has cancelled all sailings until Sunday.") == Found{"Sunday=2017-05-28"});
    CHECK(times_of("The road was closed until Tuesday.") == Found{"Tuesday=2017-05-23"});
    CHECK(times_of("She cut short a visit and was due back in Prague on Friday.") ==
          Found{"Friday=2017-05-26"});
    CHECK(times_of("Town came from behind to beat Rovers 3-2 on Saturday.") == Found{"Saturday=2017-05-20"});
    CHECK(times_of("The two sides agreed to meet on Saturday.") == Found{"Saturday=2017-05-27"});
}

TEST_CASE("an age is no duration") {
    CHECK(times_of("A man aged 34 years was held.") == Found{});
    CHECK(times_of("She was treated at the age of four months.") == Found{});
    CHECK(times_of("The children, aged 8 to 10 years, sang for two hours.") == Found{"two hours=PT2H"});
    CHECK(times_of("He retired at the age of 65 to two years of quiet.") == Found{"two years=P2Y"});
}

TEST_CASE("full dates need no anchor") {
    for (const char* date : {"25 May 2017", "May 25, 2017", "25th of May 2017", "Thursday, May 25, 2017",
                             "2017-05-25", "25/05/2017"}) {
        CAPTURE(date);
        const Document doc = read("The mill was closed on " + std::string(date) + " for good.");
        REQUIRE(doc.times.size() == 1);
        CHECK(doc.times[0].value == "2017-05-25");
        CHECK(doc.times[0].begin == Date{2017, 5, 25});
        CHECK(test::text_of(doc, doc.times[0].span) == date);
    }
}

TEST_CASE("circa stands before a year") {
    for (const char* circa : {"c. 1871", "c 1871", "circa 1871"}) {
        CAPTURE(circa);
        const Document doc = read("The mill was built " + std::string(circa) + " in Ohio.");
        REQUIRE(doc.times.size() == 1);
        CHECK(doc.times[0].value == "1871");
    }
}

TEST_CASE("a weekday in the past tense is the last one, the day of publication included") {
    CHECK(times_of("The minister said on Thursday the mill was safe.") == Found{"Thursday=2017-05-25"});
    CHECK(times_of("The minister said on Wednesday the mill was safe.") == Found{"Wednesday=2017-05-24"});
    CHECK(times_of("Monday's flood closed the mill.") == Found{"Monday=2017-05-22"});
    CHECK(times_of("Workers left the mill on Wednesday night.") == Found{"Wednesday night=2017-05-24TNI"});
}

TEST_CASE("the tense of the clause says which May, Monday or Christmas is meant") {
    CHECK(times_of("The mill will close on Monday.") == Found{"Monday=2017-05-29"});
    CHECK(times_of("The mill will close in March.") == Found{"March=2018-03"});
    CHECK(times_of("The mill closed in October.") == Found{"October=2016-10"});
    CHECK(times_of("The mill will close on Christmas Eve.") == Found{"Christmas Eve=2017-12-24"});
    CHECK(times_of("The mill closed before Thanksgiving.") == Found{"Thanksgiving=2016-11-24"});
    CHECK(times_of("The plans announced in January were dropped.") == Found{"January=2017-01"});
    CHECK(times_of("It is said to resemble the flood which in October closed the mill.") ==
          Found{"October=2016-10"});
    CHECK(times_of("The mill confirmed in a statement to Recode on Thursday that it was shut.") ==
          Found{"Thursday=2017-05-25"});
}

TEST_CASE("last and next name days beyond today") {
    CHECK(times_of("They met last Thursday.") == Found{"last Thursday=2017-05-18"});
    CHECK(times_of("They will meet next Saturday.") == Found{"next Saturday=2017-06-03"});
}

TEST_CASE("tomorrow is not called next Friday, nor yesterday last Wednesday") {
    CHECK(times_of("They will meet next Friday.") == Found{"next Friday=2017-06-02"});
    CHECK(times_of("They met last Wednesday.") == Found{"last Wednesday=2017-05-17"});
    CHECK(times_of("They met on Wednesday.") == Found{"Wednesday=2017-05-24"});
    // After another time it may well be the day after that.
    CHECK(times_of("They met on 4 May 2017. The following Friday it burned.").back() ==
          "The following Friday=2017-05-05");
    CHECK(times_of("They met last October.") == Found{"last October=2016-10"});
}

TEST_CASE("days and units are counted from publication") {
    CHECK(times_of("The mill closed yesterday.") == Found{"yesterday=2017-05-24"});
    CHECK(times_of("The mill closed last week.") == Found{"last week=2017-W20"});
    CHECK(times_of("The mill closed last month.") == Found{"last month=2017-04"});
    CHECK(times_of("The mill closed two days ago.") == Found{"two days ago=2017-05-23"});
    CHECK(times_of("The mill closed two years ago.") == Found{"two years ago=2015"});
    CHECK(times_of("The mill closed early this month.") == Found{"early this month=2017-05 START"});
}

TEST_CASE("the time spoken of before anchors the next day and the year earlier") {
    CHECK(times_of("The mill closed on 3 March 2016. The next day it burned.") ==
          Found{"3 March 2016=2016-03-03", "The next day=2016-03-04"});
    CHECK(times_of("Sales fell in 2009. The next day it burned.").at(1) == "The next day=2017-05-26");
    CHECK(times_of("Sales fell in 2009. A year earlier they had risen.") ==
          Found{"2009=2009", "A year earlier=2008"});
}

TEST_CASE("without an anchor what is open stays open") {
    CHECK(times_of("The minister said on Thursday the mill was safe.", "") == Found{"Thursday=XXXX-WXX-4"});
    CHECK(times_of("The mill was closed on May 25 for good.", "") == Found{"May 25=XXXX-05-25"});
    CHECK(times_of("The mill was closed in October for good.", "") == Found{"October=XXXX-10"});
}

TEST_CASE("quarters, halves, seasons, decades and centuries") {
    CHECK(times_of("Sales fell in the fourth quarter of 2016.") ==
          Found{"the fourth quarter of 2016=2016-Q4"});
    CHECK(times_of("Sales fell in the first half of last year.") ==
          Found{"the first half of last year=2016-H1"});
    CHECK(times_of("Sales fell in the summer of 2015.") == Found{"the summer of 2015=2015-SU"});
    CHECK(times_of("Sales fell in the 1990s.") == Found{"the 1990s=199"});
    CHECK(times_of("Sales fell in the 19th century.") == Found{"the 19th century=18"});
    CHECK(times_of("Sales fell in late 2013.") == Found{"late 2013=2013 END"});
    CHECK(times_of("Sales fell in October of last year.") == Found{"October of last year=2016-10"});
}

TEST_CASE("durations and sets") {
    CHECK(times_of("The talks took more than 15 years.") == Found{"more than 15 years=P15Y MORE_THAN"});
    CHECK(times_of("The talks took two and a half hours.") == Found{"two and a half hours=PT2.5H"});
    CHECK(times_of("The talks took several weeks.") == Found{"several weeks=PXW"});
    CHECK(times_of("The talks took a decade.") == Found{"a decade=P1DE"});
    CHECK(times_of("A 12-hour strike hit the mill.") == Found{"12-hour=PT12H"});
    CHECK(times_of("The choir meets every Monday.") == Found{"every Monday=XXXX-WXX-1"});
    CHECK(times_of("The choir meets twice a week.") == Found{"twice a week=P1W"});
}

TEST_CASE("times of day lie on the day of their sentence") {
    CHECK(times_of("The mill was closed on Monday at 10:30 GMT.") ==
          Found{"Monday=2017-05-22", "10:30 GMT=2017-05-22T10:30Z"});
    CHECK(times_of("The mill was closed at 3 p.m. on Tuesday.") ==
          Found{"3 p.m. on Tuesday=2017-05-23T15:00"});
    CHECK(times_of("The mill closes at noon.") == Found{"noon=2017-05-25T12:00"});
    CHECK(times_of("The mill closes at noon.", "") == Found{"noon=T12:00"});
}

TEST_CASE("a part of a day may name its day after it") {
    CHECK(times_of("It burned on the morning of 22 December 2016.") ==
          Found{"the morning of 22 December 2016=2016-12-22TMO"});
    CHECK(times_of("She is wise beyond her years.").empty());
}

TEST_CASE("two days or years may share what one of them says") {
    CHECK(times_of("The fair was held on May 5-7 in the town.") ==
          Found{"May 5=2017-05-05", "May 5-7=P2D", "7=2017-05-07"});
    CHECK(times_of("The fair was held between 5 and 7 May 2016.") ==
          Found{"between 5 and 7 May 2016=P2D", "5=2016-05-05", "7 May 2016=2016-05-07"});
    CHECK(times_of("The fair was held from the fifth to the seventh of May 2016.") ==
          Found{"from the fifth to the seventh of May 2016=P2D", "the fifth=2016-05-05",
                "the seventh of May 2016=2016-05-07"});
    CHECK(times_of("Sales fell in 2015-16 again.") == Found{"2015=2015", "2015-16=P1Y", "16=2016"});
}

TEST_CASE("a stretch has its ends and the days between them") {
    const Document doc = read("It will receive the ships from 2009 to 2011.", "2007-06-09");
    REQUIRE(doc.times.size() == 3);
    CHECK(test::text_of(doc, doc.times[0].span) == "from 2009 to 2011");
    CHECK(doc.times[0].type == TimeType::duration);
    CHECK(doc.times[0].value == "P2Y");
    CHECK(doc.times[0].begin == Date{2009, 1, 1});
    CHECK(doc.times[0].end == Date{2011, 12, 31});
    // An end without a year has that of the other, or is the first after it, or the last before it.
    CHECK(times_of("It was mild from November 2016 to February.") ==
          Found{"from November 2016 to February=P3M", "November 2016=2016-11", "February=2017-02"});
    CHECK(times_of("It was mild in June-August 1992.") ==
          Found{"June=1992-06", "June-August 1992=P2M", "August 1992=1992-08"});
    CHECK(times_of("The mill will close from November to March.") ==
          Found{"from November to March=P4M", "November=2017-11", "March=2018-03"});
    CHECK(times_of("The mill was closed from November to March.") ==
          Found{"from November to March=P4M", "November=2016-11", "March=2017-03"});
    CHECK(times_of("The mill opens from Monday to Friday.").front() == "from Monday to Friday=P4D");
    CHECK(times_of("The mill opens between 9 a.m. and 5.30 p.m. on weekdays.").front() ==
          "between 9 a.m. and 5.30 p.m.=PT8H30M");
    CHECK(times_of("The vote was moved from Friday to Monday.").size() == 2);
    CHECK(times_of("Sales fell in March and May.").size() == 2);
}

TEST_CASE("times made of another are counted from it") {
    CHECK(times_of("It closed two weeks before Christmas.") ==
          Found{"two weeks before Christmas=2016-12-11"});
    CHECK(times_of("It opened three days after 12 January 2016.") ==
          Found{"three days after 12 January 2016=2016-01-15"});
    CHECK(times_of("It will open a month from tomorrow.") == Found{"a month from tomorrow=2017-06-26"});
    CHECK(times_of("It closed more than two weeks before yesterday.") ==
          Found{"more than two weeks before yesterday=2017-05-10 BEFORE"});
    CHECK(times_of("It closed in the week of 18 September 2016.") ==
          Found{"the week of 18 September 2016=2016-W37"});
    CHECK(times_of("It closed in the first week of October 2016.") ==
          Found{"the first week of October 2016=2016-W40"});
    CHECK(times_of("It closed in the last week of July 2016.") ==
          Found{"the last week of July 2016=2016-W30"});
    CHECK(times_of("It closed on the last day of 2016.") == Found{"the last day of 2016=2016-12-31"});
    CHECK(times_of("It closed on the last weekend of November 2016.") ==
          Found{"the last weekend of November 2016=2016-W47-WE"});
    CHECK(times_of("It will close on the 15th of next month.") == Found{"the 15th of next month=2017-06-15"});
    CHECK(times_of("It was shut over Easter weekend.") == Found{"Easter weekend=2017-W15-WE"});
    CHECK(times_of("It will be shut for two weeks from Monday.") == Found{"two weeks from Monday=P2W"});
    // A vote is no time, and months to another are a stretch of their own.
    CHECK(times_of("It closed two weeks before the vote.") == Found{"two weeks=P2W"});
    CHECK(times_of("It was shut in the three months from October to December.").front() ==
          "three months=P3M");
}

TEST_CASE("a stretch from the day of publication has days") {
    const Document next = read("It will rain for the next three days.", "2017-05-25");
    REQUIRE(next.times.size() == 1);
    CHECK(next.times[0].value == "P3D");
    CHECK(next.times[0].begin == Date{2017, 5, 26});
    CHECK(next.times[0].end == Date{2017, 5, 28});
    const Document past = read("It rained for the past two weeks.", "2017-05-25");
    REQUIRE(past.times.size() == 1);
    CHECK(past.times[0].begin == Date{2017, 5, 11});
    CHECK(past.times[0].end == Date{2017, 5, 24});
    const Document quarters = read("Sales fell in the last two quarters.", "2017-05-25");
    REQUIRE(quarters.times.size() == 1);
    CHECK(quarters.times[0].value == "P6M");
    CHECK(quarters.times[0].begin == Date{2016, 10, 1});
    CHECK(quarters.times[0].end == Date{2017, 3, 31});
    // In a story of the past it did not begin today.
    const Document story = read("Over the next two years the mill was rebuilt.", "2017-05-25");
    REQUIRE(story.times.size() == 1);
    CHECK_FALSE(story.times[0].begin);
}

TEST_CASE("clock times in words and beside their day") {
    CHECK(times_of("It opened at half past seven.") == Found{"half past seven=2017-05-25T07:30"});
    CHECK(times_of("It opened at a quarter to eight in the evening.") ==
          Found{"a quarter to eight in the evening=2017-05-25T19:45"});
    CHECK(times_of("It opened at 20 minutes past ten on Monday.") ==
          Found{"20 minutes past ten on Monday=2017-05-22T10:20"});
    CHECK(times_of("It will open at 7 tonight.") == Found{"7 tonight=2017-05-25T19:00"});
    CHECK(times_of("It will open on Monday at 4.") == Found{"Monday=2017-05-29", "4=2017-05-29T04:00"});
    CHECK(times_of("It opened last night at 8.") == Found{"last night=2017-05-24TNI", "8=2017-05-24T20:00"});
    CHECK(times_of("It will open tomorrow at nine thirty.") ==
          Found{"tomorrow=2017-05-26", "nine thirty=2017-05-26T09:30"});
    CHECK(times_of("It opened at 7:56:30 pm.") == Found{"7:56:30 pm=2017-05-25T19:56:30"});
    CHECK(times_of("Three in the morning is early.") == Found{"Three in the morning=2017-05-25T03:00"});
    for (const char* text :
         {"He was jailed for 16 months to four years.", "They lost 10 to 9 on the night they met.",
          "It trades at 7 times earnings.", "At 7, she left."}) {
        CAPTURE(text);
        for (const Time& time : read(text, "2017-05-25").times) CHECK(time.type != TimeType::time);
    }
}

TEST_CASE("days in numbers need a reason") {
    CHECK(times_of("It will close on 11/20.") == Found{"11/20=2017-11-20"});
    CHECK(times_of("It will close on 22/04.") == Found{"22/04=2018-04-22"});
    CHECK(times_of("It was shut from 10/1 to 11/7.") ==
          Found{"from 10/1 to 11/7=P37D", "10/1=2016-10-01", "11/7=2016-11-07"});
    CHECK(times_of("It opened on 2 Oct/2016.").size() <= 2);
    CHECK(times_of("The attacks of 9/11 came first.") == Found{"9/11=2001-09-11"});
    for (const char* text : {"The shop is open 24/7.", "His odds fell from 4/1 to 5/2 in a day's trade.",
                             "About 2/3 of them left.", "It moved from 1/2 to 3/4 of an inch."}) {
        CAPTURE(text);
        for (const Time& time : read(text, "2017-05-25").times) CHECK(time.type != TimeType::date);
    }
}

TEST_CASE("a weekday may have the number of its day") {
    CHECK(times_of("It will close on Monday the 12th.") == Found{"Monday the 12th=2017-06-12"});
    CHECK(times_of("It closed on Tuesday 16.") == Found{"Tuesday 16=2017-05-16"});
    CHECK(times_of("On Monday 21 people left.") == Found{"Monday=2017-05-22"});
    CHECK(times_of("It was born on Feb. 29.") == Found{"Feb. 29=2016-02-29"});
}

TEST_CASE("weeks, weekends and ends of what is at hand") {
    CHECK(times_of("It closed over the weekend.") == Found{"the weekend=2017-W20-WE"});
    CHECK(times_of("It will close at the weekend.") == Found{"the weekend=2017-W21-WE"});
    CHECK(times_of("The weekend edition sold well.").empty());
    CHECK(times_of("It will close by the end of the year.") == Found{"the end of the year=2017 END"});
    CHECK(times_of("It will close by year-end.") == Found{"year-end=2017 END"});
    CHECK(times_of("It closed earlier in the week.") == Found{"earlier in the week=2017-W21 START"});
    CHECK(times_of("It closed the week before last.") == Found{"the week before last=2017-W19"});
    CHECK(times_of("It will close next week on Tuesday.") == Found{"next week on Tuesday=2017-05-30"});
    CHECK(times_of("At the end of the day it was a loss.").empty());
    CHECK(times_of("It will close this Friday.") == Found{"this Friday=2017-05-26"});
    CHECK(times_of("It closed more than two years ago.") == Found{"more than two years ago=2015 BEFORE"});
}

TEST_CASE("sets of parts of days and of weekends") {
    CHECK(times_of("It closes on Friday mornings.") == Found{"Friday mornings=XXXX-WXX-5TMO"});
    CHECK(times_of("It closes every weekend.") == Found{"every weekend=XXXX-WXX-WE"});
    CHECK(times_of("It closes on weekdays.") == Found{"weekdays=XXXX-WXX-WD"});
    CHECK(times_of("It pays on the 19th of every month.") == Found{"the 19th of every month=XXXX-XX-19"});
    CHECK(times_of("It was one of the proudest nights of her life.").empty());
}

TEST_CASE("holidays move with the year") {
    CHECK(times_of("The mill closed on Easter Monday 2016.") == Found{"Easter Monday 2016=2016-03-28"});
    CHECK(times_of("The mill closed before Thanksgiving 2016.") == Found{"Thanksgiving 2016=2016-11-24"});
    CHECK(times_of("The mill closed on Christmas Eve 2016.") == Found{"Christmas Eve 2016=2016-12-24"});
}

TEST_CASE("days, years and hours may be spoken") {
    CHECK(times_of("It will close on May twenty-nine.") == Found{"May twenty-nine=2017-05-29"});
    CHECK(times_of("She was born on January twenty five nineteen eighty six.") ==
          Found{"January twenty five nineteen eighty six=1986-01-25"});
    CHECK(times_of("It will close on Monday the twelfth 7pm.").back() == "7pm=2017-06-12T19:00");
    CHECK(times_of("It will close at one thirty p.m. on Monday.").front() ==
          "one thirty p.m. on Monday=2017-05-29T13:30");
    CHECK(times_of("In May twenty people died.") == Found{"May=2017-05"});
}

TEST_CASE("months and dates in numbers have several orders") {
    CHECK(times_of("It closed in 2015-12 for good.") == Found{"2015-12=2015-12"});
    CHECK(times_of("It closed in 12-2015 for good.") == Found{"12-2015=2015-12"});
    CHECK(times_of("Sales fell in 2005-06.") == Found{"2005=2005", "2005-06=P1Y", "06=2006"});
    CHECK(times_of("It closed on 20161016.") == Found{"20161016=2016-10-16"});
    CHECK(times_of("It was founded in 2016 April.") == Found{"2016 April=2016-04"});
    CHECK(times_of("It was founded on 15 April of 87.") == Found{"15 April of 87=1987-04-15"});
    CHECK(times_of("It closed in October, 1st Lt. Smith said.") == Found{"October=2016-10"});
    for (const char* text :
         {"It sold 20161016 barrels.", "Call 20169916 for more.", "The serial is A20161016."}) {
        CAPTURE(text);
        CHECK(times_of(text).empty());
    }
}

TEST_CASE("a day that the calendar does not have has a value and no days") {
    for (const char* text : {"It closed on 30 February 2016.", "It closed on Feb. 30, 2016."}) {
        CAPTURE(text);
        const Document doc = read(text, "2017-05-25");
        REQUIRE(doc.times.size() == 1);
        CHECK(doc.times[0].value == "2016-02-30");
        CHECK_FALSE(doc.times[0].begin);
    }
    CHECK(times_of("It closed on 2/29/2015.") == Found{"2/29/2015=2015-02-29"});
}

TEST_CASE("weeks of the year are counted by ISO 8601, those of a course are not weeks of the year") {
    CHECK(times_of("Sales will rise in week 31.") == Found{"week 31=2017-W31"});
    for (const char* text : {"They lost in Week 10 to the Bears.", "Patients had improved at week 24.",
                             "It was the worst in week 3 of the strike."}) {
        CAPTURE(text);
        CHECK(times_of(text).empty());
    }
}

TEST_CASE("two weeks ago is a week by its value and covers a day") {
    const Document doc = read("It closed two weeks ago.", "2017-05-25");
    REQUIRE(doc.times.size() == 1);
    CHECK(doc.times[0].value == "2017-W19");
    CHECK(doc.times[0].begin == Date{2017, 5, 11});
    CHECK(doc.times[0].end == Date{2017, 5, 11});
    CHECK(times_of("It closed two weeks and two days ago.") ==
          Found{"two weeks and two days ago=2017-05-09"});
    CHECK(times_of("It closed a year ago.") == Found{"a year ago=2016"});
}

TEST_CASE("working days leave out the weekend") {
    const Document next = read("It will open within the next four business days.", "2017-05-25");
    REQUIRE(next.times.size() == 1);
    CHECK(next.times[0].value == "P4D");
    CHECK(next.times[0].end == Date{2017, 5, 31});
    const Document last = read("It was shut for the last four working days.", "2017-05-23");
    REQUIRE(last.times.size() == 1);
    CHECK(last.times[0].begin == Date{2017, 5, 17});
    CHECK(last.times[0].end == Date{2017, 5, 22});
}

TEST_CASE("what is within a time begins today, and the year to date ends today") {
    const Document within = read("It will open within nine months.", "2017-05-25");
    REQUIRE(within.times.size() == 1);
    CHECK(within.times[0].value == "P9M");
    CHECK(within.times[0].begin == Date{2017, 5, 25});
    CHECK(within.times[0].end == Date{2018, 2, 25});
    const Document year = read("Sales fell in the year to date.", "2017-05-25");
    REQUIRE(year.times.size() == 1);
    CHECK(year.times[0].value == "2017");
    CHECK(year.times[0].end == Date{2017, 5, 25});
    CHECK(times_of("Sales fell from March to date.").back() == "to date=PRESENT_REF");
    CHECK(times_of("It will be shut for 3 days from today.") == Found{"3 days from today=P3D"});
    CHECK(times_of("It will be shut for a week, from Monday.") == Found{"a week, from Monday=P1W"});
}

TEST_CASE("a stretch of months to come is one that is not over") {
    CHECK(times_of("The mill will close from April to August.") ==
          Found{"from April to August=P4M", "April=2017-04", "August=2017-08"});
}

TEST_CASE("the unit at hand, seasons and decades by themselves") {
    CHECK(times_of("Shares are up 4% for the year.") == Found{"the year=2017"});
    CHECK(times_of("The winter was mild.").size() == 1);
    CHECK(times_of("It was built in nineties.") == Found{"nineties=199"});
    for (const char* text : {"She was named player of the year.", "They lost in the quarter-final.",
                             "The winter coat was warm.", "She is in her nineties."}) {
        CAPTURE(text);
        CHECK(times_of(text).empty());
    }
}

TEST_CASE("hours, days and years may be a letter") {
    CHECK(times_of("It was shut for 3h.") == Found{"3h=PT3H"});
    CHECK(times_of("It was shut for 10d.") == Found{"10d=P10D"});
    for (const char* text :
         {"They paid for 3D glasses.", "They paid for 4K and 5G.", "It sold 10D batteries."}) {
        CAPTURE(text);
        CHECK(times_of(text).empty());
    }
}

TEST_CASE("words that only look like times are left alone") {
    for (const char* text :
         {"Theresa May said the mill may close.", "The second man said he had seen them march.",
          "The Sunday Times was not amused.", "A 34-year-old man was held.", "Good morning to all of them.",
          "They read it in the Morning Herald.", "The match ended 3-1.", "The mill employs 1984 people.",
          "Call +86 138-2010-2015 for more.", "Call 2010-2015-86 for more.", "It is marked 133-03-03-2020.",
          "The point lies at 40.1693, 1666.90125 on the grid.", "This may take longer than expected.",
          "The machines are up to date.", "It was the dawn of a new era.", "Two thirds, or 2/3, agreed.",
          "It stood at 4.25 at the end.", "They won 10 to 9 at home."}) {
        CAPTURE(text);
        CHECK(times_of(text).empty());
    }
}

TEST_CASE("the publication date is taken from a date line and not from the story") {
    const Document line = read("Mill closes\n\nMarch 1, 2008\n\nThe mill closed on Friday, its owner said.");
    REQUIRE(line.published);
    CHECK(line.published->value == Date{2008, 3, 1});
    CHECK(line.times.back().value == "2008-02-29");
    const Document story = read(
        "Mill closes\n\nThe mill, built on 3 May 1890 by the brothers of its present owner, closed on "
        "Friday.");
    CHECK_FALSE(story.published);
}

TEST_CASE("hostile text gives times in order and within it") {
    std::string dashes, mays, numbers;
    for (int i = 0; i < 3000; ++i) {
        dashes += "2017-";
        mays += "May ";
        numbers += "1 ";
    }
    const std::string hostile[] = {dashes,
                                   mays,
                                   numbers,
                                   std::string("May\xff 25\xcc\x81, 2017"),
                                   std::string("at 10:30\0 GMT", 13),
                                   "999999999999 years ago",
                                   "in 99999999999999999999 weeks",
                                   "May 99, 9999",
                                   "0000-00-00",
                                   "the 31st century",
                                   "9999 years later",
                                   "50000 centuries ago"};
    for (const std::string& text : hostile) {
        const Document doc = read("The mill was closed on " + text + ".", "2017-05-25");
        std::uint32_t last = 0;
        for (const Time& time : doc.times) {
            CHECK(time.span.begin >= last);
            CHECK(time.span.begin < time.span.end);
            CHECK(time.span.end <= doc.text.size());
            last = time.span.end;
        }
    }
}
