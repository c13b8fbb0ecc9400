#include "coreference/antecedents.h"

#include <algorithm>

#include "coreference/speaking.h"
#include "syntax/labels.h"

namespace lede::coreference {

namespace {

// Names, phrases, and pronouns by what they may mean.
std::uint8_t kind_of(const Candidate& c) {
    if (c.kind == MentionKind::name) return c.type == EntityType::PERSON ? 0 : 1;
    if (c.kind == MentionKind::nominal) return c.joined ? 3 : 2;
    if (c.demonstrative) return 4;
    if (c.person == 1) return c.number == Number::plural ? 5 : 6;
    if (c.person == 2) return 7;
    if (c.number == Number::plural) return 8;
    return c.gender == Gender::neuter ? 9 : 10;
}

}  // namespace

ChainSoFar alone(const Candidate& candidate) {
    ChainSoFar chain{1, candidate.kind == MentionKind::name,
                     candidate.kind == MentionKind::nominal ? Gender::unknown : candidate.gender};
    if (candidate.kind == MentionKind::nominal) chain.nouns[0] = candidate.head;
    return chain;
}

void add(ChainSoFar& to, const ChainSoFar& other) {
    to.size += other.size;
    to.named = to.named || other.named;
    if (to.gender == Gender::unknown) to.gender = other.gender;
    std::array<Index, 8> nouns{};
    std::merge(to.nouns.begin(), to.nouns.end(), other.nouns.begin(), other.nouns.end(), nouns.begin(),
               [](Index a, Index b) { return a != none && (b == none || a > b); });
    std::copy_n(nouns.begin(), to.nouns.size(), to.nouns.begin());
}

Antecedents::Antecedents(Document& doc, const Resources& resources, const Lexicon& lexicon,
                         const Groups& groups, const std::vector<Candidate>& candidates)
    : doc_(doc),
      lexicon_(lexicon),
      vectors_(resources.core().vectors),
      groups_(groups),
      candidates_(candidates),
      descriptions_(doc, lexicon, groups, candidates),
      speaking_(find_speaking(doc, candidates)),
      facts_(candidates.size()),
      clauses_(doc.tokens.size(), 0) {
    learn_trees();
    learn_facts();
    learn_speakers();
}

void Antecedents::learn_trees() {
    subject_of_.assign(doc_.tokens.size(), none);
    at_head_.assign(doc_.tokens.size(), none);
    for (Index c = 0; c < candidates_.size(); ++c) {
        if (!candidates_[c].joined) at_head_[candidates_[c].head] = c;
        // The head of "Ann Lee" is "Ann" to the tree.
        if (candidates_[c].name != none)
            std::fill(at_head_.begin() + candidates_[c].tokens.begin,
                      at_head_.begin() + candidates_[c].tokens.end, c);
    }
    for (Index t = 0; t < doc_.tokens.size(); ++t) {
        const Index head = doc_.tokens.head[t];
        if (head == none) continue;
        const Deprel relation = doc_.tokens.deprel[t];
        if (relation == Deprel::csubj || relation == Deprel::csubj_pass) clauses_[head] |= 1;
        if (relation == Deprel::ccomp || relation == Deprel::xcomp) clauses_[head] |= 2;
        if (relation == Deprel::advcl) clauses_[head] |= 4;
        if (relation == Deprel::cop) clauses_[head] |= 8;
        if (is_subject(relation) && subject_of_[head] == none) subject_of_[head] = t;
    }
}

void Antecedents::learn_facts() {
    std::vector<Index> speaker_at(doc_.tokens.size(), none);
    for (Index q = 0; q < doc_.quotes.size(); ++q) {
        const auto& speaker = doc_.quotes[q].speaker;
        if (!speaker) continue;
        const TokenRange words = doc_.tokens_in(*speaker);
        std::fill(speaker_at.begin() + words.begin, speaker_at.begin() + words.end, q);
    }
    std::vector<Index> preposition_at(doc_.tokens.size(), none);
    for (Index t = doc_.tokens.size(); t-- > 0;)
        if (doc_.tokens.deprel[t] == Deprel::case_ && doc_.tokens.head[t] != none)
            preposition_at[doc_.tokens.head[t]] = t;
    std::vector<std::uint8_t> counts(groups_.list.size(), 0);
    std::uint8_t most = 1;
    Index last_sentence = none;
    std::string key;
    for (Index c = 0; c < candidates_.size(); ++c) {
        const Candidate& candidate = candidates_[c];
        Facts& facts = facts_[c];
        facts.sentence = doc_.tokens.sentence[candidate.head];
        facts.block = doc_.sentences[facts.sentence].block;
        constexpr int most_joined = 16;
        Index first = candidate.head;
        for (int i = 0; i < most_joined && doc_.tokens.deprel[first] == Deprel::conj; ++i)
            first = doc_.tokens.head[first];
        facts.governor = doc_.tokens.head[first];
        facts.relation = doc_.tokens.deprel[first];
        for (Index t = facts.governor; t != none && facts.depth < 7; t = doc_.tokens.head[t]) ++facts.depth;
        facts.kind = kind_of(candidate);
        facts.subject = is_subject(facts.relation);
        facts.first = facts.sentence != last_sentence;
        last_sentence = facts.sentence;
        facts.postmodified =
            candidate.kind == MentionKind::nominal && candidate.tokens.end > candidate.head + 1;
        facts.speaks = speaker_at[candidate.head];
        const Index before = candidate.tokens.begin;
        facts.aside = before > doc_.sentences[facts.sentence].tokens.begin && doc_.lower(before - 1) == "(";
        facts.preposition = preposition_at[first];
        if (candidate.kind == MentionKind::name) {
            std::uint8_t& count = counts[groups_.of_mention[candidate.name]];
            facts.leads = count >= most;
            if (count < 15) ++count;
            most = std::max(most, count);
            facts.named = count;
        }
        if (candidate.kind != MentionKind::pronoun) {
            constexpr Index enough = 12;  // words that tell a phrase from another
            key.clear();
            Index t = candidate.tokens.begin;
            if (candidate.determiner != Determiner::bare && t < candidate.head) ++t;
            for (Index n = 0; t < candidate.tokens.end && n < enough; ++t, ++n) {
                constexpr std::size_t longest = 64;
                key += doc_.lower(t).substr(0, longest);
                key += ' ';
            }
            facts.words = doc_.words.intern(key);
            if (const auto thing = lexicon_.thing_nouns.find(doc_.lemma(candidate.head)))
                facts.kinds = field(*thing, 1);
        }
    }
}

// Who "he said" is has yet to be found: taken for the last speaker with a name, if none is nearer.
void Antecedents::learn_speakers() {
    std::vector<Index> speakers(doc_.quotes.size(), none);
    Index last = none;
    for (Index q = 0; q < speaking_.size(); ++q) {
        if (speaking_[q] == none) continue;
        const Candidate& speaker = candidates_[speaking_[q]];
        const Index name = speaker.name != none ? speaker.name : speaker.beside;
        if (name != none)
            last = groups_.of_mention[name];
        else if (speaker.kind != MentionKind::pronoun)
            last = none;
        speakers[q] = last;
    }
    for (Index c = 0; c < candidates_.size(); ++c)
        if (candidates_[c].quote != none) facts_[c].speaker = speakers[candidates_[c].quote];
}

// By what a candidate may be found again from far behind: its noun, or what kind of pronoun it is.
Index Antecedents::key_of(Index c) const {
    constexpr Index kinds = 16;
    const Index head = candidates_[c].head;
    if (candidates_[c].kind == MentionKind::pronoun) return facts_[c].kind;
    // The lemma of a proper noun keeps its capital.
    return kinds +
           (doc_.tokens.upos[head] == Upos::PROPN ? doc_.tokens.lower[head] : doc_.tokens.lemma[head]);
}

// "The guild" is the Builders' Guild of Lagos, "the judge" Judge Roe: a name is found again by each of its
// words and by what it was called.
void Antecedents::remember(Index c) {
    constexpr Index most = 8;  // words
    const Candidate& candidate = candidates_[c];
    const auto put = [&](Index key) {
        std::vector<Index>& known = by_key_[key];
        if (known.empty() || known.back() != c) known.push_back(c);
    };
    put(key_of(c));
    if (candidate.name == none) return;
    for (Index t = candidate.tokens.begin; t < std::min(candidate.tokens.end, candidate.tokens.begin + most);
         ++t)
        put(key_of_noun(doc_.tokens.lower[t]));
    for (const Index noun : descriptions_.nouns(groups_.of_mention[candidate.name])) put(key_of_noun(noun));
}

void Antecedents::find(Index anaphor, std::vector<Index>& found) {
    found.clear();
    for (; asked_ < anaphor; ++asked_) remember(asked_);
    const TokenRange tokens = candidates_[anaphor].tokens;
    constexpr Index most_passed = 10 * window;  // what a speaker says may be long
    const bool name = candidates_[anaphor].kind == MentionKind::name;
    Index from = anaphor;
    for (Index seen = 0; from > 0 && seen < window && anaphor - from < most_passed;) {
        const Index c = --from;
        if (is_said_by(anaphor, c)) continue;
        ++seen;
        if (candidates_[c].tokens.end <= tokens.begin &&
            !(name && candidates_[c].kind == MentionKind::name) && is_open(anaphor, c))
            found.push_back(c);
    }
    if (name) {
        // "The judge", long before "Judge Ann Lee".
        for (const Index noun : descriptions_.nouns(groups_.of_mention[candidates_[anaphor].name]))
            add_far(anaphor, key_of_noun(noun), from, found);
        return;
    }
    const Index later = subject_after(anaphor);
    add_far(anaphor, key_of(anaphor), from, found);
    if (later == none) return;
    found.push_back(later);
    if (const Index owner = owner_of(later);
        owner != none && candidates_[owner].head > candidates_[anaphor].head)
        found.push_back(owner);
}

// The last few before a candidate that are known by a key; none of the names for a name.
void Antecedents::add_far(Index anaphor, Index key, Index before, std::vector<Index>& found) const {
    constexpr std::size_t most_far = 3, most_passed = 400;
    const auto known = by_key_.find(key);
    if (known == by_key_.end()) return;
    const bool name = candidates_[anaphor].kind == MentionKind::name;
    std::size_t far = 0, passed = 0;
    for (auto it = known->second.rbegin();
         it != known->second.rend() && far < most_far && passed < most_passed; ++it, ++passed) {
        if (*it >= before || !is_open(anaphor, *it) || (name && candidates_[*it].kind == MentionKind::name) ||
            (name && std::find(found.begin(), found.end(), *it) != found.end()))
            continue;
        found.push_back(*it);
        ++far;
    }
}

// Who speaks is seldom what is spoken of.
bool Antecedents::is_said_by(Index speaker, Index c) const {
    const Index quote = candidates_[c].quote;
    if (quote == none || !doc_.quotes[quote].speaker) return false;
    return doc_.quotes[quote].speaker->contains(doc_.tokens.span[candidates_[speaker].head]);
}

// The story begins anew after its headline, and does not go on from captions: only their names are taken up,
// and nobody in a byline is.
bool Antecedents::is_open(Index anaphor, Index antecedent) const {
    const Index block = facts_[antecedent].block;
    if (block < doc_.blocks.size() && doc_.blocks[block].kind == BlockKind::byline) return false;
    return candidates_[antecedent].kind == MentionKind::name || facts_[anaphor].block == block ||
           block >= doc_.blocks.size() || doc_.blocks[block].kind == BlockKind::paragraph;
}

Index Antecedents::subject_after(Index anaphor) const {
    if (candidates_[anaphor].kind != MentionKind::pronoun || candidates_[anaphor].person != 3) return none;
    constexpr int most_steps = 8;
    const Index head = candidates_[anaphor].head;
    Index t = doc_.tokens.head[head];
    for (int i = 0; i < most_steps && t != none; ++i, t = doc_.tokens.head[t]) {
        const Index subject = subject_of_[t];
        if (subject == none || subject <= head || at_head_[subject] == none) continue;
        const Index c = at_head_[subject];
        if (candidates_[c].kind != MentionKind::pronoun && candidates_[c].tokens.begin > head) return c;
    }
    return none;
}

// "According to her doctor, Ann's health": whose the subject is.
Index Antecedents::owner_of(Index c) const {
    constexpr Index far = 8;
    const Index head = candidates_[c].head;
    for (Index t = head; t-- > 0 && head - t <= far;)
        if (doc_.tokens.head[t] == head && doc_.tokens.deprel[t] == Deprel::nmod_poss &&
            at_head_[t] != none && candidates_[at_head_[t]].kind != MentionKind::pronoun)
            return at_head_[t];
    return none;
}

unsigned Antecedents::place_below(Index anaphor, Index antecedent) const {
    const Index head = candidates_[antecedent].head;
    const Facts& facts = facts_[antecedent];
    constexpr int most_steps = 8;
    unsigned clauses = 0;
    Deprel by = facts_[anaphor].relation;
    Index t = facts_[anaphor].governor;
    for (int i = 0; i < most_steps && t != none; ++i) {
        if (t == head) return by == Deprel::acl_relcl || by == Deprel::acl ? 1u : 6u;
        if (facts.subject && t == facts.governor) {
            if (clauses == 0) return 2;
            const unsigned further = clauses > 1 ? 8u : 0u;
            if (by == Deprel::conj) return 3 + further;
            if (by == Deprel::advcl || by == Deprel::advcl_relcl) return 4 + further;
            if (by == Deprel::ccomp || by == Deprel::xcomp || by == Deprel::csubj) return 5 + further;
            return 6 + further;
        }
        by = doc_.tokens.deprel[t];
        const Upos tag = doc_.tokens.upos[t];
        if (tag == Upos::VERB || tag == Upos::AUX || by == Deprel::conj || by == Deprel::advcl) ++clauses;
        t = doc_.tokens.head[t];
    }
    return 0;
}

bool Antecedents::is_likely(Index anaphor, Index antecedent) const {
    const Candidate& phrase = candidates_[anaphor];
    if (phrase.kind != MentionKind::nominal) return true;
    const bool introduced =
        phrase.determiner == Determiner::bare || phrase.determiner == Determiner::indefinite;
    return !introduced || same_head(anaphor, antecedent);
}

bool Antecedents::agree(const Candidate& anaphor, const Candidate& antecedent) const {
    const auto conflict = [](Gender a, Gender b) {
        return a != Gender::unknown && b != Gender::unknown && a != b;
    };
    if (conflict(anaphor.gender, antecedent.gender)) return false;
    if (anaphor.number != antecedent.number && anaphor.number != Number::unknown &&
        antecedent.number != Number::unknown) {
        const bool body = antecedent.type == EntityType::ORG || antecedent.type == EntityType::GPE;
        if (!(body && anaphor.kind == MentionKind::pronoun && anaphor.number == Number::plural)) return false;
    }
    if (anaphor.gender == Gender::neuter &&
        (antecedent.type == EntityType::PERSON || antecedent.type == EntityType::NORP))
        return false;
    if (anaphor.type == EntityType::PERSON && antecedent.type && *antecedent.type != EntityType::PERSON &&
        !antecedent.doubtful)
        return false;
    if (antecedent.kind == MentionKind::pronoun && anaphor.kind == MentionKind::pronoun)
        return anaphor.person == antecedent.person;
    return true;
}

}  // namespace lede::coreference
