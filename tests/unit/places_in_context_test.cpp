#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "helpers.h"

using namespace lede;
using lede::test::read;

namespace {

/// "US city 33.66", of the first entity with that name or alias; the coordinate in whole degrees.
std::string linked(const Document& doc, std::string_view name) {
    for (const Entity& entity : doc.entities) {
        const bool same = entity.name == name || std::find(entity.aliases.begin(), entity.aliases.end(),
                                                           name) != entity.aliases.end();
        if (!same) continue;
        const Link& link = entity.link;
        std::string out = link.iso;
        out += link.kind == LinkKind::country  ? " country"
               : link.kind == LinkKind::region ? " region"
               : link.kind == LinkKind::city   ? " city"
                                               : " none";
        if (link.kind == LinkKind::city && link.latitude)
            out += " " + std::to_string(static_cast<int>(*link.latitude));
        return out;
    }
    return "";
}

std::string linked(std::string_view text, std::string_view name) {
    return linked(read(std::string(text)), name);
}

}  // namespace

TEST_CASE("a state or country after the comma says which place is meant") {
    CHECK(linked("Paris, Texas, is a city of 25,000. The mayor of Paris spoke.", "Paris") == "US city 33");
    CHECK(linked("The mayor of Paris spoke. She lives in Paris, France, with her family.", "Paris") ==
          "FR city 48");
    CHECK(linked("Police in Birmingham, Alabama, arrested two men.", "Birmingham") == "US city 33");
    CHECK(linked("Police in Birmingham, Ala., arrested two men.", "Birmingham") == "US city 33");
    CHECK(linked("Police in Birmingham, England, arrested two men.", "Birmingham") == "GB city 52");
    CHECK(linked("The firm is based in Cambridge, Massachusetts, and has 300 workers.", "Cambridge") ==
          "US city 42");
    CHECK(linked("The firm is based in Cambridge, Mass., and has 300 workers.", "Cambridge") == "US city 42");
    CHECK(linked("The firm is based in Cambridge, England, and has 300 workers.", "Cambridge") ==
          "GB city 52");
    CHECK(linked("A hospital in London, Ontario, closed its doors.", "London") == "CA city 42");
    CHECK(linked("A hospital in London, England, closed its doors.", "London") == "GB city 51");
    CHECK(linked("A farmer from Perth, Scotland, won the prize.", "Perth") == "GB city 56");
    CHECK(linked("A farmer from Perth, Western Australia, won the prize.", "Perth") == "AU city -31");
    CHECK(linked("A woman from Portland, ME, won the prize.", "Portland") == "US city 43");
    CHECK(linked("The clinic in Athens, Georgia, will close.", "Athens") == "US city 33");
}

TEST_CASE("the name of a place keeps its span before a state") {
    const Document doc = read("Police in Birmingham, Alabama, arrested two men.");
    const auto has = [&](std::string_view text) {
        return std::any_of(doc.mentions.begin(), doc.mentions.end(),
                           [&](const Mention& m) { return doc.slice(m.span) == text; });
    };
    CHECK(has("Birmingham"));
    CHECK(has("Alabama"));
}

TEST_CASE("a comma before something else says nothing") {
    CHECK(linked("He has offices in Paris, Texas Instruments said.", "Paris") == "FR city 48");
    CHECK(linked("After talks in Athens, Georgia's president flew home.", "Athens") == "GR city 37");
    CHECK(linked("The trains to London, Paris and Brussels were late.", "London") == "GB city 51");
    CHECK(linked("In Portland, or nearby, lives a man who saw the crash.", "Portland") == "US city 45");
    CHECK(linked("The webcam stands in York, Maine, near the sea.", "York") == "GB city 53");
    CHECK(linked("They met in Paris, Ontario's premier said.", "Paris") == "FR city 48");
}

TEST_CASE("Georgia is the state or the country by the other places of the article") {
    CHECK(linked("The governor of Georgia, Brian Kemp, spoke in Atlanta.", "Georgia") == "US region");
    CHECK(linked("The president of Georgia spoke in Tbilisi.", "Georgia") == "GE country");
    CHECK(linked("Voters in Arizona, Georgia and Nevada will decide.", "Georgia") == "US region");
    CHECK(linked("Russia and Georgia fought a war. Armenia and the United States sent help.", "Georgia") ==
          "GE country");
    CHECK(linked("Observers from Atlanta flew to Georgia. They visited Tbilisi.", "Georgia") == "GE country");
    CHECK(linked("The clinic in Athens, Georgia, will close.", "Georgia") == "US region");
    CHECK(linked("The clinic in Batumi, Georgia, will close.", "Georgia") == "GE country");
    CHECK(linked("The people of Georgia voted.", "Georgia") == "GE country");
}

TEST_CASE("other places of the article say which city is meant") {
    CHECK(linked("The mayor of Birmingham spoke. Alabama has had two storms.", "Birmingham") == "US city 33");
    CHECK(linked("The mayor of Birmingham spoke. England has had two storms.", "Birmingham") == "GB city 52");
    CHECK(linked("A professor in Cambridge said so. He lives in Boston.", "Cambridge") == "US city 42");
    CHECK(linked("A professor in Cambridge said so. He lives in Norwich.", "Cambridge") == "GB city 52");
    CHECK(linked("The police in Perth said so. Scotland has seen more rain.", "Perth") == "GB city 56");
    CHECK(linked("The police in Perth said so. Australia has seen more rain.", "Perth") == "AU city -31");
    CHECK(linked("The mayor of Valencia spoke. Spain and Madrid will help.", "Valencia") == "ES city 39");
    CHECK(linked("The mayor of Valencia spoke. Venezuela and Caracas will help.", "Valencia") ==
          "VE city 10");
}

TEST_CASE("a capital is itself until it is told otherwise") {
    CHECK(linked("Oil traders from Houston, Dallas and Austin met in Paris. Texas waits.", "Paris") ==
          "FR city 48");
    CHECK(linked("The premier of Ontario left Toronto for London.", "London") == "GB city 51");
    CHECK(linked("The team left England and London for Washington.", "Washington") == "US city 38");
}

TEST_CASE("the United States alone do not speak for their towns") {
    CHECK(linked("The talks in Geneva failed. The United States and China will meet again.", "Geneva") ==
          "CH city 46");
    CHECK(linked("The film won in Venice. American and Indian actors cheered.", "Venice") == "IT city 45");
    CHECK(linked("House prices in Halifax rose. Britain has built little.", "Halifax") == "GB city 53");
}

TEST_CASE("the usual place wins where the evidence is even") {
    CHECK(linked("The mayor of Birmingham spoke. Alabama and England have had two storms.", "Birmingham") ==
          "GB city 52");
    CHECK(linked("The mayor of Birmingham spoke.", "Birmingham") == "GB city 52");
    CHECK(linked("The mayor of Perth spoke.", "Perth") == "AU city -31");
}
