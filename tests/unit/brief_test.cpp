#include <doctest/doctest.h>

#include <algorithm>

#include "helpers.h"

using namespace lede;
using lede::test::read;
using lede::test::text_of;

namespace {

const char* const flood =
    "River bursts its banks in Harlow Vale\n\n"
    "The river Wend burst its banks on Tuesday and flooded 40 homes in Harlow Vale after three days of "
    "rain.\n\n"
    "The council opened the school as a shelter because the bridge was closed. \"We have never seen so much "
    "water,\" "
    "said the mayor, Edith Crane.\n\n"
    "Crane asked the government for help. The government promised to send engineers to the valley by "
    "repairing the "
    "pumps first.\n\n"
    "The river Wend last flooded the valley in 1987. Farmers lost most of their sheep in that flood.";

std::string first(const Document& doc, const std::vector<Answer>& answers) {
    return answers.empty() ? "" : text_of(doc, answers.front().span);
}

}  // namespace

TEST_CASE("the brief answers with spans of the text, best first, three at most") {
    const Document doc = read(flood, "2022-02-02");
    for (const auto* answers : {&doc.brief.who, &doc.brief.what, &doc.brief.when, &doc.brief.where,
                                &doc.brief.why, &doc.brief.how}) {
        CHECK(answers->size() <= 3);
        for (std::size_t i = 0; i < answers->size(); ++i) {
            CHECK((*answers)[i].span.end <= doc.text.size());
            CHECK((*answers)[i].span.begin < (*answers)[i].span.end);
            if (i > 0) CHECK((*answers)[i].score <= (*answers)[i - 1].score);
        }
    }
    CHECK(first(doc, doc.brief.what) == "bursts its banks in Harlow Vale");
    CHECK(first(doc, doc.brief.when).find("Tuesday") != std::string::npos);
}

TEST_CASE("who is answered with people and bodies before things") {
    const Document doc = read(
        "Row over costs\n\nA row over costs led Helen Okoro to leave the Ellery Harbour Board on Monday. "
        "Okoro had chaired the board for six years.");
    CHECK(first(doc, doc.brief.who) == "Helen Okoro");
}

TEST_CASE("a sum is nobody") {
    const Document doc =
        read("Operator fined £2.4m\n\nCalmore was fined £2.4m on Thursday after a winter sinking.");
    for (const Answer& answer : doc.brief.who) CHECK(text_of(doc, answer.span) != "£2.4m");
}

TEST_CASE("what happened is what the sentence says, not what a relative clause in it says") {
    const Document doc = read(
        "The man who said he wrote the play and hired the star has been shut out of the awards. He sued.");
    CHECK(first(doc, doc.brief.what) == "has been shut out of the awards");
    const Document open = read("The firm will pay 481m yuan ($58m; £30m) for the mine. It is in the hills.");
    CHECK(first(open, open.brief.what) == "will pay 481m yuan ($58m; £30m) for the mine");
}

TEST_CASE("the summary is in text order and leaves the headline out") {
    const Document doc = read(flood, "2022-02-02");
    REQUIRE_FALSE(doc.summary.empty());
    CHECK(doc.summary.size() <= 5);
    CHECK(std::is_sorted(doc.summary.begin(), doc.summary.end()));
    for (Index sentence : doc.summary)
        CHECK(doc.blocks[doc.sentences[sentence].block].kind == BlockKind::paragraph);
}

TEST_CASE("key phrases are distinct noun phrases, no pronouns, no times") {
    const Document doc = read(flood, "2022-02-02");
    REQUIRE_FALSE(doc.keyphrases.empty());
    CHECK(doc.keyphrases.size() <= 10);
    CHECK(doc.keyphrases.front().score == doctest::Approx(1.0));
    for (const Keyphrase& phrase : doc.keyphrases) {
        const std::string text = text_of(doc, phrase.span);
        CHECK(text != "We");
        CHECK(text != "Tuesday");
        CHECK(text.substr(0, 4) != "the ");
    }
}

TEST_CASE("an article of one word or none has an empty brief") {
    for (const char* text : {"Word", "1 1 1 1 1", "\"\"\"\"\"\""}) {
        const Document doc = read(text);
        CHECK(doc.brief.when.empty());
        CHECK(doc.summary.size() <= 1);
    }
}
