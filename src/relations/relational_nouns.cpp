#include "relations/relational_nouns.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "model/table.h"
#include "propositions/subjects.h"
#include "syntax/noun_phrases.h"

namespace lede::relations {

namespace {

constexpr float score_of_noun = 0.8F;

std::optional<Predicate> predicate_named(std::string_view name) {
    if (name == "spouse") return Predicate::spouse;
    if (name == "relative") return Predicate::relative;
    if (name == "member_of") return Predicate::member_of;
    if (name == "founded_by") return Predicate::founded_by;
    if (name == "subsidiary_of") return Predicate::subsidiary_of;
    return std::nullopt;
}

class RelationalNouns {
  public:
    RelationalNouns(const RelationReading& reading, const Resources& resources, std::vector<Relation>& found)
        : reading_(reading), doc_(reading.doc), nouns_(resources.table("relation_nouns")), found_(found) {}

    void read(Index noun) {
        if (!is_noun(doc_.tokens.xpos[noun]) || reading_.name_around[noun] != none) return;
        const auto row = nouns_.find(doc_.lemma(noun));
        if (!row) return;
        const auto predicate = predicate_named(field(*row, 0));
        if (!predicate) return;
        const Index other = other_of(noun, field(*row, 1));
        if (other == none) return;
        const Index owner = reading_.entity_of(other);
        if (owner == none || !reading_.named[owner]) return;
        bearers_.clear();
        find_bearers(noun);
        for (const Index bearer : bearers_) add(*predicate, noun, bearer, owner, other);
    }

  private:
    // Whose relative, or of what a member.
    Index other_of(Index noun, std::string_view prepositions) const {
        const Children& children = reading_.children;
        for (Index c = children.first(noun); c != none; c = children.next(c)) {
            if (doc_.tokens.deprel[c] == Deprel::nmod_poss && prepositions.empty()) return c;
            if (doc_.tokens.deprel[c] != Deprel::nmod || c < noun) continue;
            const Index mark = children.find(doc_, c, Deprel::case_);
            if (mark == none) continue;
            const std::string_view word = doc_.lower(mark);
            if (prepositions.empty() ? word == "of" : is_among(word, prepositions)) return c;
        }
        return none;
    }

    static bool is_among(std::string_view word, std::string_view list) {
        while (!list.empty()) {
            const std::size_t comma = list.find(',');
            if (list.substr(0, comma) == word) return true;
            list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
        }
        return false;
    }

    Index name_at(Index token) const {
        const Index name = token < doc_.tokens.size() ? reading_.name_from[token] : none;
        return name != none && doc_.mentions[name].entity != none ? name : none;
    }

    void find_bearers(Index noun) {
        const TokenRange sentence = reading_.sentence_of(noun);
        const bool plural = doc_.tokens.xpos[noun] == Xpos::NNS;
        const auto inside = [&](Index token) { return token < sentence.end; };
        // "his wife Ann Lee", "his wife, Ann Lee,", "his sons, Bo, Cy and Di,"
        Index next = noun + 1;
        const bool comma = inside(next) && doc_.tokens.xpos[next] == Xpos::COMMA;
        if (comma) ++next;
        if (inside(next))
            if (const Index name = name_at(next); name != none) {
                const Mention& mention = doc_.mentions[name];
                const Index after = mention.tokens.end;
                const bool closed = !inside(after) || doc_.tokens.upos[after] == Upos::PUNCT;
                const Index head = doc_.head_token(mention);
                const bool apposed = depends(mention.tokens, noun);
                const bool listed =
                    head != none && doc_.tokens.deprel[mention.tokens.begin] == Deprel::conj && !plural;
                if ((!comma && apposed) || (comma && apposed && closed && !listed)) {
                    bearers_.push_back(mention.entity);
                    if (plural) add_joined(after, sentence);
                    return;
                }
            }
        if (plural) return;
        // "Ann Lee, his wife,"
        const Index begin = reading_.extents[noun].core.begin;
        if (begin > sentence.begin + 1 && begin <= noun && doc_.tokens.xpos[begin - 1] == Xpos::COMMA &&
            doc_.tokens.deprel[noun] == Deprel::appos) {
            const Index name = reading_.name_to[begin - 1];
            if (name != none && doc_.mentions[name].entity != none &&
                doc_.mentions[name].tokens.contains(doc_.tokens.head[noun])) {
                bearers_.push_back(doc_.mentions[name].entity);
                return;
            }
        }
        // "Ann Lee is his wife"
        if (reading_.has_child(noun, Deprel::cop) && !reading_.is_negated(noun) &&
            !reading_.has_modal(noun)) {
            const Index subject = subject_of(doc_, reading_.children, noun);
            const Index entity = reading_.entity_of(subject);
            if (entity != none && reading_.named[entity]) bearers_.push_back(entity);
        }
    }

    // Does a word of a name hang on the noun, or the noun on the name?
    bool depends(TokenRange name, Index noun) const {
        if (doc_.tokens.head[noun] != none && name.contains(doc_.tokens.head[noun])) return true;
        for (Index token = name.begin; token < name.end; ++token)
            if (doc_.tokens.head[token] == noun) return true;
        return false;
    }

    void add_joined(Index after, TokenRange sentence) {
        while (after < sentence.end) {
            Index next = after;
            while (next < sentence.end && next < after + 2 &&
                   (doc_.tokens.xpos[next] == Xpos::COMMA || doc_.tokens.xpos[next] == Xpos::CC))
                ++next;
            if (next == after || next >= sentence.end) return;
            const Index name = name_at(next);
            if (name == none) return;
            bearers_.push_back(doc_.mentions[name].entity);
            after = doc_.mentions[name].tokens.end;
        }
    }

    void add(Predicate predicate, Index noun, Index bearer, Index owner, Index other) {
        if (bearer == owner) return;
        const EntityType bearing = doc_.entities[bearer].type, owning = doc_.entities[owner].type;
        const bool person = bearing == EntityType::PERSON, of_person = owning == EntityType::PERSON;
        const bool of_body =
            owning == EntityType::ORG || owning == EntityType::FAC || owning == EntityType::NORP;
        bool fits = false, turned = false;
        switch (predicate) {
            case Predicate::spouse:
                fits = person && of_person;
                turned = true;
                break;
            case Predicate::relative:
                fits = person && of_person;
                break;
            case Predicate::founded_by:
                fits = person && of_body;
                turned = true;
                break;
            case Predicate::subsidiary_of:
                fits = bearing == EntityType::ORG && owning == EntityType::ORG;
                break;
            default:
                fits = person && of_body;
                break;
        }
        if (!fits) return;
        Relation relation;
        relation.subject = turned ? owner : bearer;
        relation.object = turned ? bearer : owner;
        relation.predicate = predicate;
        relation.text = doc_.tokens.span[noun];
        const TokenRange phrase = reading_.extents[noun].phrase;
        relation.evidence = doc_.span_of(
            {std::min({phrase.begin, noun, other}), std::max({phrase.end, noun + 1, other + 1})});
        relation.score = score_of_noun;
        found_.push_back(relation);
    }

    const RelationReading& reading_;
    const Document& doc_;
    const Table nouns_;
    std::vector<Index> bearers_;
    std::vector<Relation>& found_;
};

}  // namespace

void find_relational_nouns(const RelationReading& reading, const Resources& resources,
                           std::vector<Relation>& found) {
    RelationalNouns nouns(reading, resources, found);
    for (Index token = 0; token < reading.doc.tokens.size(); ++token) nouns.read(token);
}

}  // namespace lede::relations
