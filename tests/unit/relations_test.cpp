#include <doctest/doctest.h>

#include "helpers.h"

using namespace lede;
using lede::test::read;
using lede::test::text_of;

namespace {

bool is_stance(Predicate predicate) { return predicate >= Predicate::supports; }

// "Ann Lee: mayor of Skarra", one line for each position, in text order.
std::string positions(const std::string& text) {
    const Document doc = read(text);
    std::string told;
    for (const Relation& relation : doc.relations)
        if (relation.predicate == Predicate::position_held)
            told += (told.empty() ? "" : "; ") + doc.entities[relation.subject].name + ": " +
                    text_of(doc, relation.text);
    return told;
}

std::string target(const Document& doc, const Relation& relation) {
    if (relation.target->entity != none) return doc.entities[relation.target->entity].name;
    if (relation.target->event != none) return text_of(doc, doc.events[relation.target->event].trigger);
    return text_of(doc, relation.target->span);
}

bool tells(const Document& doc, std::string_view holder, Predicate predicate, std::string_view about) {
    for (const Relation& relation : doc.relations)
        if (relation.predicate == predicate && doc.entities[relation.subject].name == holder) {
            if (!is_stance(predicate))
                return about.empty() ||
                       (relation.object != none && doc.entities[relation.object].name == about);
            if (target(doc, relation).find(about) != std::string::npos) return true;
        }
    return false;
}

std::size_t stances(const Document& doc) {
    std::size_t count = 0;
    for (const Relation& relation : doc.relations) count += is_stance(relation.predicate);
    return count;
}

}  // namespace

TEST_CASE("a position is the whole title before a name") {
    CHECK(positions("Finance Minister Maria Keller met reporters on Monday.") ==
          "Maria Keller: Finance Minister");
    CHECK(positions("Secretary of the Treasury Maria Keller met reporters on Monday.") ==
          "Maria Keller: Secretary of the Treasury");
    CHECK(positions("It was opened by former Prime Minister Maria Keller on Monday.") ==
          "Maria Keller: former Prime Minister");
    CHECK(positions("The plan was drawn up by novelist Maria Keller on Monday.").empty());
}

TEST_CASE("a position stands in apposition on either side of a name") {
    CHECK(positions("Maria Keller, the mayor of Bergen, opened the bridge.") ==
          "Maria Keller: mayor of Bergen");
    CHECK(positions("The mayor of Bergen, Maria Keller, opened the bridge.") ==
          "Maria Keller: mayor of Bergen");
    CHECK(positions("Its executive director, Maria Keller, opened the bridge.") ==
          "Maria Keller: executive director");
}

TEST_CASE("a position is told by a clause, but not by one that denies it") {
    CHECK(positions("Maria Keller became the chairman of the committee in May.") ==
          "Maria Keller: chairman of the committee");
    CHECK(positions("Maria Keller was appointed as director of the museum in May.") ==
          "Maria Keller: director of the museum");
    CHECK(positions("Maria Keller was never the mayor of Bergen.").empty());
}

TEST_CASE("a shared title is of each, and the fuller of two titles stays") {
    CHECK(positions("They met Senators Maria Keller and John Brown on Monday.") ==
          "Maria Keller: Senators; John Brown: Senators");
    CHECK(positions("French President Maria Keller spoke. President Keller then left for London.") ==
          "Maria Keller: French President");
}

TEST_CASE("whom a press secretary works for is no press secretary") {
    CHECK(positions("He was press secretary for Senator Maria Keller.").find("press") == std::string::npos);
    CHECK(positions("They discussed actions President Maria Keller has taken.") == "Maria Keller: President");
}

TEST_CASE("a verb tells a stance, its target and its holder") {
    const Document doc =
        read("Maria Keller opposes the merger. John Brown praised the firefighters in Bergen.");
    CHECK(tells(doc, "Maria Keller", Predicate::opposes, "merger"));
    CHECK(tells(doc, "John Brown", Predicate::praises, "firefighters"));
}

TEST_CASE("what is not supported is not told as supported") {
    CHECK(stances(read("Maria Keller did not support the plan.")) == 0);
    CHECK(stances(read("Maria Keller may support the plan.")) == 0);
    CHECK(stances(read("Does Maria Keller support the plan?")) == 0);
    CHECK(tells(read("Maria Keller refused to back the plan."), "Maria Keller", Predicate::opposes, "plan"));
}

TEST_CASE("what one rejects decides what rejecting it means") {
    CHECK(tells(read("Maria Keller rejected the accusation."), "Maria Keller", Predicate::denies,
                "accusation"));
    CHECK(tells(read("Maria Keller rejected the offer."), "Maria Keller", Predicate::opposes, "offer"));
}

TEST_CASE("who is urged to reject something is urged, and the thing opposed") {
    const Document doc = read("Maria Keller urged John Brown to reject the bill.");
    CHECK(tells(doc, "Maria Keller", Predicate::urges, "John Brown"));
    CHECK(tells(doc, "Maria Keller", Predicate::opposes, "bill"));
    CHECK(!tells(doc, "John Brown", Predicate::opposes, "bill"));
}

TEST_CASE("what somebody says tells stances") {
    CHECK(tells(read("Maria Keller said John Brown must resign."), "Maria Keller", Predicate::urges,
                "John Brown"));
    CHECK(stances(read("“How many speeches must John Brown give?” Maria Keller asked.")) == 0);
    CHECK(tells(read("Maria Keller described the move as treason."), "Maria Keller", Predicate::criticises,
                "move"));
    CHECK(tells(read("It was a vote that Maria Keller calls a fraud."), "Maria Keller", Predicate::criticises,
                "vote"));
}

TEST_CASE("what is left undone is no stance") {
    CHECK(stances(read("Maria Keller stopped short of rejecting the results.")) == 0);
    CHECK(stances(read("Maria Keller dropped her demand for individual contracts.")) == 0);
}

TEST_CASE("people named once hold stances") {
    CHECK(tells(read("Opposition leaders blame John Brown for the attack."), "Opposition leaders",
                Predicate::accuses, "John Brown"));
    CHECK(tells(read("Hundreds of supporters of John Brown met."), "supporters of John Brown",
                Predicate::supports, "John Brown"));
}

TEST_CASE("votes, nouns and names tell stances") {
    CHECK(
        tells(read("Maria Keller voted against the budget."), "Maria Keller", Predicate::opposes, "budget"));
    CHECK(tells(read("Maria Keller reiterated her support for the ceasefire."), "Maria Keller",
                Predicate::supports, "ceasefire"));
    CHECK(tells(read("Maria Keller called the result a disgrace."), "Maria Keller", Predicate::criticises,
                "result"));
}

TEST_CASE("facts stand beside names") {
    CHECK(tells(read("Maria Keller, 61, was arrested in Bergen."), "Maria Keller", Predicate::age, ""));
    CHECK(tells(read("The fair was held in Fresno, California."), "Fresno", Predicate::located_in,
                "California"));
    CHECK(tells(read("Maria Keller and her husband, John Brown, were there."), "Maria Keller",
                Predicate::spouse, "John Brown"));
}

TEST_CASE("relations of hostile text stay within the text") {
    std::string titles;
    for (int i = 0; i < 3000; ++i) titles += "former deputy president of the ";
    for (const std::string& text :
         {std::string(3000, ','), titles, std::string("of of of for for to to the the president"),
          std::string("supports supports opposed to to against against , , the mayor , the mayor ,"),
          std::string("The \xFF\xFE minister \xC0 of")}) {
        const Document doc = read(text);
        for (const Relation& relation : doc.relations) {
            CHECK(relation.text.end <= doc.text.size());
            CHECK(relation.text.begin < relation.text.end);
            CHECK(relation.evidence.end <= doc.text.size());
        }
    }
}
