#include <algorithm>

#include "entities/entities.h"
#include "entities/group.h"
#include "entities/noun_phrases.h"
#include "entities/profiles.h"
#include "entities/resolver.h"

namespace lede {

namespace {

// For each token, the quotation between whose marks it stands.
std::vector<Index> quotes_of_tokens(const Document& doc) {
    std::vector<Index> quote_of(doc.tokens.size(), none);
    const auto& spans = doc.tokens.span;
    for (Index q = 0; q < doc.quotes.size(); ++q) {
        if (doc.quotes[q].form == QuoteForm::indirect) continue;
        for (Span content : doc.quotes[q].content) {
            auto t = std::lower_bound(spans.begin(), spans.end(), content.begin,
                                      [](Span s, std::uint32_t at) { return s.end <= at; });
            for (; t != spans.end() && t->begin < content.end; ++t)
                quote_of[static_cast<std::size_t>(t - spans.begin())] = q;
        }
    }
    return quote_of;
}

struct FirstPerson {
    Index token;
    Index quote;
};

// The group of the mention that a speaker's span holds, the longest first.
std::vector<Index> find_groups_of_speakers(const Document& doc, const std::vector<Mention>& found) {
    std::vector<Index> at(doc.tokens.size(), none);
    for (const Mention& mention : doc.mentions) at[mention.tokens.begin] = mention.entity;
    for (const Mention& mention : found) at[mention.tokens.end - 1] = mention.entity;
    std::vector<Index> groups(doc.quotes.size(), none);
    const auto& spans = doc.tokens.span;
    for (Index q = 0; q < doc.quotes.size(); ++q) {
        const auto& speaker = doc.quotes[q].speaker;
        if (!speaker) continue;
        auto t = std::lower_bound(spans.begin(), spans.end(), speaker->begin,
                                  [](Span s, std::uint32_t from) { return s.end <= from; });
        for (; t != spans.end() && t->begin < speaker->end && groups[q] == none; ++t)
            groups[q] = at[static_cast<std::size_t>(t - spans.begin())];
    }
    return groups;
}

void add_pronoun(Document& doc, Index token, Index group, EntityType type) {
    Mention mention;
    mention.span = mention.head = doc.tokens.span[token];
    mention.tokens = {token, token + 1};
    mention.sentence = doc.tokens.sentence[token];
    mention.kind = MentionKind::pronoun;
    mention.type = type;
    mention.entity = group;
    mention.score = 0.7f;
    doc.mentions.push_back(mention);
}

// Who says "I" in a quotation is its speaker; outside of all, the writer.
void add_first_persons(Document& doc, std::vector<Group>& groups, const std::vector<FirstPerson>& pronouns,
                       const std::vector<Index>& speakers) {
    constexpr std::size_t enough = 3;  // a stray "I" is a quotation whose marks were lost
    std::size_t unquoted = 0;
    for (const FirstPerson& pronoun : pronouns) unquoted += pronoun.quote == none;
    Index writer = none;
    if (unquoted >= enough) {
        for (const Mention& mention : doc.mentions) {
            const Index block = doc.sentences[mention.sentence].block;
            if (mention.type == EntityType::PERSON && block < doc.blocks.size() &&
                doc.blocks[block].kind == BlockKind::byline) {
                writer = mention.entity;
                break;
            }
        }
        if (writer == none) {
            writer = static_cast<Index>(groups.size());
            groups.emplace_back();
        }
    }
    for (const FirstPerson& pronoun : pronouns) {
        const Index group = pronoun.quote == none ? writer : speakers[pronoun.quote];
        if (group != none && groups[group].type == EntityType::PERSON)
            add_pronoun(doc, pronoun.token, group, EntityType::PERSON);
    }
}

}  // namespace

void find_entities(Document& doc, const Resources& resources) {
    const Lexicon lexicon(resources);
    const Table pronouns = resources.table("pronouns");
    std::vector<Group> groups = group_names(doc, lexicon);

    std::vector<bool> named(doc.tokens.size(), false);
    for (const Mention& mention : doc.mentions)
        for (Index t = mention.tokens.begin; t < mention.tokens.end; ++t) named[t] = true;
    const std::vector<Nominal> phrases = find_noun_phrases(doc, lexicon, named);
    const std::vector<Index> quote_of = quotes_of_tokens(doc);

    Resolver resolver(doc, lexicon, groups, quote_of);
    std::vector<FirstPerson> first_persons;
    std::size_t next_name = 0, next_phrase = 0;
    for (Index t = 0; t < doc.tokens.size(); ++t) {
        for (; next_name < doc.mentions.size() && doc.mentions[next_name].tokens.begin == t; ++next_name)
            resolver.see_name(static_cast<Index>(next_name));
        for (; next_phrase < phrases.size() && phrases[next_phrase].head == t; ++next_phrase)
            resolver.see_phrase(phrases[next_phrase]);
        if (named[t]) continue;
        const auto entry = pronouns.find(doc.lower(t));
        if (!entry) continue;
        const bool plural = field(*entry, 2) == "p";
        if (field(*entry, 0) == "1") {
            if (!plural) first_persons.push_back({t, quote_of[t]});
            continue;
        }
        const std::string_view gender = field(*entry, 1);
        resolver.see_pronoun({t,
                              gender == "n"   ? Gender::neuter
                              : gender == "m" ? Gender::male
                              : gender == "f" ? Gender::female
                                              : Gender::unknown,
                              plural, field(*entry, 3) == "possessive", field(*entry, 3) == "reflexive"});
    }
    const std::vector<Mention> found = resolver.take_mentions();
    const std::vector<Index> speakers = find_groups_of_speakers(doc, found);
    doc.mentions.insert(doc.mentions.end(), found.begin(), found.end());
    add_first_persons(doc, groups, first_persons, speakers);
    make_entities(doc, lexicon, groups);
}

}  // namespace lede
