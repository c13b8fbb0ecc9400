#include "quotes/quotes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "helpers.h"
#include "quotes/marks/marks.h"
#include "said.h"

using namespace lede;
using lede::test::read;
using lede::test::Said;
using lede::test::said;
using lede::test::text_of;

namespace {

std::vector<lede::quotes::Stretch> find_stretches(const Document& doc) {
    return lede::quotes::find_stretches(doc,
                                        lede::WordClasses(lede::test::resources().table("quotation_words")));
}

std::vector<std::string> stretches(const std::string& text) {
    const Document doc = read(text);
    std::vector<std::string> out;
    for (const lede::quotes::Stretch& stretch : find_stretches(doc))
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

TEST_CASE("A verb of speech at the very end of the text is read within it") {
    CHECK(said("Far more is needed, Norway tells Sweden").size() <= 1);
}

TEST_CASE("Asking not to be named is not what a source says") {
    const auto found =
        said("Two former employees, who asked not to be named, said repairs were often delayed.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].content == "repairs were often delayed");
    CHECK(found[0].speaker == "Two former employees");
}

TEST_CASE("Who stands before a verb and its object is no reported clause") {
    for (const Said& one : said("Castor Lines, which carries a million passengers, denied the claim.")) {
        CHECK(one.speaker == "Castor Lines");
        CHECK(one.content == "the claim");
    }
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

TEST_CASE("Speakers stand before or after the verb") {
    const std::vector<Said> expected = {
        {"We will open the bridge in May,", "said", "Hall", QuoteForm::direct}};
    CHECK(said("“We will open the bridge in May,” Hall said on Monday.") == expected);
    CHECK(said("“We will open the bridge in May,” said Hall.") == expected);
    CHECK(said("Hall said: “We will open the bridge in May,”") == expected);
    CHECK(said("Hall said, “We will open the bridge in May,”") == expected);
}

TEST_CASE("A speaker is named with title and what tells who he is") {
    CHECK(said("“We will open it in May,” said one engineer involved in the work.")[0].speaker ==
          "one engineer involved in the work");
    CHECK(said("“We will open it in May,” bridge director Ann Hall said.")[0].speaker ==
          "bridge director Ann Hall");
    CHECK(said("Ann Hall, the director of the bridge, said the work was late.")[0].speaker == "Ann Hall");
}

TEST_CASE("A quotation that goes on after its cue stays one quotation") {
    const auto found = said("“We will open in May,” said Hall. “The question is who will pay.”");
    REQUIRE(found.size() == 1);
    CHECK(found[0].content == "We will open in May, | The question is who will pay.");
    CHECK(said("“We will open,” she said, “and everyone will see it.”")[0].content ==
          "We will open, | and everyone will see it.");
}

TEST_CASE("Paragraphs of one quotation and turns without a cue belong to the speaker before") {
    const auto open =
        said("“We have waited long enough,” Hall said. “Now we build.\n\n“We build it for all.”");
    REQUIRE(open.size() == 1);
    CHECK(open[0].content == "We have waited long enough, | Now we build. | We build it for all.");
    const auto turns = said("“We have waited long enough,” Hall said.\n\n“Now we will build the thing.”");
    REQUIRE(turns.size() == 1);
    CHECK(turns[0].content == "We have waited long enough, | Now we will build the thing.");
}

TEST_CASE("Reported clauses are found before, after and around their cue") {
    CHECK(said("Hall said the bridge would open in May.") ==
          std::vector<Said>{{"the bridge would open in May", "said", "Hall", QuoteForm::indirect}});
    CHECK(said("Hall said on Monday that the bridge would open in May.") ==
          std::vector<Said>{{"the bridge would open in May", "said", "Hall", QuoteForm::indirect}});
    CHECK(said("The bridge will open in May, Hall said on Monday.") ==
          std::vector<Said>{{"The bridge will open in May", "said", "Hall", QuoteForm::indirect}});
    CHECK(said("The bridge, she said, will open in May.") ==
          std::vector<Said>{{"The bridge | will open in May", "said", "she", QuoteForm::indirect}});
    CHECK(said("According to the ministry, the bridge will open in May.") ==
          std::vector<Said>{
              {"the bridge will open in May", "According to", "the ministry", QuoteForm::indirect}});
    CHECK(said("The bridge will open in May, according to the ministry.") ==
          std::vector<Said>{
              {"The bridge will open in May", "according to", "the ministry", QuoteForm::indirect}});
}

TEST_CASE("Quoted words inside a reported clause make it mixed") {
    CHECK(said("Hall said the bridge was “a small wonder” of the region.") ==
          std::vector<Said>{
              {"the bridge was “a small wonder” of the region", "said", "Hall", QuoteForm::mixed}});
}

TEST_CASE("A participle before its noun is no cue, with an adverb neither") {
    CHECK(said("The firm released updates for the recently revealed flaw.").empty());
}

TEST_CASE("Scare quotes and titles are no speech") {
    CHECK(said("They drove over the “new” bridge and read “The Old Town” there.").empty());
}

TEST_CASE("Whoever is told is the addressee") {
    const Document doc = read("Hall told reporters that the bridge would open in May.");
    REQUIRE(doc.quotes.size() == 1);
    REQUIRE(doc.quotes[0].addressee);
    CHECK(text_of(doc, *doc.quotes[0].addressee) == "reporters");
    CHECK(text_of(doc, doc.quotes[0].content[0]) == "the bridge would open in May");
}

TEST_CASE("Sources are named, roles, anonymous or documents") {
    const auto sourcing = [](const std::string& text) {
        const Document doc = read(text);
        REQUIRE(doc.quotes.size() == 1);
        return doc.quotes[0].sourcing;
    };
    CHECK(sourcing("Ann Hall said the bridge would open in May.") == Sourcing::named);
    CHECK(sourcing("The minister said the bridge would open in May.") == Sourcing::role);
    CHECK(sourcing("Police said the bridge would open in May.") == Sourcing::role);
    CHECK(sourcing("One senior diplomat said the bridge would open in May.") == Sourcing::anonymous);
    CHECK(sourcing("People familiar with the matter said the bridge would open in May.") ==
          Sourcing::anonymous);
    CHECK(sourcing("The report said the bridge would open in May.") == Sourcing::document);
}

TEST_CASE("A pronoun that speaks is the entity it means, and a turn without a cue the one before") {
    const Document doc = read("Ann Hall opened the bridge. “It is a fine day,” she said.");
    REQUIRE(doc.quotes.size() == 1);
    CHECK(text_of(doc, *doc.quotes[0].speaker) == "she");
    if (doc.quotes[0].entity != none) CHECK(doc.entities[doc.quotes[0].entity].name == "Ann Hall");
}

TEST_CASE("What comes before a speaker in the sentence is not part of him") {
    CHECK(said("In a long statement Mr Hall said the bridge would open in May.")[0].speaker == "Mr Hall");
    CHECK(said("Ann Hall, 61, said the bridge would open in May.")[0].speaker == "Ann Hall");
    CHECK(said("The council on Friday said the bridge would open in May.")[0].speaker == "The council");
}

TEST_CASE("Participles and infinitives that nobody utters are no cues") {
    CHECK(said("The number of cases reported worldwide is small.").empty());
    CHECK(said("The alleged thief left.").empty());
    CHECK(said("She refused to say whether the bridge would open.").empty());
}

TEST_CASE("Whoever is quoted as saying something is the speaker, not the one who quotes him") {
    CHECK(said("The Times quoted Ann Hall as saying: “The bridge will open in May.”")[0].speaker ==
          "Ann Hall");
    CHECK(said("“The bridge will open in May,” the newspaper quoted Ann Hall as saying.")[0].speaker ==
          "Ann Hall");
    CHECK(
        said("Hall was quoted as saying the bridge would open in May.") ==
        std::vector<Said>{{"the bridge would open in May", "quoted as saying", "Hall", QuoteForm::indirect}});
    CHECK(said("The Times quoted a long poem about the bridge.").size() <= 1);
}

TEST_CASE("A name set off by commas from what it does or is still speaks") {
    CHECK(said("“Everything is going digital,” Ann Hall from the Bridge Association, told the paper.")[0]
              .speaker == "Ann Hall from the Bridge Association");
    const auto open = said("“The office stays here for many years,” Ann Hall, its director for roads added.");
    REQUIRE(open.size() == 1);
    CHECK(open[0].speaker == "Ann Hall");
    CHECK(open[0].content == "The office stays here for many years,");
    CHECK(said("On Monday, the minister said the bridge would open in May.")[0].speaker == "the minister");
    CHECK(said("“It is all about digital and people love it,” Ann Hall, from the Bridge Association told the "
               "paper.")[0]
              .speaker == "Ann Hall");
    CHECK(said("“It is all about digital and people love it,” Ann Hall, head of roads told the paper.")[0]
              .speaker == "Ann Hall");
    CHECK(said("Some delegates attending complained that the bridge was late.")[0].speaker ==
          "Some delegates");
}

TEST_CASE("A verb before its speaker may have adverbials between, and a clause may go on after him") {
    CHECK(said("“Stay at home, all of you,” wrote on Twitter Ann Hall, the mayor.")[0].speaker == "Ann Hall");
    CHECK(said("The plans, said Ann Hall, were “generally too weak to matter”.") ==
          std::vector<Said>{
              {"The plans | were “generally too weak to matter”", "said", "Ann Hall", QuoteForm::mixed}});
}

TEST_CASE("A participle with a subject of its own is said by that subject") {
    CHECK(said("Critics went further, with Ann Hall adding that the bridge was late.")[0].speaker ==
          "Ann Hall");
    CHECK(said("Hall said the bridge was late, adding that it would open in May.")[1].speaker == "Hall");
}

TEST_CASE("Nobody speaks in a headline without an auxiliary, in a purpose or before a question") {
    CHECK(said("Passengers urged to stay away from “broken” bridge").empty());
    CHECK(said("The firms do too little to warn customers about “rogue” bridges.").empty());
    const auto asked = said("Asked if the bridge would open, Hall said: “Nobody knows that.”");
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].speaker == "Hall");
    CHECK(said("Hall urged the council to “open the bridge”.")[0].speaker == "Hall");
}

TEST_CASE("“According to” and “in the words of” stand before or after what they attribute") {
    CHECK(said("In the words of Ann Hall, the bridge is “a small wonder”.")[0].speaker == "Ann Hall");
    CHECK(said("“We were far too late,” in the words of one official.")[0].speaker == "one official");
    CHECK(said("It is closed and according to the report it leaks because “nobody paints it”.")[0].content ==
          "it leaks because “nobody paints it”");
    CHECK(said("According to Il Sole, Italy's paper, the bridge is “late”.")[0].content ==
          "the bridge is “late”");
}

TEST_CASE("A quotation without a verb of saying belongs to whoever is named beside it") {
    CHECK(said("Bolton lost.\n\n- Coach Ann Hall “I am very disappointed with it.”")[0].speaker ==
          "Coach Ann Hall");
    CHECK(said("“They did things worth seeing,” the paper beams.")[0].speaker == "the paper");
    CHECK(said("“Where is the fun in that?” they pondered at length.")[0].speaker == "they");
    CHECK(said("Minister: “We will open the bridge in May”")[0].speaker == "Minister");
    CHECK(said("The bottom line, the paper reports: “Money is helping to build the towers.”")[0].speaker ==
          "the paper");
    CHECK(said("They came with the subject line “You have won a new bridge today.”").empty());
    CHECK(said("It has an original, “I want to meet their dealer” price now.").empty());
    // Traps: a title and what happened next.
    CHECK(said("They all read “The Bridge of the Old Town” there.").empty());
    CHECK(said("“Is that really all of it?” Then the rain began.")[0].speaker.empty());
}

TEST_CASE("A quotation without a cue is said by whoever was named last, not by whoever was quoted last") {
    const auto next = said(
        "The firm said it wanted a “common pool”. Ann Hall, its manager, said the move was real. "
        "“We believe that it will help everyone.”");
    REQUIRE(next.size() == 3);
    CHECK(next[2].content == "We believe that it will help everyone.");
    CHECK(next[2].speaker == "Ann Hall");
    const auto floor =
        said("“We took measures,” Hall said. The mayor urged caution. “We do not know enough yet.”");
    REQUIRE(floor.size() == 2);
    CHECK(floor[1].speaker == "The mayor");
    const auto paragraph =
        said("The bridge is late, Hall said.\n\n“We watched it with a sense of disbelief.”");
    REQUIRE(paragraph.size() == 2);
    CHECK(paragraph[1].speaker == "Hall");
    // The same voice goes on where nobody else is named.
    CHECK(said("“We took measures,” Hall said. It rained. “We do not know enough yet.”").size() == 1);
}

TEST_CASE("The answer to a question is not said by whoever asked") {
    const auto turns = said("“Were you angry about the bridge?”\n\n“For one long evening I was.”");
    REQUIRE(turns.size() == 2);
    CHECK(turns[1].speaker.empty());
}

TEST_CASE("Beliefs, hopes and plans are not said") {
    CHECK(said("Hall believes the bridge is late. She plans to open it in May and hopes that it will last.")
              .empty());
}

TEST_CASE("What a parenthesis or a comma inserts does not cut what is said") {
    CHECK(said("The firm said that it will pay 481m yuan ($58m; £30m) for the mine.") ==
          std::vector<Said>{
              {"it will pay 481m yuan ($58m; £30m) for the mine", "said", "The firm", QuoteForm::indirect}});
    const auto release = said(
        "According to a press release, the firm's computers, including its servers, have been attacked.");
    REQUIRE(release.size() == 1);
    CHECK(release[0].content == "the firm's computers, including its servers, have been attacked");
}

TEST_CASE("Content goes on to the sign of its last figure") {
    const std::vector<Said> found =
        said("CalMac said it had offered a rise of 4.5%. Ann Lee said it had cost 60 £.");
    REQUIRE(found.size() == 2);
    CHECK(found[0].content == "it had offered a rise of 4.5%");
    CHECK(found[1].content == "it had cost 60 £");
}

TEST_CASE("What a person refers to is what he speaks of") {
    const auto found =
        said("Anna Marsh praised the crew and, in a short speech, referred to an accident on the bridge.");
    REQUIRE(found.size() == 1);
    CHECK(found[0] == Said{"an accident on the bridge", "referred", "Anna Marsh", QuoteForm::indirect});
    CHECK(said("The law refers to banks with branches abroad.").empty());
    CHECK(said("Marsh referred to the bridge as a monster.").empty());
}

TEST_CASE("What is added, written or agreed is said only where it is a clause") {
    CHECK(said("Anna Marsh added two penalties after Tom Hall was sent off.").empty());
    CHECK(said("Anna Marsh wrote a book that sold in ten countries.").empty());
    CHECK(said("The coach may recall Tom Hall, although he hurt his knee on Saturday.").empty());
    const auto found = said("Anna Marsh added two penalties were a gift.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].content == "two penalties were a gift");
}
