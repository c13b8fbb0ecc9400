// Thirty sentences in newsroom style, written for the project before the engine was asked about them:
// seventeen with quantities and thirteen with digits and number words that are none. A probe of the stage,
// not its specification: the engine counts the one of "one of the oldest", as annotated news does (Almasian
// et al. 2023, CQE).
#include <doctest/doctest.h>

#include <string>

#include "quantity_text.h"

using namespace lede;

namespace {

struct Probe {
    const char* text;
    const char* expected;  // "kind value[-upper] unit of counted" of each, joined by "; "
};

constexpr Probe probes[] = {
    {"The explosion at the dye works killed 22 people and injured at least 140 others.",
     "cardinal 22 of people; cardinal 140 of others"},
    {"A 68-nation coalition backed the plan in Geneva on the final day of the talks.",
     "cardinal 68 of nation"},
    {"Delegates from more than 60 countries had signed the treaty by nightfall.", "cardinal 60 of countries"},
    {"Sales at the brewer fell to £3.2bn, and it will close 14 pubs along the coast.",
     "money 3200000000 GBP; cardinal 14 of pubs"},
    {"The charity was left half a billion dollars by a retired dentist from Ohio.", "money 500000000 USD"},
    {"Villagers were promised Rs 2 crore for the fields that the river took.", "money 20000000 INR"},
    {"Between 20 and 30 trawlers were turned back off the cape, the coastguard said.",
     "cardinal 20-30 of trawlers"},
    {"Turnout slipped by 2.5 percentage points to 61.4 per cent, the returning officer said.",
     "measure 2.5 percentage point; percent 61.4 percent"},
    {"Two-thirds of the teachers stayed at home, the union claimed.", "cardinal 0.667 of teachers"},
    {"The tunnel is 4.5 kilometres long and cost the taxpayer €780m.",
     "measure 4.5 kilometre; money 780000000 EUR"},
    {"Rioters burnt a dozen buses and smashed the windows of five banks.",
     "cardinal 12 of buses; cardinal 5 of banks"},
    {"The goalkeeper, aged 19, saved four penalties in the shoot-out.",
     "age 19 year; cardinal 4 of penalties"},
    {"She came third in the slalom and first in the downhill.", "ordinal 3; ordinal 1"},
    {"Wheat rose 3% to $212.50 a tonne, and millers now pay 97 cents more for a sack.",
     "percent 3 percent; money 212.5 USD per tonne; money 0.97 USD"},
    {"Divers brought up 1,340 bronze coins, twenty-two rings and an anchor.",
     "cardinal 1340 of bronze coins; cardinal 22 of rings"},
    {"As many as one in five pupils missed lessons, the inspectors found.", "cardinal 0.2 of pupils"},
    {"The storm brought gusts of 95mph and dumped 120 mm on the hills.",
     "measure 95 mile per hour; measure 120 millimetre"},
    // What looks like a quantity and is none.
    {"Customs officers opened a crate marked AX-4471 and found the paintings.", ""},
    {"Anyone who saw the van should call 0113 496 0182 or visit a police station.", ""},
    {"The bridge, finished in 1936, was closed again after the flood of 2011.", ""},
    {"1. Ask the landlord for a copy of the gas certificate.", ""},
    {"Passengers booked on flight 447 were told to wait in the departure hall.", ""},
    {"Rovers beat Athletic 3-1 at home and drew 2-2 away.", ""},
    {"The mill is one of the oldest in the county and still grinds flour.", ""},
    {"The driver looked away for a split second, the jury heard.", ""},
    {"Lorries queued along the M25 and the A3 after the spill.", ""},
    {"A Boeing 737 slid off the runway and hit a parked Airbus A320.", ""},
    {"The promise is on page 38 of the manifesto.", ""},
    {"The winning ticket was sold at a kiosk in Leeds, LS1 4AP, the operator said.", ""},
    {"A number of councillors walked out before the vote.", ""},
};

}  // namespace

TEST_CASE("at least 29 of 30 sentences of the probe are read right") {
    static_assert(std::size(probes) == 30);
    int right = 0;
    for (const Probe& probe : probes) {
        const std::string got = test::quantities_of(test::read(probe.text));
        if (got == probe.expected)
            ++right;
        else
            MESSAGE(std::string(probe.text), "\n  expected: ", std::string(probe.expected),
                    "\n  found:    ", got);
    }
    CHECK(right >= 29);
}
