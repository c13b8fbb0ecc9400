#include "quotes/quotes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "helpers.h"
#include "quotes/marks.h"

using namespace lede;
using lede::test::read;
using lede::test::text_of;

namespace {

std::vector<std::string> stretches(const std::string& text) {
    const Document doc = read(text);
    std::vector<std::string> out;
    for (const Stretch& stretch : find_stretches(doc))
        out.push_back(text_of(doc, doc.span_of(stretch.inside)));
    return out;
}

std::string repeated(std::string_view unit, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += unit;
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Straight, curly, doubled and single marks and guillemets are paired") {
    CHECK(stretches("\"We are ready,\" she said.") == Texts{"We are ready,"});
    CHECK(stretches("“We are ready,” she said.") == Texts{"We are ready,"});
    CHECK(stretches("''We are ready,'' she said.") == Texts{"We are ready,"});
    CHECK(stretches("``We are ready,'' she said.") == Texts{"We are ready,"});
    CHECK(stretches("«We are ready», she said.") == Texts{"We are ready"});
    CHECK(stretches("‘We are ready,’ she said.") == Texts{"We are ready,"});
    CHECK(stretches("'We are ready,' she said.") == Texts{"We are ready,"});
    CHECK(stretches("„We are ready“, she said.") == Texts{"We are ready"});
    CHECK(stretches("“We are ready,\" she said.") == Texts{"We are ready,"});
}

TEST_CASE("Apostrophes are no quotation marks") {
    CHECK(stretches("It's the ministers' plan, and the harbour's owners don't like it.").empty());
    CHECK(stretches("It’s the ministers’ plan, and the harbour’s owners don’t like it.").empty());
    CHECK(stretches("Back in the '90s they let 'em in.").empty());
    CHECK(stretches("The bar is 6'2\" high.").empty());
    CHECK(stretches("'The workers' plan won't do,' she said.") == Texts{"The workers' plan won't do,"});
    CHECK(stretches("He called it the 'workers' plan.") == Texts{"workers"});
}

TEST_CASE("Nested quotations belong to the outer one") {
    CHECK(stretches("“She told me ‘never again’ and left,” he said.") ==
          Texts{"She told me ‘never again’ and left,"});
    CHECK(stretches("“She said “never again” and left,” he said.") ==
          Texts{"She said “never again” and left,"});
}

TEST_CASE("A quotation left open ends with its paragraph unless the next one opens again") {
    const std::string text =
        "“This is the first part.\n\n“This is the second part,” she said.\n\nNobody spoke.";
    const Document doc = read(text);
    const auto found = find_stretches(doc);
    REQUIRE(found.size() == 2);
    CHECK_FALSE(found[0].closed);
    CHECK(found[1].goes_on);
    CHECK(text_of(doc, doc.span_of(found[0].inside)) == "This is the first part.");
    CHECK(stretches("“It never ended.\n\nNobody spoke.") == Texts{"It never ended."});
}

TEST_CASE("Marks without end take linear time and give valid spans") {
    for (const char* unit : {"\"", "“", "”", "'", "''", "‘ ", " '", "\" ", "“a ", "'a ", "«", "'s", "said \"",
                             "he said, ", "said that "}) {
        const Document doc = read(repeated(unit, 20000));
        for (const Quote& quote : doc.quotes)
            for (const Span span : quote.content) {
                CHECK(span.begin < span.end);
                CHECK(span.end <= doc.text.size());
            }
    }
}

