// Who does what to whom, by one reading of each sentence.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "helpers.h"

using namespace lede;
using lede::test::read;

namespace {

std::string text_of(const Document& doc, const std::optional<Argument>& argument) {
    return argument ? std::string(doc.slice(doc.span_of(argument->tokens))) : "-";
}

/// "agent > trigger > patient" of the predicate with a form; "" where there is none.
std::string said(const std::string& text, std::string_view trigger) {
    const Document doc = read(text);
    for (const Proposition& row : doc.propositions)
        if (doc.form(row.trigger) == trigger)
            return text_of(doc, row.agent) + " > " + std::string(trigger) + " > " + text_of(doc, row.patient);
    return "";
}

const Proposition& proposition(const Document& doc, std::string_view trigger) {
    for (const Proposition& row : doc.propositions)
        if (doc.form(row.trigger) == trigger) return row;
    static const Proposition none_such;
    return none_such;
}

}  // namespace

TEST_CASE("Agent and patient are found whatever the construction") {
    CHECK(said("The council rejected the plan on Monday.", "rejected") ==
          "The council > rejected > the plan");
    CHECK(said("The plan was rejected by the council.", "rejected") == "the council > rejected > The plan");
    CHECK(said("The company that built the bridge has closed.", "built") ==
          "The company > built > the bridge");
    CHECK(said("The bridge that the company built has closed.", "built") ==
          "the company > built > The bridge");
    CHECK(said("The minister promised to repair the road.", "repair") == "The minister > repair > the road");
    CHECK(said("The minister urged the builders to repair the road.", "repair") ==
          "the builders > repair > the road");
    CHECK(said("Prices rose by three per cent in May.", "rose") == "- > rose > Prices");
    CHECK(said("Thousands of US and Polish troops crossed the river.", "crossed") ==
          "Thousands of US and Polish troops > crossed > the river");
}

TEST_CASE("A proposition knows its place, its time and its recipient") {
    const Document doc = read("The charity gave food to the families on Monday. The club met in Leeds.");
    const Proposition& gave = proposition(doc, "gave");
    CHECK(text_of(doc, gave.agent) == "The charity");
    CHECK(text_of(doc, gave.patient) == "food");
    CHECK(text_of(doc, gave.recipient) == "the families");
    CHECK(text_of(doc, proposition(doc, "met").place) == "Leeds");
    REQUIRE(gave.time != none);
    CHECK(doc.slice(doc.times[gave.time].span) == "Monday");
}

TEST_CASE("What is negated or only wished for is not told as a deed") {
    const Document doc = read(
        "The court did not hear the witness. The firm plans to sell the mill. The mayor refused to sign the "
        "letter. "
        "The club wants the city to pay. Rescuers reached the valley on Friday.");
    CHECK(proposition(doc, "hear").polarity == Polarity::negative);
    CHECK(proposition(doc, "sell").modality != Modality::asserted);
    CHECK(proposition(doc, "sign").polarity == Polarity::negative);
    CHECK(proposition(doc, "pay").modality != Modality::asserted);
    CHECK(proposition(doc, "reached").polarity == Polarity::positive);
    CHECK(proposition(doc, "reached").modality == Modality::asserted);
}

TEST_CASE("A noun that tells an event has who acts before it and whom it strikes after it") {
    const Document doc = read("Residents spoke of the Norwegian attack on the port.");
    const Proposition& attack = proposition(doc, "attack");
    CHECK(text_of(doc, attack.agent) == "Norwegian");
    CHECK(text_of(doc, attack.patient) == "the port");
}
