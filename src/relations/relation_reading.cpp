#include "relations/relation_reading.h"

namespace lede::relations {

RelationReading::RelationReading(const Document& document, const Resources& resources)
    : doc(document),
      children(document),
      extents(find_extents(document)),
      name_from(document.tokens.size() + 1, none),
      name_to(document.tokens.size() + 1, none),
      name_around(document.tokens.size() + 1, none),
      named(document.entities.size(), false),
      words(resources.table("clause_words")) {
    // Longer names stand first where several begin at one token.
    for (Index number = 0; number < doc.mentions.size(); ++number) {
        const Mention& mention = doc.mentions[number];
        if (mention.kind != MentionKind::name || mention.tokens.empty()) continue;
        if (mention.entity != none) named[mention.entity] = true;
        if (name_around[mention.tokens.begin] != none) continue;
        name_from[mention.tokens.begin] = number;
        name_to[mention.tokens.end] = number;
        for (Index t = mention.tokens.begin; t < mention.tokens.end; ++t) name_around[t] = number;
    }
}

Index RelationReading::entity_of(Index head) const {
    if (head == none) return none;
    Index mention = doc.tokens.mention[head];
    if (mention == none) mention = name_around[head];
    return mention == none ? none : doc.mentions[mention].entity;
}

Index RelationReading::person_of(Index head) const {
    const Index entity = entity_of(head);
    const bool fits = entity != none && doc.entities[entity].type == EntityType::PERSON && named[entity];
    return fits ? entity : none;
}

bool RelationReading::is_negated(Index predicate) const {
    for (Index c = children.first(predicate); c != none; c = children.next(c)) {
        const std::string_view lemma = doc.lemma(c);
        const Deprel relation = doc.tokens.deprel[c];
        if ((relation == Deprel::advmod || relation == Deprel::det || relation == Deprel::cc_preconj ||
             relation == Deprel::cc) &&
            words.has("denies", lemma))
            return true;
        // "no longer"
        if (relation == Deprel::advmod && c > 0 && doc.tokens.head[c - 1] == c &&
            words.has("denies", doc.lower(c - 1)))
            return true;
    }
    return false;
}

bool RelationReading::has_modal(Index predicate) const {
    for (Index c = children.first(predicate); c != none; c = children.next(c))
        if (doc.tokens.xpos[c] == Xpos::MD) return true;
    return false;
}

bool is_copula(std::string_view lemma) { return lemma == "be" || lemma == "become" || lemma == "remain"; }

}  // namespace lede::relations
