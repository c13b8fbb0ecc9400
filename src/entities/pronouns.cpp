#include <algorithm>

#include "entities/resolver.h"

namespace lede {

namespace {

bool is_verb(Xpos tag) { return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD; }

}  // namespace

bool Resolver::is_subject(TokenRange tokens, Index head) const {
    const Deprel relation = doc_.tokens.deprel[head];
    if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) return true;
    const Index end = doc_.sentences[doc_.tokens.sentence[head]].tokens.end;
    return tokens.end < end && is_verb(doc_.tokens.xpos[tokens.end]);
}

// "It is clear that …", "it would be better to …", "it seems that …": nothing is meant.
bool Resolver::is_pleonastic(Index token) const {
    constexpr Index reach = 8;
    const Index end = std::min(doc_.sentences[doc_.tokens.sentence[token]].tokens.end, token + reach);
    Index t = token + 1;
    while (t < end && (doc_.tokens.xpos[t] == Xpos::MD || doc_.tokens.xpos[t] == Xpos::RB)) ++t;
    if (t >= end) return false;
    const std::string_view verb = doc_.lemma(t);
    if (verb == "seem" || verb == "appear" || verb == "rain" || verb == "snow" || verb == "happen" ||
        verb == "turn")
        return true;
    if (verb != "be" && verb != "become" && doc_.lower(t) != "'s") return false;
    bool quality = false;
    for (++t; t < end; ++t) {
        const std::string_view lower = doc_.lower(t);
        const Xpos tag = doc_.tokens.xpos[t];
        if (quality && (lower == "that" || lower == "to" || lower == "for" || lower == "whether" ||
                        lower == "if" || lower == "who"))
            return true;
        quality = quality || tag == Xpos::JJ || tag == Xpos::JJR || tag == Xpos::VBN || tag == Xpos::NN;
        if (tag == Xpos::COMMA || tag == Xpos::PERIOD) break;
    }
    return false;
}

int Resolver::fitness(const Recent& recent, const Pronoun& pronoun) const {
    constexpr int unfit = -1;
    const Index group_index = group_of(recent);
    const Nominal* phrase = group_index == none ? &phrases_[recent.phrase].phrase : nullptr;
    const Group* group = phrase ? nullptr : &groups_[group_index];
    const EntityType type = phrase ? phrase->type : group->type;
    const Gender gender = phrase ? phrase->gender : group->gender;
    const bool plural = phrase ? phrase->plural : group->plural;

    const Index distance = doc_.tokens.sentence[pronoun.token] - doc_.tokens.sentence[recent.token];
    int score = 12 - 4 * static_cast<int>(distance);
    if (pronoun.plural) {
        if (distance > 2 || (!plural && type != EntityType::ORG && type != EntityType::GPE)) return unfit;
        score += plural ? 4 : type == EntityType::ORG ? -3 : -7;
    } else if (pronoun.gender == Gender::neuter) {
        if (distance > 2 || plural || type == EntityType::PERSON || type == EntityType::NORP) return unfit;
        // "It" goes on about what the sentence before was about, or else about something no noun names.
        if (distance > 0 && !recent.subject && !pronoun.possessive) return unfit;
        if (type == EntityType::GPE || type == EntityType::LOC) score -= 1;
    } else {
        if (distance > 4 || plural || type != EntityType::PERSON) return unfit;
        if (gender != Gender::unknown && gender != pronoun.gender) return unfit;
        if (gender == pronoun.gender) score += 2;
    }
    if (recent.subject) score += 3;
    if (recent.first) score += 1;
    if (group) score += static_cast<int>(std::min(group->mentions, 4u)) + (group->named ? 1 : 0);

    // The arguments of one verb are different things, unless a reflexive says otherwise.
    const Index head = doc_.tokens.head[pronoun.token];
    if (!pronoun.possessive && !pronoun.reflexive && head != none && head == doc_.tokens.head[recent.token])
        return unfit;
    const Index quote = quote_of_[pronoun.token];
    if (quote != none && spoken_by_[quote] != none && spoken_by_[quote] == group_index) return unfit;
    if (quote == none && quote_of_[recent.token] != none) {
        // "A crane driver of 55 …," he said: speakers seldom speak of themselves by description.
        const auto& speaker = doc_.quotes[quote_of_[recent.token]].speaker;
        if (speaker && speaker->contains(doc_.tokens.span[pronoun.token])) return unfit;
        score -= 3;
    }
    // A speaker's "it" is what the talk was about before the quotation began, seldom what the article named
    // last.
    if (quote != none && pronoun.gender == Gender::neuter && distance > 0 && quote_of_[recent.token] != quote)
        return unfit;
    return score > 0 ? score : unfit;
}

void Resolver::see_pronoun(const Pronoun& pronoun) {
    if (pronoun.gender == Gender::neuter && !pronoun.possessive && is_pleonastic(pronoun.token)) return;
    const Recent* best = nullptr;
    int best_score = 0;
    for (std::size_t back = 1; back <= std::min(seen_, window); ++back) {
        const Recent& recent = ring_[(seen_ - back) % window];
        const int score = fitness(recent, pronoun);
        if (score > best_score) {
            best_score = score;
            best = &recent;
        }
    }
    if (!best) return;
    const Index group = best->group != none ? best->group : group_of(best->phrase);
    if (groups_[group].gender == Gender::unknown && groups_[group].type == EntityType::PERSON &&
        !pronoun.plural)
        groups_[group].gender = pronoun.gender;
    add_mention({pronoun.token, pronoun.token + 1}, pronoun.token, MentionKind::pronoun, group,
                static_cast<float>(std::min(best_score, 20)) / 25.0f);
    Recent recent;
    recent.group = group;
    recent.token = pronoun.token;
    remember(recent, {pronoun.token, pronoun.token + 1});
}

}  // namespace lede
