// Pages as a browser copies them, in a dozen layouts, every line with what it is: H headline, F standfirst, B
// byline, D date, P paragraph, S subhead, C caption, x no part of the article, | a blank line.
#include <doctest/doctest.h>

#include <algorithm>

#include "helpers.h"
#include "text/text.h"

namespace {

using lede::Document;
using lede::Span;

struct Read {
    std::string expected, found;
    std::string text;
};

Read read_page(std::initializer_list<const char*> lines) {
    Read read;
    std::vector<Span> spans;
    for (const std::string_view line : lines) {
        if (line[0] != '|') {
            read.expected += line[0];
            const auto begin = static_cast<std::uint32_t>(read.text.size());
            read.text += line.substr(2);
            spans.push_back({begin, static_cast<std::uint32_t>(read.text.size())});
        }
        read.text += '\n';
    }
    Document doc;
    doc.text = read.text;
    find_structure(doc, "", lede::test::resources());
    for (const Span span : spans) {
        char kind = '?';
        for (const lede::Block& block : doc.blocks)
            if (block.span.begin == span.begin) kind = "HFBDCSP"[static_cast<int>(block.kind)];
        for (const Span other : doc.other)
            if (other.begin == span.begin) kind = 'x';
        read.found += kind;
    }
    return read;
}

}  // namespace

TEST_CASE("a page copied with its menu, share buttons and footer") {
    const Read read = read_page({
        "x Skip to main content",
        "x The Wold Courier",
        "x Home",
        "x News",
        "x Sport",
        "x Business",
        "x Farming",
        "x Subscribe",
        "x Log in",
        "H Village school to close after 140 years",
        "B By Petra Lunn",
        "D 14 May 2024, 09:12 BST",
        "x Share",
        "x Facebook",
        "x Copy link",
        "P Parents in Market Thornby have been told that their village school will close in July because "
        "only 19 "
        "children are left in its two classes.",
        "P The county council said on Monday that it could no longer pay for the building, which dates from "
        "1884.",
        "P \"We fought for every one of these children,\" said the head teacher, Moira Platt.",
        "x Advertisement",
        "P The nearest school, in Wragby, is nine miles away, and the council will pay for a bus.",
        "P Parents plan to march to the council's offices on Friday.",
        "x More on this story",
        "x Schools in the Wolds lose a fifth of their pupils",
        "x Bus firm warns of cuts",
        "x About us",
        "x Privacy policy",
        "x © 2024 The Wold Courier. All rights reserved.",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("no blank line parts the headline from its byline, and none is joined to it") {
    const Read read = read_page({
        "H Mayor quits over bridge contract after council demands answers",
        "B Ann Bell",
        "D 5 March 2024",
        "x Share",
        "P The mayor of Port Haddon has resigned over a contract for a bridge that was given to her "
        "brother-in-law.",
        "P Rosa Amberley told the council on Tuesday that she had done nothing wrong but wanted the work to "
        "go on.",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("cookie notes, a standfirst and an agency") {
    const Read read = read_page({
        "x We value your privacy",
        "x We and our partners use cookies to store information on your device and to show you personalised "
        "ads.",
        "x Accept all",
        "x Manage preferences",
        "| ",
        "x World",
        "| ",
        "H Island votes to leave federation by a thousand ballots",
        "| ",
        "F Leaders of both sides call for calm as count ends in the early hours",
        "| ",
        "B Reuters",
        "D Published: 06:40 GMT, 2 June 2023 | Updated: 08:15 GMT, 2 June 2023",
        "| ",
        "P The island of Sarn has voted to leave the Northern Federation, officials said on Friday, ending a "
        "union "
        "that had lasted for 211 years.",
        "| ",
        "P Turnout was 88 percent, the highest since voting became free in 1919, and queues were long.",
        "| ",
        "P The federation's president, Otto Lindqvist, said that he would respect the result.",
        "| ",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("related headlines and captions stand between the paragraphs") {
    const Read read = read_page({
        "H Storm cuts off coast road for a third day",
        "B By Idris Vaughan, Transport correspondent",
        "D Published 3 November 2022",
        "x Comments",
        "C Waves break over the sea wall at Penrhos on Thursday (Picture: PA)",
        "P The coast road between Penrhos and Llanfair will stay closed until the weekend after waves tore a "
        "hole in "
        "the sea wall, the county said.",
        "x READ MORE: Hundreds of homes without power after the worst storm in a decade hits the north",
        "P Engineers said that the hole was six metres wide and that the tide had to fall before they could "
        "fill it.",
        "P Nobody was hurt, but two parked cars were washed into the harbour at Llanfair on Thursday night.",
        "x Related: How to claim for storm damage",
        "P \"It sounded like a train,\" said Mair Bevan, who lives above the road.",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("subheads and a list belong to the article") {
    const Read read = read_page({
        "x Home > Money > Savings",
        "H Five things to know before you move your pension",
        "B Written by Kofi Mensah",
        "D April 9, 2024",
        "x 4 min read",
        "P Moving a pension from one provider to another can save thousands of pounds in fees, but it can "
        "also cost "
        "you a guarantee that nobody sells any more.",
        "S Check the fees",
        "P Ask both providers for their yearly charges in writing, and compare them over twenty years rather "
        "than "
        "over one.",
        "S Ask about guarantees",
        "P Some old plans promise a fixed income, and a transfer ends that promise for good.",
        "x Sign up to our weekly money newsletter",
        "x Your email address",
        "x Subscribe",
        "P Those who are unsure can get an hour of advice from the state for nothing.",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("comments below the article are none of it") {
    const Read read = read_page({
        "H Council backs plan for 300 homes on old airfield",
        "B by Sunita Rao",
        "D 21 January 2023",
        "P Councillors in East Marden have backed a plan for 300 homes on the old airfield despite 1,200 "
        "letters "
        "against it.",
        "P The firm behind the plan, Larkfield Homes, says a third of the houses will be sold at a discount.",
        "P Building could begin in the autumn if the minister agrees.",
        "x Share this article",
        "x 3 comments",
        "x Please log in or register to comment",
        "x marden_mike",
        "x 2 hours ago",
        "x Typical. They never listen to the people who live here.",
        "x Reply",
        "x JoB",
        "x 3 hours ago",
        "x Where are the children supposed to go to school?",
        "x Reply",
        "x Report",
        "x Terms of use",
        "x Contact us",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("the headline stands twice, once among the crumbs") {
    const Read read = read_page({
        "x Menu",
        "x Search",
        "x Home",
        "x Science",
        "x Frogs freeze solid and live, study finds",
        "H Frogs freeze solid and live, study finds",
        "B Lena Okafor and Tomas Brandt",
        "D Wednesday 8 February 2023 11:02",
        "x Bookmark",
        "P Wood frogs can freeze solid for seven months and hop away in spring, scientists in Alaska have "
        "found.",
        "P The frogs fill their cells with sugar, which keeps ice from tearing them, the team writes in a "
        "journal.",
        "P \"Their hearts stop, and then they start again,\" said the lead author, Dr Ivy Castellan.",
        "x Tags",
        "x Alaska",
        "x Frogs",
    });
    CHECK(read.found == read.expected);
}

// What was posted is told with the story, who posted it when is not.
TEST_CASE("a post of a network within the story") {
    const Read read = read_page({
        "H Singer calls off tour after fall on stage",
        "B By Marcus Webb",
        "D Posted on June 2, 2021 at 4:15 pm",
        "x Follow us on Facebook",
        "P The singer Odette Marlow has called off the rest of her tour after breaking a leg on stage in "
        "Lyon on "
        "Saturday night.",
        "P Fans had waited for two years to see her, and most will have their money back by the end of the "
        "week.",
        "P I am so sorry. I will be back. Love you all! #odette pic.twitter.com/a1b2c3",
        "x — Odette Marlow (@odettemarlow) June 1, 2021",
        "P Her manager said that she would need an operation and six weeks of rest.",
        "x Read next",
        "x Festival names its headline acts",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("a story that stands on the page four times is told once") {
    const std::vector<const char*> story = {
        "H Mill to grind again after forty years",
        "P The old mill at Upper Harrow will grind corn again from June, forty years after its wheel was "
        "stopped.",
        "P Volunteers spent two winters on the wheel of the mill, and the county paid for a new sluice at "
        "Harrow.",
        "P \"It turns, and I still cannot believe it,\" said the miller, Tobias Kerr, who is 71.",
    };
    std::string text, found;
    for (int copy = 0; copy < 4; ++copy) {
        for (const std::string_view line : story) text.append(line.substr(2)).append("\n\n");
        text += "Share this article\n\nRead more\n\n";
    }
    Document doc;
    doc.text = text;
    find_structure(doc, "", lede::test::resources());
    for (const lede::Block& block : doc.blocks) found += "HFBDCSP"[static_cast<int>(block.kind)];
    CHECK(found == "HPPP");
}

TEST_CASE("a list of other stories with their days gives neither headline nor date") {
    const Read read = read_page({
        "H The new tram is late, loud and loved",
        "x MORE STORIES LIKE THIS ONE",
        "x TRANSPORT NEWS",
        "x Tram line to the harbour gets its rails",
        "x March 4, 2019",
        "x FEATURES",
        "x Ten drivers who never had a crash",
        "x June 18, 2013",
        "x TRANSPORT NEWS",
        "x Old trams sold to a museum in Leeds",
        "x May 2, 2018",
        "P The first tram to Fenwick Quay left eleven minutes late on Monday, and half the town was there to "
        "see it.",
        "P It squeals in the bend by the brewery, the mayor admits, and a firm from Graz is to grind the "
        "rails again.",
        "P But on the second day more people rode it than the city had hoped for in a week, the operator "
        "said.",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("a rule of marks is no paragraph, page or not") {
    const Read read = read_page({
        "H Three debates and no winner",
        "P The first debate was about taxes, and nobody who watched it could say what would change.",
        "x ___",
        "P The second was about the railways, which both sides promised to mend without saying how.",
        "x * * *",
        "P The third was cut short by rain, and the candidates shook hands under one umbrella.",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("the headline comes twice, and the site speaks to its reader") {
    const Read read = read_page({
        "x Blood donors wait in the rain",
        "H Blood donors wait in the rain",
        "x Send any friend a story",
        "x As a subscriber, you have 10 gift articles to give each month.",
        "P Donors waited two hours on average, Dr Pia Lund told the panel on Tuesday, and one in six went "
        "home.",
    });
    CHECK(read.found == read.expected);
}

TEST_CASE("text that is no page is read whole") {
    const Read lines = read_page({
        "P The council met on Monday.",
        "P It voted for the harbour.",
        "P Nobody spoke against it.",
        "P The work begins in May.",
        "P It will cost three million.",
    });
    CHECK(lines.found == lines.expected);
    const Read bare = read_page({"P The council met on Monday and voted for the harbour, officials said."});
    CHECK(bare.found == bare.expected);
    const Read headline = read_page({"H Council votes for the harbour"});
    CHECK(headline.found == headline.expected);
    const Read interview = read_page({
        "P Q: Why did you leave?",
        "P A: Because nobody asked me to stay, and I had been there for nine years.",
        "P Q: Do you regret it?",
        "P A: Not for a minute.",
        "P Q: And the money?",
        "P A: I never saw any of it.",
    });
    CHECK(interview.found.find('x') == std::string::npos);
}

TEST_CASE("a poem, results and a live blog lose no line") {
    for (const std::initializer_list<const char*> page :
         {std::initializer_list<const char*>{
              "H The Harbour in March", "| ", "P The boats come in at evening",
              "P with nothing in their nets", "P but rope and rain and silver", "P that nobody regrets.",
              "| ", "P The lamps go on at evening", "P along the harbour wall,",
              "P and those who wait there, waiting,", "P have seen it, one and all."},
          std::initializer_list<const char*>{
              "H Results", "P Saturday's matches were the last of the season, and three clubs go down.",
              "P Thornby 2, Wragby 1", "P Haddon 0, Marden 0", "P Penrhos 3, Llanfair 4",
              "P The final will be played in London on Sunday, when tickets cost ten pounds."},
          std::initializer_list<const char*>{
              "H Storm latest", "P 09:15", "P The coast road has been closed, the police say.", "P 09:40",
              "P Trains to the north stop at Penrhos because of a fallen tree.", "P 10:05",
              "P The school in Llanfair will not open today."}}) {
        const Read read = read_page(page);
        CHECK(read.found.find('x') == std::string::npos);
    }
}

TEST_CASE("who took a picture is no part of its caption") {
    const Read read = read_page({
        "H Harbour closes after storm",
        "B By Ann Bell",
        "x Share",
        "x Comments",
        "C The wall after the storm. Jane Poe/Reuters",
        "P The harbour of Port Haddon has closed after a storm damaged its walls, officials said on Monday.",
        "P Repairs will take a year and cost three million pounds.",
    });
    CHECK(read.found == read.expected);
    const Document doc = lede::test::read(read.text);
    const auto caption = std::find_if(doc.blocks.begin(), doc.blocks.end(), [](const lede::Block& block) {
        return block.kind == lede::BlockKind::caption;
    });
    REQUIRE(caption != doc.blocks.end());
    CHECK(doc.slice(caption->span) == "The wall after the storm.");
    for (const lede::Entity& entity : doc.entities) CHECK(entity.name != "Jane Poe");
}

TEST_CASE("authors and dates are told apart within one line") {
    const auto parts = [](const char* line) {
        Document doc;
        doc.text = "Harbour closes after storm tears down wall\n" + std::string(line) +
                   "\nShare\nComments\nThe harbour of Port Haddon has closed after a storm damaged its "
                   "walls, officials "
                   "said on Monday.\nRepairs will take a year and cost three million pounds.\n";
        find_structure(doc, "", lede::test::resources());
        std::string found;
        for (const lede::Block& block : doc.blocks) {
            if (block.kind == lede::BlockKind::byline)
                found += "B:" + std::string(doc.slice(block.span)) + " ";
            if (block.kind == lede::BlockKind::dateline)
                found += "D:" + std::string(doc.slice(block.span)) + " ";
        }
        return found;
    };
    CHECK(parts("By Ann Bell | 5 March 2024") == "B:By Ann Bell D:5 March 2024 ");
    CHECK(parts("by Ann Bell Mar. 5, 2024 1:15 pm") == "B:by Ann Bell D:Mar. 5, 2024 1:15 pm ");
    CHECK(parts("5:45 AM PST 3/15/2024 by Ann Bell") == "D:5:45 AM PST 3/15/2024 B:by Ann Bell ");
    CHECK(parts("By Ann Bell and Bob Lee in Nairobi") == "B:By Ann Bell and Bob Lee in Nairobi ");
}

TEST_CASE("no later stage sees what is no part of the article") {
    const Document doc = lede::test::read(
        "Skip to content\nHome\nNews\nSubscribe\nHarbour closes after storm tears down wall\nBy Ann Bell\n5 "
        "March "
        "2024\nShare\nThe harbour of Port Haddon has closed after a storm damaged its walls, officials said "
        "on "
        "Monday.\nREAD MORE: Actor Sly Vandermeer weds in Venice\nRepairs will take a year, the mayor, Rosa "
        "Amberley, "
        "said.\nMost read\nSly Vandermeer's wedding: the pictures\nPrivacy policy\n");
    CHECK(doc.other.size() >= 8);
    for (const Span span : doc.tokens.span)
        for (const Span other : doc.other) CHECK_FALSE(span.overlaps(other));
    for (const lede::Entity& entity : doc.entities)
        CHECK(entity.name.find("Vandermeer") == std::string::npos);
    REQUIRE(doc.published);
    CHECK(doc.published->value == lede::Date{2024, 3, 5});
}

TEST_CASE("a million lines of one word cost what a million words cost") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "share\nword\n";
    Document doc;
    doc.text = text;
    find_structure(doc, "", lede::test::resources());
    CHECK(doc.blocks.size() + doc.other.size() == 200'000);
}
