#include <doctest/doctest.h>

#include "helpers.h"

using namespace lede;
using lede::test::read;
using lede::test::text_of;

namespace {

bool is_stance(Predicate predicate) { return predicate >= Predicate::supports; }

// "Ann Lee: mayor of Skarra", one line for each position, in text order.
std::string positions(const std::string& text) {
    const Document doc = read(text);
    std::string told;
    for (const Relation& relation : doc.relations)
        if (relation.predicate == Predicate::position_held)
            told += (told.empty() ? "" : "; ") + doc.entities[relation.subject].name + ": " +
                    text_of(doc, relation.text);
    return told;
}

std::string target(const Document& doc, const Relation& relation) {
    if (relation.target->entity != none) return doc.entities[relation.target->entity].name;
    if (relation.target->event != none) return text_of(doc, doc.events[relation.target->event].trigger);
    return text_of(doc, relation.target->span);
}

bool tells(const Document& doc, std::string_view holder, Predicate predicate, std::string_view about) {
    for (const Relation& relation : doc.relations)
        if (relation.predicate == predicate && doc.entities[relation.subject].name == holder) {
            if (!is_stance(predicate))
                return about.empty() ||
                       (relation.object != none && doc.entities[relation.object].name == about);
            if (target(doc, relation).find(about) != std::string::npos) return true;
        }
    return false;
}

std::size_t stances(const Document& doc) {
    std::size_t count = 0;
    for (const Relation& relation : doc.relations) count += is_stance(relation.predicate);
    return count;
}

}  // namespace

TEST_CASE("a position is the whole title before a name") {
    CHECK(positions("Finance Minister Maria Keller met reporters on Monday.") ==
          "Maria Keller: Finance Minister");
    CHECK(positions("Secretary of the Treasury Maria Keller met reporters on Monday.") ==
          "Maria Keller: Secretary of the Treasury");
    CHECK(positions("It was opened by former Prime Minister Maria Keller on Monday.") ==
          "Maria Keller: former Prime Minister");
    CHECK(positions("The plan was drawn up by novelist Maria Keller on Monday.").empty());
}

TEST_CASE("a position stands in apposition on either side of a name") {
    CHECK(positions("Maria Keller, the mayor of Bergen, opened the bridge.") ==
          "Maria Keller: mayor of Bergen");
    CHECK(positions("The mayor of Bergen, Maria Keller, opened the bridge.") ==
          "Maria Keller: mayor of Bergen");
    CHECK(positions("Its executive director, Maria Keller, opened the bridge.") ==
          "Maria Keller: executive director");
}

TEST_CASE("a position is told by a clause, but not by one that denies it") {
    CHECK(positions("Maria Keller became the chairman of the committee in May.") ==
          "Maria Keller: chairman of the committee");
    CHECK(positions("Maria Keller was appointed as director of the museum in May.") ==
          "Maria Keller: director of the museum");
    CHECK(positions("Maria Keller was never the mayor of Bergen.").empty());
}

TEST_CASE("a shared title is of each, and the fuller of two titles stays") {
    CHECK(positions("They met Senators Maria Keller and John Brown on Monday.") ==
          "Maria Keller: Senators; John Brown: Senators");
    CHECK(positions("French President Maria Keller spoke. President Keller then left for London.") ==
          "Maria Keller: French President");
}

TEST_CASE("whom a press secretary works for is no press secretary") {
    CHECK(positions("He was press secretary for Senator Maria Keller.").find("press") == std::string::npos);
    CHECK(positions("They discussed actions President Maria Keller has taken.") == "Maria Keller: President");
}

TEST_CASE("a verb tells a stance, its target and its holder") {
    const Document doc =
        read("Maria Keller opposes the merger. John Brown praised the firefighters in Bergen.");
    CHECK(tells(doc, "Maria Keller", Predicate::opposes, "merger"));
    CHECK(tells(doc, "John Brown", Predicate::praises, "firefighters"));
}

TEST_CASE("what is not supported is not told as supported") {
    CHECK(stances(read("Maria Keller did not support the plan.")) == 0);
    CHECK(stances(read("Maria Keller may support the plan.")) == 0);
    CHECK(stances(read("Does Maria Keller support the plan?")) == 0);
    CHECK(tells(read("Maria Keller refused to back the plan."), "Maria Keller", Predicate::opposes, "plan"));
}

TEST_CASE("what one rejects decides what rejecting it means") {
    CHECK(tells(read("Maria Keller rejected the accusation."), "Maria Keller", Predicate::denies,
                "accusation"));
    CHECK(tells(read("Maria Keller rejected the offer."), "Maria Keller", Predicate::opposes, "offer"));
}

TEST_CASE("who is urged to reject something is urged, and the thing opposed") {
    const Document doc = read("Maria Keller urged John Brown to reject the bill.");
    CHECK(tells(doc, "Maria Keller", Predicate::urges, "John Brown"));
    CHECK(tells(doc, "Maria Keller", Predicate::opposes, "bill"));
    CHECK(!tells(doc, "John Brown", Predicate::opposes, "bill"));
}

TEST_CASE("what somebody says tells stances") {
    CHECK(tells(read("Maria Keller said John Brown must resign."), "Maria Keller", Predicate::urges,
                "John Brown"));
    CHECK(stances(read("“How many speeches must John Brown give?” Maria Keller asked.")) == 0);
    CHECK(tells(read("Maria Keller described the move as treason."), "Maria Keller", Predicate::criticises,
                "move"));
    CHECK(tells(read("It was a vote that Maria Keller calls a fraud."), "Maria Keller", Predicate::criticises,
                "vote"));
}

TEST_CASE("what is left undone is no stance") {
    CHECK(stances(read("Maria Keller stopped short of rejecting the results.")) == 0);
    CHECK(stances(read("Maria Keller dropped her demand for individual contracts.")) == 0);
}

TEST_CASE("people named once hold stances") {
    CHECK(tells(read("Opposition leaders blame John Brown for the attack."), "Opposition leaders",
                Predicate::accuses, "John Brown"));
    CHECK(tells(read("Hundreds of supporters of John Brown met."), "supporters of John Brown",
                Predicate::supports, "John Brown"));
}

TEST_CASE("votes, nouns and names tell stances") {
    CHECK(
        tells(read("Maria Keller voted against the budget."), "Maria Keller", Predicate::opposes, "budget"));
    CHECK(tells(read("Maria Keller reiterated her support for the ceasefire."), "Maria Keller",
                Predicate::supports, "ceasefire"));
    CHECK(tells(read("Maria Keller called the result a disgrace."), "Maria Keller", Predicate::criticises,
                "result"));
}

TEST_CASE("deeds and contests are no stances") {
    CHECK(stances(read("Maria Keller refused to give a sample to the officials.")) == 0);
    CHECK(stances(read("Maria Keller opened her campaign against John Brown on Monday.")) == 0);
    CHECK(stances(read("Maria Keller backed John Brown to win the race.")) == 0);
    CHECK(stances(read("Maria Keller protested her innocence on Monday.")) == 0);
    CHECK(stances(read("The attackers demanded $300 from Maria Keller.")) == 0);
    CHECK(stances(read("Maria Keller thanked God that she was alive.")) == 0);
    CHECK(stances(read("Maria Keller told the programme, to be aired on Sunday, that it was late.")) == 0);
}

TEST_CASE("what one refuses to accept or to drop, one opposes or supports") {
    CHECK(tells(read("Maria Keller refused to sign the treaty."), "Maria Keller", Predicate::opposes,
                "treaty"));
    CHECK(
        tells(read("Maria Keller refused to scrap the levy."), "Maria Keller", Predicate::supports, "levy"));
    CHECK(
        tells(read("Maria Keller voted to accept the offer."), "Maria Keller", Predicate::supports, "offer"));
}

TEST_CASE("a forecast about others is no stance of theirs") {
    CHECK(stances(read("Maria Keller said that John Brown would support the plan.")) == 0);
    CHECK(stances(read("Maria Keller is expected to praise John Brown.")) == 0);
    CHECK(stances(read("There is no suggestion that Maria Keller opposes the plan.")) == 0);
    CHECK(tells(read("Maria Keller said she would support the plan."), "Maria Keller", Predicate::supports,
                "plan"));
}

TEST_CASE("what is bad or good by itself judges nobody") {
    CHECK(stances(read("“This is terrible news,” Maria Keller said.")) == 0);
    CHECK(stances(read("“Our new engine is brilliant,” Maria Keller said.")) == 0);
    CHECK(stances(read("“Something was wrong,” Maria Keller said.")) == 0);
    CHECK(stances(read("“Special effects are in great demand,” Maria Keller said.")) == 0);
    CHECK(stances(read("“John Brown is a dangerous opponent,” Maria Keller said.")) == 0);
    CHECK(tells(read("“The ruling is a disgrace,” Maria Keller said."), "Maria Keller", Predicate::criticises,
                "ruling"));
}

TEST_CASE("a target ends before what only explains it") {
    const auto whole = [](const std::string& text) {
        for (const Document doc = read(text); const Relation& relation : doc.relations)
            if (is_stance(relation.predicate)) return target(doc, relation);
        return std::string();
    };
    CHECK(whole("Maria Keller criticised the new scheme for its high costs.") == "the new scheme");
    CHECK(whole("Maria Keller backed the new scheme, which will begin in May.") == "the new scheme");
    CHECK(whole("Maria Keller branded the new scheme unworkable.") == "the new scheme");
    CHECK(whole("Maria Keller called for an inspector to be stationed there.") ==
          "an inspector to be stationed there");
    CHECK(whole("Maria Keller denied that the money was state aid.") == "that the money was state aid");
    CHECK(whole("Hundreds of anti-hunt protesters met Maria Keller.") == "hunt");
}

TEST_CASE("what is called for to be ended is opposed") {
    CHECK(tells(read("Maria Keller called for the charges against John Brown to be dropped."), "Maria Keller",
                Predicate::opposes, "charges"));
    CHECK(tells(read("Maria Keller called for an end to the siege."), "Maria Keller", Predicate::opposes,
                "siege"));
    CHECK(
        tells(read("Maria Keller wants the plan scrapped."), "Maria Keller", Predicate::opposes, "the plan"));
}

TEST_CASE("prepositions, verbs that earn and verbs that further tell stances") {
    CHECK(tells(read("Maria Keller is against the bill."), "Maria Keller", Predicate::opposes, "bill"));
    CHECK(tells(read("The plan has the backing of Maria Keller."), "Maria Keller", Predicate::supports,
                "plan"));
    CHECK(tells(read("The plan drew criticism from Maria Keller."), "Maria Keller", Predicate::criticises,
                "plan"));
    CHECK(tells(read("Maria Keller gave her backing to the plan."), "Maria Keller", Predicate::supports,
                "plan"));
    CHECK(tells(read("Maria Keller is committed to protecting the coast."), "Maria Keller",
                Predicate::supports, "the coast"));
    CHECK(tells(read("Maria Keller was full of praise for the police."), "Maria Keller", Predicate::praises,
                "police"));
    CHECK(tells(read("Maria Keller paid tribute to the volunteers."), "Maria Keller", Predicate::praises,
                "volunteers"));
    CHECK(tells(read("Maria Keller came out against the bill."), "Maria Keller", Predicate::opposes, "bill"));
    CHECK(tells(read("Residents were urged by the police to stay indoors."), "the police", Predicate::urges,
                "Residents"));
}

TEST_CASE("what is no longer or rarely so is no stance") {
    CHECK(stances(read("Maria Keller no longer blames John Brown.")) == 0);
    CHECK(stances(read("Maria Keller rarely criticises John Brown.")) == 0);
    CHECK(stances(read("Maria Keller neither admits nor denies the charges.")) == 0);
    CHECK(stances(read("Maria Keller refused to point the finger at John Brown.")) == 0);
    CHECK(stances(read("“We will not march or call for a boycott,” Maria Keller said.")) == 0);
}

TEST_CASE("trades, conditions and plans of one's own are no stances") {
    CHECK(stances(read("Maria Keller met the leading music critics of Bergen.")) == 0);
    CHECK(stances(read("It is the party that Maria Keller once wanted to lead.")) == 0);
    CHECK(stances(read("Maria Keller is committed to talking again.")) == 0);
    CHECK(stances(read("“It will be hard should John Brown resign,” Maria Keller said.")) == 0);
}

TEST_CASE("a second verb is told of whoever speaks, not of a thing in what they say") {
    CHECK(tells(read("Maria Keller said that a check had found no fault, and denied that it had failed."),
                "Maria Keller", Predicate::denies, ""));
    CHECK(tells(read("Maria Keller released a statement condemning the raid and demanding that John Brown "
                     "resign."),
                "Maria Keller", Predicate::urges, "John Brown"));
}

TEST_CASE("what others are called on to do is wanted") {
    const Document doc = read("Maria Keller reiterated her call for John Brown to support the bill.");
    CHECK(tells(doc, "Maria Keller", Predicate::urges, "John Brown"));
    CHECK(tells(doc, "Maria Keller", Predicate::supports, "bill"));
    CHECK(tells(read("The workers who threaten the company met Maria Keller."),
                "The workers who threaten the company", Predicate::threatens, "company"));
}

TEST_CASE("each of several holders takes a side on each of several targets") {
    const Document doc = read("Maria Keller and John Brown blamed Iran and Syria for the attack.");
    for (const char* holder : {"Maria Keller", "John Brown"})
        for (const char* target : {"Iran", "Syria"}) CHECK(tells(doc, holder, Predicate::accuses, target));
}

TEST_CASE("facts stand beside names") {
    CHECK(tells(read("Maria Keller, 61, was arrested in Bergen."), "Maria Keller", Predicate::age, ""));
    CHECK(tells(read("The fair was held in Fresno, California."), "Fresno", Predicate::located_in,
                "California"));
    CHECK(tells(read("Maria Keller and her husband, John Brown, were there."), "Maria Keller",
                Predicate::spouse, "John Brown"));
}

TEST_CASE("relations of hostile text stay within the text") {
    std::string titles;
    for (int i = 0; i < 3000; ++i) titles += "former deputy president of the ";
    for (const std::string& text :
         {std::string(3000, ','), titles, std::string("of of of for for to to the the president"),
          std::string("supports supports opposed to to against against , , the mayor , the mayor ,"),
          std::string("The \xFF\xFE minister \xC0 of")}) {
        const Document doc = read(text);
        for (const Relation& relation : doc.relations) {
            CHECK(relation.text.end <= doc.text.size());
            CHECK(relation.text.begin < relation.text.end);
            CHECK(relation.evidence.end <= doc.text.size());
        }
    }
}
