#include "numbers/numbers.h"

#include <doctest/doctest.h>

#include "helpers.h"

using namespace lede;

namespace {

// The number at the start of a text that is one sentence; -1 for none.
double number(std::string text, std::size_t* read_to = nullptr) {
    Document doc = test::read("x. The sum is " + std::move(text));
    std::vector<Atom> atoms;
    for (const Sentence& sentence : doc.sentences) {
        read_atoms(doc, sentence, atoms);
        const AtomView view{doc, atoms};
        for (std::uint32_t at = 0; at + 1 < view.size(); ++at) {
            if (view.lower(at) != "is") continue;
            const auto found = NumberReader(test::resources()).read(view, at + 1);
            if (!found) return -1;
            if (read_to) *read_to = view.atoms[found->end - 1].span.end;
            return found->value;
        }
    }
    return -1;
}

}  // namespace

TEST_CASE("digits are read exactly") {
    CHECK(number("1,234,567 here") == 1234567);
    CHECK(number("12,34,567.89 here") == 1234567.89);
    CHECK(number("1.13bn here") == 1130000000.0);
    CHECK(number("3.2 million here") == 3200000.0);
    CHECK(number("0.1 here") == 0.1);
    CHECK(number("123456789012345 here") == 123456789012345.0);
    CHECK(number("2 1/2 here") == 2.5);
    CHECK(number("2\u00bd here") == 2.5);
    CHECK(number("10k here") == 10000);
    CHECK(number("2 crore here") == 20000000);
    CHECK(number("3 lakh crore here") == 3e12);
}

TEST_CASE("powers, groups and continental decimals are read") {
    CHECK(number("1.3e6 here") == 1300000);
    CHECK(number("1.3x10^6 here") == 1300000);
    CHECK(number("12.5e-1 here") == 1.25);
    CHECK(number("2^10 here") == 1024);
    CHECK(number("2^99999 here") == 2);
    CHECK(number("3 hundred and 21 men") == 321);
    CHECK(number("4 thousand 3 hundred and 21 men") == 4321);
    CHECK(number("3 hundred and 21, they said") == 321);
    CHECK(number("3 hundred and 21,000 men") == 300);
    CHECK(number("3 hundred and 2 hundred men") == 300);
    CHECK(number("3 hundred and 2.5 men") == 300);
    CHECK(number("1.234.567,89 here") == 1234567.89);
    CHECK(number("1.234 here") == 1.234);
}

TEST_CASE("words are read as numbers") {
    CHECK(number("twenty-two men") == 22);
    CHECK(number("two hundred and six men") == 206);
    CHECK(number("two hundred and two thousand men") == 202000);
    CHECK(number("a dozen men") == 12);
    CHECK(number("half a billion men") == 5e8);
    CHECK(number("half a dozen men") == 6);
    CHECK(number("two and a half million men") == 2.5e6);
    CHECK(number("one million and a half men") == 1.5e6);
    CHECK(number("a hundred thousand men") == 100000);
    CHECK(number("three dozen men") == 36);
    CHECK(number("three hundred and two dozen men") == 324);
    CHECK(number("a hundred and three men") == 103);
    CHECK(number("fifty - two men") == 52);
    CHECK(number("one billion and a half million men") == 1000500000);
    CHECK(number("quarter million men") == 250000);
    CHECK(number("two point five men") == 2.5);
}

TEST_CASE("fractions and proportions are read as their value") {
    CHECK(number("two-thirds of them") == 2.0 / 3);
    CHECK(number("three quarters of them") == 0.75);
    CHECK(number("a third of them") == 1.0 / 3);
    CHECK(number("half of them") == 0.5);
    CHECK(number("one in five of them") == 0.2);
    CHECK(number("three out of 10 men") == 0.3);
    CHECK(number("one hundred and three quarters") == 100.75);
    CHECK(number("one hundred and thirty fifths") == 26);
    CHECK(number("three twenty-fifths of them") == 0.12);
    CHECK(number("one hundred thirty-fifths of them") == 100.0 / 35);
    CHECK(number("a hundred trillionths of it") == 1e-10);
    CHECK(number("one over twenty.") == 0.05);
    CHECK(number("one over twenty men") == 1);
    CHECK(number("a twenty-first birthday") == -1);
}

TEST_CASE("ordinals are read as their place") {
    CHECK(number("third of them") == 3);
    CHECK(number("21st of them") == 21);
    CHECK(number("twenty-first of them") == 21);
    CHECK(number("two hundredth of them") == 200);
}

TEST_CASE("numbers stop where they end and never run over") {
    CHECK(number(std::string(40, '9') + " men") == -1);
    std::string long_words;
    for (int i = 0; i < 60; ++i) long_words += "nine hundred trillion ";
    CHECK(number(long_words) > 0);
    CHECK(number("1." + std::string(60, '3') + " men") == doctest::Approx(4.0 / 3));
}

TEST_CASE("decimals become the nearest double") {
    CHECK(to_double({113, 7}) == 1130000000.0);
    CHECK(to_double({1, -1}) == 0.1);
    CHECK(to_double({104, -3}) == 0.104);
    CHECK(to_double({9007199254740993, -3}) == doctest::Approx(9007199254740.993));
    CHECK(to_whole("12a") == 0);
}
