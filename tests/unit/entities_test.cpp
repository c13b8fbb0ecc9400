#include <doctest/doctest.h>

#include <algorithm>

#include "helpers.h"

using namespace lede;
using lede::test::read;

namespace {

const Entity* entity_named(const Document& doc, std::string_view name) {
    for (const Entity& entity : doc.entities)
        if (entity.name == name) return &entity;
    return nullptr;
}

bool has(const std::vector<std::string>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

void check_references(const Document& doc) {
    double sum = 0;
    for (Index e = 0; e < doc.entities.size(); ++e) {
        CHECK_FALSE(doc.entities[e].mentions.empty());
        CHECK_FALSE(doc.entities[e].name.empty());
        for (Index m : doc.entities[e].mentions) CHECK(doc.mentions[m].entity == e);
        sum += static_cast<double>(doc.entities[e].salience);
        if (e > 0) CHECK(doc.entities[e - 1].salience >= doc.entities[e].salience);
    }
    if (!doc.entities.empty()) CHECK(sum == doctest::Approx(1.0));
    for (std::size_t m = 0; m < doc.mentions.size(); ++m) {
        const Mention& mention = doc.mentions[m];
        CHECK(mention.entity < doc.entities.size());
        CHECK(mention.span.begin < mention.span.end);
        CHECK(mention.span.end <= doc.text.size());
        CHECK(mention.span.contains(mention.head));
        if (m == 0) continue;
        const Span before = doc.mentions[m - 1].span;
        CHECK((before.begin < mention.span.begin ||
               (before.begin == mention.span.begin && before.end >= mention.span.end)));
    }
}

}  // namespace

TEST_CASE("a full name, the surname and a title are one person") {
    const Document doc = read(
        "Maria Fernandez won the vote in Chile on Sunday. Mrs Fernandez thanked her voters. Fernandez leaves "
        "today.");
    check_references(doc);
    const Entity* person = entity_named(doc, "Maria Fernandez");
    REQUIRE(person);
    CHECK(person->gender == Gender::female);
    CHECK(has(person->aliases, "Fernandez"));
    CHECK(person->mentions.size() >= 3);
}

TEST_CASE("an acronym written as a word is one with what it stands for") {
    const Document doc =
        read("The Union of Shop and Trade Workers (Ustw) met on Monday. Ustw said it would not strike.");
    std::size_t bodies = 0;
    for (const Entity& entity : doc.entities) bodies += entity.type == EntityType::ORG;
    CHECK(bodies == 1);
}

TEST_CASE("an office before an honorific is the title") {
    const Document doc = read("Shadow sports minister Lord Moynihan said the policy would help clubs.");
    REQUIRE(doc.entities.size() > 0);
    const auto person = std::find_if(doc.entities.begin(), doc.entities.end(),
                                     [](const Entity& entity) { return entity.type == EntityType::PERSON; });
    REQUIRE(person != doc.entities.end());
    CHECK(person->titles == std::vector<std::string>{"Shadow sports minister"});
    REQUIRE(doc.relations.size() == 1);
    CHECK(doc.slice(doc.relations[0].text) == "Shadow sports minister");
}

TEST_CASE("titles keep two people of one surname apart") {
    const Document doc =
        read("Peter Hall met Anna Hall in London. Mrs Hall smiled while Mr Hall was waiting for the train.");
    check_references(doc);
    const Entity* anna = entity_named(doc, "Anna Hall");
    const Entity* peter = entity_named(doc, "Peter Hall");
    REQUIRE(anna);
    REQUIRE(peter);
    CHECK(anna->mentions.size() == 2);
    CHECK(peter->mentions.size() == 2);
}

TEST_CASE("the elder and the younger of one surname are told apart") {
    const Document doc = read(
        "Robert Jordan sells pumps in Hull. His son, Peter Jordan, runs the office in Oslo. The younger "
        "Jordan "
        "was tired. The elder Jordan was not worried.");
    const Entity* father = entity_named(doc, "Robert Jordan");
    const Entity* son = entity_named(doc, "Peter Jordan");
    REQUIRE(father);
    REQUIRE(son);
    const Index last = doc.sentences.size() - 1;
    const auto told_in = [&](const Entity& entity, Index sentence) {
        return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                           [&](Index m) { return doc.mentions[m].sentence == sentence; });
    };
    CHECK(told_in(*son, last - 1));
    CHECK(told_in(*father, last));
}

TEST_CASE("an acronym and what it stands for are one organisation") {
    const Document doc = read(
        "The Harbour Workers Alliance (HWA) went on strike on Monday. The HWA said the strike would last.");
    check_references(doc);
    const Entity* union_entity = nullptr;
    for (const Entity& entity : doc.entities)
        if (entity.name == "Harbour Workers Alliance" || has(entity.aliases, "Harbour Workers Alliance"))
            union_entity = &entity;
    REQUIRE(union_entity);
    CHECK((union_entity->name == "HWA" || has(union_entity->aliases, "HWA")));
}

TEST_CASE(
    "variants of a country's name are one country with its place on the map, and its people are another") {
    const Document doc = read(
        "The United States and Britain agreed. The US will pay, and the U.S. will send ships. American "
        "sailors wait.");
    check_references(doc);
    const Entity* country = entity_named(doc, "United States");
    REQUIRE(country);
    CHECK(has(country->aliases, "US"));
    CHECK(has(country->aliases, "U.S."));
    CHECK(country->link.kind == LinkKind::country);
    CHECK(country->link.iso == "US");
    CHECK(country->link.latitude.has_value());
    CHECK(entity_named(doc, "American"));
}

TEST_CASE("spellings of a well-known body in capitals and small letters are one body") {
    const Document doc = read(
        "NATO will meet on Monday. Nato officials are in Brussels for the North Atlantic Treaty "
        "Organization.");
    check_references(doc);
    const Entity* body = entity_named(doc, "NATO");
    REQUIRE(body);
    CHECK(body->mentions.size() == 3);
    CHECK(body->link.wikidata == "Q7184");
}

TEST_CASE("pronouns go to whom they mean, in quotations to the speaker") {
    const Document doc = read(
        "Maria Fernandez met Peter Hall in Chile on Sunday. She said the bridge would open soon. "
        "\"I have waited for years,\" Mr Hall said.");
    check_references(doc);
    const auto holds = [&](std::string_view name, std::string_view pronoun) {
        const Entity* entity = entity_named(doc, name);
        if (!entity) return false;
        return std::any_of(entity->mentions.begin(), entity->mentions.end(),
                           [&](Index m) { return doc.slice(doc.mentions[m].span) == pronoun; });
    };
    CHECK(holds("Maria Fernandez", "She"));
    CHECK(holds("Peter Hall", "I"));
}

TEST_CASE("an it that means nothing refers to nothing") {
    const Document doc = read("Siemens opened a plant in Ghana. It is clear that the region needs jobs.");
    for (const Mention& mention : doc.mentions) CHECK(mention.kind != MentionKind::pronoun);
}

TEST_CASE("a person is told of in apposition, and found again by the office") {
    const Document doc =
        read("The mayor, Anna Hall, opened the school in London. The mayor thanked the builders.");
    check_references(doc);
    const Entity* anna = entity_named(doc, "Anna Hall");
    REQUIRE(anna);
    CHECK(has(anna->titles, "mayor"));
    CHECK(anna->mentions.size() == 3);
}

TEST_CASE("an office with what it is of stands in apposition to a name") {
    const Document doc = read(
        "The plan was dropped, but the mayor of Skarra, Aoife Brennan, said islanders had been forgotten. "
        "The mayor wants a new vote.");
    const Entity* mayor = entity_named(doc, "Aoife Brennan");
    REQUIRE(mayor != nullptr);
    CHECK(mayor->mentions.size() >= 3);
}

TEST_CASE("entities of strange input keep every promise") {
    std::string many;
    for (int i = 0; i < 2000; ++i) many += "A" + std::to_string(i) + " Smith and Mr Smith said he saw it. ";
    for (const std::string& text :
         {many, std::string(5000, '"'), std::string("He. She. It. They. I."), std::string("Mr Mr Mr Mr"),
          std::string("X\xcc\x81 Y\xcc\x81 \xff Z the company the company")})
        check_references(read(text));
}

TEST_CASE("a legal form written with spaces names the same company") {
    const Document doc =
        read("Banco Verde S. A. said on Monday that it will merge. Banco Verde SA gave no price.");
    const Entity* bank = entity_named(doc, "Banco Verde S. A.");
    if (!bank) bank = entity_named(doc, "Banco Verde SA");
    REQUIRE(bank);
    CHECK(std::count_if(bank->mentions.begin(), bank->mentions.end(),
                        [&](Index m) { return doc.mentions[m].kind == MentionKind::name; }) == 2);
}
