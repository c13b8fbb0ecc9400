// What a caller corrects in the parts of a text.
#include <doctest/doctest.h>

#include <random>

#include <nlohmann/json.hpp>

#include "helpers.h"
#include "output/service.h"
#include "output/structure_option.h"

using namespace lede;
using Json = nlohmann::json;

namespace {

constexpr std::string_view page =
    "Home\nNews\nSport\nSubscribe\n\nFerry to close\n\nBy Ann Bell\n\n"
    "The ferry to Lindholm will close in May, the council said on Monday, as nobody wants to pay for it.\n\n"
    "Share this article\n\n"
    "“We had no choice,” said Ann Baker, the mayor. She told reporters that the bridge would open in "
    "June.\n\n"
    "Most read\nStorm hits coast\nBank to close 40 branches\nTerms of use\nPrivacy policy\n";

Json answer(std::string_view text, const Json& structure, std::string_view unit = "utf8") {
    const Json options{{"structure", structure}, {"offsets", unit}};
    return Json::parse(analyze_to_json(std::string(text), options.dump(), test::resources()));
}

Json place_of(std::string_view words, std::string_view text = page) {
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string_view::npos);
    return Json::array({at, at + words.size()});
}

bool holds(const Json& spans, const Json& span) {
    return std::find(spans.begin(), spans.end(), span) != spans.end();
}

std::string refusal(std::string_view text, const Json& structure, std::string_view unit = "utf8") {
    const Json result = answer(text, structure, unit);
    REQUIRE(result.contains("error"));
    CHECK(result["error"]["code"] == "bad_option");
    return result["error"]["message"];
}

}  // namespace

TEST_CASE("lines are taken out and in, and nothing else changes") {
    const Json before = answer(page, nullptr)["structure"];
    REQUIRE(holds(before["other"], place_of("Share this article")));
    const Json paragraph = place_of(
        "“We had no choice,” said Ann Baker, the mayor. She told reporters that the bridge would open in "
        "June.");
    REQUIRE(holds(before["paragraphs"], paragraph));

    Json after =
        answer(page, {{"in", {place_of("Share this")}}, {"out", {place_of("no choice")}}})["structure"];
    CHECK(holds(after["paragraphs"], place_of("Share this article")));
    CHECK_FALSE(holds(after["other"], place_of("Share this article")));
    CHECK(holds(after["other"], paragraph));
    CHECK_FALSE(holds(after["paragraphs"], paragraph));
    CHECK(after["headline"] == before["headline"]);
    CHECK(after["byline"] == before["byline"]);
    CHECK(after["other"].size() == before["other"].size());
}

TEST_CASE("what is out gives nothing to any other layer") {
    const Json result = answer(page, {{"out", {place_of("We had")}}});
    for (const Json& quote : result["quotes"]) CHECK(quote["content"][0][1] < page.find("We had"));
    for (const Json& mention : result["mentions"]) CHECK(mention["span"][0] != page.find("Ann Baker"));
}

TEST_CASE("a text that is no page can be corrected too") {
    constexpr std::string_view plain =
        "Ferry to close\n\nThe ferry will close in May, the council said.\n\nRead our newsletter and win a "
        "prize.";
    CHECK(answer(plain, nullptr)["structure"]["other"].empty());
    const Json result = answer(plain, {{"out", {place_of("newsletter", plain)}}})["structure"];
    CHECK(result["other"] == Json::array({place_of("Read our newsletter and win a prize.", plain)}));
    const Json headless = answer(plain, {{"out", {place_of("Ferry", plain)}}})["structure"];
    CHECK(headless["headline"].is_null());
}

TEST_CASE("a line that is both in and out is out, and all lines may be") {
    const Json place = place_of("Share this article");
    CHECK(holds(answer(page, {{"in", {place}}, {"out", {place}}})["structure"]["other"], place));
    const Json nothing = answer(page, {{"out", {{0, page.size()}}}});
    CHECK(nothing["structure"]["paragraphs"].empty());
    CHECK(nothing["sentences"].empty());
    const Json all = answer(page, {{"in", {{0, page.size()}}}})["structure"];
    CHECK(all["other"].empty());
    CHECK(all["headline"] == place_of("Ferry to close"));
}

TEST_CASE("a byline or a headline that is taken in is known as such where there is no other") {
    constexpr std::string_view text =
        "Ferry to close\n\nBy Ann Bell\n\nThe ferry to Lindholm will close in May, the council said on "
        "Monday.";
    const auto structure = [&](Json given) { return answer(text, given)["structure"]; };
    const Json all = structure({{"in", {{0, text.size()}}}});
    CHECK(all["headline"] == place_of("Ferry to close", text));
    CHECK(all["byline"] == place_of("By Ann Bell", text));
}

TEST_CASE("offsets of hints are in the unit of the result") {
    constexpr std::string_view text =
        "Ferry 😀 to close\n\nÖland waits for its ferry, the council said.\n\nShare 😀 this";
    for (const std::string_view unit : {"utf16", "codepoint", "utf8"}) {
        const Json before = answer(text, nullptr, unit)["structure"];
        const Json last = before["paragraphs"].back();
        const Json after = answer(text, {{"out", {last}}}, unit)["structure"];
        CHECK(after["other"] == Json::array({last}));
        CHECK(after["headline"] == before["headline"]);
    }
}

TEST_CASE("hints that are no spans of the text are refused with a reason") {
    constexpr std::string_view text = "Ferry 😀";
    CHECK(refusal(text, {{"in", {{0, 9}}}}, "utf16") ==
          "\"structure\": [0, 9] is not a span of the text, whose length is 8");
    CHECK(refusal(text, {{"out", {{3, 3}}}}).find("is not a span of the text") != std::string::npos);
    CHECK(refusal(text, {{"out", {{4, 3}}}}).find("is not a span of the text") != std::string::npos);
    CHECK(refusal(text, {{"in", {{0, 1e15}}}}).find("structure.in") != std::string::npos);
    CHECK(refusal(text, {{"in", {{0, 18446744073709551615u}}}}).find("is not a span of the text") !=
          std::string::npos);
    CHECK(refusal(text, {{"inside", {{0, 1}}}}) == "\"structure\" has \"in\" and \"out\" and nothing else");
    const Json misfits[] = {{{"in", 1}},          {{"in", "a"}},         {{"in", {1, 2}}},
                            {{"in", {{1}}}},      {{"in", {{0, 1, 2}}}}, {{"in", {{-1, 2}}}},
                            {{"in", {{0, 1.5}}}}, {{"in", {{0, "1"}}}},  {{"in", {{0, {1}}}}},
                            {{"in", {nullptr}}},  {{"in", {{{"a", 1}}}}}};
    for (const Json& misfit : misfits) {
        CAPTURE(misfit.dump());
        CHECK(refusal(text, misfit) == "\"structure.in\" is not an array of spans, each two whole numbers");
    }
    CHECK(refusal(text, Json::array({1})).find("structure") != std::string::npos);
    CHECK(refusal(text, "in").find("structure") != std::string::npos);
    const Json many = Json::array_t(max_structure_spans + 1, Json::array({0, 1}));
    CHECK(refusal(text, {{"in", many}}).find("more than 100000 spans") != std::string::npos);
}

TEST_CASE("any spans whatever keep blocks and other lines in order and apart") {
    std::minstd_rand random(7);
    const auto below = [&](std::size_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    for (int round = 0; round < 60; ++round) {
        Options options;
        for (auto* list : {&options.structure.in, &options.structure.out})
            for (std::size_t i = below(4); i > 0; --i)
                list->push_back({below(page.size() + 50), below(page.size() + 50)});
        const Document doc = analyze(std::string(page), options, test::resources()).value();
        std::vector<Span> spans(doc.other);
        for (const Block& block : doc.blocks) spans.push_back(block.span);
        CHECK(std::is_sorted(doc.other.begin(), doc.other.end()));
        std::sort(spans.begin(), spans.end());
        for (std::size_t i = 0; i < spans.size(); ++i) {
            CHECK(spans[i].begin < spans[i].end);
            CHECK(spans[i].end <= doc.text.size());
            if (i > 0) CHECK(spans[i - 1].end <= spans[i].begin);
        }
        for (std::size_t i = 1; i < doc.blocks.size(); ++i)
            CHECK(doc.blocks[i - 1].span.end <= doc.blocks[i].span.begin);
    }
}
