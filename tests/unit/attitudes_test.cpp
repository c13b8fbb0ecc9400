#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "helpers.h"

using namespace lede;
using lede::test::read;
using lede::test::text_of;

namespace {

struct Held {
    AttitudeKind kind = AttitudeKind::belief;
    std::string holder, cue, content;
    Polarity polarity = Polarity::positive;
    bool operator==(const Held&) const = default;
};

std::vector<Held> held(const std::string& text) {
    const Document doc = read(text);
    std::vector<Held> out;
    for (const Attitude& attitude : doc.attitudes) {
        Held one{attitude.kind, "", text_of(doc, attitude.cue), "", attitude.polarity};
        if (attitude.holder) one.holder = text_of(doc, *attitude.holder);
        for (const Span span : attitude.content)
            one.content += (one.content.empty() ? "" : " | ") + text_of(doc, span);
        out.push_back(one);
    }
    return out;
}

std::vector<Held> belief(const char* holder, const char* cue, const char* content) {
    return {{AttitudeKind::belief, holder, cue, content}};
}
std::vector<Held> intention(const char* holder, const char* cue, const char* content) {
    return {{AttitudeKind::intention, holder, cue, content}};
}
std::vector<Held> negative(std::vector<Held> held) {
    held[0].polarity = Polarity::negative;
    return held;
}

std::string entity_of(const std::string& text, std::size_t number) {
    const Document doc = read(text);
    REQUIRE(number < doc.attitudes.size());
    const Index entity = doc.attitudes[number].entity;
    return entity == none ? "" : doc.entities[entity].name;
}

}  // namespace

TEST_CASE("A verb of belief has its clause and its holder") {
    CHECK(held("Mayor Anna Marsh believes that the wall will hold.") ==
          belief("Mayor Anna Marsh", "believes", "the wall will hold"));
    CHECK(held("Fishermen fear the boats will go.") == belief("Fishermen", "fear", "the boats will go"));
    CHECK(held("The police know that he was there.") == belief("The police", "know", "he was there"));
    CHECK(held("Analysts had expected profits to fall.") ==
          belief("Analysts", "expected", "profits to fall"));
    CHECK(held("Reed, who fears that the boats will go, wrote to the king.") ==
          belief("Reed", "fears", "the boats will go"));
    CHECK(held("Marsh seems to think that the sea can wait.") ==
          belief("Marsh", "think", "the sea can wait"));
}

TEST_CASE("A verb of intention has its infinitive, with whoever is to act") {
    CHECK(held("The company plans to close two of its three plants, but the union will fight it.") ==
          intention("The company", "plans", "to close two of its three plants"));
    CHECK(held("Marsh wants the builders to leave.") == intention("Marsh", "wants", "the builders to leave"));
    CHECK(held("Officials are considering moving the harbour.") ==
          intention("Officials", "considering", "moving the harbour"));
    CHECK(held("Marsh would like to see the plans.") == intention("Marsh", "like", "to see the plans"));
    CHECK(held("Hoping to win back voters, Marsh cut the tax.") ==
          intention("Marsh", "Hoping", "to win back voters"));
    CHECK(held("Marsh and Reed hope that the talks will resume.") ==
          intention("Marsh and Reed", "hope", "the talks will resume"));
}

TEST_CASE("What is meant ends where its holder goes on to do or to say something else") {
    CHECK(held("Marsh wants to leave and sold her house.") == intention("Marsh", "wants", "to leave"));
    CHECK(held("The firm aims to create 400 jobs and will build two plants.") ==
          intention("The firm", "aims", "to create 400 jobs"));
    CHECK(held("Marsh wants to leave and told reporters that she would.") ==
          intention("Marsh", "wants", "to leave"));
    CHECK(held("The bank expects prices to fall, according to a survey.") ==
          belief("The bank", "expects", "prices to fall"));
}

TEST_CASE("Adjectives and nouns ascribe attitudes too") {
    CHECK(held("Marsh was convinced that the wall would hold.") ==
          belief("Marsh", "convinced", "the wall would hold"));
    CHECK(held("Marsh is keen to move on.") == intention("Marsh", "keen", "to move on"));
    CHECK(held("Her belief that the wall will hold is shared by few.") ==
          belief("Her", "belief", "the wall will hold"));
    CHECK(held("The firm's plan to cut 300 jobs was rejected.") ==
          intention("The firm", "plan", "to cut 300 jobs"));
    CHECK(held("His aim is to open in May.") == intention("His", "aim", "to open in May"));
    CHECK(held("There are fears that the wall will fall.") == belief("", "fears", "the wall will fall"));
}

TEST_CASE("A passive has no holder unless one is told, and its subject belongs to what is believed") {
    CHECK(held("The driver is believed to have fled to Norway.") ==
          belief("", "believed", "The driver | to have fled to Norway"));
    CHECK(held("The suspect, believed to be armed, ran away.") ==
          belief("", "believed", "The suspect | to be armed"));
    CHECK(held("It is expected that the court will rule in June.") ==
          belief("", "expected", "the court will rule in June"));
}

TEST_CASE("Negation turns an attitude round") {
    CHECK(held("The council does not believe the wall will hold.") ==
          negative(belief("The council", "believe", "the wall will hold")));
    CHECK(held("She no longer believes the builders are honest.") ==
          negative(belief("She", "believes", "the builders are honest")));
    CHECK(held("Nobody expects the ferry to sail on Monday.") ==
          negative(belief("Nobody", "expects", "the ferry to sail on Monday")));
    CHECK(held("Most voters doubt that the wall is needed.") ==
          negative(belief("Most voters", "doubt", "the wall is needed")));
    CHECK(held("The government has no immediate plans to raise taxes.") ==
          negative(intention("The government", "plans", "to raise taxes")));
}

TEST_CASE("Between commas, the clause goes on around the cue") {
    CHECK(held("The sea, Reed believes, will take the town.") ==
          belief("Reed", "believes", "The sea | will take the town"));
    CHECK(held("The sea will take the town, Reed believes.") ==
          belief("Reed", "believes", "The sea will take the town"));
}

TEST_CASE("Within a quotation, “I” is who speaks") {
    const std::string text =
        "“I think we will win,” council leader Anna Marsh said. “I hope to come back by May.”";
    const auto found = held(text);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == belief("I", "think", "we will win")[0]);
    CHECK(found[1] == intention("I", "hope", "to come back by May")[0]);
    CHECK(entity_of(text, 0) == "Anna Marsh");
    CHECK(entity_of(text, 1) == "Anna Marsh");
}

TEST_CASE("No attitude without a clause, or that nobody is said to have") {
    for (const char* text : {
             "Is the move a gesture? Marsh and Lee believe it is.",
             "Marsh wants a new wall.",
             "The plan was a failure, and hope was lost.",
             "The expected rise did not come.",
             "As expected, the bank raised rates.",
             "“The sea will rise, I think,” said Anna Marsh.",
             "Do you think the wall will hold?",
             "What does Marsh want to do next?",
             "The union may want to talk.",
             "If Marsh believes that the sea can wait, she is wrong.",
             "Expect delays to continue on Monday.",
             "The plan to cut 300 jobs was rejected.",
             "He knows what he did.",
             "“You know that I love you,” she said.",
             "The storm caused fears among fishermen.",
             "She thinks of the sea every day.",
             "The council must make sure that the wall holds.",
         })
        CHECK_MESSAGE(held(text).empty(), text);
}

TEST_CASE("What is said is a quotation and no attitude, what is said of an attitude is both") {
    const Document doc = read("Marsh said she believed the wall would hold.");
    REQUIRE(doc.quotes.size() == 1);
    REQUIRE(doc.attitudes.size() == 1);
    CHECK(text_of(doc, doc.quotes[0].content[0]) == "she believed the wall would hold");
    CHECK(text_of(doc, doc.attitudes[0].content[0]) == "the wall would hold");
    CHECK(held("Marsh announced that the wall was finished.").empty());
}
