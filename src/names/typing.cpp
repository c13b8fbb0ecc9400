#include "names/typing.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/unicode.h"

namespace lede::names {

namespace {

// What the first or last word of a name says, of several types the one that fits the kind.
std::optional<EntityType> telling_word(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    if (tokens.size() < 2) return std::nullopt;
    if (const auto last = lexicon.name_parts.find(doc.lower(tokens.end - 1)))
        if (const auto type = type_named(field(*last, 1))) return type;
    if (const auto first = longest_phrase(doc, tokens.begin, lexicon.name_parts))
        if (first->tokens.end < tokens.end) return type_named(field(first->value, 0));
    return std::nullopt;
}

// "the island of Stroma": land, though the gazetteer does not know it.
std::optional<EntityType> noun_before(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    if (tokens.begin < doc.sentences[doc.tokens.sentence[tokens.begin]].tokens.begin + 2 ||
        doc.lower(tokens.begin - 1) != "of")
        return std::nullopt;
    const std::string_view noun = doc.lower(tokens.begin - 2);
    return lexicon.words.has("land", noun) ? std::optional(EntityType::LOC) : std::nullopt;
}

EntityType type_of_place(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    const std::string text = fold(doc.slice(doc.span_of(tokens)));
    if (const auto place = find_place(lexicon, text, doc.slice(doc.span_of(tokens)))) {
        const std::string_view kind = field(*place, 1);
        return kind == "continent" || kind == "area" ? EntityType::LOC : EntityType::GPE;
    }
    if (const auto land = noun_before(doc, lexicon, tokens)) return *land;
    const auto told = telling_word(doc, lexicon, tokens);
    if (told == EntityType::LOC || told == EntityType::FAC || told == EntityType::GPE) return *told;
    return EntityType::GPE;
}

}  // namespace

EntityType type_of_name(const Document& doc, const Lexicon& lexicon, TokenRange tokens, NameKind kind) {
    switch (kind) {
        case NameKind::person:
            return EntityType::PERSON;
        case NameKind::organisation:
            return EntityType::ORG;
        case NameKind::place:
            return type_of_place(doc, lexicon, tokens);
        case NameKind::people:
            return EntityType::NORP;
        case NameKind::work:
            return EntityType::WORK_OF_ART;
        default:
            break;
    }
    const auto told = telling_word(doc, lexicon, tokens);
    if (kind == NameKind::event)  // "the Can-Spam Act"
        return told == EntityType::LAW ? EntityType::LAW : EntityType::EVENT;
    if (told == EntityType::LAW || told == EntityType::EVENT || told == EntityType::WORK_OF_ART) return *told;
    return EntityType::PRODUCT;
}

void share_land(Document& doc, const Lexicon& lexicon) {
    std::unordered_set<std::string> land;
    for (const Mention& name : doc.mentions)
        if (name.type == EntityType::LOC) land.insert(fold(doc.slice(name.span)));
    if (land.empty()) return;
    for (Mention& name : doc.mentions) {
        if (name.type != EntityType::GPE) continue;
        const std::string_view form = doc.slice(name.span);
        const std::string text = fold(form);
        if (land.count(text) > 0 && !find_place(lexicon, text, form)) name.type = EntityType::LOC;
    }
}

Span head_of_name(const Document& doc, TokenRange tokens, EntityType type) {
    Index head = tokens.end - 1;
    if (type != EntityType::PERSON)
        for (Index t = tokens.begin + 1; t < tokens.end; ++t)
            if (doc.tokens.xpos[t] == Xpos::IN || doc.lower(t) == ",") {
                head = t - 1;
                break;
            }
    return doc.tokens.span[head];
}

}  // namespace lede::names
