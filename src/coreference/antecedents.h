// Which earlier phrases may be meant by a later one, and what speaks for each: the features of the ranker of
// antecedents (neural/antecedent_model.h). Its trainer asks for them through lede_coreference_features, so
// they are defined here alone. A mention-ranking model: Denis, Baldridge 2008, Specialized Models and Ranking
// for Coreference Resolution; its features after Clark, Manning 2015, Entity-Centric Coreference Resolution.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "coreference/candidates.h"
#include "coreference/descriptions.h"
#include "coreference/group.h"
#include "document.h"
#include "names/lexicon.h"
#include "neural/antecedent_model.h"
#include "resources.h"

namespace lede::coreference {

/// What is known of the chain that a candidate belongs to, from what stands before a phrase.
struct ChainSoFar {
    std::uint32_t size = 1;
    bool named = false;
    Gender gender = Gender::unknown;  ///< that its names and pronouns show
    /// Heads of its last phrases with a noun, tokens, the latest first; none behind them.
    std::array<Index, 4> nouns{none, none, none, none};
};

/// Of a candidate by itself.
ChainSoFar alone(const Candidate& candidate);
/// Of two chains that turn out to be one.
void add(ChainSoFar& to, const ChainSoFar& other);

class Antecedents {
  public:
    /// How many candidates before a phrase may be meant by it, beside a few further back with a word of its
    /// own or of what it is called.
    static constexpr Index window = 40;

    Antecedents(Document& doc, const Resources& resources, const Lexicon& lexicon, const Groups& groups,
                const std::vector<Candidate>& candidates);

    const Descriptions& descriptions() const { return descriptions_; }
    /// For each quotation, the candidate that is its speaker; none where there is none.
    const std::vector<Index>& speaking() const { return speaking_; }

    /// What may be meant by a candidate, nearest first; for a speaker, nothing that he or she says. Anything
    /// that overlaps it is left out, and, for a name, every other name. For a pronoun that opens a sentence
    /// ("In her speech, Ann Lee …") a subject that follows comes last.
    void find(Index anaphor, std::vector<Index>& found);

    /// What is said of a candidate by itself; the rows differ by its role.
    void describe(Index candidate, AntecedentModel::Role role, std::vector<std::uint32_t>& rows) const;

    /// What is said of a pair. To be asked in the order of find(), after begin().
    void compare(Index anaphor, Index antecedent, const ChainSoFar& chain, std::vector<std::uint32_t>& rows);

    /// What speaks for a candidate meaning nothing before it. After all of its pairs.
    void compare_with_nothing(Index anaphor, std::vector<std::uint32_t>& rows) const;

    /// Before the pairs of an anaphor are asked for.
    void begin() { agreeing_ = named_ = same_heads_ = same_words_ = described_ = worded_ = 0; }

    /// The vectors of the head's word and of the word that governs it, AntecedentModel::vector_size each;
    /// zeros where nothing does.
    const std::int16_t* head_vector(Index candidate);
    const std::int16_t* governor_vector(Index candidate);

    /// Is a pair worth a score? "A ship", "sailors" take up nothing but what the same noun named.
    bool is_likely(Index anaphor, Index antecedent) const;

    /// Can they be one thing by person, gender, number and kind?
    bool agree(const Candidate& anaphor, const Candidate& antecedent) const;

  private:
    struct Facts {
        Index sentence = none, block = none;
        Index governor = none;           ///< of the first of several joined
        Deprel relation = Deprel::root;  ///< to it
        std::uint8_t depth = 0;          ///< steps to the root of its sentence, at most 7
        Index words = none;              ///< of the phrase without its determiner, as one number
        std::uint8_t kind = 0;
        bool subject = false, first = false, postmodified = false;
        std::uint8_t named = 0;    ///< mentions of the name's group so far, at most 15
        bool aside = false;        ///< after an opening bracket
        Index preposition = none;  ///< a token
        bool leads = false;        ///< the name most often given so far
        Index speaks = none;       ///< in quotes: the one that this is the speaker of
        Index speaker = none;      ///< in groups: who says it, where a name tells, or the last that did
        std::string_view kinds;    ///< of names that a phrase's noun may stand for (table thing_nouns)
    };

    struct Vector {
        std::array<std::int16_t, WordVectors::size> values{};
        double length = 0;
    };

    void learn_trees();
    void learn_facts();
    void learn_speakers();
    /// How the clause of a pronoun stands below another word: 0 not at all, 1 in its relative clause, or 2 as
    /// the clause whose subject it is, 3 as one joined to that, 4 as its adverbial, 5 as its object, 6 as
    /// another part of it; and 8 more where there are further clauses in between.
    unsigned place_below(Index anaphor, Index antecedent) const;
    void remember(Index candidate);
    /// Beside those of pronouns, which are their kinds.
    static Index key_of_noun(Index word) { return word + 16; }
    void add_far(Index anaphor, Index key, Index before, std::vector<Index>& found) const;
    Index key_of(Index candidate) const;
    bool is_said_by(Index speaker, Index candidate) const;
    bool is_open(Index anaphor, Index antecedent) const;
    Index subject_after(Index anaphor) const;
    Index owner_of(Index subject) const;
    const Vector& vector_of(Index token);
    int modifiers(const Candidate& anaphor, const Candidate& antecedent) const;
    bool same_head(Index a, Index b) const;
    int likeness(Index a, Index b);
    void compare_names(Index anaphor, Index antecedent, const ChainSoFar& chain,
                       std::vector<std::uint32_t>& rows);
    void compare_words(Index anaphor, Index antecedent, std::vector<std::uint32_t>& rows);
    bool chain_has_noun(const ChainSoFar& chain, Index noun) const;
    unsigned kind_fits(const Facts& anaphor, const Candidate& name) const;
    bool has_word(const Candidate& name, Index lower) const;

    Document& doc_;
    const Lexicon& lexicon_;
    const WordVectors& vectors_;
    const Groups& groups_;
    const std::vector<Candidate>& candidates_;
    const Descriptions descriptions_;
    const std::vector<Index> speaking_;
    std::vector<Facts> facts_;
    std::vector<std::uint8_t> clauses_;  ///< for each token: has it a clause for a subject or object?
    std::vector<Index> subject_of_;      ///< for each token: its subject, a token
    std::vector<Index>
        at_head_;  ///< for each token: the candidate whose head it is, or whose name it is part of
    std::unordered_map<Index, std::vector<Index>> by_key_;  ///< candidates so far, by nouns and kinds
    std::unordered_map<Index, Vector> known_vectors_;       // of folded words
    Index asked_ = 0;                                       ///< candidates before it are in by_key_
    // of the anaphor being asked for:
    unsigned agreeing_ = 0, named_ = 0, same_heads_ = 0, same_words_ = 0, described_ = 0, worded_ = 0;
};

}  // namespace lede::coreference
