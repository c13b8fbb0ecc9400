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

TEST_CASE("foreign names, titles and dishes do not make a short English text foreign") {
    for (const char* text :
         {"Caroline van den Berg met Luis de la Cruz in Los Angeles on Friday.",
          "De Niro film leads US box office",
          "Crème brûlée, coq au vin and tarte Tatin top the menu at Chez Lucette in Soho",
          "Château d'Yquem 1811 fetches record", "Kim Il-jung and Park Soo-min share Busan prize",
          "Borussia Mönchengladbach 2, Werder Bremen 1", "Malliotakis Introduces Crime Doesn't Fly Act",
          "FIRE AT PALACIO DE BELLAS ARTES UNDER CONTROL", "#science #health #advice",
          "I'm gonna conquer — I'm gonna conquer you.",
          "\xE2\x80\x9CLa vita \xC3\xA8 un viaggio\xE2\x80\x9D wins best film at the Locarno festival"}) {
        CAPTURE(std::string(text));
        CHECK(read(text).language == Language::english);
    }
}

TEST_CASE("English names, quotations and loan words do not make a text in another language English") {
    for (const char* text :
         {"Chelsea koop jong doelwagter", "Trump trifft den Kanzler in Washington",
          "Week-end, parking, shopping : ces mots anglais que nous aimons tant",
          "Star Wars: Neuer Film startet im Dezember", "Microsoft và Google mở văn phòng ở Đà Nẵng",
          "\xC2\xABThe best food for the best people\xC2\xBB sigue colgado en la puerta de la fábrica.",
          "UN INCENDIE RAVAGE LA FABRIQUE DE CHAUSSURES", "Il l'a dit à l'Équipe, et puis il s'est tu."}) {
        CAPTURE(std::string(text));
        CHECK(read(text).language == Language::undetermined);
    }
}

TEST_CASE("a short sentence, an amount and a sign of a unit are English") {
    for (const char* text : {"I'm a man.", "a trillionth", "mxn$ 15", "75ml", "6 deg c"})
        CHECK(lede::test::read(text).language == lede::Language::english);
}
