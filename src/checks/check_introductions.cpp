// Persons who act or speak under a bare surname and are never introduced: no first name, no office, no
// description anywhere in the article.
#include <string>
#include <unordered_set>

#include "base/unicode.h"
#include "checks/check_families.h"

namespace lede::checks {

namespace {

class IntroductionChecker {
  public:
    IntroductionChecker(Document& doc, const Resources& resources)
        : doc_(doc),
          given_names_(resources.table("given_names")),
          surnames_(resources.table("surnames")),
          places_(resources.table("places")),
          speaks_(quoted_entities(doc)) {
        find_longer_names();
    }

    void check() {
        constexpr int most = 2;
        int found = 0;
        for (Index number = 0; number < doc_.entities.size(); ++number) {
            const Entity& entity = doc_.entities[number];
            if (found == most) return;
            if (!speaks_[number] || !is_bare_surname(entity) || longer_.count(fold(entity.name)) != 0)
                continue;
            const Mention* acting = acting_mention(entity);
            if (!acting) continue;
            ++found;
            doc_.checks.push_back({CheckKind::unresolved_reference,
                                   "The article never says who " + quoted(doc_, acting->span) +
                                       " is. Give the full name, and say who the person is.",
                                   {acting->span}});
        }
    }

  private:
    static bool is_proper(Xpos tag) { return tag == Xpos::NNP || tag == Xpos::NNPS; }

    // Words of longer names, of whatever entity: "Hogan" is known from "Declan Hogan", "Hogan Motors" and
    // "Chairman Hogan".
    void find_longer_names() {
        for (Index token = 0; token < doc_.tokens.size(); ++token) {
            const auto is_name = [&](Index at) {
                return at < doc_.tokens.size() && doc_.tokens.sentence[at] == doc_.tokens.sentence[token] &&
                       (is_proper(doc_.tokens.xpos[at]) || doc_.form(at) == "-" || doc_.form(at) == "'s" ||
                        doc_.form(at) == "’s");
            };
            if (is_proper(doc_.tokens.xpos[token]) &&
                ((token > 0 && is_name(token - 1)) || is_name(token + 1)))
                longer_.insert(std::string(doc_.lower(token)));
        }
    }

    bool is_bare_surname(const Entity& entity) const {
        if (entity.type != EntityType::PERSON || !entity.titles.empty()) return false;
        const std::string name = fold(entity.name);
        if (name.find_first_of(" -.'") != std::string::npos || given_names_.contains(name) ||
            places_.contains(name) || !surnames_.contains(name))
            return false;
        for (const Index number : entity.mentions)
            if (doc_.mentions[number].kind == MentionKind::nominal) return false;
        return true;
    }

    // Where the person first does or says something, in the article's own words.
    const Mention* acting_mention(const Entity& entity) const {
        for (const Index number : entity.mentions) {
            const Mention& mention = doc_.mentions[number];
            if (mention.kind != MentionKind::name) continue;
            constexpr float sure = 0.8f;
            if (mention.type != EntityType::PERSON || mention.score < sure) return nullptr;
            const Index block = doc_.sentences[mention.sentence].block;
            const bool told = block != none && doc_.blocks[block].kind == BlockKind::paragraph;
            // Inside a quotation the listener is assumed to know the person.
            if (!told || doc_.tokens.quote[mention.tokens.begin] != none) return nullptr;
            const Deprel relation = doc_.tokens.deprel[mention.tokens.begin];
            const Index verb = doc_.tokens.head[mention.tokens.begin];
            if (relation != Deprel::nsubj || verb == none || doc_.tokens.upos[verb] != Upos::VERB)
                return nullptr;
            if (mention.tokens.end < doc_.tokens.size() && doc_.lower(mention.tokens.end) == ",")
                return nullptr;
            return &mention;
        }
        return nullptr;
    }

    Document& doc_;
    Table given_names_, surnames_, places_;
    std::unordered_set<std::string> longer_;
    std::vector<bool> speaks_;  // by entity
};

}  // namespace

void check_introductions(Document& doc, const Resources& resources) {
    IntroductionChecker(doc, resources).check();
}

}  // namespace lede::checks
