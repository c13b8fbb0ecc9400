#include "coreference/linker.h"

#include <algorithm>

#include "coreference/sums.h"
#include "coreference/taking_sides.h"

namespace lede::coreference {

Linker::Linker(Document& doc, const Resources& resources, const Lexicon& lexicon, Groups& groups,
               std::vector<Candidate>& candidates)
    : doc_(doc),
      lexicon_(lexicon),
      groups_(groups),
      candidates_(candidates),
      model_(resources.antecedents()),
      antecedents_(doc, resources, lexicon, groups, candidates),
      speaking_(antecedents_.speaking()),
      speaks_(candidates.size(), false),
      chains_(candidates.size()),
      sets_(candidates.size()),
      scores_(candidates.size(), 0.5f),
      stances_(resources),
      offices_(resources.table("offices")) {
    for (Index c = 0; c < candidates.size(); ++c) {
        chains_[c].so_far = alone(candidates[c]);
        chains_[c].type = candidates[c].type;
        if (candidates[c].name != none) chains_[c].group = groups.of_mention[candidates[c].name];
    }
    for (const Index c : speaking_)
        if (c != none) speaks_[c] = true;
}

void Linker::link(const std::vector<Apposition>& appositions) {
    link_names();
    link_appositions(appositions);
    link_first_persons();
    link_others();
    link_offices();
}

void Linker::join(Index a, Index b) {
    const auto [root, other] = sets_.join(a, b);
    if (root == other) return;
    add(chains_[root].so_far, chains_[other].so_far);
    if (!chains_[root].type) chains_[root].type = chains_[other].type;
    if (chains_[root].group == none) chains_[root].group = chains_[other].group;
}

void Linker::join(Index a, Index b, float score) {
    scores_[a] = score;
    join(a, b);
}

void Linker::link_others() {
    if (model_.empty()) return;
    using Role = AntecedentModel::Role;
    sums_.resize(candidates_.size());
    for (Index c = 0; c < candidates_.size(); ++c) {
        antecedents_.describe(c, Role::antecedent, rows_);
        sums_[c] = model_.describe(Role::antecedent, rows_, antecedents_.head_vector(c),
                                   antecedents_.governor_vector(c));
    }
    for (Index c = 0; c < candidates_.size(); ++c) {
        // Who speaks is known before whom the words are about: not the speaker, if "she" is.
        const Index quote = candidates_[c].quote;
        if (quote != none && speaking_[quote] != none) link_one(speaking_[quote]);
        link_one(c);
    }
}

void Linker::link_one(Index c) {
    if (settled_[c] || (candidates_[c].name != none && find(c) != c)) return;
    settled_[c] = true;
    if (const Index before = who_spoke_before(c); before != none) {
        join(c, before, 0.8f);
        return;
    }
    antecedents_.find(c, found_);
    if (std::none_of(found_.begin(), found_.end(), [&](Index a) { return antecedents_.is_likely(c, a); }))
        return;
    float odds = 0;
    if (const Index best = rank(c, odds); best != none)
        join(c, best, 0.5f + 0.5f * odds / (1 + odds));
    else if (const Index named = named_by_kind(c); named != none)
        join(c, named);
    else if (const Index later = person_after(c); later != none)
        join(c, later, 0.6f);
    // "Haiduk … she" is a person, whatever the name looked like, if that is who is meant.
    constexpr float sure = 0.85f;
    if (is_gendered_pronoun(candidates_[c]) && scores_[c] >= sure) chains_[find(c)].type = EntityType::PERSON;
}

// The likeliest of the antecedents found, and how much likelier it is than none, as a logarithm; none where
// that is likelier.
Index Linker::rank(Index c, float& odds) {
    antecedents_.describe(c, AntecedentModel::Role::anaphor, rows_);
    const auto anaphor = model_.describe(AntecedentModel::Role::anaphor, rows_, antecedents_.head_vector(c),
                                         antecedents_.governor_vector(c));
    antecedents_.begin();
    bearer_ = candidates_[c].kind == MentionKind::nominal && candidates_[c].determiner == Determiner::definite
                  ? antecedents_.descriptions().only_bearer(candidates_[c])
                  : none;
    arguments_.clear();
    if (candidates_[c].name != none)
        for (const Index a : found_)
            if (share_verb(candidates_[c], candidates_[a])) arguments_.push_back(a);
    Index best = none;
    std::int32_t best_score = 0;
    for (const Index a : found_) {
        antecedents_.compare(c, a, chains_[find(a)].so_far, rows_);
        if (!antecedents_.is_likely(c, a) || clash(c, a)) continue;
        const std::int32_t score = model_.score(anaphor, &sums_[a], rows_);
        if (best != none && score <= best_score) continue;
        best = a;
        best_score = score;
    }
    antecedents_.compare_with_nothing(c, rows_);
    const std::int32_t nothing = model_.score(anaphor, nullptr, rows_);
    if (best == none) return none;
    odds = model_.logarithm(best_score - nothing);
    constexpr float sure = 1.5f;
    return odds > (is_doubtful_office(candidates_[c], chains_[find(best)]) ? sure : 0) ? best : none;
}

// The things that each chain is the sum of, by the roots of the chains.
std::vector<std::vector<Index>> Linker::sums() {
    std::vector<ChainFacts> facts(candidates_.size());
    for (Index c = 0; c < candidates_.size(); ++c) {
        const ChainSoFar& chain = chains_[c].so_far;
        facts[c] = {chains_[c].type, chain.gender, chain.named, chain.size, chains_[c].group};
    }
    return find_sums(doc_, lexicon_, antecedents_.descriptions(), candidates_, sets_, facts);
}

// Chains that are told of: of several phrases, or of one that speaks, that takes a side, or that is the sum
// of others or part of a sum. By their roots; those of names are told of in any case.
std::vector<bool> Linker::worth_telling(const std::vector<std::vector<Index>>& sums) {
    std::vector<bool> worth(candidates_.size(), false);
    for (Index c = 0; c < candidates_.size(); ++c) {
        if (find(c) != c) worth[find(c)] = true;
        if (!candidates_[c].joined && takes_side(doc_, candidates_[c], stances_)) worth[find(c)] = true;
        if (sums[c].empty()) continue;
        worth[c] = true;
        for (const Index part : sums[c]) worth[part] = true;
    }
    for (const Index c : speaking_)
        if (c != none && candidates_[c].kind == MentionKind::nominal) worth[find(c)] = true;
    return worth;
}

void Linker::add_mentions() {
    const std::vector<std::vector<Index>> sum_of = sums();
    const std::vector<bool> worth = worth_telling(sum_of);
    std::vector<Index> group_of(candidates_.size(), none);
    for (Index c = 0; c < candidates_.size(); ++c)
        if (const Index name = candidates_[c].name; name != none) {
            const Index group = groups_.of_mention[name];
            group_of[find(c)] = group;
            if (groups_.list[group].doubtful && chains_[find(c)].type == EntityType::PERSON) {
                groups_.list[group].type = EntityType::PERSON;
                doc_.mentions[name].type = EntityType::PERSON;
            }
        }
    for (Index c = 0; c < candidates_.size(); ++c) {
        const Index root = find(c);
        if (group_of[root] == none) {
            if (!worth[root]) continue;
            group_of[root] = static_cast<Index>(groups_.list.size());
            groups_.list.push_back(group_of_chain(c));
        }
        add_mention(c, group_of[root]);
    }
    for (Index c = 0; c < candidates_.size(); ++c)
        for (const Index part : sum_of[c]) groups_.list[group_of[c]].members.push_back(group_of[part]);
}

Group Linker::group_of_chain(Index first) {
    const Index root = find(first);
    Group group;
    group.type = chains_[root].type.value_or(EntityType::untyped);
    group.gender = chains_[root].so_far.gender;
    group.plural = candidates_[first].number == Number::plural;
    return group;
}

void Linker::add_mention(Index c, Index group) {
    const Candidate& candidate = candidates_[c];
    Group& to = groups_.list[group];
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
    mention.score = scores_[c];
    doc_.mentions.push_back(mention);
    groups_.of_mention.push_back(group);
    ++to.mentions;
}

}  // namespace lede::coreference
