#include <doctest/doctest.h>

#include "helpers.h"

using namespace lede;
using lede::test::read;
using lede::test::text_of;

namespace {

const Event* event_of(const Document& doc, std::string_view trigger) {
    for (const Event& event : doc.events)
        if (doc.slice(event.trigger) == trigger) return &event;
    return nullptr;
}

std::string agent(const Document& doc, const Event& event) {
    return event.agent ? text_of(doc, event.agent->span) : "";
}

std::string patient(const Document& doc, const Event& event) {
    return event.patient ? text_of(doc, event.patient->span) : "";
}

}  // namespace

TEST_CASE("an event has an agent, a patient and a type") {
    const Document doc =
        read("The rebels attacked the village on Monday. Nobody was there at the time.", "2021-03-10");
    const Event* event = event_of(doc, "attacked");
    REQUIRE(event);
    CHECK(event->lemma == "attack");
    CHECK(event->type == EventClass::ASSAULT);
    CHECK(agent(doc, *event) == "The rebels");
    CHECK(patient(doc, *event) == "the village");
    CHECK(event->modality == Modality::asserted);
    CHECK(event->polarity == Polarity::positive);
}

TEST_CASE("a passive is turned round") {
    const Document doc = read("Three students were arrested by the police in the old town, a lawyer said.");
    const Event* event = event_of(doc, "arrested");
    REQUIRE(event);
    CHECK(agent(doc, *event) == "the police");
    CHECK(patient(doc, *event) == "Three students");
    CHECK(event->type == EventClass::COERCE);
}

TEST_CASE("who is thanked for something did it") {
    const Document doc = read("The mayor thanked the firefighters for saving the old library on Monday.");
    const Event* event = event_of(doc, "saving");
    REQUIRE(event);
    CHECK(agent(doc, *event) == "the firefighters");
}

TEST_CASE("by how much is not by whom") {
    const Document doc = read("The plan was passed by 31 votes to 12 after a long debate in the town.");
    const Event* event = event_of(doc, "passed");
    REQUIRE(event);
    CHECK(agent(doc, *event).empty());
    CHECK(patient(doc, *event) == "The plan");
}

TEST_CASE("what will, may, should and did not happen is told apart") {
    const Document doc = read(
        "The council will reject the plan. The minister may support the union. The company did not attack "
        "its rival. "
        "The mayor urged the workers to end the strike.");
    const Event* planned = event_of(doc, "reject");
    const Event* possible = event_of(doc, "support");
    const Event* negative = event_of(doc, "attack");
    REQUIRE(planned);
    REQUIRE(possible);
    REQUIRE(negative);
    CHECK(planned->modality == Modality::planned);
    CHECK(possible->modality == Modality::possible);
    CHECK(negative->polarity == Polarity::negative);
    const Event* requested = event_of(doc, "end");
    REQUIRE(requested);
    CHECK(requested->modality == Modality::requested);
}

TEST_CASE("a light verb takes its type from the noun") {
    const Document doc =
        read("The two ministers held talks with the union leaders. The army lifted the blockade.");
    const Event* talks = event_of(doc, "held");
    REQUIRE(talks);
    CHECK(talks->type == EventClass::CONSULT);
    CHECK(talks->lemma.substr(0, 4) == "hold");
    const Event* lifted = event_of(doc, "lifted");
    REQUIRE(lifted);
    CHECK(lifted->type == EventClass::RETREAT);
}

TEST_CASE("who takes part is read from the clause, not from what stands beside the verb") {
    const Document neither = read("The firm has neither admitted nor denied the charges against it.");
    REQUIRE(event_of(neither, "denied"));
    CHECK(agent(neither, *event_of(neither, "denied")) == "The firm");
    CHECK(event_of(neither, "denied")->polarity == Polarity::negative);
    const Document first = read("It is the first time in years that the two mayors have met in public.");
    REQUIRE(event_of(first, "met"));
    CHECK(patient(first, *event_of(first, "met")).empty());
    const Document midst = read("The school is in the midst of hiring five teachers for the town.");
    REQUIRE(event_of(midst, "hiring"));
    CHECK(agent(midst, *event_of(midst, "hiring")) == "The school");
    const Document act = read("Paying the debt would help the town.");
    REQUIRE(event_of(act, "help"));
    CHECK(agent(act, *event_of(act, "help")).empty());
    const Document years = read("The workers spent years building the bridge.");
    REQUIRE(event_of(years, "building"));
    CHECK(agent(years, *event_of(years, "building")) == "The workers");
    const Document accused = read("The council accused the builder of damaging the wall.");
    REQUIRE(event_of(accused, "damaging"));
    CHECK(agent(accused, *event_of(accused, "damaging")) == "the builder");
    const Document after =
        read("The report comes after IBM, a pioneer of computers, sold its plant in Bonn.");
    REQUIRE(event_of(after, "sold"));
    CHECK(agent(after, *event_of(after, "sold")) == "IBM");
    const Document admitted = read("The director admitted the festival may be moved to the spring.");
    if (const Event* event = event_of(admitted, "admitted"))
        CHECK(patient(admitted, *event) == "the festival may be moved to the spring");
    const Document age = read("The comedian has died aged 91 at his home in Guernsey.");
    REQUIRE(event_of(age, "died"));
    CHECK(patient(age, *event_of(age, "died")) == "The comedian");
    const Document name = read("The Securities and Exchange Commission fined the bank on Monday.");
    REQUIRE(event_of(name, "fined"));
    CHECK(agent(name, *event_of(name, "fined")) == "The Securities and Exchange Commission");
}

TEST_CASE("what is done to people is not what is done to things") {
    const Document doc = read(
        "The ministers met the workers on Monday. The company met its target. Soldiers shot two farmers. "
        "The director is shooting a film.");
    REQUIRE(event_of(doc, "shot"));
    CHECK(event_of(doc, "shot")->type == EventClass::ASSAULT);
    REQUIRE(event_of(doc, "shooting"));
    CHECK(event_of(doc, "shooting")->type == EventClass::other);
    const Document shown = read("Students demonstrated in Baku. The tests demonstrate that the cap works.");
    REQUIRE(event_of(shown, "demonstrated"));
    CHECK(event_of(shown, "demonstrated")->type == EventClass::PROTEST);
    if (const Event* shows = event_of(shown, "demonstrate")) CHECK(shows->type == EventClass::other);
    std::vector<EventClass> meetings;
    for (const Event& event : doc.events)
        if (doc.slice(event.trigger) == "met") meetings.push_back(event.type);
    CHECK(meetings == std::vector{EventClass::CONSULT, EventClass::other});
}

TEST_CASE("states and empty verbs are no events") {
    const Document doc = read("The house is old and has a large garden. It seems that nobody knows why.");
    CHECK(doc.events.empty());
}

TEST_CASE("a cause is found by its signal") {
    const Document doc = read("The school was closed because the river had flooded the road.");
    REQUIRE(doc.causes.size() == 1);
    CHECK(text_of(doc, doc.causes[0].cause) == "the river had flooded the road");
    CHECK(text_of(doc, doc.causes[0].effect) == "The school was closed");
    const Document first = read("Due to heavy snow, the match was called off.");
    REQUIRE(first.causes.size() == 1);
    CHECK(text_of(first, first.causes[0].cause) == "heavy snow");
    CHECK(read("The firm is due to open a shop in the old town.").causes.empty());
    const Document inserted =
        read("The bridge was closed because under the old, very strict law, nobody could repair it.");
    REQUIRE(inserted.causes.size() == 1);
    CHECK(text_of(inserted, inserted.causes[0].cause) ==
          "under the old, very strict law, nobody could repair it");
    const Document effect = read("The dispute led to a strike at the port.");
    REQUIRE(effect.causes.size() == 1);
    CHECK(text_of(effect, effect.causes[0].cause) == "The dispute");
}

TEST_CASE("events of hostile text stay within the text") {
    for (const std::string& text :
         {std::string(3000, '"'), std::string("because because because because"),
          std::string("was was was by by by"), std::string("killed ") + std::string(100000, 'a') + " killed",
          std::string("The \xFF\xFE attack \xC0 by")}) {
        const Document doc = read(text);
        for (const Event& event : doc.events) {
            CHECK(event.trigger.end <= doc.text.size());
            CHECK(event.trigger.begin < event.trigger.end);
        }
    }
}

TEST_CASE("running over budget hurts nobody, and a press release sets nobody free") {
    const Document budget = read("Ministers said the project in Leeds was running over its budget.");
    if (const Event* event = event_of(budget, "running")) CHECK(event->type != EventClass::ASSAULT);
    const Document woman = read("A lorry ran over a woman in Leeds.");
    REQUIRE(event_of(woman, "ran"));
    CHECK(event_of(woman, "ran")->type == EventClass::ASSAULT);
    CHECK(!event_of(read("A press release from Nato was wrong."), "release"));
}

TEST_CASE("participles of headlines are passive") {
    const auto told = [](std::string_view headline, std::string_view trigger) {
        const Document doc =
            read(std::string(headline) + "\n\nThe council met on Monday to talk about the roads.");
        const Event* event = event_of(doc, trigger);
        REQUIRE(event);
        return agent(doc, *event) + " | " + patient(doc, *event);
    };
    CHECK(told("Minister urged to halt sale of lifeboat stations", "urged") == " | Minister");
    CHECK(told("Pair charged over theft of bronze hares", "charged") == " | Pair");
    CHECK(told("Storm cut power to villages", "cut") == "Storm | power");
    CHECK(told("British stars denied major Oscars", "denied").rfind("British stars |", 0) != 0);
}

TEST_CASE("a participle behind the verb of a headline describes the noun") {
    const Document doc =
        read("UK helps raped Rwandan women\n\nBritain is to give a grant to survivors of the war.");
    CHECK(event_of(doc, "raped") == nullptr);
    REQUIRE(event_of(doc, "helps"));
    CHECK(patient(doc, *event_of(doc, "helps")) == "raped Rwandan women");
}

TEST_CASE("what could be is no mention of what is") {
    const Document doc = read(
        "Harbour bridge shut\n\nThe harbour bridge was shut on Friday. The harbour bridge could be shut "
        "again.");
    for (const Event& event : doc.events)
        CHECK((doc.events[event.same].modality == Modality::asserted) ==
              (event.modality == Modality::asserted));
}

TEST_CASE("the one it is done to comes before what it is about") {
    const Document doc = read(
        "Ann Bell, 54, is charged with criminal damage. Two men accused of theft fled. The firm was fined "
        "£2m for "
        "polluting a river.");
    CHECK(patient(doc, *event_of(doc, "charged")) == "Ann Bell");
    CHECK(patient(doc, *event_of(doc, "accused")) == "Two men");
    CHECK(patient(doc, *event_of(doc, "fined")) == "The firm");
}

TEST_CASE("what is said in court, on a day to come or of anybody is no fact") {
    const Document doc = read(
        "Prosecutors said Hall stole the boat. The court heard that Hall threatened a guard. Anyone who left "
        "early lost "
        "a day's pay. She flies to Rome next week. If convicted, Hall faces jail. The board is expected to "
        "be dissolved.",
        "2024-05-01");
    for (const char* trigger : {"stole", "threatened", "left", "flies", "faces", "dissolved"}) {
        const Event* event = event_of(doc, trigger);
        if (event) CHECK_MESSAGE(event->modality != Modality::asserted, trigger);
    }
    CHECK(event_of(doc, "stole")->modality == Modality::alleged);
}
