#include "propositions/nouns.h"

#include <algorithm>
#include <array>
#include <string>

namespace lede {

namespace {

constexpr std::size_t longest_word = 64;  // bytes; no key of the table is longer

bool names_actor(EntityType type) {
    return type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::GPE ||
           type == EntityType::NORP;
}

}  // namespace

std::optional<std::string_view> event_noun(const Document& doc, const Table& nouns, Index noun) {
    const std::string_view lemma = doc.lemma(noun), form = doc.lower(noun);
    if (lemma.size() > longest_word) return std::nullopt;
    std::optional<std::string_view> row;
    const bool follows = noun > 0 && doc.tokens.sentence[noun - 1] == doc.tokens.sentence[noun];
    if (follows && doc.lower(noun - 1).size() <= longest_word) {
        const std::string before = std::string(doc.lower(noun - 1)) + ' ';
        row = nouns.find(before + std::string(lemma));
        if (!row && form.size() <= longest_word) row = nouns.find(before + std::string(form));
    }
    if (!row) row = nouns.find(lemma);
    if (!row && form.size() <= longest_word) row = nouns.find(form);
    return row && field(*row, 0) != "none" ? row : std::nullopt;
}

bool EventNouns::is_event(Index token) const {
    const Document& doc = syntax_.doc;
    if (!is_noun(doc.tokens.xpos[token])) return false;
    const Index number = syntax_.phrases.at(token);
    if (number == none || syntax_.phrases[number].head != token || syntax_.mention_is_name(token))
        return false;
    return event_noun(doc, nouns_, token).has_value();
}

Proposition EventNouns::read(Index noun, const std::vector<Extent>& extents) const {
    const Document& doc = syntax_.doc;
    const auto argument = [&](Index head) {
        const Extent& extent = extents[head];
        return Argument{extent.joined.empty() ? extent.phrase : extent.joined, head};
    };
    Proposition proposition;
    proposition.trigger = noun;
    const TokenRange phrase = syntax_.phrases[syntax_.phrases.at(noun)].tokens;
    // The last name before it: "*US* air strikes", "*Mr Li*'s visit".
    for (Index token = noun; token-- > phrase.begin && !proposition.agent;) {
        const Index mention = syntax_.mention_of[token];
        if (mention != none && doc.mentions[mention].kind == MentionKind::name &&
            names_actor(doc.mentions[mention].type))
            proposition.agent = Argument{doc.mentions[mention].tokens, token};
    }
    for (Index child = syntax_.children.first(noun); child != none; child = syntax_.children.next(child)) {
        if (doc.tokens.deprel[child] == Deprel::nmod_poss && !proposition.agent)
            proposition.agent = argument(child);
        if (doc.tokens.deprel[child] != Deprel::nmod) continue;
        const Index link = syntax_.children.find(doc, child, Deprel::case_);
        if (link == none) continue;
        const std::string_view word = doc.lower(link);
        static constexpr std::array<std::string_view, 6> to_whom{"of", "on", "against", "with", "to", "into"};
        const Index time = doc.tokens.time[child];
        if (time != none && proposition.time == none)
            proposition.time = time;
        else if (word == "by" && !proposition.agent)
            proposition.agent = argument(child);
        else if ((word == "in" || word == "at" || word == "near") && !proposition.place)
            proposition.place = argument(child);
        else if (!proposition.patient && std::find(to_whom.begin(), to_whom.end(), word) != to_whom.end())
            proposition.patient = argument(child);
    }
    for (Index token = phrase.begin; token < noun && proposition.time == none; ++token)
        proposition.time = doc.tokens.time[token];
    return proposition;
}

}  // namespace lede
