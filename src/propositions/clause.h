// One verb with what belongs to it: subject, objects, prepositional phrases.
#pragma once

#include <vector>

#include "document.h"
#include "model/word_classes.h"
#include "resources.h"
#include "syntax/children.h"
#include "syntax/noun_phrases.h"

namespace lede {

/// What all readers of clauses share: the article with its trees, its noun phrases and who the nouns are.
struct Syntax {
    Syntax(const Document& document, const Resources& resources);

    bool mention_is_name(Index token) const {
        return mention_of[token] != none && doc.mentions[mention_of[token]].kind == MentionKind::name;
    }

    const Document& doc;
    Children children;
    NounPhrases phrases;
    std::vector<Index> mention_of;  ///< by token: the mention with this head, the shortest one, or `none`
    std::vector<bool> in_time;      ///< by token: is it part of a date, time or duration?
    std::vector<bool> in_age;       ///< by token: part of an age ("aged 91")?
    WordClasses words;              ///< clause_words.tsv
};

/// "the first time that they met", "a place to visit": nouns that take no part in what a clause behind them
/// tells.
bool is_circumstance(const Syntax& syntax, Index noun);

/// "by 31 votes", "by a majority", "by 3 per cent": by how much, not by whom.
bool tells_amount(const Syntax& syntax, Index noun);

struct Oblique {
    Index preposition = none;
    Index head = none;
};

/// Heads are tokens, `none` where the clause has no such part.
struct Clause {
    Index verb = none;
    Index subject = none;
    Index object = none;
    Index recipient = none;  ///< "gave *them* aid"
    Index agent = none;      ///< "by the police" of a passive
    Index particle = none;   ///< "call *off*"
    bool passive = false;
    std::vector<Oblique> obliques;
};

/// Reads the clause of a verb off the tree, and, where the tree is silent, off the order of the words.
/// Subjects are carried over to coordinated verbs, infinitives and participles.
Clause read_clause(const Syntax& syntax, Index verb);

}  // namespace lede
