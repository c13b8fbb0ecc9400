// Thirty sentences in newsroom style, written for this project before the grammar had seen them: eighteen
// with times in them, twelve with words that only look like times.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "helpers.h"

using namespace lede;
using lede::test::read;

namespace {

struct Probe {
    const char* text;
    const char* published;
    std::vector<std::string> expected;  ///< "words=value"
};

const std::vector<Probe>& probes() {
    static const std::vector<Probe> all{
        // Times.
        {"The council will vote on Tuesday on whether to close the library.",
         "2024-03-14",
         {"Tuesday=2024-03-19"}},
        {"Two former guards were arrested on Sunday in connection with the escape.",
         "2024-03-14",
         {"Sunday=2024-03-10"}},
        {"The ferry sank shortly before 4:15 a.m. on 9 November 2021, the inquiry heard.",
         "2024-03-14",
         {"4:15 a.m. on 9 November 2021=2021-11-09T04:15"}},
        {"Prices have risen by a fifth since late 2022, the bank's figures show.",
         "2024-03-14",
         {"late 2022=2022"}},
        {"Exports fell 3% in the third quarter of last year.",
         "2024-03-14",
         {"the third quarter of last year=2023-Q3"}},
        {"The bridge will be shut from 3 to 7 June for repairs.",
         "2024-03-14",
         {"from 3 to 7 June=P4D", "3=2024-06-03", "7 June=2024-06-07"}},
        {"She led the union between 1984 and 1991.",
         "2024-03-14",
         {"between 1984 and 1991=P7Y", "1984=1984", "1991=1991"}},
        {"The strike, now in its third week, began at half past six in the morning on Monday.",
         "2024-03-14",
         {"now=PRESENT_REF", "half past six in the morning on Monday=2024-03-11T06:30"}},
        {"Trains ran every 20 minutes on weekdays until the timetable was cut.",
         "2024-03-14",
         {"every 20 minutes=PT20M", "weekdays=XXXX-WXX-WD"}},
        {"The two sides met in Oslo in February and will meet again early next month.",
         "2024-03-14",
         {"February=2024-02", "early next month=2024-04"}},
        {"The fire broke out on 12 August 2019; two days later the roof fell in.",
         "2024-03-14",
         {"12 August 2019=2019-08-12", "two days later=2019-08-14"}},
        {"The minister resigned two weeks before Christmas.",
         "2024-03-14",
         {"two weeks before Christmas=2023-12-11"}},
        {"Rain is expected over the next three days across the north.",
         "2024-03-14",
         {"the next three days=P3D"}},
        {"The harvest festival was a fixture of village life in the 1950s.", "2024-03-14", {"the 1950s=195"}},
        {"The company expects a profit by the end of the year.", "2024-03-14", {"the end of the year=2024"}},
        {"Talks lasted more than eleven hours before breaking up.",
         "2024-03-14",
         {"more than eleven hours=PT11H"}},
        {"Polls open at 7 a.m. on Sunday and close at 10 p.m. GMT.",
         "2024-03-14",
         {"7 a.m. on Sunday=2024-03-17T07:00", "10 p.m. GMT=2024-03-17T22:00Z"}},
        {"The budget for fiscal 2025 was passed in the first week of October.",
         "2024-11-14",
         {"fiscal 2025=FY2025", "the first week of October=2024-W40"}},
        // Traps.
        {"Mrs May told the Sun that critics may march wherever they like.", "2017-05-25", {}},
        {"Orwell's 1984 has been banned from the school library.", "2024-03-14", {}},
        {"Rovers won 3-1 and United drew 2-2 in front of 1,950 supporters.", "2024-03-14", {}},
        {"Flight 1922 was diverted to Shannon with smoke in the cabin.", "2024-03-14", {}},
        {"The second candidate and the third were seconds apart in the poll, a mere footnote.",
         "2024-03-14",
         {}},
        {"April Hughes, a nurse, said June Carter had been kind to her.", "2024-03-14", {}},
        {"\"Now, let me be clear,\" the senator said, \"the bill is dead.\"", "2024-03-14", {}},
        {"The suspect, a 34-year-old plumber, is wanted for fraud.", "2024-03-14", {}},
        {"Two thirds of 2,000 people polled backed the plan, and 2/3 of members did.", "2024-03-14", {}},
        {"The spring in the mattress had broken and prices continued to fall.", "2024-03-14", {}},
        {"Call 020 7946 1999 or write to Room 2015, Mill House.", "2024-03-14", {}},
        {"The equipment was not up to date, and the last person to use it said so.", "2024-03-14", {}},
    };
    return all;
}

}  // namespace

TEST_CASE("at least twenty-nine of thirty sentences have the times that a reader sees") {
    REQUIRE(probes().size() == 30);
    int right = 0;
    for (const Probe& probe : probes()) {
        const Document doc = read(probe.text, probe.published);
        std::vector<std::string> found;
        for (const Time& time : doc.times)
            found.push_back(std::string(doc.slice(time.span)) + "=" + time.value);
        if (found == probe.expected)
            ++right;
        else
            MESSAGE(std::string(probe.text));
    }
    CHECK(right >= 29);
}
