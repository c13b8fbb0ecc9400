#include <doctest/doctest.h>

#include <vector>

#include "helpers.h"
#include "text/text.h"

namespace {

using lede::Document;
using lede::Index;

Document tokenised(std::string text) {
    Document doc;
    doc.text = std::move(text);
    find_structure(doc, "", lede::test::resources());
    find_tokens(doc, lede::test::resources());
    return doc;
}

// The tokens, with "|" between them and "/" between sentences.
std::string tokens_of(std::string text) {
    const Document doc = tokenised(std::move(text));
    std::string out;
    for (Index token = 0; token < doc.tokens.size(); ++token) {
        if (token > 0) out += doc.tokens.sentence[token] != doc.tokens.sentence[token - 1] ? " / " : "|";
        out += doc.form(token);
    }
    return out;
}

}  // namespace

TEST_CASE("what shows nothing within a word is no part of it") {
    for (const std::string mark : {"\u00AD", "\u200B", "\u2060"}) {
        const Document doc = tokenised("The rep" + mark + "ub" + mark + "lic's Ro" + mark +
                                       "bert spoke on Mon" + mark + "day.");
        std::string lower;
        for (Index token = 0; token < doc.tokens.size(); ++token)
            lower.append(token > 0 ? "|" : "").append(doc.lower(token));
        CHECK(lower == "the|republic|'s|robert|spoke|on|monday|.");
    }
    CHECK(tokens_of("the end\u200B of\u200B\u200Bit \u00AD now\u00AD.") == "the|end|of\u200B\u200Bit|now|.");
}

TEST_CASE("two sentences without the space between them") {
    CHECK(tokens_of("They met late on Sunday.Police came at 11 p.m.Authorities say she left.") ==
          "They|met|late|on|Sunday|. / Police|came|at|11|p.m. / Authorities|say|she|left|.");
    CHECK(tokens_of("It was posted on October 13, 2019The outages went on.") ==
          "It|was|posted|on|October|13|,|2019 / The|outages|went|on|.");
    CHECK(tokens_of("It opened in 1998Its owner left at 9 a.m.He was tired.") ==
          "It|opened|in|1998 / Its|owner|left|at|9|a.m. / He|was|tired|.");
    CHECK(tokens_of("the 1990s band and the 20th of May at 9 a.m. on Monday") ==
          "the|1990s|band|and|the|20th|of|May|at|9|a.m.|on|Monday");
}

TEST_CASE("clitics are tokens of their own") {
    CHECK(tokens_of("I'm sure they don't, can't and won’t.") ==
          "I|'m|sure|they|do|n't|,|ca|n't|and|wo|n’t|.");
    CHECK(tokens_of("Oslo's plan cannot wait") == "Oslo|'s|plan|can|not|wait");
    CHECK(tokens_of("She'd've gone") == "She|'d|'ve|gone");
    CHECK(tokens_of("the ministers’ cars at five o'clock with O'Neill") ==
          "the|ministers|’|cars|at|five|o'clock|with|O'Neill");
}

TEST_CASE("compounds are split at their hyphens but for prefixes") {
    CHECK(tokens_of("the U.S.-led, 12-nation, anti-drug, pro-Western force") ==
          "the|U.S.|-|led|,|12|-|nation|,|anti-drug|,|pro-Western|force");
    CHECK(tokens_of("on 2019-04-01 call 555-010-9999 about 5-10 e-mails") ==
          "on|2019-04-01|call|555-010-9999|about|5|-|10|e-mails");
}

TEST_CASE("numbers keep their separators and part from units and signs") {
    CHECK(tokens_of("$1,250.50 or £3.2bn, up 4.5% by 10:30am on the 21st") ==
          "$|1,250.50|or|£|3.2|bn|,|up|4.5|%|by|10:30|am|on|the|21st");
    CHECK(tokens_of("US$40 in the 1980s and the '90s") == "US$|40|in|the|1980s|and|the|'90s");
    CHECK(tokens_of("at 5 p.m. or 7p.m. on 9/11") == "at|5|p.m.|or|7|p.m.|on|9/11");
}

TEST_CASE("a stop may begin a number or a name, but not a sentence") {
    CHECK(tokens_of("He bats .265 and pays $.50 for a .NET course") ==
          "He|bats|.265|and|pays|$|.50|for|a|.NET|course");
    CHECK(tokens_of("The vote ended .Then they left") == "The|vote|ended|. / Then|they|left");
}

TEST_CASE("a decade is one token, what belongs to a year is two") {
    CHECK(tokens_of("songs of the 60's and 1990’s") == "songs|of|the|60's|and|1990’s");
    CHECK(tokens_of("a sequel to 2008's film") == "a|sequel|to|2008|'s|film");
}

TEST_CASE("a word broken off keeps its hyphen, a prefix that waits for its word does not") {
    CHECK(tokens_of("I saw th- the man, s-, see") == "I|saw|th-|the|man|,|s-|,|see");
    CHECK(tokens_of("US- and EU-backed") == "US|-|and|EU|-|backed");
}

TEST_CASE("faces made of marks are one token") {
    CHECK(tokens_of("Great :D thanks =) bye :).") == "Great|:D|thanks|=)|bye|:)|.");
    CHECK(tokens_of("the ratio a:D and (see: p)") == "the|ratio|a|:|D|and|(|see|:|p|)");
}

TEST_CASE("addresses are one token without the punctuation that follows") {
    CHECK(tokens_of("See https://example.org/a?b=c, or write to jo.bloggs@example.com.") ==
          "See|https://example.org/a?b=c|,|or|write|to|jo.bloggs@example.com|.");
    CHECK(tokens_of("Ann Poe@ACME wrote, rates @2.5 apply") == "Ann|Poe@ACME|wrote|,|rates|@|2.5|apply");
    CHECK(tokens_of("fans of @49ers") == "fans|of|@49ers");
    CHECK(tokens_of("@desk said #budget day") == "@desk|said|#budget|day");
}

TEST_CASE("an emoji is one token with its modifiers, joiners and flags") {
    CHECK(tokens_of(
              "ok \U0001F44D\U0001F3FD \U0001F468\u200D\U0001F469\u200D\U0001F467\U0001F1EB\U0001F1F7!") ==
          "ok|\U0001F44D\U0001F3FD|\U0001F468\u200D\U0001F469\u200D\U0001F467|\U0001F1EB\U0001F1F7|!");
}

TEST_CASE("combining marks stay with their base") {
    CHECK(tokens_of("cafe\u0301 (\u0301x") == "cafe\u0301|(\u0301|x");
    CHECK(tokens_of("\u0301 a") == "a");
    CHECK(tokens_of("Mr.\u200Ds") == "Mr.\u200D|s");
}

TEST_CASE("sentences end at stops, with the quotation marks and brackets they close") {
    CHECK(tokens_of("“We left.” He stayed. (She slept.) \"Done!\" Rain fell.") ==
          "“|We|left|.|” / He|stayed|. / (|She|slept|.|) / \"|Done|!|\" / Rain|fell|.");
    CHECK(tokens_of("The talks ended.The envoys went home.") == "The|talks|ended|. / The|envoys|went|home|.");
}

TEST_CASE("abbreviations and initials do not end a sentence, unless the next word begins one") {
    CHECK(tokens_of("Dr. Poe and J. K. Moe met Mr. Roe of Acme Inc. in the U.S. Senate.") ==
          "Dr.|Poe|and|J.|K.|Moe|met|Mr.|Roe|of|Acme|Inc.|in|the|U.S.|Senate|.");
    CHECK(tokens_of("They work for Acme Inc. The firm is old.") ==
          "They|work|for|Acme|Inc. / The|firm|is|old|.");
    CHECK(tokens_of("They rent in the U.S. The rest is let by Poe Bros. \"It pays,\" she said.") ==
          "They|rent|in|the|U.S. / The|rest|is|let|by|Poe|Bros. / \"|It|pays|,|\"|she|said|.");
    CHECK(tokens_of("Bring tea, rice, etc. Then rest. Tea, etc., is sold") ==
          "Bring|tea|,|rice|,|etc|. / Then|rest|. / Tea|,|etc.|,|is|sold");
    CHECK(tokens_of("It sold for $20bn. The buyer (b. 1950) smiled.") ==
          "It|sold|for|$|20|bn|. / The|buyer|(|b.|1950|)|smiled|.");
    CHECK(tokens_of("There was no. 5 and then no. Nothing more.") ==
          "There|was|no.|5|and|then|no|. / Nothing|more|.");
}

TEST_CASE("well-known abbreviations are one token, spaces within or not") {
    CHECK(tokens_of("The plan of U. S. officials went to Washington, D. C. on Friday.") ==
          "The|plan|of|U. S.|officials|went|to|Washington|,|D. C.|on|Friday|.");
    CHECK(tokens_of("She left the U. K. The envoy stayed.") == "She|left|the|U. K. / The|envoy|stayed|.");
    CHECK(tokens_of("I met W. S. Gilbert on the U.S. Open day") ==
          "I|met|W.|S.|Gilbert|on|the|U.S.|Open|day");
}

TEST_CASE("a sentence goes on in lower case") {
    CHECK(tokens_of("“Why?” he asked. “It is bad…. terrible. We wait… We hope.”") ==
          "“|Why|?|”|he|asked|. / “|It|is|bad|….|terrible|. / We|wait|… / We|hope|.|”");
}

TEST_CASE("a closing quotation mark ends a sentence with the stop before it") {
    CHECK(tokens_of("Poe called it \"a gift.\" Moe said he was glad. \"We are too.\" The band left.") ==
          "Poe|called|it|\"|a|gift|.|\" / Moe|said|he|was|glad|. / \"|We|are|too|.|\" / The|band|left|.");
    CHECK(tokens_of("That is what we hope they do. \"But if they go, we act.\"") ==
          "That|is|what|we|hope|they|do|. / \"|But|if|they|go|,|we|act|.|\"");
    CHECK(tokens_of("“Which chair is the best?” Poe asked.") == "“|Which|chair|is|the|best|?|”|Poe|asked|.");
}

TEST_CASE("a name with a mark of its own does not end a sentence of careful prose") {
    const std::string careful = "The town slept. It rained. The wind rose. A door shut. ";
    CHECK(tokens_of(careful + "The duo Hurrah! in its early days sang. Then it split.")
              .ends_with("The|duo|Hurrah|!|in|its|early|days|sang|. / Then|it|split|."));
}

TEST_CASE("bullets begin sentences, and a dash opens the name of who speaks") {
    CHECK(tokens_of("We tried two ways. • Links that lead astray. • Mail that lies.") ==
          "We|tried|two|ways|. / •|Links|that|lead|astray|. / •|Mail|that|lies|.");
    const std::string credit = tokens_of("We have all the rain in the world. — Ann Poe, on the harvest");
    CHECK(credit.find("— / Ann") == std::string::npos);
}

TEST_CASE("names in brackets and headlines are not cut") {
    CHECK(tokens_of("It was the way that (Dieter) Hummel and (Igor) Bock played, said the coach.") ==
          "It|was|the|way|that|(|Dieter|)|Hummel|and|(|Igor|)|Bock|played|,|said|the|coach|.");
    CHECK(tokens_of(
              "Acme Raises Offer for Poe to Over $121 Billion\n\nThe firm said on Monday that it would pay "
              "more for its rival, after weeks of talks in Oslo.")
              .find(" / ") == tokens_of("Acme Raises Offer for Poe to Over $121 Billion").size());
}

TEST_CASE("no sentence is longer than the bound") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "word ";
    for (const lede::Sentence& sentence : tokenised(text).sentences)
        CHECK(sentence.tokens.size() <= lede::max_sentence_tokens);
}

TEST_CASE("tokens of hostile text are in order, within the text and in one sentence each") {
    const char* pieces[] = {"\"",
                            "1 ",
                            "1",
                            "a.B",
                            "\xFF",
                            "\xE2\x80",
                            std::string_view("\0", 1).data(),
                            "’",
                            "a'",
                            "\U0001F468\u200D",
                            "\u0301",
                            "((",
                            ".",
                            "A.",
                            "\r\n",
                            "x@",
                            "-",
                            "1-",
                            "“‘",
                            "http://",
                            "n't"};
    for (const char* piece : pieces) {
        std::string text;
        for (int i = 0; i < 3000; ++i) text.append(piece, *piece ? std::string_view(piece).size() : 1);
        const Document doc = tokenised(text);
        std::uint32_t at = 0;
        for (Index token = 0; token < doc.tokens.size(); ++token) {
            const lede::Span span = doc.tokens.span[token];
            REQUIRE(at <= span.begin);
            REQUIRE(span.begin < span.end);
            REQUIRE(span.end <= doc.text.size());
            REQUIRE(doc.sentences[doc.tokens.sentence[token]].tokens.contains(token));
            at = span.end;
        }
    }
}

TEST_CASE("given tokens stay as they are") {
    const std::vector<std::vector<std::string>> given{{"A-b", "c."}, {}, {"", "d"}};
    Document doc;
    doc.text = lede::join_tokens(given);
    lede::keep_tokens(doc, given);
    REQUIRE(doc.tokens.size() == 3);
    CHECK(doc.text == "A-b c.\nd\n");
    CHECK(doc.form(0) == "A-b");
    CHECK(doc.form(2) == "d");
    CHECK(doc.sentences.size() == 2);
}

TEST_CASE("English is told from other languages") {
    const auto language = [](std::string text) {
        Document doc = tokenised(std::move(text));
        find_language(doc, lede::test::resources());
        return doc.language;
    };
    using lede::Language;
    CHECK(language("The council voted on Monday to close the old harbour.") == Language::english);
    CHECK(language("Markets rally") == Language::english);
    CHECK(language("Der Rat hat am Montag beschlossen, den alten Hafen zu schließen.") ==
          Language::undetermined);
    CHECK(language("Le conseil a voté lundi pour la fermeture du vieux port.") == Language::undetermined);
    CHECK(language("El consejo votó el lunes para cerrar el viejo puerto.") == Language::undetermined);
    CHECK(language("Совет проголосовал за закрытие старого порта.") == Language::undetermined);
    CHECK(language("议会周一投票决定关闭旧港口。") == Language::undetermined);
}
