#include <doctest/doctest.h>

#include "helpers.h"
#include "invariants.h"
#include "writers.h"

using namespace lede;

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

/// Texts that break readers of text. Each is read and written; what comes out must be sound.
std::vector<std::string> hostile_texts() {
    constexpr std::size_t some = 20000;
    std::vector<std::string> texts = {
        "a",
        ".",
        "\"",
        "\u201C",
        "1",
        "\xFF",
        std::string("\0", 1) + "a",
        "\u0301",
        "e\u0301",
        "\u200D\u200Da",
        "\uFEFFRain fell.",
        "Rain fell.\r\n\r\nIt stopped.\r\n",
        "x\n\n\n\ny",
        "<script>alert(\"1\")</script><p>Rain &amp; wind</p>",
        "\u202EThe mayor said \u2066so\u2069.\u202C",
        "👩\u200D👩\u200D👧\u200D👦 said “yes 🇪🇺”.",
        "“‘“‘“‘no’",
        "” he said “",
        "said said said said",
        "On the 31st of the 31st of the 31st",
        "$$$ 1,,,2 3.4.5.6 7/8/9 10-11-12",
        "%%% 5% %5",
        "Y’all can’t, d’you, ’tis, \u212Aids didnt.",
        "\xF0\x9F\x98 \xED\xA0\x80 \xC0\x80 \xE2\x82",
        "Mr. Mr. Mr. Dr. St. U.S. U.N. p.m.",
        "A B C D E F G H I J K",
        std::string("The mayor\0said\0\"no\".", 21),
        "日本の首相は木曜日に述べた。",
        "Der Bürgermeister ist am Donnerstag zurückgetreten.",
    };
    for (std::string_view piece :
         {"a",         "\"",          "“",         "”",           "1",       "1 ",      "1,",
          ". ",        "\n\n",        "(",         "é",           "e\u0301", "👩\u200D", "\xFF",
          "\xE2\x82",  "A ",          "Mr. ",      "said ",       "\"a\" ",  "“a ",     "of the ",
          "Ann Lee, ", "U.S.",        "on May 1 ", "$1 ",         "-",       "\u0301",  "<b>",
          "because ",  "he said he ", "'s ",       "http://a.b/", "@a #b "})
        texts.push_back(repeated(piece, some));
    return texts;
}

}  // namespace

TEST_CASE("whatever is read, the document is sound and can be written") {
    for (const std::string& text : hostile_texts()) {
        CAPTURE(text.substr(0, 60));
        const auto doc = analyze(text, {}, test::resources());
        if (!doc) {
            CHECK(doc.error().code == ErrorCode::empty_text);
            continue;
        }
        CHECK(test::faults_of(*doc) == "");
        for (OffsetUnit unit : {OffsetUnit::utf16, OffsetUnit::codepoint, OffsetUnit::utf8}) {
            WriteOptions options;
            options.offsets = unit;
            options.tokens = true;
            CHECK(write_json(*doc, "en", options));
        }
        CHECK_FALSE(write_conllu(*doc, "x").empty());
    }
}

TEST_CASE("reading twice gives the same bytes") {
    for (const std::string& text : hostile_texts()) {
        const auto first = analyze(text, {}, test::resources());
        const auto second = analyze(text, {}, test::resources());
        REQUIRE(first.has_value() == second.has_value());
        if (first) CHECK(write_json(*first, "en", {}).value() == write_json(*second, "en", {}).value());
    }
}

TEST_CASE("given tokens are kept, and the document is sound") {
    const std::vector<std::vector<std::string>> sentences = {{"Mr.", "Lee", "said", "\"", "no", "\"", "."},
                                                             {},
                                                             {"", "It"},
                                                             {"New York", "\xFF", "e\u0301"},
                                                             {" "}};
    const auto doc = analyze_tokens(sentences, {}, test::resources());
    REQUIRE(doc);
    CHECK(test::faults_of(*doc) == "");
    CHECK(doc->form(0) == "Mr.");
}

TEST_CASE("the invariants notice what is broken") {
    const std::string text = "The mayor resigned. Cafe\u0301s closed.";
    Document doc = test::read(text);
    REQUIRE(test::faults_of(doc) == "");
    const auto broken = [&](auto change) {
        Document copy = test::read(text);
        change(copy);
        return test::faults_of(copy);
    };
    CHECK(broken([](Document& d) { d.keyphrases.push_back({{0, 900}, 0}); }) != "");
    CHECK(broken([](Document& d) { d.keyphrases.push_back({{4, 4}, 0}); }) != "");
    CHECK(broken([](Document& d) {
              d.keyphrases.push_back({{20, 24}, 0});
          }) != "");  // between e and its accent
    CHECK(broken([](Document& d) { d.keyphrases.push_back({{20, 25}, 0}); }) != "");  // inside the accent
    CHECK(broken([](Document& d) { d.keyphrases.push_back({{20, 26}, 2}); }) != "");
    CHECK(broken([](Document& d) { d.summary = {7}; }) != "");
    CHECK(broken([](Document& d) { d.tokens.sentence[0] = 7; }) != "");
    Mention mention;
    mention.span = mention.head = {4, 9};
    mention.tokens = {1, 2};
    mention.sentence = 0;
    mention.entity = 900;
    CHECK(broken([&](Document& d) { d.mentions.push_back(mention); }) != "");
}
