#include <doctest/doctest.h>

#include "helpers.h"
#include "text/text.h"

namespace {

using lede::BlockKind;
using lede::Document;

Document structured(std::string text, std::string_view title = "") {
    Document doc;
    doc.text = std::move(text);
    find_structure(doc, title, lede::test::resources());
    return doc;
}

std::string kinds(const Document& doc) {
    std::string out;
    for (const lede::Block& block : doc.blocks) out += "HFBDCSP"[static_cast<int>(block.kind)];
    return out;
}

const char* const story =
    "The city council voted on Monday to close the old harbour after a storm damaged its walls, officials "
    "said.";

}  // namespace

TEST_CASE("a pasted article falls into headline, byline, date, caption and paragraphs") {
    const Document doc = structured(
        "Council votes to close harbour\n\nBy Ann Smith and Bob Lee, Staff Writer\n\n"
        "Published 3 March 2021, 10:15 GMT\n\nFile Photo\n\n" +
        std::string(story) + "\n\n" + story);
    CHECK(kinds(doc) == "HBDCPP");
    REQUIRE(doc.dateline);
    CHECK(doc.slice(*doc.dateline) == "Published 3 March 2021, 10:15 GMT");
}

TEST_CASE("a text that begins with a paragraph has no headline") {
    CHECK(kinds(structured(std::string(story) + "\n\n" + story)) == "PP");
}

TEST_CASE("the given title is the headline") {
    CHECK(kinds(structured("Local news\nA storm came.\n" + std::string(story), "A storm came.")) == "PHP");
}

TEST_CASE("names with a place before the story are a byline") {
    CHECK(kinds(structured("Harbour to close\nAnn Smith in Brussels\n" + std::string(story))) == "HBP");
}

TEST_CASE("a dateline begins a paragraph") {
    const auto dateline = [](const char* head) {
        const Document doc = structured(std::string(head) + story);
        return doc.dateline ? std::string(doc.slice(*doc.dateline)) : "";
    };
    CHECK(dateline("BRUSSELS (Reuters) — ") == "BRUSSELS (Reuters)");
    CHECK(dateline("LONDON, May 3 (AP) - ") == "LONDON, May 3 (AP)");
    CHECK(dateline("WASHINGTON — ") == "WASHINGTON");
    CHECK(dateline("Oslo (AFP) - ") == "Oslo (AFP)");
    CHECK(dateline("(CNN) ") == "(CNN)");
    CHECK(dateline("Tirana, Albania (CNN) ") == "Tirana, Albania (CNN)");
    CHECK(dateline("MONTREAL—") == "MONTREAL");
    CHECK(dateline("TOKYO/SEOUL (Reuters) - ") == "TOKYO/SEOUL (Reuters)");
    CHECK(dateline("Acme (founded in 1900) says: ") == "");
    CHECK(dateline("He spoke — ") == "");
    CHECK(dateline("A well - known place. ") == "");
}

TEST_CASE("a dateline is a sentence of its own with its dash") {
    const Document doc = lede::test::read("PARIS (AP) — " + std::string(story));
    REQUIRE(doc.sentences.size() == 2);
    CHECK(doc.slice(doc.sentences[0].span) == "PARIS (AP) —");
}

TEST_CASE("a credited picture is a caption") {
    CHECK(kinds(structured("Harbour to close\n\nFILE - In this May 2, 2018 photo, waves hit the wall.\n\n" +
                           std::string(story) + "\n\nThe wall after the storm. Jane Poe/Reuters")) == "HCPC");
}

TEST_CASE("wrapped lines are one paragraph, other lines one each") {
    CHECK(kinds(structured(
              "The city council voted on Monday to close the old\nharbour after a storm damaged its "
              "walls, as officials\nsaid they had no money left to repair them this\nyear or next.\n\n" +
              std::string(story))) == "PP");
    CHECK(structured("The council met.\nIt voted on Monday.\nThe harbour will close.").blocks.size() == 3);
}

TEST_CASE("line ends of every kind and a byte order mark are no part of a block") {
    const Document doc = structured("\xEF\xBB\xBFHarbour to close\r\n\r\n\xC2\xA0Rain fell on Monday.\r\n");
    REQUIRE(doc.blocks.size() == 2);
    CHECK(doc.slice(doc.blocks[0].span) == "Harbour to close");
    CHECK(doc.slice(doc.blocks[1].span) == "Rain fell on Monday.");
}

TEST_CASE("text of nothing but white space has no blocks") { CHECK(structured(" \n\t\r\n").blocks.empty()); }
