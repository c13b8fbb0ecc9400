// An article as the readers of relations see it: its trees, and who its words name.
#pragma once

#include <string_view>
#include <vector>

#include "document.h"
#include "model/word_classes.h"
#include "resources.h"
#include "syntax/children.h"
#include "syntax/extents.h"

namespace lede::relations {

struct RelationReading {
    RelationReading(const Document& document, const Resources& resources);

    const Document& doc;
    Children children;
    std::vector<Extent> extents;
    std::vector<Index> name_from;    ///< by token: the longest name that begins there, in `mentions`
    std::vector<Index> name_to;      ///< by token: the longest name that ends before it
    std::vector<Index> name_around;  ///< by token: the longest name that it is part of
    std::vector<bool> named;         ///< by entity: does a name mean it?
    WordClasses words;               ///< clause_words.tsv

    TokenRange sentence_of(Index token) const { return doc.sentences[doc.tokens.sentence[token]].tokens; }
    bool is(Index token, std::string_view word) const { return doc.lower(token) == word; }
    bool has_child(Index token, Deprel relation) const { return children.find(doc, token, relation) != none; }

    /// The first name of a person that begins at a token; `none` where none does.
    Index person_at(Index token) const { return person(name_from[token]); }
    /// The name of a person that ends before a token.
    Index person_before(Index token) const { return person(name_to[token]); }
    /// Whom the phrase with a head means, in `entities`; `none` where nobody knows.
    Index entity_of(Index head) const;
    /// The same, where it is a person with a name.
    Index person_of(Index head) const;

    /// Is what a predicate tells denied: "was *not* a minister", "was *never*", "*no* friend"?
    bool is_negated(Index predicate) const;
    /// Has a predicate a modal verb: "could be", "would support"?
    bool has_modal(Index predicate) const;

  private:
    Index person(Index mention) const {
        const bool fits = mention != none && doc.mentions[mention].type == EntityType::PERSON &&
                          doc.mentions[mention].entity != none;
        return fits ? mention : none;
    }
};

/// "am", "was", "remains": what joins a subject and what it is.
bool is_copula(std::string_view lemma);

}  // namespace lede::relations
