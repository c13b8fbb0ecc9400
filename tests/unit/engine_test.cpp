// The public face of the library.
#include <doctest/doctest.h>

#include <array>

#include "lede.hpp"

using namespace lede;

TEST_CASE("an engine reads articles, and its results outlive it") {
    const auto read = [](const Engine& engine) {
        return engine.analyze("Ann Bell left Leeds on Friday.", {.published = Date{2024, 6, 14}});
    };
    auto engine = Engine::open();
    REQUIRE(engine);
    CHECK(engine->model() == "en " + std::string(Engine::version()));
    const auto doc = read(*engine);
    const Engine copy = *std::move(engine);
    engine = tl::unexpected<Error>(Error{});
    REQUIRE(doc);
    CHECK(doc->slice(doc->times.at(0).span) == "Friday");
    CHECK(doc->times.at(0).value == "2024-06-14");
    CHECK(name_of(doc->entities.at(0).type) == "PERSON");
    CHECK(write_json(*doc, copy.model()).value() == write_json(read(copy).value(), copy.model()).value());
}

TEST_CASE("an engine keeps the tokens that it is given") {
    const auto engine = Engine::open();
    const auto doc = engine->analyze_tokens({{"Ann", "", "left", "."}, {}, {"She", "slept", "."}});
    REQUIRE(doc);
    CHECK(doc->text == "Ann left .\nShe slept .\n");
    CHECK(doc->sentences.size() == 2);
}

TEST_CASE("what an engine cannot open or read is an error") {
    CHECK(Engine::open(std::array<std::uint8_t, 4>{}).error().code == ErrorCode::bad_model);
    const auto engine = Engine::open();
    CHECK(engine->analyze(" \n").error().code == ErrorCode::empty_text);
    CHECK(engine->analyze("News.", {.published = Date{2023, 2, 29}}).error().code == ErrorCode::bad_date);
    CHECK(engine->analyze("%PDF-1.7").error().code == ErrorCode::unsupported_format);
}
