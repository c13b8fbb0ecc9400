// What the finders of answers share: the lead with its main clauses, and phrases cut to what stands alone.
#pragma once

#include <cstdint>
#include <vector>

#include "brief/lead.h"
#include "events/actors.h"
#include "propositions/clause.h"
#include "resources.h"

namespace lede::brief {

/// Where a clause stands, in the order in which news writing puts what matters.
enum class Part : std::uint8_t { headline, lead, second, later };

/// A clause that may tell the main event: the highest of a sentence, or what its verb of saying reports.
struct MainClause {
    Index predicate = none;  ///< a token
    Index subject = none;    ///< a token; `none` where it has none
    TokenRange tokens;       ///< from its subject to the end of what belongs to it; may be empty
    Part part = Part::later;
    bool reports = false;   ///< its verb says something that is a clause of its own
    bool reported = false;  ///< it is that clause
};

/// How a word hangs on a main clause: what lies between them.
struct Link {
    Index clause = none;      ///< in Story::clauses(); `none` where it hangs on none
    std::uint32_t steps = 0;  ///< words between them in the tree
    bool relative = false;    ///< through a relative clause or a participle behind a noun
    bool adverbial = false;   ///< through an adverbial clause
    bool subject = false;     ///< within the subject

    /// The same as one number below 5.
    std::uint32_t way() const { return clause == none ? 4 : relative ? 1 : adverbial ? 2 : subject ? 3 : 0; }
};

/// The article as the brief reads it. All of it is made in time linear in the article.
class Story {
  public:
    Story(const Document& document, const Resources& resources);

    /// Reads the answers to what happened, once they are there.
    void read_what_happened();

    const Document& doc;
    const Resources& resources;
    const Syntax syntax;
    const Lead lead;
    const std::vector<TokenRange> subtrees;
    const events::ActorNouns actors;

    const std::vector<MainClause>& clauses() const { return clauses_; }

    /// The sentences that may answer, in the order of the text: headline and opening.
    const std::vector<Index>& sentences() const { return sentences_; }
    Part part_of(Index sentence) const;

    /// The main clause that a predicate heads; `none` where it heads none.
    Index clause_of(Index predicate) const;

    Link link_of(Index token) const;

    /// Whether the clause of a link reports or is reported, as a number below 5.
    std::uint32_t code_of(const Link& link) const;

    /// The words of a clause that stand alone: without its conjunction and without what is added after a
    /// comma, by "while" or by "as". Empty where nothing is left.
    TokenRange clause_words(Index predicate) const;

    /// A noun phrase with its complements, without relative clauses and appositions behind it.
    TokenRange phrase_words(Index head) const;

    /// Whom a word stands for, in `entities`; `none` where that is unknown.
    Index entity_of(Index head) const;

    /// What kind of answer a preposition or conjunction opens, by answer_markers, as a number; 0 for none.
    std::uint32_t marker_class(Index marker) const;

    /// "in a *letter*", "in a *ballot*": what words or votes are given in, by answer_markers.
    bool carries_words(Index noun) const;

    /// A verb of saying or thinking?
    bool is_saying(Index token) const { return reporting_.contains(doc.lemma(token)); }

    /// Who may act: people, bodies, states.
    bool is_actor(Index head) const;

    /// The word that marks a clause or governs a phrase: "after", "in"; `none` where there is none.
    Index marker_of(Index head) const;

    bool in_quote(Index token) const { return quoted_[token]; }

    /// Is a word in the sentence of a clause that answers what happened (`brief.what`), or does it hang on a
    /// verb with the lemma of one of these?
    bool is_told_with(Index token) const;

  private:
    void add_clauses(Index sentence);
    void add_clause(MainClause clause, TokenRange within);
    Index find_predicate(TokenRange within) const;
    Index subject_in(Index predicate, TokenRange within) const;
    bool is_added(Index token, Index predicate) const;
    TokenRange cut(TokenRange range, Index head) const;

    std::vector<Index> sentences_;
    std::vector<Part> parts_;  // of sentences_
    std::vector<MainClause> clauses_;
    std::vector<TokenRange> answers_;  // to what happened
    std::vector<Index> answer_verbs_;  // by answer; `none` where it has none
    std::vector<bool> quoted_;         // by token: within quotation marks
    std::vector<Index> name_of_;       // by token: the longest name that it is part of
    Table reporting_, markers_;
};

}  // namespace lede::brief
