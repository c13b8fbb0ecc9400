#include "syntax/syntax.h"

#include <doctest/doctest.h>

#include "helpers.h"
#include "neural/linear_model.h"
#include "syntax/labels.h"
#include "syntax/lemmas.h"
#include "syntax/projective_tree.h"
#include "text/text.h"

namespace {

using namespace lede;

Document parsed(std::string text) {
    Document doc;
    doc.text = std::move(text);
    find_structure(doc, "", test::resources());
    find_tokens(doc, test::resources());
    find_syntax(doc, test::resources());
    find_lemmas(doc, test::resources());
    return doc;
}

// "form/TAG" of every token.
std::string tags_of(std::string text) {
    const Document doc = parsed(std::move(text));
    std::string out;
    for (Index token = 0; token < doc.tokens.size(); ++token) {
        if (token > 0) out += ' ';
        out += std::string(doc.form(token)) + '/' + std::string(written(doc.tokens.xpos[token]));
    }
    return out;
}

// "relation(head, dependent)" of a dependent that stands once in the text.
std::string arc_to(const Document& doc, std::string_view form) {
    for (Index token = 0; token < doc.tokens.size(); ++token) {
        if (doc.form(token) != form) continue;
        const Index head = doc.tokens.head[token];
        return std::string(written(doc.tokens.deprel[token])) + '(' +
               (head == none ? "" : std::string(doc.form(head))) + ')';
    }
    return "";
}

// Exactly one root a sentence, every other token below it, no arc out of the sentence, no two arcs that
// cross.
void check_trees(const Document& doc) {
    for (const Sentence& sentence : doc.sentences) {
        Index roots = 0;
        for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const Index head = doc.tokens.head[token];
            REQUIRE((head == none) == (doc.tokens.deprel[token] == Deprel::root));
            roots += head == none;
            Index steps = 0;
            for (Index above = token; above != none; above = doc.tokens.head[above]) {
                REQUIRE(sentence.tokens.contains(above));
                REQUIRE(steps++ <= sentence.tokens.size());
            }
            if (head == none) continue;
            for (Index inner = std::min(token, head) + 1; inner < std::max(token, head); ++inner) {
                const Index far = doc.tokens.head[inner];
                REQUIRE(far != none);
                REQUIRE(far >= std::min(token, head));
                REQUIRE(far <= std::max(token, head));
            }
        }
        REQUIRE(roots == 1);
    }
}

}  // namespace

TEST_CASE("words get their tags from the words around them") {
    CHECK(tags_of("The minister will visit the flooded villages on Friday.") ==
          "The/DT minister/NN will/MD visit/VB the/DT flooded/VBN villages/NNS on/IN Friday/NNP ./.");
    CHECK(tags_of("She did n't accept their offer.") ==
          "She/PRP did/VBD n't/RB accept/VB their/PRP$ offer/NN ./.");
}

TEST_CASE("an unknown word at the start of a sentence is no article or preposition") {
    CHECK(tags_of("Ann Hall opened the bridge.") == "Ann/NNP Hall/NNP opened/VBD the/DT bridge/NN ./.");
}

TEST_CASE("tags carry the features of their words") {
    const Document doc = parsed("He sees the larger boats.");
    CHECK(doc.feats(0) == "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs");
    CHECK(doc.feats(3) == "Degree=Cmp");
    CHECK(doc.feats(4) == "Number=Plur");
}

TEST_CASE("regular forms give their lemmas by rule") {
    const auto verb = [](std::string_view form, Xpos tag) {
        return regular_lemma(form, form, Upos::VERB, tag, false);
    };
    CHECK(verb("walked", Xpos::VBD) == "walk");
    CHECK(verb("hoped", Xpos::VBD) == "hope");
    CHECK(verb("planned", Xpos::VBN) == "plan");
    CHECK(verb("carried", Xpos::VBD) == "carry");
    CHECK(verb("freed", Xpos::VBN) == "free");
    CHECK(verb("leaving", Xpos::VBG) == "leave");
    CHECK(verb("passing", Xpos::VBG) == "pass");
    CHECK(verb("reaches", Xpos::VBZ) == "reach");
    CHECK(verb("tries", Xpos::VBZ) == "try");
    CHECK(verb("operating", Xpos::VBG) == "operate");
    CHECK(verb("treated", Xpos::VBN) == "treat");
    CHECK(regular_lemma("cities", "cities", Upos::NOUN, Xpos::NNS, false) == "city");
    CHECK(regular_lemma("gunmen", "gunmen", Upos::NOUN, Xpos::NNS, false) == "gunman");
    CHECK(regular_lemma("5,000", "5,000", Upos::NUM, Xpos::CD, false) == "5000");
    CHECK(regular_lemma("Smith", "smith", Upos::PROPN, Xpos::NNP, true) == "Smith");
    CHECK(regular_lemma("happiest", "happiest", Upos::ADJ, Xpos::JJS, false) == "happy");
}

TEST_CASE("irregular forms are looked up") {
    const Document doc = parsed("The men said they were taking the children.");
    CHECK(doc.lemma(1) == "man");
    CHECK(doc.lemma(2) == "say");
    CHECK(doc.lemma(4) == "be");
    CHECK(doc.lemma(5) == "take");
    CHECK(doc.lemma(7) == "child");
    const Document rare = parsed("Police shot thieves who struck and withheld prizes.");
    CHECK(rare.lemma(1) == "shoot");
    CHECK(rare.lemma(2) == "thief");
    CHECK(rare.lemma(4) == "strike");
    CHECK(rare.lemma(6) == "withhold");
}

TEST_CASE("regular forms that the spelling leaves open are looked up") {
    const Document doc = parsed("They expelled, raided and prosecuted them, besieging buses.");
    CHECK(doc.lemma(1) == "expel");
    CHECK(doc.lemma(3) == "raid");
    CHECK(doc.lemma(5) == "prosecute");
    CHECK(doc.lemma(8) == "besiege");
    CHECK(doc.lemma(9) == "bus");
}

TEST_CASE("a tree tells who did what to whom") {
    const Document doc = parsed("The company sold two ships to a rival in Norway.");
    CHECK(arc_to(doc, "sold") == "root()");
    CHECK(arc_to(doc, "company") == "nsubj(sold)");
    CHECK(arc_to(doc, "ships") == "obj(sold)");
    CHECK(arc_to(doc, "two") == "nummod(ships)");
    CHECK(arc_to(doc, "rival") == "obl(sold)");
}

TEST_CASE("the passive has a subject of its own") {
    const Document doc = parsed("The bridge was closed by the police on Monday.");
    CHECK(arc_to(doc, "bridge") == "nsubj:pass(closed)");
    CHECK(arc_to(doc, "police").starts_with("obl"));
}

TEST_CASE("what was said hangs on the verb of saying") {
    const Document doc = parsed("Officials said the talks had failed.");
    CHECK(arc_to(doc, "failed") == "ccomp(said)");
    CHECK(arc_to(doc, "Officials") == "nsubj(said)");
}

TEST_CASE("any scores give a projective tree with one root") {
    std::uint32_t random = 1;
    ProjectiveTree tree;
    for (std::size_t words = 1; words < 40; ++words) {
        ArcScores scores;
        scores.resize(words);
        for (std::size_t i = 0; i < words; ++i)
            for (std::size_t j = 0; j <= words; ++j) {
                random = random * 1664525u + 1013904223u;
                scores(i, j) = static_cast<std::int32_t>(random >> 16) - 32768;
            }
        const std::vector<std::uint32_t>& heads = tree.find(scores);
        std::size_t roots = 0;
        for (std::size_t i = 0; i < words; ++i) {
            roots += heads[i] == words;
            std::size_t at = i, steps = 0;
            while (at != words && steps++ <= words) at = heads[at];
            CHECK(at == words);
        }
        CHECK(roots == 1);
    }
}

TEST_CASE("without a model a sentence is still a tree") {
    Document doc = parsed("Rain fell on the town.");
    find_syntax(doc, Resources());
    check_trees(doc);
}

TEST_CASE("a linear model gives back its weights") {
    const std::vector<std::uint8_t> bytes =
        write_linear_model({"a", "b"}, {{0x01000007, {{0, 5}, {1, -3}}}, {0x02000007, {{1, 127}}}});
    const LinearModel model = LinearModel::open(bytes);
    REQUIRE(model.labels().size() == 2);
    CHECK(model.labels()[1] == "b");
    LinearModel::Scores scores{};
    model.add({0x01000007, 0x02000007, 0x03000007}, scores);
    CHECK(scores[0] == 5);
    CHECK(scores[1] == 124);
}

TEST_CASE("a damaged linear model is empty or harmless") {
    const std::vector<std::uint8_t> bytes =
        write_linear_model({"a", "b"}, {{7, {{0, 5}, {1, -3}}}, {8, {{1, 1}}}});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::vector<std::uint8_t> part(bytes.begin(),
                                             bytes.begin() + static_cast<std::ptrdiff_t>(size));
        const LinearModel model = LinearModel::open(part);
        LinearModel::Scores scores{};
        model.add({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, scores);
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::vector<std::uint8_t> changed = bytes;
        changed[at] = static_cast<std::uint8_t>(changed[at] ^ 0xFF);
        const LinearModel model = LinearModel::open(changed);
        LinearModel::Scores scores{};
        model.add({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, scores);
    }
}

TEST_CASE("whoever is counted and speaks is a noun") {
    const Document doc = lede::test::read("One official close to the talks said the city was ready to pay.");
    CHECK(doc.form(1) == "official");
    CHECK(doc.tokens.upos[1] == Upos::NOUN);
    REQUIRE(doc.quotes.size() == 1);
    CHECK(doc.slice(*doc.quotes[0].speaker) == "One official close to the talks");
}

TEST_CASE("a copula hangs on what is said of the subject, a closing question mark on the root") {
    const Document doc = parsed("Also, what's the deal with the weather this weekend?");
    check_trees(doc);
    CHECK(arc_to(doc, "'s") == "cop(what)");
    CHECK(arc_to(doc, "?") == "punct(what)");
}

TEST_CASE("brackets and quotation marks hang on what they enclose") {
    const Document brackets = parsed("The bill (which failed twice last year) became law on Monday.");
    CHECK(arc_to(brackets, "(") == "punct(failed)");
    CHECK(arc_to(brackets, ")") == "punct(failed)");
    const Document quoted = parsed("“We will build the bridge,” the mayor of Skarra said on Monday.");
    CHECK(arc_to(quoted, "“") == "punct(build)");
    CHECK(arc_to(quoted, ",") == "punct(build)");
    CHECK(arc_to(quoted, "”") == "punct(build)");
    check_trees(parsed("He (a) said “we (they ” all) ) went” (“home” “” () ( “ and ” left) “never”."));
}
