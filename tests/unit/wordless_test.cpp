#include <doctest/doctest.h>

#include <string>

#include "helpers.h"

using namespace lede;
using lede::test::read;

namespace {

std::string repeated(std::string_view unit, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += unit;
    return text;
}

}  // namespace

TEST_CASE("a long run of marks is not read as a sentence, and costs the news around it nothing") {
    const Document doc = read("The mayor of Leeds resigned on Monday. It was raining.\n\n" +
                              repeated("[]", 300) + "\n\nAnn Bell said that she would stay in York.");
    CHECK(doc.language == Language::english);
    CHECK(doc.tokens.size() > 600);
    const auto is_named = [&](std::string_view name) {
        return std::any_of(doc.entities.begin(), doc.entities.end(),
                           [&](const Entity& e) { return e.name == name; });
    };
    CHECK(is_named("Leeds"));
    CHECK(is_named("Ann Bell"));
}

TEST_CASE("a long list of names is read") {
    const Document doc =
        read("The winners were " + repeated("Ann Bell of Leeds, ", 60) + "and Tom Reed of York.");
    CHECK(doc.entities.size() >= 4);
}
