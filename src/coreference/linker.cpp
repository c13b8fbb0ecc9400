#include "coreference/linker.h"

#include <algorithm>

#include "coreference/sums.h"
#include "coreference/taking_sides.h"
#include "syntax/extents.h"
#include "syntax/labels.h"

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

// "We" of two speakers are not the same people, nor that of a speaker and of the writer.
bool Linker::of_two_speakers(const Candidate& a, const Candidate& b) {
    if (a.kind != MentionKind::pronoun || b.kind != MentionKind::pronoun || a.person == 3 || b.person == 3 ||
        a.quote == b.quote)
        return false;
    if (a.quote == none || b.quote == none) return true;
    const Index one = speaking_[a.quote], other = speaking_[b.quote];
    return one == none || other == none || find(one) != find(other);
}

// "The first group" and "the second group", "the French minister" and "the Kenyan minister": one noun behind
// different names, numbers or ordinals.
bool Linker::are_two_of_a_kind(const Candidate& a, const Candidate& b) const {
    if (a.kind != MentionKind::nominal || b.kind != MentionKind::nominal ||
        doc_.tokens.lemma[a.head] != doc_.tokens.lemma[b.head])
        return false;
    bool one = false, other = false;
    // "H.R. 4": also a number behind the noun
    const auto tells = [&](const Candidate& c, Index t) {
        const Xpos tag = doc_.tokens.xpos[t];
        if (t >= c.head) return t == c.head + 1 && tag == Xpos::CD;
        return tag == Xpos::CD || tag == Xpos::NNP || tag == Xpos::NNPS ||
               lexicon_.words.has("tells_apart", doc_.lower(t));
    };
    const auto last = [](const Candidate& c) { return std::min(c.tokens.end, c.head + 2); };
    for (Index t = a.tokens.begin; t < last(a); ++t) {
        if (!tells(a, t)) continue;
        one = true;
        for (Index u = b.tokens.begin; u < last(b); ++u)
            if (doc_.tokens.lower[u] == doc_.tokens.lower[t]) return false;
    }
    for (Index u = b.tokens.begin; u < last(b); ++u) other = other || tells(b, u);
    return one && other;
}

// "I" is who speaks, and "we" a body that he or she is of; of whom else they may speak the text seldom tells.
// "You" is anybody.
bool Linker::is_no_speakers(const Candidate& pronoun, Index antecedent) {
    if (pronoun.kind != MentionKind::pronoun || pronoun.person == 3) return false;
    const Candidate& other = candidates_[antecedent];
    if (other.kind == MentionKind::pronoun && other.person == pronoun.person &&
        other.number == pronoun.number)
        return false;
    if (pronoun.person == 2) return true;
    if (pronoun.quote == none) return false;
    if (other.joined && other.quote == pronoun.quote) return false;  // "My wife and I … we"
    const Index speaker = speaking_[pronoun.quote];
    if (speaker == none) return true;
    const Chain& chain = chains_[find(antecedent)];
    const Chain& by = chains_[find(speaker)];
    const bool plural = pronoun.number == Number::plural;
    if (find(antecedent) == find(speaker))
        return plural && candidates_[speaker].number != Number::plural &&
               (!by.type || *by.type == EntityType::PERSON);
    if (!plural) return true;
    const TokenRange words = candidates_[speaker].tokens;
    const bool within = words.begin <= other.tokens.begin && other.tokens.end <= words.end;
    return !within && (chain.group == none || by.group == none ||
                       !antecedents_.descriptions().belongs(by.group, chain.group));
}

// "A judge" and "Bob Roe" of "A judge jailed Bob Roe".
bool Linker::share_verb(const Candidate& name, const Candidate& phrase) const {
    const Index top = top_within(doc_, name.tokens.begin, name.tokens);
    return phrase.kind == MentionKind::nominal && doc_.tokens.head[top] == doc_.tokens.head[phrase.head] &&
           is_argument(doc_.tokens.deprel[top]) && is_argument(doc_.tokens.deprel[phrase.head]);
}

// "A judge jailed Bob Roe", "the deputy mayor … Mayor Ann Lee": not who is named there.
bool Linker::is_no_introduction(const Candidate& name, Index antecedent) {
    if (name.name == none) return false;
    const Candidate& phrase = candidates_[antecedent];
    if (phrase.kind == MentionKind::nominal &&
        antecedents_.descriptions().of_another_rank(groups_.of_mention[name.name], phrase))
        return true;
    return std::any_of(arguments_.begin(), arguments_.end(), [&](Index other) {
        return find(other) == find(antecedent) ||
               (phrase.kind == MentionKind::nominal &&
                doc_.tokens.lemma[phrase.head] == doc_.tokens.lemma[candidates_[other].head]);
    });
}

// "Both" takes up two, and never a crowd or one of them.
bool Linker::is_no_pair(const Candidate& pair, const Candidate& other) const {
    return pair.pair && !other.pair && !other.joined &&
           !(other.kind == MentionKind::pronoun && other.number == Number::plural);
}

// "The mayor" is Mayor Ann Lee and not Deputy Mayor Bob Roe, nor anybody whom the text does not call so.
bool Linker::of_another_office(const Candidate& phrase, const Chain& chain) const {
    if (phrase.kind != MentionKind::nominal || chain.group == none || chain.type != EntityType::PERSON)
        return false;
    const Descriptions& descriptions = antecedents_.descriptions();
    if (descriptions.of_another_rank(chain.group, phrase)) return true;
    if (phrase.tokens.end != phrase.head + 1 || phrase.determiner != Determiner::definite) return false;
    return bearer_ != none && bearer_ != chain.group;
}

// "The mayor" for somebody whom the text calls nothing of the kind.
bool Linker::is_doubtful_office(const Candidate& phrase, const Chain& chain) const {
    if (phrase.kind != MentionKind::nominal || chain.group == none || chain.type != EntityType::PERSON)
        return false;
    const auto office = offices_.find(doc_.lower(phrase.head));
    return office && field(*office, 0) == "office" &&
           antecedents_.descriptions().fit(chain.group, phrase) == Descriptions::Fit::none;
}

// Two that cannot be one: "she" and a chain with "he", a person and a country.
bool Linker::clash(Index c, Index antecedent) {
    const Candidate& anaphor = candidates_[c];
    const Chain& chain = chains_[find(antecedent)];
    if (chain.so_far.named && chains_[find(c)].so_far.named) return true;
    if (of_two_speakers(anaphor, candidates_[antecedent]) || of_another_office(anaphor, chain) ||
        is_no_speakers(anaphor, antecedent) || are_two_of_a_kind(anaphor, candidates_[antecedent]) ||
        is_no_introduction(anaphor, antecedent) || is_no_pair(anaphor, candidates_[antecedent]))
        return true;
    if (anaphor.kind == MentionKind::pronoun && anaphor.person == 3 && anaphor.quote != none &&
        speaking_[anaphor.quote] != none && find(speaking_[anaphor.quote]) == find(antecedent))
        return true;
    if (is_gendered_pronoun(anaphor)) {
        if (chain.so_far.gender != Gender::unknown && chain.so_far.gender != anaphor.gender) return true;
        return chain.type && *chain.type != EntityType::PERSON && !candidates_[antecedent].doubtful;
    }
    return anaphor.gender == Gender::neuter && anaphor.kind == MentionKind::pronoun &&
           (chain.type == EntityType::PERSON || chain.so_far.gender == Gender::female ||
            chain.so_far.gender == Gender::male);
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
