#include <doctest/doctest.h>

#include <algorithm>

#include "helpers.h"

using namespace lede;
using lede::test::read;
using lede::test::text_of;

namespace {

std::vector<Check> of_kind(const Document& doc, CheckKind kind) {
    std::vector<Check> result;
    std::copy_if(doc.checks.begin(), doc.checks.end(), std::back_inserter(result),
                 [&](const Check& check) { return check.kind == kind; });
    return result;
}

}  // namespace

TEST_CASE("two sizes of one group are queried") {
    const Document doc = read(
        "The minister spoke to the league of more than 30 cities on Monday. She praised its work.\n\n"
        "The mayor said that the 36-city league would grow next year.");
    const auto found = of_kind(doc, CheckKind::conflicting_numbers);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].spans.size() == 2);
    CHECK(found[0].message.find("“more than 30 cities”") != std::string::npos);
}

TEST_CASE("sizes of different groups and equal sizes are no conflict") {
    const Document different = read(
        "The minister spoke to the league of more than 30 cities on Monday.\n\n"
        "The mayor said that the 12-member committee would meet the 36-player squad.");
    CHECK(of_kind(different, CheckKind::conflicting_numbers).empty());
    const Document equal = read(
        "The minister spoke to the league of 30 cities on Monday.\n\nThe 30-city league was founded by the "
        "mayor.");
    CHECK(of_kind(equal, CheckKind::conflicting_numbers).empty());
}

namespace {

std::size_t conflicts(const char* text, std::string_view published = "") {
    return of_kind(read(text, published), CheckKind::conflicting_numbers).size();
}

}  // namespace

TEST_CASE("two tolls of one event are queried, those of several events are not") {
    CHECK(
        conflicts(
            "The blast in Harlow killed 22 people on the quay. Doctors came at once.\n\nThe mayor said that "
            "25 people were killed.") == 1);
    CHECK(conflicts(
              "The blast in Harlow killed at least 22 people on the quay.\n\nThe mayor said that 25 people "
              "were killed.") == 0);
    CHECK(
        conflicts(
            "The blast in Harlow killed 22 people on the quay.\n\nIn another blast 25 people were killed.") ==
        0);
    CHECK(conflicts(
              "The blast in Harlow killed 22 people.\n\nThe fire killed 25 people.\n\nThe flood killed 31 "
              "people.") == 0);
    CHECK(conflicts("The blast killed 22 people in Harlow.\n\nThe fire in Leeds killed 25 people.") == 0);
}

TEST_CASE("a part larger than its whole is queried") {
    CHECK(conflicts("The ferry carried 22 people, including 25 children, the harbour master said.") == 1);
    CHECK(conflicts("The ferry carried 22 people, including 12 children, the harbour master said.") == 0);
    CHECK(conflicts("The band had eight top three hits, including four number ones, the label said.") == 0);
}

TEST_CASE("parts and shares that do not add up are queried") {
    CHECK(conflicts("They elected 12 women and 11 men, a total of 24 members, the clerk said.") == 1);
    CHECK(conflicts("They elected 12 women and 11 men, a total of 23 members, the clerk said.") == 0);
    CHECK(conflicts("In the poll 60% said yes and the remaining 30% said no to the plan.") == 1);
    CHECK(conflicts("In the poll 60% said yes and the remaining 40% said no to the plan.") == 0);
    CHECK(conflicts("In the poll 33.3% said yes, 33.3% said no and the other 33.3% did not know.") == 0);
    CHECK(conflicts("The members were 52% in favour and 51% against, the clerk said.") == 1);
    CHECK(conflicts("The members were 52% in favour and 48% against, the clerk said.") == 0);
}

TEST_CASE("a change that its ends contradict is queried") {
    CHECK(conflicts("Sales rose 20% to £50m from £45m a year earlier, the brewer said.") == 1);
    CHECK(conflicts("Sales rose 11% to £50m from £45m a year earlier, the brewer said.") == 0);
    CHECK(conflicts("Sales fell 10% to £45m from £50m a year earlier, the brewer said.") == 0);
}

TEST_CASE("an age that contradicts another one or the date of birth is queried") {
    CHECK(conflicts(
              "The prize went to Anna Lee, 34, on Monday. The judges praised Anna Lee, 36, for her work.") ==
          1);
    const auto dates = [](const char* text, std::string_view published = "") {
        return of_kind(read(text, published), CheckKind::conflicting_dates).size();
    };
    CHECK(dates("The prize went to Anna Lee, 34, on Monday. Anna Lee was born in 1970 on the coast.",
                "2019-03-05") == 1);
    CHECK(dates("The prize went to Anna Lee, 34, on Monday. Anna Lee was born in 1984 on the coast.",
                "2019-03-05") == 0);
    CHECK(dates("The prize went to Anna Lee, 34, on Monday. Anna Lee was born in 1970 on the coast.") == 0);
    CHECK(
        dates("The prize went to Anna Lee, 34, on Monday. Lee, a retired nurse who was born in Hull in 1970, "
              "wept at the news.",
              "2019-03-05") == 1);
    CHECK(
        dates("The fire killed Anna Lee on Monday. The 71-year-old was asleep. Anna Lee was born in 1970 on "
              "the coast.",
              "2019-03-05") == 1);
}

TEST_CASE("a figure of the headline that the story contradicts is queried") {
    const char* const story =
        "Brewer will cut 400 jobs\n\nA brewer on the coast will cut 450 jobs, it said on Monday. "
        "The union called the plan a scandal.";
    CHECK(conflicts(story) == 1);
    CHECK(
        conflicts(
            "Brewer will cut 400 jobs\n\nA brewer on the coast will cut 400 jobs, it said on Monday. It had "
            "cut 250 jobs before that.") == 0);
    CHECK(conflicts("Brewer is sold for £3bn\n\nA brewer on the coast was sold for £3.1bn on Monday. The "
                    "union called "
                    "the price a scandal.") == 0);
}

TEST_CASE("the headline counts what the story counts, whatever it is") {
    CHECK(
        conflicts("Seven things to know about the mill\n\nThe mill by the river is to close in May. Here are "
                  "8 things to know.") == 1);
    CHECK(conflicts("Rents in the town rise by 12%\n\nRents in the town rose by 21% last year, the agents "
                    "said.") == 1);
    CHECK(conflicts("Have you used one of these mills?\n\nThere are six mills by the river in the town.") ==
          0);
    CHECK(conflicts("Rents rise by 12%\n\nRents rose by 21% in the town and by 3% elsewhere, the agents "
                    "said.") == 0);
}

TEST_CASE("a weekday that contradicts its date is queried") {
    const Document doc =
        read("The court will sit on Monday, 5 March 2019, the clerk said to the press.", "2019-02-20");
    const auto found = of_kind(doc, CheckKind::conflicting_dates);
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.find("Tuesday") != std::string::npos);
    const Document right =
        read("The court will sit on Tuesday, 5 March 2019, the clerk said to the press.", "2019-02-20");
    CHECK(of_kind(right, CheckKind::conflicting_dates).empty());
}

TEST_CASE("a weekday needs a date of publication") {
    const char* const text =
        "The court will hear the case on Thursday, and the judges will speak about it then.";
    CHECK(of_kind(read(text), CheckKind::weekday_without_date).size() == 1);
    CHECK(of_kind(read(text, "2019-02-20"), CheckKind::weekday_without_date).empty());
    // What comes back every week has no date to ask for.
    for (const char* often :
         {"The court will sit on weekdays and every weekend, the judges said to the press.",
          "The court hears its cases every Monday, and the judges speak about it."})
        CHECK(of_kind(read(often), CheckKind::weekday_without_date).empty());
}

TEST_CASE("an acronym is queried unless it is known or spelled out") {
    const Document doc = read(
        "The report was written by the QZTB for the council. The UN and the BBC had asked for it.\n\n"
        "The Harlow Farmers Union, or HFU, said that it would read the report.");
    const auto found = of_kind(doc, CheckKind::undefined_acronym);
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "“QZTB” is never spelled out. Say what it stands for.");
}

TEST_CASE("codes, tickers, words in capitals and what is described are no acronyms") {
    for (const char* text :
         {"Kestrel Robotics Inc. (NASDAQ: KSTL) raised its forecast on Wednesday after a good quarter.",
          "The flaw, QZTB-2017-5638, was found by a student, the company said on Wednesday.",
          "The council met on Monday.\n\nA HERO neighbour ran into the house. “He is a hero,” she said.",
          "The report was written by the broadcaster QZTB, the mayor said on Wednesday.",
          "Four members left on Monday. The technicians' union, QZTB, said that it had not been told."})
        CHECK_MESSAGE(of_kind(read(text), CheckKind::undefined_acronym).empty(), text);
}

TEST_CASE("outlets, labels of numbers and brands need not be spelled out") {
    for (const char* text :
         {"The report was read by VOA on Wednesday, and the mayor said that it was right.",
          "The book, ISBN 0-571-17995-9, was printed in the town. Its ISBN is on the cover.",
          "The road, QZTB 12, was closed on Wednesday, the mayor said to the press.",
          "QZTB is a broadcaster in the town. The mayor spoke to QZTB on Wednesday.",
          "Ann Lee founded SSEYO in the town in 1990. In 1995 SSEYO Koan Pro was released to musicians."})
        CHECK_MESSAGE(of_kind(read(text), CheckKind::undefined_acronym).empty(), text);
}

namespace {

std::size_t unnamed(const char* text) { return of_kind(read(text), CheckKind::anonymous_source).size(); }

}  // namespace

TEST_CASE("insiders without a name are queried") {
    CHECK(
        unnamed(
            "The firm will close the mill in May. A source close to the owner said that the plan was old.") ==
        1);
    CHECK(
        unnamed(
            "The firm will close the mill in May. People familiar with the matter said that it was sold.") ==
        1);
    CHECK(unnamed(
              "The council will close the bridge. One council officer said that nobody had asked for it.") ==
          1);
    CHECK(unnamed(
              "The firm will close the mill in May. It is understood that two of its directors have left.") ==
          1);
    CHECK(
        unnamed(
            "The firm will close the mill in May. A dealer, who asked not to be named, said it was sold.") ==
        1);
}

TEST_CASE("whoever speaks on condition of anonymity is queried, quotation or not") {
    CHECK(unnamed("The army is leaving the town. A U.S. intelligence official told VOA, on condition of "
                  "anonymity, that the rebels had been paid.") == 1);
    CHECK(unnamed("The army is leaving the town. The officials spoke on condition of anonymity because they "
                  "were not allowed to talk to the press.") == 1);
    CHECK(unnamed("The army is leaving the town. An official refused to speak on condition of anonymity.") ==
          0);
    CHECK(unnamed("The army is leaving the town. Donors gave the money on condition of anonymity.") == 0);
}

TEST_CASE("sources that need no name are not queried") {
    CHECK(unnamed("The firm will close the mill in May. Analysts said that the plan was old.") == 0);
    CHECK(unnamed("The bridge will close in May. Residents and critics of the plan said it was a scandal.") ==
          0);
    CHECK(unnamed(
              "The defendant said in court that he was not guilty. Two witnesses said they saw him leave.") ==
          0);
    // Named in the next sentence.
    CHECK(unnamed("A senior official said that the bridge would close in May. Ann Lee, the head of the roads "
                  "department, said that the work would take a year.") == 0);
    // Told by somebody who is named.
    CHECK(
        unnamed("The mayor, Ann Lee, said that an official had told the owner that the mill would close.") ==
        0);
}

TEST_CASE("officials without a name are queried where the story rests on them") {
    CHECK(
        unnamed(
            "Officials said that the men were planning an attack on the bridge.\n\nThe men were arrested on "
            "Monday. They will appear in court.") == 1);
    CHECK(
        unnamed("Officials said that the men were planning an attack on the bridge.\n\n“We were lucky,” the "
                "police chief, Ann Lee, said. They will appear in court.") == 0);
}

TEST_CASE("a story that opens with a claim of a hidden source is queried") {
    CHECK(
        of_kind(
            read("Security sources say that the army is leaving the town after two days.\n\nThe army has not "
                 "confirmed that the operation is over."),
            CheckKind::single_source)
            .size() == 1);
    CHECK(
        of_kind(
            read("The army says that it is leaving the town after two days.\n\nSecurity sources say that the "
                 "operation is over."),
            CheckKind::single_source)
            .empty());
}

TEST_CASE("hearsay is queried, unless somebody is quoted with it or it is past") {
    const auto hedged = [](const char* text) { return of_kind(read(text), CheckKind::hedged_claim).size(); };
    CHECK(hedged("The police arrested the builder. The owner is said to be on the run.") == 1);
    CHECK(hedged("The firm will close the mill. It is believed to have lost £3m last year.") == 1);
    CHECK(hedged("The mayor, Ann Lee, said that the owner is believed to be on the run.") == 0);
    CHECK(hedged("The owner was believed to be on the run. He was at home.") == 0);
    CHECK(hedged("He is said by the police to be on the run.") == 0);
}

TEST_CASE("a person who speaks and is never introduced is queried") {
    const auto unknown = [](const char* text) {
        return of_kind(read(text), CheckKind::unresolved_reference).size();
    };
    CHECK(unknown("The club won the final on Sunday. Hogan said that it was the best match of the year.") ==
          1);
    CHECK(
        unknown("The club won the final on Sunday. Declan Hogan watched it. Hogan said that it was the best "
                "match of the year.") == 0);
    CHECK(unknown("The club won the final on Sunday. Chairman Hogan said that it was the best match of the "
                  "year.") == 0);
}

TEST_CASE("parts that do not make the sum of the next sentence are queried") {
    CHECK(
        conflicts("The court heard that £9,500 was paid in May, £6,000 in June and £4,000 in July. In all he "
                  "received £21,500.") == 1);
    CHECK(
        conflicts("The court heard that £9,500 was paid in May, £6,000 in June and £4,000 in July. In all he "
                  "received £19,500.") == 0);
    CHECK(conflicts(
              "The court heard that £9,500 was paid in May, £6,000 in June and £4,000 in July. He owned a "
              "house worth £21,500.") == 0);
}

TEST_CASE("a margin or share that its figures do not make is queried") {
    CHECK(conflicts("She won by a margin of 1,118. Her rival polled 97,402 votes against 98,502 for her.") ==
          1);
    CHECK(conflicts("She won by a margin of 1,100. Her rival polled 97,402 votes against 98,502 for her.") ==
          0);
    CHECK(conflicts("The clerk said that 120 of the 400 members, or 45%, had voted.") == 1);
    CHECK(conflicts("The clerk said that 120 of the 400 members, or 30%, had voted.") == 0);
    CHECK(conflicts("Sales went from £45m in May to £50m in June, a rise of 20%, the brewer said.") == 1);
    CHECK(conflicts("Sales went from £45m in May to £50m in June, a rise of 11%, the brewer said.") == 0);
}

TEST_CASE("a figure that is told twice, and not alike, is queried") {
    CHECK(conflicts(
              "He handed in a petition which he said carried 1,240 names. Reading it into the record, Mrs "
              "Lee gave the number as 1,042.") == 1);
    CHECK(
        conflicts("He handed in a petition which he said carried 1,240 names. But Mrs Lee gave the number as "
                  "1,042.") == 0);
    CHECK(conflicts(
              "The ferry was carrying 212 passengers when the alarm went.\n\nAll 218 passengers were taken "
              "off.") == 1);
    CHECK(conflicts(
              "The ferry was carrying 212 passengers when the alarm went.\n\nAll 212 passengers were taken "
              "off.") == 0);
}

TEST_CASE("a score line that the report contradicts is queried") {
    const std::string line =
        "Rovers hang on\n\nAshwick Town 3 Melbury Rovers 1\n\nThe match was played on a wet "
        "field. ";
    CHECK(conflicts((line + "The 3-2 win was their ninth in a row.").c_str()) == 1);
    CHECK(conflicts((line + "The 3-1 win was their ninth in a row.").c_str()) == 0);
    CHECK(conflicts((line + "They had come from a 3-2 win over Harlow last week.").c_str()) == 0);
}

TEST_CASE("the difference of two figures may stand in the headline") {
    CHECK(conflicts("Lee wins the race by 31 votes\n\nThe count gave Lee 8,214 votes and her rival 8,183 on "
                    "Monday. She thanked the town.") == 0);
}

TEST_CASE("a quotation mark that is never closed is queried") {
    const Document doc =
        read("The mayor said: “We will not give up the bridge. The town needs it.\n\nThe council met later.");
    CHECK(of_kind(doc, CheckKind::truncated_quote).size() == 1);
    const Document continued = read(
        "The mayor said: “We will not give up the bridge.\n\n“The town needs it,” she added on the steps of "
        "the hall.");
    CHECK(of_kind(continued, CheckKind::truncated_quote).empty());
    const Document reopened = read(
        "“I can have a clean river or a mill, he said. “If somebody has a third choice, my phone is on.”");
    CHECK(of_kind(reopened, CheckKind::truncated_quote).size() == 1);
    const Document wrong_mark =
        read("“I can have a river or a mill,“ he said. “My phone is on,” he added then.");
    CHECK(of_kind(wrong_mark, CheckKind::truncated_quote).empty());
}

TEST_CASE("text that is not English gets one check and nothing else") {
    const Document doc = read(
        "Der Fluss ist am Dienstag über die Ufer getreten und hat vierzig Häuser überschwemmt. Die Feuerwehr "
        "war mit "
        "hundert Leuten im Einsatz, und der Bürgermeister dankte allen, die geholfen haben.");
    CHECK(doc.language == Language::undetermined);
    REQUIRE(doc.checks.size() == 1);
    CHECK(doc.checks[0].kind == CheckKind::not_english);
    CHECK(doc.events.empty());
    CHECK(doc.keyphrases.empty());
}
