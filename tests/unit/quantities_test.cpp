#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "helpers.h"
#include "quantities/finder.h"
#include "quantity_text.h"

using namespace lede;
using lede::test::read;

namespace {

constexpr const char* kind_names[] = {"cardinal", "ordinal", "money", "percent", "measure", "age"};

// "text: kind value[-upper] unit (modifier) of counted" of every quantity but ordinals.
std::vector<std::string> quantities_of(const std::string& text) {
    const Document doc = read(text, "2017-05-25");
    std::vector<std::string> found;
    for (const Quantity& q : doc.quantities) {
        std::ostringstream out;
        out << doc.slice(q.span) << ": " << kind_names[static_cast<int>(q.kind)] << ' ' << std::fixed;
        out.precision(q.value == static_cast<double>(static_cast<long long>(q.value)) ? 0 : 3);
        out << q.value;
        if (q.upper) out << '-' << *q.upper;
        if (!q.unit.empty()) out << ' ' << q.unit;
        if (!q.modifier.empty()) out << " (" << q.modifier << ')';
        if (q.of) out << " of " << doc.slice(*q.of);
        found.push_back(out.str());
    }
    return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("every pattern of quantities reads its example") {
    for (const lede::quantities::QuantityPattern& pattern : lede::quantities::quantity_patterns()) {
        CAPTURE(std::string(pattern.name));
        CHECK(test::quantities_of(read(std::string(pattern.example))) == pattern.expected);
    }
}

TEST_CASE("money in symbols, codes and words") {
    CHECK(quantities_of("The mill owed more than $3.5 billion to them.") ==
          Found{"more than $3.5 billion: money 3500000000 USD (more than)"});
    CHECK(quantities_of("It cost £3.2bn to them.") == Found{"£3.2bn: money 3200000000 GBP"});
    CHECK(read("It cost them £1.13m and $4.35m.").quantities.at(0).value == 1130000.0);
    CHECK(read("It cost them £1.13m and $4.35m.").quantities.at(1).value == 4350000.0);
    CHECK(quantities_of("It cost €12m to them.") == Found{"€12m: money 12000000 EUR"});
    CHECK(quantities_of("It cost Rs 2 crore to them.") == Found{"Rs 2 crore: money 20000000 INR"});
    CHECK(quantities_of("It cost half a billion dollars to them.") ==
          Found{"half a billion dollars: money 500000000 USD"});
    CHECK(quantities_of("It cost $1.13bn (£600m) to them.") ==
          Found{"$1.13bn: money 1130000000 USD", "£600m: money 600000000 GBP"});
    CHECK(quantities_of("The oil that they had sold cost $58.24 per barrel to them.") ==
          Found{"$58.24 per barrel: money 58.240 USD per barrel"});
    CHECK(quantities_of("It cost $5-10 million to them.") ==
          Found{"$5-10 million: money 5000000-10000000 USD"});
    CHECK(quantities_of("It cost 10.4 cents to them.") == Found{"10.4 cents: money 0.104 USD"});
}

TEST_CASE("currencies stand before or after, with their scale or their cents") {
    CHECK(quantities_of("It cost 10 \u20ac to them.") == Found{"10 \u20ac: money 10 EUR"});
    CHECK(quantities_of("It cost hk $ 10.05 billion to them.") ==
          Found{"hk $ 10.05 billion: money 10050000000 HKD"});
    CHECK(quantities_of("It cost Mex$ 10 million to them.") == Found{"Mex$ 10 million: money 10000000 MXN"});
    CHECK(quantities_of("It cost 481.5m yuan to them.") == Found{"481.5m yuan: money 481500000 CNY"});
    CHECK(quantities_of("It lost 75 USD million to them.") == Found{"75 USD million: money 75000000 USD"});
    CHECK(quantities_of("It lost 30 MEUR to them.") == Found{"30 MEUR: money 30000000 EUR"});
    CHECK(quantities_of("It cost 7.5 million Danish crowns then.") ==
          Found{"7.5 million Danish crowns: money 7500000 DKK"});
    CHECK(quantities_of("It cost them 15 dollars and 50.") == Found{"15 dollars and 50: money 15.500 USD"});
    CHECK(quantities_of("It cost eight or nine euros to them.") ==
          Found{"eight: money 8 EUR", "nine euros: money 9 EUR"});
    CHECK(quantities_of("They will try 5 times with them.") == Found{"5: cardinal 5 of times"});
    CHECK(quantities_of("They sold 10 $5 notes to them.").back() == "$5: money 5 USD");
}

TEST_CASE("shares in percent and percentage points") {
    CHECK(quantities_of("It rose by 76% then.") == Found{"76%: percent 76 percent"});
    CHECK(quantities_of("It rose by 3.5 per cent then.") == Found{"3.5 per cent: percent 3.500 percent"});
    CHECK(quantities_of("It rose by two percentage points then.") ==
          Found{"two percentage points: measure 2 percentage point"});
    CHECK(quantities_of("It rose by 5% to 7% then.") ==
          Found{"5%: percent 5 percent", "7%: percent 7 percent"});
}

TEST_CASE("measures have the English singular name of their unit") {
    CHECK(quantities_of("It was 12 km away.") == Found{"12 km: measure 12 kilometre"});
    CHECK(quantities_of("Winds of 50mph hit it.") == Found{"50mph: measure 50 mile per hour"});
    CHECK(quantities_of("It was about 40 degrees Celsius then.") ==
          Found{"about 40 degrees Celsius: measure 40 degree Celsius (about)"});
    CHECK(quantities_of("He ran between 15 km and 17 km there.") ==
          Found{"15 km and 17 km: measure 15-17 kilometre"});
    CHECK(quantities_of("He was 6ft 3in then.") == Found{"6ft 3in: measure 6.250 foot"});
    CHECK(quantities_of("He weighed 12 pounds then.") == Found{"12 pounds: measure 12 pound"});
    CHECK(quantities_of("It had 275 pound-feet of torque then.") ==
          Found{"275 pound-feet of torque: measure 275 pound-foot"});
    CHECK(quantities_of("It ran at over 188 miles an hour, they said.") ==
          Found{"over 188 miles an hour: measure 188 mile per hour (over)"});
    CHECK(quantities_of("The weight is 20 (kg) here.") == Found{"20 (kg): measure 20 kilogram"});
    CHECK(quantities_of("It fell by 2 to 4 degrees Celsius then.") ==
          Found{"2 to 4 degrees Celsius: measure 2-4 degree Celsius"});
    CHECK(quantities_of("They have a 5G network there.").empty());
}

TEST_CASE("ages") {
    CHECK(quantities_of("A man aged 34 was held.") == Found{"34: age 34 year"});
    CHECK(quantities_of("A man aged 34 years was held.") == Found{"34 years: age 34 year"});
    CHECK(quantities_of("She was treated at the age of four months.") == Found{"four months: age 4 month"});
    CHECK(quantities_of("A 34-year-old man was held.") == Found{"34-year-old: age 34 year"});
    CHECK(quantities_of("He saw Anna Smith, 34, at the mill.") == Found{"34: age 34 year"});
    CHECK(quantities_of("The miller turned 50 then.") == Found{"50: age 50 year"});
    CHECK(quantities_of("A woman in her 80s was held.") == Found{"80s: age 80-89 year"});
    CHECK(quantities_of("They were players over the age of 21 then.") == Found{"21: age 21 year"});
    CHECK(quantities_of("It was for their older daughter, who was 10.") == Found{"10: age 10 year"});
    CHECK(quantities_of("It was for a mill that was 10.") == Found{"10: cardinal 10"});
}

TEST_CASE("ranges and modifiers") {
    CHECK(quantities_of("It holds between 20 and 30 boats.") == Found{"20 and 30: cardinal 20-30 of boats"});
    CHECK(quantities_of("It holds up to 400 people.") == Found{"up to 400: cardinal 400 (up to) of people"});
    CHECK(quantities_of("It holds dozens of boats.") == Found{"dozens: cardinal 24-100 of boats"});
    CHECK(quantities_of("It holds more than 20 but fewer than 30 boats.") ==
          Found{"more than 20 but fewer than 30: cardinal 20-30 of boats"});
    CHECK(quantities_of("It holds more than 20 boats but fewer than 30 men.").size() == 2);
    CHECK(quantities_of("It was between minus 5 and 3 degrees Celsius then.") ==
          Found{"minus 5 and 3 degrees Celsius: measure -5-3 degree Celsius"});
    CHECK(quantities_of("It rose by 5 to 20 there.") == Found{"5: cardinal 5", "20: cardinal 20"});
    CHECK(quantities_of("They met the 68-nation coalition.") == Found{"68: cardinal 68 of nation"});
}

TEST_CASE("figures that are no amounts are left alone") {
    for (const char* text :
         {"The match ended 3-1 there.", "Call 020-7946-0018 now to ask.", "The A380 landed there with them.",
          "It happened on 25 May 2017 there.", "No one saw which one it was.",
          "They saw the F-16 and the COVID-19 ward.", "Call +44 20 7946 0018 or (555) 010-1234 now.",
          "They waited for flight 447 and read page 38 of the report.", "The 787 Dreamliner landed there.",
          "1. Ask the clerk for a copy of it.", "They waited for a second, and then they left.",
          "The server 192.168.1.2 was down for them."}) {
        CAPTURE(text);
        CHECK(quantities_of(text).empty());
    }
}

TEST_CASE("hostile text gives quantities in order and within it") {
    std::string digits(5000, '1'), ones, dollars, words;
    for (int i = 0; i < 2000; ++i) {
        ones += "1 ";
        dollars += "$";
        words += "hundred and ";
    }
    const std::string hostile[] = {digits,
                                   ones,
                                   dollars,
                                   words,
                                   std::string("5\xff%"),
                                   "5\xcc\x81%",
                                   std::string("$\0"
                                               "5",
                                               3),
                                   "1e999",
                                   "-",
                                   "- - -5",
                                   "0/0",
                                   "1/0",
                                   "99/00",
                                   "99999999999999999 trillion trillion trillion"};
    for (const std::string& text : hostile) {
        const Document doc = read("The mill owed them " + text + ".", "2017-05-25");
        std::uint32_t last = 0;
        for (const Quantity& q : doc.quantities) {
            CHECK(q.span.begin >= last);
            CHECK(q.span.begin < q.span.end);
            CHECK(q.span.end <= doc.text.size());
            CHECK(q.value - q.value == 0);
            if (q.upper) CHECK(*q.upper > q.value);
            last = q.span.end;
        }
    }
}
