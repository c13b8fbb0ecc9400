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

TEST_CASE("addresses are one token without the punctuation that follows") {
    CHECK(tokens_of("See https://example.org/a?b=c, or write to jo.bloggs@example.com.") ==
          "See|https://example.org/a?b=c|,|or|write|to|jo.bloggs@example.com|.");
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
    CHECK(tokens_of("There was no. 5 and then no. Nothing more.") ==
          "There|was|no.|5|and|then|no|. / Nothing|more|.");
}

TEST_CASE("a sentence goes on in lower case") {
    CHECK(tokens_of("“Why?” he asked. “It is bad…. terrible. We wait… We hope.”") ==
          "“|Why|?|”|he|asked|. / “|It|is|bad|….|terrible|. / We|wait|… / We|hope|.|”");
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
