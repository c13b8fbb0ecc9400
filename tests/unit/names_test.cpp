#include <doctest/doctest.h>

#include "helpers.h"

using namespace lede;
using lede::test::read;

namespace {

std::string names(std::string text) {
    const Document doc = read(std::move(text));
    std::string out;
    for (const Mention& mention : doc.mentions) {
        if (mention.kind != MentionKind::name) continue;
        constexpr const char* types[] = {"PERSON", "NORP",    "FAC",   "ORG",  "GPE",
                                         "LOC",    "PRODUCT", "EVENT", "WORK", "LAW"};
        if (!out.empty()) out += "; ";
        out +=
            std::string(types[static_cast<int>(mention.type)]) + " " + lede::test::text_of(doc, mention.span);
    }
    return out;
}

}  // namespace

TEST_CASE("a person's title is no part of the name") {
    CHECK(names("Reporters asked President Emmanuel Macron and Mrs King about the bridge yesterday.") ==
          "PERSON Emmanuel Macron; PERSON King");
    CHECK(names("The talks were led by U.S. Secretary of State John Kerry in Vienna.") ==
          "GPE U.S.; PERSON John Kerry; GPE Vienna");
}

TEST_CASE("a noun that begins a sentence is no part of the name behind it") {
    CHECK(names("Passenger Anna Sinclair praised the crew of the ferry.") == "PERSON Anna Sinclair");
}

TEST_CASE("a given name may have a second half without a capital") {
    CHECK(names("Voters in Seoul chose President Moon Jae-in over his rival on Tuesday.") ==
          "GPE Seoul; PERSON Moon Jae-in");
    CHECK(names("Officials in London scrapped the Donald Trump-era rules on Friday.") ==
          "GPE London; PERSON Donald Trump");
}

TEST_CASE("organisations keep what stands after of and and") {
    CHECK(names("She left the Department of Health and Social Care for Marks and Spencer last year.") ==
          "ORG Department of Health and Social Care; ORG Marks and Spencer");
}

TEST_CASE("a well-known place is one, whatever its words are") {
    CHECK(names("Troops went back to the West Bank on Sunday.").find("ORG") == std::string::npos);
}

TEST_CASE("what follows behind for is another organisation, but for those that are for something") {
    CHECK(names("She left the Institute for Fiscal Studies.") == "ORG Institute for Fiscal Studies");
}

TEST_CASE("a town, its state and a company's seat are names of their own") {
    CHECK(names("They moved to San Francisco California and we to Miramar Florida last year.") ==
          "GPE San Francisco; GPE California; GPE Miramar; GPE Florida");
    CHECK(names("She left Hollin, Inc. of Chicago last year.") == "ORG Hollin, Inc.; GPE Chicago");
    CHECK(names("They flew to Mexico City on Monday.") == "GPE Mexico City");
}

TEST_CASE("what is put before a name is no part of it") {
    CHECK(names("The ex-Google engineer met non-EU ministers and pro-European voters in London.") ==
          "ORG Google; ORG EU; NORP European; GPE London");
    CHECK(names("Ex-Google staff met in London on Monday.") == "ORG Google; GPE London");
}

TEST_CASE("a day or month before a person is no part of the name") {
    CHECK(names("Last September Spears married Kevin Federline in Paris.").find("September") ==
          std::string::npos);
    CHECK(names("April Jones praised the crew of the ferry.") == "PERSON April Jones");
}

TEST_CASE("a state may stand in short behind its town") {
    CHECK(names("Please send the form to 111 Market Place, Baltimore, MD 21202 before Monday.")
              .ends_with("GPE Baltimore; GPE MD"));
}

TEST_CASE("a house may be called by a genitive") {
    CHECK(names("The painting was sold at Sotheby's for two million pounds.") == "ORG Sotheby's");
    CHECK(names("A friend of Anna Sinclair's praised the ferry.") == "PERSON Anna Sinclair");
    CHECK(names("Anna Sinclair's brother praised the ferry.") == "PERSON Anna Sinclair");
}

TEST_CASE("a body goes on with the place that it is of") {
    CHECK(names("She chairs the Housing Authority of Lisbon.") == "ORG Housing Authority of Lisbon");
}

TEST_CASE("a body goes on with the country right behind it, where that ends a phrase") {
    CHECK(names("He joined Food Standards Australia New Zealand, which tests imports.") ==
          "ORG Food Standards Australia New Zealand");
    CHECK(names("He met the UN Syria envoy in Geneva.") == "ORG UN; GPE Syria; GPE Geneva");
}

TEST_CASE("what a noun calls a word it is everywhere in the article") {
    CHECK(names("Ferries to the island of Stroma were cancelled. Stroma has no airport.") ==
          "LOC Stroma; LOC Stroma");
}

TEST_CASE("a noun in apposition says what a name is") {
    CHECK(names("Palaniappan Chidambaram, the finance minister, argued that the rules must change.") ==
          "PERSON Palaniappan Chidambaram");
}

TEST_CASE("a company described behind its name is one everywhere in the article") {
    CHECK(names("ONWASA, a water utility company has been attacked. ONWASA said it would pay.") ==
          "ORG ONWASA; ORG ONWASA");
}

TEST_CASE("who is based somewhere is a company") {
    CHECK(names("Santa Monica-based Activison is one of them. Activison makes games.") ==
          "GPE Santa Monica; ORG Activison; ORG Activison");
}

TEST_CASE("an acronym may be written as a word") {
    CHECK(names("The Union of Shop and Trade Workers (Ustw) met on Monday. Ustw said no.") ==
          "ORG Union of Shop and Trade Workers; ORG Ustw; ORG Ustw");
}

TEST_CASE("a founder's name is the company's where the company is meant") {
    CHECK(names("Walt Disney has settled charges. Disney failed to tell investors. The SEC said Disney hid "
                "it.") == "ORG Walt Disney; ORG Disney; ORG SEC; ORG Disney");
}

TEST_CASE("whatever has shares and a chairman is a company") {
    CHECK(names("Southcorp said the offer was too low. “It is opportunistic,” said Southcorp chairman Brian "
                "Finn. Southcorp's shares rose.") ==
          "ORG Southcorp; ORG Southcorp; PERSON Brian Finn; ORG Southcorp");
}

TEST_CASE("holidays, hours and the euro are no names, and acts are laws") {
    CHECK(names("In September Spears had surgery.") == "PERSON Spears");
    CHECK(names("Songs are sung at Christmas, and the Euro fell.") == "");
    CHECK(names("The Can-Spam Act was passed in 2003.") == "LAW Can-Spam Act");
}

TEST_CASE("an acronym is known at the start of a sentence too") {
    CHECK(names("Sales fell, the Office for National Statistics (ONS) said. The ONS revised the figures.\n\n"
                "The ONS echoed an earlier caution.") ==
          "ORG Office for National Statistics; ORG ONS; ORG ONS; ORG ONS");
}

TEST_CASE("a longer name decides what its short form is") {
    CHECK(
        names("Kestrel Robotics shares rose in Oslo. Shares of Kestrel had lost a fifth. Kestrel will pay a "
              "dividend.") == "ORG Kestrel Robotics; GPE Oslo; ORG Kestrel; ORG Kestrel");
}

TEST_CASE("a surname behind a title and one more word makes a person of both") {
    CHECK(names("Professor Cres Eastman praised the study.") == "PERSON Cres Eastman");
    CHECK(names("Trade Secretary Michael Jordan-Hale left Oslo on Monday.") ==
          "PERSON Michael Jordan-Hale; GPE Oslo");
}

TEST_CASE("letters of honour behind a person are no name") {
    CHECK(
        names("The prosecutor, Mark Sinclair, QC, told the court in London that Ann Hale, OBE, had lied.") ==
        "PERSON Mark Sinclair; GPE London; PERSON Ann Hale");
}

TEST_CASE("one letter by itself names nobody") {
    CHECK(names("The council of the town said on Monday that Z happens after Y, and that it was caused by Y, "
                "as Ann Hale has written.") == "PERSON Ann Hale");
}

TEST_CASE("a dash between spaces parts two people") {
    CHECK(names("Vera Drake - Leigh's drama about the trial of a nurse in London - was named best film.") ==
          "PERSON Vera Drake; PERSON Leigh; GPE London");
}

TEST_CASE("a family is called by the plural of its surname") {
    CHECK(
        names(
            "Thomas Sam and his wife, Manju Sam, went on trial on Monday. The court heard that the Sams had "
            "continued to shun doctors.") == "PERSON Thomas Sam; PERSON Manju Sam; PERSON Sams");
}

TEST_CASE("the elder of a family is a person, though a country is called so") {
    CHECK(names("Robert Jordan left. The elder Jordan said he was not worried.") ==
          "PERSON Robert Jordan; PERSON Jordan");
}

TEST_CASE("one word is one thing throughout an article") {
    CHECK(
        names("Troops entered Coron on Monday. They stayed in Coron for a week. Coron said it was ready.") ==
        "GPE Coron; GPE Coron; GPE Coron");
}

TEST_CASE("a line without capitals names places") {
    CHECK(names("are there cheap flights from paris to chicago") == "GPE paris; GPE chicago");
}

TEST_CASE("a storm is an event, wherever its name stands") {
    CHECK(names("Hurricane Ida reached Cuba on Friday. Ida killed two people in Havana.") ==
          "EVENT Hurricane Ida; GPE Cuba; EVENT Ida; GPE Havana");
    CHECK(names("Ships waited in Havana as tropical storm Bonnie crossed the island.") ==
          "GPE Havana; EVENT Bonnie");
    CHECK(names("Cyclone Phailin is near Cuba. As of Friday, TC Phailin moves north.") ==
          "EVENT Cyclone Phailin; GPE Cuba; EVENT TC Phailin");
}

TEST_CASE("what a person is called in quotation marks is within the name") {
    CHECK(names("Police arrested Martin “Slim” Keller in Vienna.") ==
          "PERSON Martin “Slim” Keller; GPE Vienna");
    CHECK(names("“I asked Peter [Moore] about Vienna,” she said.") == "PERSON Peter [Moore]; GPE Vienna");
}

TEST_CASE("addresses, files and currencies are no names") {
    CHECK(names("Write to Anna Hall at JohnPoe@acme.com about the US $5 million.") == "PERSON Anna Hall");
    CHECK(names("Anna Hall attached CrudeStocks.pdf to the message.") == "PERSON Anna Hall");
}

TEST_CASE("parts of hyphenated words are names of their own") {
    CHECK(names("They joined the US-led force and its anti-IS campaign in Syria.") ==
          "GPE US; ORG IS; GPE Syria");
}

TEST_CASE("days and months are no names") {
    CHECK(names("They met in Paris on Monday and again on Friday in March.") == "GPE Paris");
}

TEST_CASE("short acronyms need their capitals") { CHECK(names("He told us who is in charge.") == ""); }

TEST_CASE("strange input gives names inside the text and no crash") {
    for (const std::string& text :
         {std::string("A-"), std::string("al-"), std::string("The The The The"), std::string("Mr"),
          std::string("\xff X\xcc\x81 - Y - "), std::string(3000, 'A'), std::string("Department of the")}) {
        const Document doc = read(text);
        for (const Mention& mention : doc.mentions) {
            CHECK(mention.span.begin < mention.span.end);
            CHECK(mention.span.end <= doc.text.size());
            CHECK(mention.span.contains(mention.head));
        }
    }
}
