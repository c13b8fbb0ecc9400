// What the parts of this stage share about one article.
#pragma once

#include <string_view>
#include <vector>

#include "document.h"
#include "model/word_classes.h"
#include "quotes/marks/marks.h"
#include "resources.h"

namespace lede::quotes {

struct Reading {
    const Document& doc;
    std::vector<Stretch> stretches;
    std::vector<Index>
        stretch_of;  ///< by token: the stretch that it or its mark belongs to, in `stretches`, or `none`
    std::vector<bool> begins_name;     ///< by token: the first of a name
    std::vector<bool> in_name;         ///< by token: inside a name
    std::vector<bool> in_person;       ///< by token: inside the name of a person
    std::vector<bool> in_time;         ///< by token: inside a temporal expression
    std::vector<Index> finite_before;  ///< by token, and one more: finite verbs before it
    WordClasses words;                 ///< quotation_words.tsv
    Table verbs;                       ///< reporting_verbs.tsv
    Table sources;                     ///< source_nouns.tsv
    Table persons;                     ///< person_nouns.tsv

    Reading(const Document& document, const Resources& resources);

    bool quoted(Index token) const { return stretch_of[token] != none; }
    Xpos tag(Index token) const { return doc.tokens.xpos[token]; }
    bool is(Index token, std::string_view word) const;  ///< in lower case
    bool is_comma(Index token) const;
    TokenRange sentence_of(Index token) const { return doc.sentences[doc.tokens.sentence[token]].tokens; }
    Index block_of(Index token) const { return doc.sentences[doc.tokens.sentence[token]].block; }

    /// A verb that carries tense, or a modal.
    bool is_finite(Index token) const;
    bool is_noun(Index token) const;
    bool is_verb(Index token) const;
    bool is_adverb(Index token) const;
    /// Letters or digits rather than punctuation.
    bool is_word(Index token) const;
    /// Is there a finite verb in a range, within quotation marks or outside?
    bool has_finite(TokenRange range) const {
        return range.begin < range.end && finite_before[range.begin] < finite_before[range.end];
    }
};

/// Is a word one of those in a list separated by commas, such as the tables hold?
bool one_of(std::string_view word, std::string_view list);

}  // namespace lede::quotes
