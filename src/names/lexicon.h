// What entities/ knows of the world: the tables of the model file, fetched once an article.
#pragma once

#include <optional>
#include <string_view>

#include "document.h"
#include "model/word_classes.h"
#include "resources.h"
#include "text/phrase.h"

namespace lede {

struct Lexicon {
    Table places, demonyms, organisations, given_names, surnames, titles, person_nouns, thing_nouns,
        name_parts, namesakes, states;
    WordClasses words;  ///< name_words.tsv

    explicit Lexicon(const Resources& resources)
        : places(resources.table("places")),
          demonyms(resources.table("demonyms")),
          organisations(resources.table("organisations")),
          given_names(resources.table("given_names")),
          surnames(resources.table("surnames")),
          titles(resources.table("titles")),
          person_nouns(resources.table("person_nouns")),
          thing_nouns(resources.table("thing_nouns")),
          name_parts(resources.table("name_parts")),
          namesakes(resources.table("namesakes")),
          states(resources.table("states")),
          words(resources.table("name_words")) {}
};

/// "ORG" → EntityType::ORG; nothing for an unknown name.
std::optional<EntityType> type_named(std::string_view name);

/// "f", "m", anything else.
Gender gender_named(std::string_view letter);

/// The places or organisations entry of a text, which must stand in the case that newspapers give it: "us" is
/// not "US", "apple" not "Apple". Nothing where the text is no entry.
std::optional<std::string_view> find_place(const Lexicon& lexicon, std::string_view folded,
                                           std::string_view form);
std::optional<std::string_view> find_organisation(const Lexicon& lexicon, std::string_view folded,
                                                  std::string_view form);

/// Tokens of the longest title that ends just before a token: "Prime Minister", "alliance chief", "Mr". Empty
/// at the token where there is none.
TokenRange title_before(const Document& doc, const Lexicon& lexicon, Index token);

}  // namespace lede
