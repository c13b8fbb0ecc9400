
#include <doctest/doctest.h>

#include "helpers.h"

using namespace lede;
using lede::test::read;
using lede::test::text_of;

TEST_CASE("Quotations are summed up by speaker, most words first") {
    const Document doc = read(
        "Ann Hall said the bridge would open in May. “It is late, but it is good and it will last,” Hall "
        "said.\n\n"
        "The report said the bridge was old.");
    const Voices& voices = doc.sourcing;
    REQUIRE(voices.speakers.size() == 2);
    CHECK(text_of(doc, voices.speakers[0].speaker) == "Ann Hall");
    CHECK(voices.speakers[0].kind == Sourcing::named);
    CHECK(voices.speakers[0].quotes == std::vector<Index>{0, 1});
    CHECK(voices.speakers[0].words == 17);
    CHECK(voices.speakers[1].kind == Sourcing::document);
    CHECK(voices.speakers[1].words == 4);
    CHECK(voices.words == 21);
    CHECK(voices.counts[static_cast<std::size_t>(Sourcing::named)] == 2);
    CHECK(voices.counts[static_cast<std::size_t>(Sourcing::document)] == 1);
    CHECK(voices.speakers[0].share + voices.speakers[1].share == doctest::Approx(1));
    CHECK(voices.share > 0.5);
}

TEST_CASE("A claim rests on one unnamed source where one person without a name says it alone") {
    const auto alone = [](const std::string& text) { return read(text).sourcing.single_unnamed.size(); };
    CHECK(alone("One senior diplomat said the bridge would open in May.") == 1);
    CHECK(alone("Four senior diplomats said the bridge would open in May.") == 0);
    CHECK(alone("The minister said the bridge would open in May.") == 0);
    CHECK(alone("Nobody spoke about the bridge.") == 0);
}
