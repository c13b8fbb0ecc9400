#include <doctest/doctest.h>

#include <string>

#include "helpers.h"

using namespace lede;
using lede::test::read;

TEST_CASE("a text too short to tell by its words is read where it is made of numbers") {
    for (const char* text :
         {"192.", "$20", "-4/5", ".08", "1,234,567", "11th", "115USD", "per cent of 210",
          "nought point nought three plus zero point zero eight equals nought point eleven",
          "50 meters per millisecond", "x>10 and y<20"}) {
        CAPTURE(std::string(text));
        CHECK(read(text).language == Language::english);
    }
}

TEST_CASE("other languages and texts without words or digits are not read") {
    for (const char* text : {"...", "\xE2\x80\x9C!", "Der Rat hat mit elf gegen neun Stimmen beschlossen.",
                             "Il a perdu six millions en une semaine.", "Sono due o tre per la casa.",
                             "Les deux pour cent de la population", "\xE6\x97\xA5\xE6\x9C\xAC 2017"}) {
        CAPTURE(std::string(text));
        CHECK(read(text).language == Language::undetermined);
    }
}
