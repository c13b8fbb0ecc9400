// Facts about entities that the article itself states beside their names.
#include "relations/relations.h"
#include "base/unicode.h"
#include "text/phrase.h"

namespace lede {

namespace {

// The first organisation or place named inside a stretch of text, by the mentions of one sentence.
Index employer_in(const Document& doc, Span span, Index first_mention) {
    for (Index number = first_mention; number < doc.mentions.size(); ++number) {
        const Mention& mention = doc.mentions[number];
        if (mention.span.begin >= span.end) break;
        const bool fits = mention.type == EntityType::ORG || mention.type == EntityType::GPE;
        if (fits && mention.kind != MentionKind::pronoun && span.contains(mention.span))
            return mention.entity;
    }
    return none;
}

// Titles that only address a person name no position.
bool names_position(std::string_view title) {
    for (std::string_view address : {"mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "dr",
                                     "prof", "mr.", "mrs.", "ms.", "dr.", "prof."})
        if (fold(title) == address) return false;
    return true;
}

// The title that stands before a name ("alliance chief Jens Stoltenberg", "sports minister Lord Moynihan"),
// if it is one of the entity's titles.
std::optional<Span> title_before(const Document& doc, const Mention& mention) {
    const Entity& entity = doc.entities[mention.entity];
    std::uint32_t name = mention.span.begin;
    if (const Index first = mention.tokens.begin; first > doc.sentences[mention.sentence].tokens.begin &&
                                                  !names_position(doc.slice(doc.tokens.span[first - 1])))
        name = doc.tokens.span[first - 1].begin;
    for (const std::string& title : entity.titles) {
        if (title.empty() || name < title.size() + 1) continue;
        const Span span{static_cast<std::uint32_t>(name - 1 - title.size()), name - 1};
        if (doc.slice(span) == title) return span;
    }
    return std::nullopt;
}

}  // namespace

void find_relations(Document& doc, const Resources&) {
    std::vector<bool> told(doc.entities.size(), false);
    std::vector<Index> first_of_sentence(doc.sentences.size(), none);
    for (Index number = 0; number < doc.mentions.size(); ++number) {
        Index& first = first_of_sentence[doc.mentions[number].sentence];
        if (first == none) first = number;
    }
    for (const Mention& mention : doc.mentions) {
        const bool person = mention.kind == MentionKind::name && mention.type == EntityType::PERSON;
        if (!person || mention.entity == none || told[mention.entity]) continue;
        const auto title = title_before(doc, mention);
        if (!title || !names_position(doc.slice(*title))) continue;
        told[mention.entity] = true;
        Relation relation;
        relation.subject = mention.entity;
        relation.predicate = Predicate::position_held;
        relation.object = employer_in(doc, *title, first_of_sentence[mention.sentence]);
        relation.text = *title;
        relation.evidence = {title->begin, mention.span.end};
        constexpr float score = 0.9F;
        relation.score = score;
        doc.relations.push_back(relation);
    }
}

}  // namespace lede
