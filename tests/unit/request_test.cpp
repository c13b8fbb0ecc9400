// Requests written in JSON: what is read, what is refused, and that neither takes long.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <functional>

#include <nlohmann/json.hpp>

#include "helpers.h"
#include "output/request.h"
#include "output/service.h"

using namespace lede;
using Json = nlohmann::json;

namespace {

Json answer(std::string text, std::string options = "") {
    return Json::parse(analyze_to_json(std::move(text), std::move(options), test::resources()));
}

}  // namespace

TEST_CASE("lone surrogates and ill-formed bytes in a request become one replacement character each") {
    const auto text_of = [](std::string line) {
        return read_request(std::move(line), false).request.value().text;
    };
    CHECK(text_of(R"({"text":"a\ud83d\ude00b"})") == "a\U0001F600b");
    CHECK(text_of(R"({"text":"a\ud83db"})") == "a\uFFFDb");
    CHECK(text_of(R"({"text":"\ude00\ud83d"})") == "\uFFFD\uFFFD");
    CHECK(text_of(R"({"text":"\ud83d\ud83d\ude00"})") == "\uFFFD\U0001F600");
    CHECK(text_of(R"({"text":"\\ud83d \\\\ud83d"})") == "\\ud83d \\\\ud83d");
    CHECK(text_of(R"({"text":"\uD800\n"})") == "\uFFFD\n");
    CHECK(text_of("{\"text\":\"x\xFFy\"}") == "x\uFFFDy");
    CHECK(text_of("{\"text\":\"a\\u0000b\"}") == std::string("a\0b", 3));
}

TEST_CASE("a bad request line says what is wrong and keeps its id") {
    const auto refused = [](std::string line, bool pretokenized = false) {
        const RequestLine read = read_request(std::move(line), pretokenized);
        REQUIRE_FALSE(read.request);
        return write_error(read.request.error(), read.id, 4);
    };
    CHECK(refused(R"({"id":12,"txt":"a"})") ==
          R"({"id":12,"error":{"code":"bad_request","message":"the line has no \"text\"","line":4}})");
    CHECK(Json::parse(refused(R"({"id":["x",{"y":null}],"text":1})"))["id"] ==
          Json::parse(R"(["x",{"y":null}])"));
    CHECK(Json::parse(refused(R"({"id":1,"text":"a","published":"soon"})"))["error"]["code"] == "bad_date");
    CHECK(Json::parse(refused(R"({"id":1,"text":"a",})"))["error"]["code"] == "bad_request");
    CHECK(Json::parse(refused(""))["error"]["code"] == "bad_request");
    CHECK(Json::parse(refused("\"text\""))["error"]["code"] == "bad_request");
    CHECK(Json::parse(refused(R"({"text":"a"})", true))["error"]["code"] == "bad_request");
    CHECK(Json::parse(refused(R"({"tokens":["a"]})", true))["error"]["code"] == "bad_request");
    const std::string deep(100000, '[');
    CHECK(Json::parse(refused("{\"id\":" + deep + std::string(100000, ']') +
                              ",\"text\":\"a\"}"))["error"]["code"] == "bad_request");
    CHECK(Json::parse(refused("{\"id\":" + deep))["error"]["code"] == "bad_request");
}

TEST_CASE("the id of a request comes back as it stands in the line") {
    const auto id_of = [](const std::string& id) {
        return read_request("{\"a\":[1,{\"id\":2}],\"id\" : " + id + " ,\"text\":\"a\"}", false).id;
    };
    for (const std::string id : {"1",
                                 "-1",
                                 "-0",
                                 "0",
                                 "1.10",
                                 "1.0",
                                 "1E5",
                                 "1e+05",
                                 "-0.0",
                                 "12345678901234567890123",
                                 "18446744073709551616",
                                 "-9223372036854775809",
                                 "0.30000000000000004",
                                 "\"\"",
                                 R"("\u00fc \" \/ \ud83d\ude00")",
                                 "\"ü\"",
                                 "null",
                                 "true",
                                 "false",
                                 "[ ]",
                                 R"({"b" : 1.50, "a":[ "\t" , null]})"})
        CHECK(id_of(id) == id);
    CHECK(id_of(R"("\ud83dx")") == R"("\ufffdx")");
    CHECK(id_of("\"\xFF\"") == "\"\uFFFD\"");
    CHECK(id_of("[1,\r2]") == "[1, 2]");
    CHECK(read_request(R"({"id":1,"id":"x","text":"a"})", false).id == R"("x")");
    CHECK(read_request(R"({"id":"x","id":null,"text":"a"})", false).id == "null");
    CHECK(read_request(R"({"text":"a"})", false).id.empty());
    CHECK(read_request(R"({"id":"\u00fc\n","text":"a"})", false).name == "\u00fc\n");
    CHECK(read_request(R"({"id":7,"text":"a"})", false).name.empty());
}

TEST_CASE("the id of a malformed line is JSON or nothing") {
    const auto id_of = [](std::string line) {
        const RequestLine read = read_request(std::move(line), false);
        CHECK_FALSE(read.request);
        return read.id;
    };
    CHECK(id_of(R"({"id":1-})") == "1");
    CHECK(id_of(R"({"id":01,"text":"a"})") == "0");
    CHECK(id_of(R"({"id":1.5.5,"text":"a"})") == "1.5");
    CHECK(id_of(R"({"id":12)") == "12");
    CHECK(id_of(R"({"id":"x","text":"a")") == R"("x")");
    CHECK(id_of(R"({"id":[1,2)").empty());
    CHECK(id_of(R"({"id":"x)").empty());
    CHECK(id_of(R"({"id":-)").empty());
    CHECK(id_of(R"({"id":1e999,"text":"a"})").empty());
}

TEST_CASE("members that nobody asked for may hold anything but deep nesting") {
    const auto read = [](const std::string& value) {
        return read_request(R"({"id":1,"x":)" + value + R"(,"text":"a","x":{"text":"b","id":2}})", false);
    };
    for (const std::string value :
         {"1e300", "\"\\ud800\"", "[[],{}]", "123456789012345678901234567890", "null"}) {
        CHECK(read(value).request.value().text == "a");
        CHECK(read(value).id == "1");
    }
    const auto message_of = [&](const std::string& value) { return read(value).request.error().message; };
    CHECK(message_of("1e999") == "the line has a number that is out of range");
    CHECK(read(std::string(31, '[') + std::string(31, ']')).request);
    CHECK(message_of(std::string(1000000, '[') + std::string(1000000, ']')) ==
          "the line is nested too deeply");
    CHECK(read(std::string(1000000, '[')).id == "1");
}

TEST_CASE("the last of several members of one name counts") {
    CHECK(read_request(R"({"text":1,"text":"b"})", false).request.value().text == "b");
    CHECK(read_request(R"({"text":"b","text":null})", false).request.error().message ==
          "the line has no \"text\"");
    CHECK(read_request(R"({"tokens":[["a"]],"tokens":[["b"],[]]})", true).request.value().tokens ==
          std::vector<std::vector<std::string>>{{"b"}, {}});
    CHECK(answer("a", R"({"layers":7,"layers":["checks"]})").size() == 5);
}

TEST_CASE("a zero byte ends no line") {
    const std::string line = R"({"text":"a"})";
    CHECK_FALSE(read_request(line + std::string(1, '\0'), false).request);
    CHECK_FALSE(read_request(line + std::string("\0{", 2), false).request);
    CHECK(read_request(line + " ", false).request);
}

TEST_CASE("titles, ids, layers and names that are too long are refused in short messages") {
    const auto line = [](std::size_t id, std::size_t title) {
        return read_request("{\"text\":\"a\",\"id\":\"" + std::string(id, 'i') + "\",\"title\":\"" +
                                std::string(title, 't') + "\"}",
                            false);
    };
    CHECK(line(max_id_bytes - 2, max_title_bytes).request);
    CHECK(line(1, max_title_bytes + 1).request.error().code == ErrorCode::too_large);
    CHECK(line(1, max_title_bytes + 1).request.error().message == "\"title\" is longer than 10000 bytes");
    CHECK(line(max_id_bytes - 1, 1).request.error().message == "\"id\" is longer than 10000 bytes");
    CHECK(line(max_id_bytes - 1, 1).id.empty());

    const std::string much(1000000, 'x');
    CHECK(answer("a", R"({"title":")" + much + "\"}")["error"]["code"] == "too_large");
    for (const std::string& options :
         {R"({"published":")" + much + "\"}", R"({"offsets":")" + much + "\"}",
          R"({"layers":[")" + much + "\"]}", "{\"" + much + "\":1}", std::string(R"({"":1})")}) {
        const Json refused = answer("a", options);
        CHECK(refused["error"]["message"].get<std::string>().size() < 200);
        CHECK(refused["error"]["code"] ==
              (options.rfind("{\"published", 0) == 0 ? "bad_date" : "bad_option"));
    }
    std::string layers = "\"checks\"";
    for (std::size_t i = 1; i < max_layers; ++i) layers += ",\"checks\"";
    CHECK_FALSE(answer("a", "{\"layers\":[" + layers + "]}").contains("error"));
    CHECK(answer("a", "{\"layers\":[" + layers + ",\"checks\"]}")["error"]["code"] == "bad_option");
}

TEST_CASE("the time for a request grows as its length does") {
    const auto repeated = [](std::string_view piece, std::size_t size) {
        std::string text;
        while (text.size() < size) text += piece;
        return text;
    };
    const auto keys = [](std::size_t size) {
        std::string text;
        for (int i = 0; text.size() < size; ++i) text += "\"k" + std::to_string(i) + "\":0,";
        return text;
    };
    const std::vector<std::function<std::string(std::size_t)>> kinds{
        [&](std::size_t size) { return "\"x\":[" + repeated("{},", size) + "{}],"; },
        [&](std::size_t size) { return "\"x\":{" + repeated("\"y\":[[]],", size) + "\"z\":0},"; },
        [&](std::size_t size) {
            return "\"x\":[" + repeated("[[[[[[[[[[[[[[[]]]]]]]]]]]]]]],", size) + "[]],";
        },
        [&](std::size_t size) { return "\"x\":" + repeated("[", size); },
        [&](std::size_t size) { return keys(size); },
        [&](std::size_t size) { return repeated("\"id\":[1,2],\"text\":\"a\",", size); },
        [&](std::size_t size) { return "\"x\":\"" + repeated("\\ud800", size) + "\","; },
        [&](std::size_t size) { return "\"x\":\"" + repeated("\\\\", size) + "\","; },
        [&](std::size_t size) { return "\"x\":\"" + repeated("\xFF", size) + "\","; },
        [&](std::size_t size) { return "\"x\":\"" + repeated("a", size) + "\","; },
        [&](std::size_t size) { return "\"id\":\"" + repeated("a", size) + "\","; },
        [&](std::size_t size) { return "\"x\":0." + repeated("1", size) + ","; },
        [&](std::size_t size) { return "\"x\":" + repeated("1", size) + ","; },
        [&](std::size_t size) { return "\"tokens\":[" + repeated("[\"a\"],", size) + "[]],"; },
    };
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        CAPTURE(kind);
        const auto seconds_for = [&](std::size_t size, int runs) {
            double best = 1e9;
            for (int i = 0; i < runs; ++i) {
                std::string line = "{" + kinds[kind](size) + "\"title\":null}";
                // The processor's time: what else the machine does is not the question.
                const std::clock_t start = std::clock();
                (void)read_request(std::move(line), kind == kinds.size() - 1);
                best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
            }
            return best;
        };
        const double small = seconds_for(std::size_t{64} << 10, 5);
        const double large = seconds_for(std::size_t{4} << 20, 2);
        // 64 times the length: 64 times the time, or 4096 times where it grows as the square.
        CHECK(large < 400 * std::max(small, 1e-4));
    }
}

TEST_CASE("tokens of a request stay as they are") {
    const auto read =
        read_request(R"({"tokens":[["Mr.","Lee","left","."],["So"]],"published":"2020-01-02"})", true)
            .request;
    REQUIRE(read);
    CHECK(read->tokens == std::vector<std::vector<std::string>>{{"Mr.", "Lee", "left", "."}, {"So"}});
    CHECK(read->options.published == Date{2020, 1, 2});
}
