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
    CHECK(first(doc, doc.brief.what) == "River bursts its banks in Harlow Vale");
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

TEST_CASE(
    "what happened is what the sentence says, with its subject, not what a relative clause in it says") {
    const Document doc = read(
        "The man who said he wrote the play and hired the star has been shut out of the awards. He sued.");
    CHECK(first(doc, doc.brief.what) ==
          "The man who said he wrote the play and hired the star has been shut out of the awards");
    const Document open = read("The firm will pay 481m yuan ($58m; £30m) for the mine. It is in the hills.");
    CHECK(first(open, open.brief.what) == "The firm will pay 481m yuan ($58m; £30m) for the mine");
}

TEST_CASE("a label above an article does not tell what happened") {
    const Document doc = read(
        "Statement by the mayor\n\nThe council of Harlow closed the old bridge on Monday. It is 90 years "
        "old.\n\nWork on a new bridge will begin in May.");
    CHECK(first(doc, doc.brief.what).find("closed the old bridge") != std::string::npos);
}

TEST_CASE("what is reported answers, not who reports it") {
    const Document doc = read(
        "Doctors say the Norwegian prime minister, Kari Moen, is recovering well from heart surgery.\n\n"
        "Moen left hospital on Tuesday. She is expected to rest for a month.");
    CHECK(first(doc, doc.brief.who).find("octors") == std::string::npos);
    CHECK(first(doc, doc.brief.what).find("recovering well from heart surgery") != std::string::npos);
}

TEST_CASE("what is added after a comma or by \"as\" is no part of what happened") {
    const Document doc = read(
        "The High Court in Kisumu ordered a recount of votes on Monday, three months after Ann Odera was "
        "declared the winner. Odera said she would appeal.");
    const std::string what = first(doc, doc.brief.what);
    CHECK(what.find("ordered a recount of votes") != std::string::npos);
    CHECK(what.find("three months") == std::string::npos);
}

TEST_CASE("a dateline says where, known to the gazetteer or not") {
    const Document doc = read(
        "Herons trade Broussard to Hartford\n\nQUELLMARSH, Wash. — The Quellmarsh Herons traded Marquis "
        "Broussard to the Hartford Clocks on Monday for two draft picks.\n\nBroussard is 27.");
    CHECK(first(doc, doc.brief.where).find("QUELLMARSH") != std::string::npos);
}

TEST_CASE("why is what a clause with a link says, and silence where none does") {
    const Document doc = read(
        "Storm closes coast road\n\nThe council closed the coast road on Monday because a tree fell on a van "
        "in the night.\n\nThe road will open again on Friday.");
    if (!doc.brief.why.empty()) CHECK(first(doc, doc.brief.why).find("a tree fell on a van") == 0);
    const Document silent = read("The council met on Monday. It meets once a month.", "2024-05-01");
    CHECK(silent.brief.why.empty());
    CHECK(silent.brief.how.empty());
}

TEST_CASE("how is a margin, a letter, a means that the main clause names") {
    const Document margin = read(
        "The Greens have won the Marle by-election by 212 votes.\n\nTheir candidate, a vet, lives in Marle.");
    CHECK(first(margin, margin.brief.how) == "by 212 votes");
    const Document letter = read(
        "Seventeen writers withdrew on Wednesday from a festival of books.\n\nIn an open letter they accused "
        "the festival of greed.");
    CHECK(first(letter, letter.brief.how) == "In an open letter");
}

TEST_CASE("no answer begins with a conjunction or crosses a line") {
    const Document doc = read(
        "Ferry fire\n\nAnd the ferry burned,\nand the crew\nleft it on Monday because\nthe pumps failed.\n\n"
        "But nobody was hurt in the harbour of Marle.");
    for (const auto* answers :
         {&doc.brief.who, &doc.brief.what, &doc.brief.when, &doc.brief.where, &doc.brief.why, &doc.brief.how})
        for (const Answer& answer : *answers) {
            const std::string text = text_of(doc, answer.span);
            CHECK(text.find('\n') == std::string::npos);
            CHECK(text.substr(0, 4) != "And ");
            CHECK(text.substr(0, 4) != "and ");
            CHECK(text.substr(0, 4) != "But ");
        }
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
