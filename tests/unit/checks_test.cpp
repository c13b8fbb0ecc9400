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
    CHECK(found[0].message == "“QZTB” is never spelled out.");
}

TEST_CASE("a quotation mark that is never closed is queried") {
    const Document doc =
        read("The mayor said: “We will not give up the bridge. The town needs it.\n\nThe council met later.");
    CHECK(of_kind(doc, CheckKind::truncated_quote).size() == 1);
    const Document continued = read(
        "The mayor said: “We will not give up the bridge.\n\n“The town needs it,” she added on the steps of "
        "the hall.");
    CHECK(of_kind(continued, CheckKind::truncated_quote).empty());
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
