#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "helpers.h"
#include "output/json_writer.h"
#include "output/offsets.h"
#include "output/request.h"
#include "output/service.h"
#include "writers.h"

using namespace lede;
using Json = nlohmann::json;

namespace {

template <class Write>
std::string written(Write write) {
    JsonWriter json;
    write(json);
    return json.take();
}

std::string number(double value) {
    return written([&](JsonWriter& json) { json.number(value); });
}

std::string rounded(double value, std::int64_t scale = 1000) {
    return written([&](JsonWriter& json) { json.rounded(value, scale); });
}

Json answer(std::string text, std::string options = "") {
    return Json::parse(analyze_to_json(std::move(text), std::move(options), test::resources()));
}

}  // namespace

TEST_CASE("offsets count UTF-16 units, code points or bytes") {
    const std::string text =
        "a\xF0\x9F\x98\x80"
        "b\xC3\xA9z";  // a 😀 b é z
    const Offsets utf16(text, OffsetUnit::utf16);
    const Offsets codepoint(text, OffsetUnit::codepoint);
    const Offsets utf8(text, OffsetUnit::utf8);
    CHECK(utf16[5] == 3);
    CHECK(codepoint[5] == 2);
    CHECK(utf8[5] == 5);
    CHECK(utf16[9] == 6);
    CHECK(codepoint[9] == 5);
}

TEST_CASE("offsets agree with counting characters one by one, whatever the text") {
    std::string text;
    const std::string_view pieces[] = {
        "a", "é", "\u2014", "\U0001F600", "\xFF", "\xE2\x82", "\xF0\x9F\x98", "\xED\xA0\x80", "\xEF\xBF\xBD"};
    for (bool ill_formed : {false, true}) {
        text.clear();
        std::uint32_t state = 1;
        while (text.size() < 3000) {
            state = state * 1664525u + 1013904223u;
            text += pieces[(state >> 16) % (ill_formed ? 9 : 4)];
        }
        const Offsets utf16(text, OffsetUnit::utf16);
        const Offsets codepoint(text, OffsetUnit::codepoint);
        std::uint32_t units = 0;
        std::uint32_t points = 0;
        for (std::uint32_t at = 0; at < text.size();) {
            REQUIRE(utf16[at] == units);
            REQUIRE(codepoint[at] == points);
            const Decoded c = decode(text, at);
            units += c.code > 0xFFFF ? 2 : 1;
            ++points;
            at += c.size;
        }
        CHECK(utf16[static_cast<std::uint32_t>(text.size())] == units);
        CHECK(codepoint[static_cast<std::uint32_t>(text.size())] == points);
    }
}

TEST_CASE("numbers are written short and read back the same") {
    CHECK(number(68) == "68");
    CHECK(number(-3) == "-3");
    CHECK(number(3.5e9) == "3500000000");
    CHECK(number(0.1) == "0.1");
    CHECK(number(2.75) == "2.75");
    CHECK(number(1e300) == "1e+300");
    CHECK(number(1.0 / 0.0) == "null");
    CHECK(rounded(0.98) == "0.98");
    CHECK(rounded(0.9996) == "1");
    CHECK(rounded(0.0504) == "0.05");
    CHECK(rounded(0.31416, 10000) == "0.3142");
    CHECK(rounded(-1) == "0");
    CHECK(rounded(0.0 / 0.0) == "0");
}

TEST_CASE("strings are escaped and made well-formed") {
    const auto text = [](std::string_view value) {
        return written([&](JsonWriter& json) { json.string(value); });
    };
    CHECK(text("a\"b\\c\n\t\r") == R"("a\"b\\c\n\t\r")");
    CHECK(text(std::string_view("\0\x1F\x7F", 3)) == "\"\\u0000\\u001f\x7F\"");
    CHECK(text("\u201Cé😀\uFFFD") == "\"\u201Cé😀\uFFFD\"");
    CHECK(text("x\xFF\xE2\x82y") == "\"x\uFFFD\uFFFDy\"");
}

TEST_CASE("a result has every layer, in the order of the schema") {
    const Document doc = test::read("The mayor resigned on Thursday.");
    const auto json = write_json(doc, "en 9.9.9", {});
    REQUIRE(json);
    std::vector<std::string> names;
    const auto result = nlohmann::ordered_json::parse(*json);
    for (const auto& [name, value] : result.items()) names.push_back(name);
    CHECK(names == std::vector<std::string>{"schema",     "engine",     "model",     "offsets",  "language",
                                            "published",  "structure",  "sentences", "mentions", "entities",
                                            "times",      "quantities", "quotes",    "sourcing", "attitudes",
                                            "events",     "relations",  "causes",    "brief",    "summary",
                                            "keyphrases", "checks"});
}

TEST_CASE("only the layers that were asked for are written") {
    const Document doc = test::read("The mayor resigned.");
    WriteOptions options;
    options.layers = {"quotes", "tokens"};
    options.id = "[1,\"a\"]";
    const auto json = write_json(doc, "en", options);
    REQUIRE(json);
    const Json result = Json::parse(*json);
    CHECK(result.size() == 7);
    CHECK(result.at("id") == Json::parse(options.id));
    CHECK(result.at("tokens").at(0).at(0).at("form") == "The");
    options.layers = {"qutoes"};
    const auto refused = write_json(doc, "en", options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::bad_option);
}

TEST_CASE("optional things are null where they are missing") {
    Document doc = test::read("Twelve members voted for it.");
    Quote quote;
    quote.form = QuoteForm::mixed;
    quote.content = {{0, 6}, {7, 14}};
    quote.cue = Span{15, 20};
    quote.score = 0.9F;
    doc.quotes = {quote};
    Event event;
    event.trigger = {15, 20};
    event.lemma = "vote";
    event.agent = Participant{{0, 14}, none};
    event.sentence = 0;
    doc.events = {event};
    Relation relation;
    relation.subject = 0;
    relation.predicate = Predicate::supports;
    relation.target = StanceTarget{0, none, {}};
    relation.text = {15, 24};
    relation.evidence = {0, 27};
    doc.relations = {relation};
    Quantity quantity;
    quantity.span = {0, 6};
    quantity.value = 12;
    quantity.of = Span{7, 14};
    doc.quantities = {quantity};
    const auto written_json = write_json(doc, "en", {});
    REQUIRE(written_json);
    const Json result = Json::parse(*written_json);
    CHECK(result["quotes"].back() ==
          Json::parse(R"({"id":0,"form":"mixed","content":[[0,6],[7,14]],"cue":[15,20],"speaker":null,
        "entity":null,"addressee":null,"sourcing":"unknown","score":0.9})"));
    CHECK(result["events"].back()["agent"] == Json::parse(R"({"span":[0,14],"entity":null})"));
    CHECK(result["events"].back()["class"].is_null());
    CHECK(result["relations"].back()["target"] == Json::parse(R"({"event":0})"));
    CHECK(result["relations"].back()["text"] == "voted for");
    CHECK(result["quantities"].back()["unit"].is_null());
    CHECK(result["quantities"].back()["of"] == Json::parse("[7,14]"));
}

TEST_CASE("the service answers with a result in UTF-16 units or with an error") {
    CHECK(answer("The mayor resigned.")["offsets"] == "utf16");
    const Json dated = answer("The mayor resigned.",
                              R"({"published":"2024-02-29","offsets":"utf8","tokens":true,"timings":true})");
    CHECK(dated["published"] == Json::parse(R"({"value":"2024-02-29","from":"given"})"));
    CHECK(dated["offsets"] == "utf8");
    CHECK(dated["tokens"].size() == 1);
    CHECK(dated["timings"]["total_ms"].is_number());
    CHECK(answer("   ")["error"]["code"] == "empty_text");
    CHECK(answer("%PDF-1.7 x")["error"]["code"] == "unsupported_format");
    CHECK(answer("a", R"({"published":"2023-02-29"})")["error"]["code"] == "bad_date");
    CHECK(answer("a", R"({"published":7})")["error"]["code"] == "bad_request");
    CHECK(answer("a", R"({"publshed":"2023-02-28"})")["error"]["code"] == "bad_option");
    CHECK(answer("a", R"({"offsets":"utf32"})")["error"]["code"] == "bad_option");
    CHECK(answer("a", R"({"layers":["quotes","x"]})")["error"]["code"] == "bad_option");
    CHECK(answer("a", "[]")["error"]["code"] == "bad_request");
    CHECK(answer("a", R"({"layers":["checks"]})").size() == 5);
}

TEST_CASE("cells of a spreadsheet are quoted and never become formulas") {
    Document doc = test::read("Twelve members, voted.");
    doc.keyphrases = {{{7, 21}, 0.5F}};
    WriteOptions options;
    options.layers = {"keyphrases"};
    CHECK(write_csv(doc, "a \"b\"", options) == "\"a \"\"b\"\"\",keyphrases,7,21,\"members, voted\",,,\r\n");
    CHECK(write_csv(doc, "=1+2", options) == "\"'=1+2\",keyphrases,7,21,\"members, voted\",,,\r\n");
    CHECK(csv_header() == "article,layer,start,end,text,type,value,entity\r\n");
}

TEST_CASE("CoNLL-U tells where spaces are missing and keeps every column filled") {
    const std::string conllu = write_conllu(test::read("Rain fell.\n\nIt stopped."), "a/x\ty");
    CHECK(conllu.find("# newdoc id = a_x_y\n# sent_id = a_x_y-1\n# text = Rain fell.\n1\tRain\t") == 0);
    CHECK(conllu.find("\tSpaceAfter=No\n3\t.\t") != std::string::npos);
    CHECK(conllu.find("\t\t") == std::string::npos);
}
