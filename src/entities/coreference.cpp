#include <algorithm>
#include <string>
#include <unordered_map>

#include "entities/antecedents.h"
#include "entities/candidates.h"
#include "entities/disjoint_sets.h"
#include "entities/entities.h"
#include "entities/group.h"
#include "entities/profiles.h"
#include "entities/quoted.h"
#include "entities/roles.h"
#include "entities/speaking.h"
#include "model/antecedent_model.h"
#include "text/unicode.h"

namespace lede {

namespace {

/// Chains candidates: each is joined to the antecedent that the model ranks highest, or to none.
class Linker {
  public:
    Linker(Document& doc, const Resources& resources, const Lexicon& lexicon, std::vector<Group>& groups,
           std::vector<Candidate>& candidates)
        : doc_(doc),
          lexicon_(lexicon),
          groups_(groups),
          candidates_(candidates),
          model_(resources.antecedents()),
          antecedents_(doc, resources, lexicon, groups, candidates),
          speaking_(find_speaking(doc, candidates)),
          speaks_(candidates.size(), false),
          chains_(candidates.size()),
          sets_(candidates.size()),
          scores_(candidates.size(), 0.5f) {
        for (Index c = 0; c < candidates.size(); ++c) {
            chains_[c].so_far = alone(candidates[c]);
            chains_[c].type = candidates[c].type;
        }
        for (const Index c : speaking_)
            if (c != none) speaks_[c] = true;
    }

    void link(const std::vector<Apposition>& appositions) {
        link_names();
        link_appositions(appositions);
        link_first_persons();
        link_others();
    }

    /// Adds the mentions of all chains, with the groups they belong to.
    void add_mentions() {
        std::vector<std::uint32_t> sizes(candidates_.size(), 0);
        for (Index c = 0; c < candidates_.size(); ++c) ++sizes[find(c)];
        std::vector<bool> speaks(candidates_.size(), false);
        for (const Index c : speaking_)
            if (c != none && candidates_[c].kind == MentionKind::nominal) speaks[find(c)] = true;
        std::vector<Index> group_of(candidates_.size(), none);
        for (Index c = 0; c < candidates_.size(); ++c)
            if (candidates_[c].name != none) group_of[find(c)] = doc_.mentions[candidates_[c].name].entity;
        for (Index c = 0; c < candidates_.size(); ++c) {
            const Index root = find(c);
            if (group_of[root] == none) {
                if (sizes[root] < 2 && !speaks[root]) continue;
                group_of[root] = static_cast<Index>(groups_.size());
                groups_.push_back(group_of_chain(c));
            }
            add_mention(c, group_of[root]);
        }
    }

  private:
    /// What is known of a chain so far.
    struct Chain {
        ChainSoFar so_far;
        std::optional<EntityType> type;
    };

    Index find(Index c) { return sets_.find(c); }

    void join(Index a, Index b) {
        const auto [root, other] = sets_.join(a, b);
        if (root == other) return;
        add(chains_[root].so_far, chains_[other].so_far);
        if (!chains_[root].type) chains_[root].type = chains_[other].type;
    }

    void link_names() {
        std::vector<Index> first(groups_.size(), none);
        for (Index c = 0; c < candidates_.size(); ++c) {
            if (candidates_[c].name == none) continue;
            Index& known = first[doc_.mentions[candidates_[c].name].entity];
            if (known == none)
                known = c;
            else
                join(c, known);
        }
        first_of_group_ = std::move(first);
    }

    void link_appositions(const std::vector<Apposition>& appositions) {
        std::vector<Index> by_head(doc_.tokens.size(), none);
        for (Index c = 0; c < candidates_.size(); ++c)
            if (candidates_[c].kind == MentionKind::nominal && !candidates_[c].joined)
                by_head[candidates_[c].head] = c;
        settled_.assign(candidates_.size(), false);
        for (const Apposition& apposition : appositions) {
            const Index c = by_head[apposition.head];
            if (c == none || first_of_group_[apposition.group] == none) continue;
            candidates_[c].tokens = apposition.tokens;
            settled_[c] = true;
            scores_[c] = 0.8f;
            join(c, first_of_group_[apposition.group]);
        }
        for (Index c = 0; c < candidates_.size(); ++c) {
            if (candidates_[c].beside == none || settled_[c]) continue;
            settled_[c] = true;
            scores_[c] = 0.8f;
            join(c, first_of_group_[doc_.mentions[candidates_[c].beside].entity]);
        }
        link_descriptions();
    }

    // "India's finance minister … Palaniappan Chidambaram, India's finance minister": the same words mean the
    // same, where they are more than an office that several may hold.
    void link_descriptions() {
        constexpr Index enough = 3;  // words
        std::unordered_map<std::string, Index> named;
        const auto key = [&](Index c) {
            const Candidate& phrase = candidates_[c];
            const bool telling =
                phrase.kind == MentionKind::nominal && phrase.number == Number::singular &&
                phrase.tokens.size() >= enough && phrase.tokens.size() <= 10 &&
                (phrase.determiner == Determiner::definite || phrase.determiner == Determiner::possessive);
            return telling ? fold(doc_.slice(doc_.span_of(phrase.tokens))) : std::string();
        };
        for (Index c = 0; c < candidates_.size(); ++c)
            if (settled_[c] && chains_[find(c)].so_far.named)
                if (std::string words = key(c); !words.empty()) named.try_emplace(std::move(words), c);
        if (named.empty()) return;
        for (Index c = 0; c < candidates_.size(); ++c) {
            if (settled_[c]) continue;
            const auto known = named.find(key(c));
            if (known == named.end()) continue;
            settled_[c] = true;
            scores_[c] = 0.7f;
            join(c, known->second);
        }
    }

    // "We" of two speakers are not the same people, nor that of a speaker and of the writer.
    bool of_two_speakers(const Candidate& a, const Candidate& b) {
        if (a.kind != MentionKind::pronoun || b.kind != MentionKind::pronoun || a.person == 3 ||
            b.person == 3 || a.quote == b.quote)
            return false;
        if (a.quote == none || b.quote == none) return true;
        const Index one = speaking_[a.quote], other = speaking_[b.quote];
        return one == none || other == none || find(one) != find(other);
    }

    // Two that cannot be one: "she" and a chain with "he", a person and a country.
    bool clash(Index c, Index antecedent) {
        const Candidate& anaphor = candidates_[c];
        const Chain& chain = chains_[find(antecedent)];
        if (chain.so_far.named && chains_[find(c)].so_far.named) return true;
        if (of_two_speakers(anaphor, candidates_[antecedent])) return true;
        if (anaphor.kind == MentionKind::pronoun && anaphor.person == 3 && anaphor.quote != none &&
            speaking_[anaphor.quote] != none && find(speaking_[anaphor.quote]) == find(antecedent))
            return true;
        const bool gendered = anaphor.gender == Gender::female || anaphor.gender == Gender::male;
        if (gendered && anaphor.kind == MentionKind::pronoun) {
            if (chain.so_far.gender != Gender::unknown && chain.so_far.gender != anaphor.gender) return true;
            return chain.type && *chain.type != EntityType::PERSON;
        }
        return anaphor.gender == Gender::neuter && anaphor.kind == MentionKind::pronoun &&
               (chain.type == EntityType::PERSON || chain.so_far.gender == Gender::female ||
                chain.so_far.gender == Gender::male);
    }

    void link_others() {
        if (model_.empty()) return;
        using Role = AntecedentModel::Role;
        std::vector<AntecedentModel::Sums> sums(candidates_.size());  // as antecedents
        std::vector<std::uint16_t> rows;
        std::vector<Index> found;
        for (Index c = 0; c < candidates_.size(); ++c) {
            antecedents_.describe(c, Role::antecedent, rows);
            sums[c] = model_.describe(Role::antecedent, rows, antecedents_.head_vector(c),
                                      antecedents_.governor_vector(c));
        }
        const auto link = [&](Index c) {
            if (settled_[c] || (candidates_[c].name != none && find(c) != c)) return;
            settled_[c] = true;
            if (const Index before = who_spoke_before(c); before != none) {
                scores_[c] = 0.8f;
                join(c, before);
                return;
            }
            antecedents_.find(c, found);
            if (std::none_of(found.begin(), found.end(),
                             [&](Index a) { return antecedents_.is_likely(c, a); }))
                return;
            antecedents_.describe(c, Role::anaphor, rows);
            const auto anaphor = model_.describe(Role::anaphor, rows, antecedents_.head_vector(c),
                                                 antecedents_.governor_vector(c));
            antecedents_.begin();
            Index best = none;
            std::int32_t best_score = 0;
            for (const Index a : found) {
                antecedents_.compare(c, a, chains_[find(a)].so_far, rows);
                if (!antecedents_.is_likely(c, a) || clash(c, a)) continue;
                const std::int32_t score = model_.score(anaphor, &sums[a], rows);
                if (best != none && score <= best_score) continue;
                best = a;
                best_score = score;
            }
            antecedents_.compare_with_nothing(c, rows);
            const std::int32_t nothing = model_.score(anaphor, nullptr, rows);
            if (best == none || best_score <= nothing) {
                if (const Index named = named_by_kind(c); named != none) join(c, named);
                return;
            }
            scores_[c] = certainty(model_.logarithm(best_score - nothing));
            join(c, best);
        };
        for (Index c = 0; c < candidates_.size(); ++c) {
            // Who speaks is known before whom the words are about: not the speaker, if "she" is.
            const Index quote = candidates_[c].quote;
            if (quote != none && speaking_[quote] != none) link(speaking_[quote]);
            link(c);
        }
    }

    // "Colen Garrow said the budget was bold. “…,” he said": who says "he said" is who spoke in the sentence
    // before.
    Index who_spoke_before(Index c) {
        constexpr Index far = 3;            // sentences
        constexpr Index most_passed = 200;  // candidates; what is said in between may be long
        const Candidate& pronoun = candidates_[c];
        const bool gendered = pronoun.gender == Gender::female || pronoun.gender == Gender::male;
        if (pronoun.kind != MentionKind::pronoun || !gendered || !speaks_[c] || pronoun.quote != none ||
            pronoun.possessive)
            return none;
        const Index sentence = doc_.tokens.sentence[pronoun.head];
        Index at = none;  // the sentence before that is not all quoted
        for (Index back = 1; back <= std::min(c, most_passed); ++back) {
            const Candidate& one = candidates_[c - back];
            if (one.quote != none) continue;
            const Index place = doc_.tokens.sentence[one.head];
            if (place != sentence && at != none && place != at) break;
            if (place != sentence) at = place;
            if (sentence - place > far) break;
            const bool person = one.type ? *one.type == EntityType::PERSON : one.kind == MentionKind::name;
            const bool alike = one.number == Number::singular && person &&
                               (one.gender == Gender::unknown || one.gender == pronoun.gender) &&
                               one.person == 3 && !clash(c, c - back);
            // Another in the same sentence, as in "Ann told Bea that she left": not so simple.
            if (place == sentence) {
                if (person) return none;
                continue;
            }
            if (alike && speaks_[c - back]) return c - back;
        }
        return none;
    }

    // "the firm", of which the text has not told before, is the company that it is about: a name that may
    // stand for such a thing, of several the one named most and last.
    Index named_by_kind(Index c) {
        constexpr Index far = 5;  // sentences
        const Candidate& phrase = candidates_[c];
        if (phrase.kind != MentionKind::nominal || phrase.determiner != Determiner::definite ||
            phrase.tokens.size() != 2 || phrase.number == Number::plural || !phrase.type)
            return none;
        const auto thing = lexicon_.thing_nouns.find(doc_.lemma(phrase.head));
        const std::string_view kinds = thing ? field(*thing, 1) : "";
        if (kinds.empty()) return none;
        Index best = none;
        int best_score = 0;
        for (Index back = 1; back <= std::min(c, Antecedents::window); ++back) {
            const Candidate& name = candidates_[c - back];
            const Index distance = doc_.tokens.sentence[phrase.head] - doc_.tokens.sentence[name.head];
            if (distance > far) break;
            if (name.name == none) continue;
            const Group& group = groups_[doc_.mentions[name.name].entity];
            if (group.type != *phrase.type) continue;
            const bool known = !group.kind.empty() && kinds.find(group.kind) != std::string_view::npos;
            const bool possible =
                group.kind.empty() && group.type == EntityType::ORG && kinds.substr(0, 7) == "company";
            if (!known && !possible) continue;
            const bool subject = doc_.tokens.deprel[name.head] == Deprel::nsubj;
            const bool aside = doc_.tokens.deprel[name.head] == Deprel::obl;  // "on Wall Street"
            const int score = 6 - static_cast<int>(distance) + (subject ? 2 : 0) - (aside ? 3 : 0) +
                              static_cast<int>(std::min(group.mentions, 4u)) + (known ? 2 : 0);
            if (score <= best_score) continue;
            best_score = score;
            best = c - back;
        }
        return best;
    }

    // Rises with how much more likely the antecedent is than none.
    static float certainty(float odds) { return 0.5f + 0.5f * odds / (1 + odds); }

    // Who says "I" in a quotation is its speaker.
    void link_first_persons() {
        for (Index c = 0; c < candidates_.size(); ++c) {
            const Candidate& pronoun = candidates_[c];
            if (pronoun.kind != MentionKind::pronoun || pronoun.person != 1 ||
                pronoun.number == Number::plural || pronoun.quote == none)
                continue;
            const Index speaker = speaking_[pronoun.quote];
            if (speaker == none || candidates_[speaker].number == Number::plural) continue;
            const Chain& chain = chains_[find(speaker)];
            if (chain.type && *chain.type != EntityType::PERSON) continue;
            settled_[c] = true;
            scores_[c] = 0.8f;
            join(c, speaker);
        }
    }

    Group group_of_chain(Index first) {
        const Index root = find(first);
        Group group;
        group.type = chains_[root].type.value_or(EntityType::untyped);
        group.gender = chains_[root].so_far.gender;
        group.plural = candidates_[first].number == Number::plural;
        return group;
    }

    void add_mention(Index c, Index group) {
        const Candidate& candidate = candidates_[c];
        Group& to = groups_[group];
        if (to.gender == Gender::unknown && candidate.kind == MentionKind::pronoun &&
            to.type == EntityType::PERSON && !to.plural)
            to.gender = candidate.gender;
        if (candidate.name != none) return;
        Mention mention;
        mention.span = doc_.span_of(candidate.tokens);
        mention.head = doc_.tokens.span[candidate.head];
        mention.tokens = candidate.tokens;
        mention.sentence = doc_.tokens.sentence[candidate.head];
        mention.kind = candidate.kind;
        mention.type = to.type;
        mention.entity = group;
        mention.score = scores_[c];
        doc_.mentions.push_back(mention);
        ++to.mentions;
    }

    Document& doc_;
    const Lexicon& lexicon_;
    std::vector<Group>& groups_;
    std::vector<Candidate>& candidates_;
    const AntecedentModel& model_;
    Antecedents antecedents_;
    std::vector<Index> speaking_;  // candidates
    std::vector<bool> speaks_;     // is the candidate one of them?
    std::vector<Chain> chains_;    // of the roots
    DisjointSets sets_;            // of candidates
    std::vector<float> scores_;
    std::vector<Index> first_of_group_;  // candidates
    std::vector<bool> settled_;
};

}  // namespace

void find_entities(Document& doc, const Resources& resources) {
    const Lexicon lexicon(resources);
    std::vector<Group> groups = group_names(doc, lexicon);
    std::vector<bool> named(doc.tokens.size(), false);
    for (const Mention& mention : doc.mentions)
        for (Index t = mention.tokens.begin; t < mention.tokens.end; ++t) named[t] = true;
    const std::vector<Apposition> appositions = find_roles(doc, lexicon, groups, named);
    std::vector<Candidate> candidates =
        find_candidates(doc, lexicon, resources.table("pronouns"), groups, find_quoted(doc));
    Linker linker(doc, resources, lexicon, groups, candidates);
    linker.link(appositions);
    linker.add_mentions();
    make_entities(doc, lexicon, groups);
}

}  // namespace lede
