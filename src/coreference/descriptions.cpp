#include "coreference/descriptions.h"

#include <algorithm>

#include "syntax/extents.h"
#include "syntax/labels.h"

namespace lede::coreference {

namespace {

// Descriptions and bodies kept of one thing.
constexpr std::size_t most = 12;

}  // namespace

Descriptions::Descriptions(const Document& doc, const Lexicon& lexicon, const Groups& groups,
                           const std::vector<Candidate>& candidates)
    : doc_(doc),
      lexicon_(lexicon),
      groups_(groups),
      of_(groups.list.size()),
      nouns_(groups.list.size()),
      bodies_(groups.list.size()),
      told_of_(doc.tokens.size(), none) {
    for (const Candidate& name : candidates)
        if (name.name != none)
            std::fill(told_of_.begin() + name.tokens.begin, told_of_.begin() + name.tokens.end,
                      groups.of_mention[name.name]);
    for (Index g = 0; g < groups.list.size(); ++g)
        for (const Span title : groups.list[g].titles) {
            const TokenRange tokens = doc.tokens_in(title);
            if (!tokens.empty()) add(g, top_within(doc, tokens.end - 1, tokens), tokens);
        }
    for (const Candidate& phrase : candidates)
        if (phrase.beside != none) add(groups.of_mention[phrase.beside], phrase.head, phrase.tokens);
    learn_predicates(candidates);
    learn_bodies(groups, candidates);
}

void Descriptions::add(Index group, Index head, TokenRange tokens) {
    const TokenRange core{tokens.begin, head + 1};
    const auto lower = doc_.tokens.lower.begin();
    const bool known = std::any_of(of_[group].begin(), of_[group].end(), [&](const Description& one) {
        return one.core.size() == core.size() &&
               std::equal(lower + core.begin, lower + core.end, lower + one.core.begin);
    });
    if (told_of_[head] == none) told_of_[head] = group;
    if (known || of_[group].size() >= most) return;
    const Index noun = doc_.tokens.lower[head];
    of_[group].push_back({noun, tokens, core});
    nouns_[group].push_back(noun);
    std::vector<Index>& called = called_[noun];
    if (called.size() < most && (called.empty() || called.back() != group)) called.push_back(group);
}

// "Ann Lee is the mayor": today, without a doubt, and not "if". Only where nothing stands between.
void Descriptions::learn_predicates(const std::vector<Candidate>& candidates) {
    std::vector<Index> subject_of(doc_.tokens.size(), none);  // a group
    std::vector<Index> copula(doc_.tokens.size(), none);
    std::vector<bool> leans(doc_.tokens.size(), false);
    for (Index t = 0; t < doc_.tokens.size(); ++t) {
        const Index head = doc_.tokens.head[t];
        if (head == none) continue;
        const Deprel relation = doc_.tokens.deprel[t];
        if (relation == Deprel::cop && doc_.tokens.xpos[t] == Xpos::VBZ) copula[head] = t;
        if (relation == Deprel::mark || relation == Deprel::aux) leans[head] = true;
        if (relation == Deprel::nsubj && told_of_[t] != none) subject_of[head] = told_of_[t];
    }
    for (const Candidate& phrase : candidates) {
        const Index verb = copula[phrase.head], group = subject_of[phrase.head];
        if (phrase.kind != MentionKind::nominal || phrase.joined || phrase.number != Number::singular ||
            verb == none || group == none || leans[phrase.head] || verb + 1 != phrase.tokens.begin ||
            verb == 0)
            continue;
        if (told_of_[verb - 1] != none || doc_.tokens.upos[verb - 1] == Upos::PUNCT)
            add(group, phrase.head, phrase.tokens);
    }
}

// A body's name completes a description, or stands before the name itself: "a spokesman for Arrow, Bob Roe",
// "Arrow chairman Bob Roe".
void Descriptions::learn_bodies(const Groups& groups, const std::vector<Candidate>& candidates) {
    constexpr int most_steps = 5;
    for (const Candidate& name : candidates) {
        if (name.name == none || name.type == EntityType::PERSON) continue;
        const Index body = groups.of_mention[name.name];
        Index t = top_within(doc_, name.tokens.begin, name.tokens);
        for (int i = 0; i < most_steps; ++i) {
            const Deprel relation = doc_.tokens.deprel[t];
            const bool part = relation == Deprel::nmod || relation == Deprel::nmod_poss ||
                              relation == Deprel::compound || relation == Deprel::nmod_desc ||
                              relation == Deprel::flat || relation == Deprel::conj;
            if (!part) break;
            t = doc_.tokens.head[t];
            const Index group = told_of_[t];
            if (group == none || group == body) continue;
            if (groups.list[group].type == EntityType::PERSON && bodies_[group].size() < most &&
                !belongs(group, body))
                bodies_[group].push_back(body);
            break;
        }
    }
}

Descriptions::Fit Descriptions::fit(Index group, const Candidate& phrase) const {
    Fit best = Fit::none;
    for (const Description& one : of_[group]) {
        if (one.noun != doc_.tokens.lower[phrase.head]) continue;
        Index t = phrase.tokens.begin;
        if (phrase.determiner != Determiner::bare && t < phrase.head) ++t;
        if (t == phrase.head) return Fit::noun;
        const auto first = doc_.tokens.lower.begin();
        const bool all = std::all_of(first + t, first + phrase.head, [&](Index word) {
            return std::find(first + one.tokens.begin, first + one.tokens.end, word) !=
                   first + one.tokens.end;
        });
        if (all) return Fit::words;
        best = Fit::differing;
    }
    return best;
}

// "Deputy", "former": words that tell one holder of an office from another.
bool Descriptions::same_rank(TokenRange description, TokenRange phrase) const {
    const auto ranks_within = [&](TokenRange ranked, TokenRange other) {
        const auto first = doc_.tokens.lower.begin();
        for (Index t = ranked.begin; t < ranked.end; ++t) {
            const bool rank =
                lexicon_.words.has("rank", doc_.lower(t)) || lexicon_.words.has("past_rank", doc_.lower(t));
            if (rank &&
                std::find(first + other.begin, first + other.end, doc_.tokens.lower[t]) == first + other.end)
                return false;
        }
        return true;
    };
    return ranks_within(description, phrase) && ranks_within(phrase, description);
}

Index Descriptions::only_bearer(const Candidate& phrase) const {
    const Index noun = doc_.tokens.lower[phrase.head];
    const auto called = called_.find(noun);
    if (called == called_.end()) return none;
    Index bearer = none;
    for (const Index group : called->second) {
        if (groups_.list[group].type != EntityType::PERSON || group == bearer) continue;
        const auto& descriptions = of_[group];
        const bool fits = std::any_of(descriptions.begin(), descriptions.end(), [&](const Description& one) {
            return one.noun == noun && same_rank(one.core, {phrase.tokens.begin, phrase.head + 1});
        });
        if (!fits) continue;
        if (bearer != none) return none;
        bearer = group;
    }
    return bearer;
}

bool Descriptions::of_another_rank(Index group, const Candidate& phrase) const {
    bool called = false;
    for (const Description& one : of_[group]) {
        if (one.noun != doc_.tokens.lower[phrase.head]) continue;
        if (same_rank(one.core, {phrase.tokens.begin, phrase.head + 1})) return false;
        called = true;
    }
    return called;
}

bool Descriptions::belongs(Index person, Index body) const {
    const std::vector<Index>& bodies = bodies_[person];
    return std::find(bodies.begin(), bodies.end(), body) != bodies.end();
}

}  // namespace lede::coreference
