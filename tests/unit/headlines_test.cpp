#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "said.h"

using namespace lede;
using lede::test::said;
using lede::test::Said;

namespace {

// A headline as an article has it, and what of it is attributed.
std::vector<Said> said_in_headline(const std::string& headline) {
    auto found =
        said(headline +
             "\n\nThe town of Skarra has argued about its bridge for years, and in March the council "
             "closed it.\n\nTrucks have to drive round by Holm.\n");
    std::erase_if(found, [](const Said& one) { return one.speaker == "the council"; });
    return found;
}

}  // namespace

TEST_CASE("In a headline, who stands before a colon says what follows it") {
    const auto one = [](const char* headline) {
        const auto found = said_in_headline(headline);
        return found.size() == 1 ? found[0] : Said{};
    };
    CHECK(one("Anna Marsh: The bridge is beyond repair") ==
          Said{"The bridge is beyond repair", "", "Anna Marsh", QuoteForm::indirect});
    CHECK(one("Police: Man fired at his wife") ==
          Said{"Man fired at his wife", "", "Police", QuoteForm::indirect});
    CHECK(one("Minister: we will not pay for the bridge") ==
          Said{"we will not pay for the bridge", "", "Minister", QuoteForm::indirect});
    CHECK(one("Report: Half of all bridges in danger of collapse") ==
          Said{"Half of all bridges in danger of collapse", "", "Report", QuoteForm::indirect});
    CHECK(one("Officials: Bridge to stay closed until May").speaker == "Officials");
    CHECK(one("Anna Marsh: The delay is a ‘scandal’ for the town").form == QuoteForm::mixed);
}

TEST_CASE("In a headline, who stands after a dash or “says” says what stands before") {
    const auto one = [](const char* headline) {
        const auto found = said_in_headline(headline);
        return found.size() == 1 ? found[0] : Said{};
    };
    CHECK(one("Bridge is beyond repair – Anna Marsh") ==
          Said{"Bridge is beyond repair", "–", "Anna Marsh", QuoteForm::indirect});
    CHECK(one("Bridge should close - minister").speaker == "minister");
    CHECK(one("Bridge is beyond repair, says Anna Marsh") ==
          Said{"Bridge is beyond repair", "says", "Anna Marsh", QuoteForm::indirect});
    CHECK(one("Bridge is beyond repair says minister") ==
          Said{"Bridge is beyond repair", "says", "minister", QuoteForm::indirect});
}

TEST_CASE("Topics, places, scores and publishers say nothing in a headline") {
    for (const char* headline : {
             "Brexit: what happens next",
             "Liverpool 2: Everton 1",
             "Live: Bridge closes in Skarra",
             "Analysis: Why the bridge had to close",
             "Q&A: What is wrong with the bridge",
             "Photos: Bridge closes in Skarra",
             "Paris attacks: Police search three houses",
             "Skarra: Ferry hits bridge in fog",
             "Anna Marsh: A life in pictures",
             "Bridge hit by ferry: Divers search the wreck",
             "Bridge is closed for good - The Skarra Post",
             "Bridge is closed - Morning News - Holm",
         })
        CHECK_MESSAGE(said_in_headline(headline).empty(), headline);
    CHECK(
        said("The bridge was old.\n\nThe rest is simple. Anna Marsh: the bridge is beyond repair.").empty());
}
