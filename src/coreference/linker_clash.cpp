// Which two phrases cannot be one thing, whatever the ranker says.
#include <algorithm>

#include "coreference/linker.h"
#include "syntax/extents.h"
#include "syntax/labels.h"

namespace lede::coreference {

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

}  // namespace lede::coreference
