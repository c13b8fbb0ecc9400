#include "propositions/roles.h"

#include <algorithm>

#include "base/features.h"
#include "base/hash.h"
#include "neural/word_features.h"
#include "syntax/noun_phrases.h"

namespace lede {

namespace {

constexpr std::uint8_t most_steps = 5;
constexpr int vector_signs = 24;

// What a feature is about. A new one goes to the end, and the model is trained again.
enum Template : std::uint32_t {
    bias = 1,
    path_voice,
    path_voice_lemma,
    path_voice_frame,
    path_voice_marker,
    lemma_marker_relation,
    marker_word,
    marker_kind,
    path_kind,
    path_tag,
    path_word,
    path_side,
    path_distance,
    relation_frame_lemma,
    path_voice_governor,
    path_tag_of_predicate,
    kind_word,
    relation_word,
    marker_relation_kind,
    lemma_kind,
    path_sign,
    lemma_voice_relation,
    path_before_frame,
    marker_lemma_kind,
    path_marker_tag,
    path_first_word,
    ruled,
    ruled_path,
    ruled_lemma,
};

bool is_core_dependent(Deprel relation) {
    switch (relation) {
        case Deprel::punct:
        case Deprel::det:
        case Deprel::det_predet:
        case Deprel::aux:
        case Deprel::aux_pass:
        case Deprel::cop:
        case Deprel::case_:
        case Deprel::cc:
        case Deprel::cc_preconj:
        case Deprel::compound_prt:
        case Deprel::fixed:
        case Deprel::goeswith:
        case Deprel::discourse:
        case Deprel::expl:
        case Deprel::reparandum:
            return false;
        default:
            return true;
    }
}

std::uint32_t of(Deprel relation) { return static_cast<std::uint32_t>(relation); }

}  // namespace

RoleReader::RoleReader(const Syntax& syntax, const Resources& resources)
    : doc_(syntax.doc),
      vectors_(resources.core().vectors),
      syntax_(syntax),
      children_(syntax.children),
      name_of_(syntax.doc.tokens.size(), none) {
    for (Index m = 0; m < doc_.mentions.size(); ++m)
        for (Index t = doc_.mentions[m].tokens.begin; t < doc_.mentions[m].tokens.end; ++t) name_of_[t] = m;
}

bool RoleReader::is_predicate(Index token) const {
    if (doc_.tokens.upos[token] != Upos::VERB || !is_verb(doc_.tokens.xpos[token])) return false;
    const Deprel relation = doc_.tokens.deprel[token];
    return relation != Deprel::aux && relation != Deprel::aux_pass && relation != Deprel::cop &&
           relation != Deprel::case_ && relation != Deprel::fixed;
}

void RoleReader::add_dependents(Index head, Index predicate, std::uint8_t up,
                                std::vector<RoleCandidate>& candidates) const {
    for (Index child = children_.first(head); child != none && candidates.size() < most_candidates;
         child = children_.next(child)) {
        if (child == predicate || !is_core_dependent(doc_.tokens.deprel[child])) continue;
        // A verb joined to this one is a predicate of its own.
        if (up == 0 && doc_.tokens.deprel[child] == Deprel::conj) continue;
        candidates.push_back({child, up, false});
    }
}

void RoleReader::find_candidates(std::vector<RoleCandidate>& candidates) const {
    candidates.clear();
    add_dependents(predicate_, predicate_, 0, candidates);
    Index below = predicate_;
    for (std::uint8_t up = 1; up <= most_steps && candidates.size() < most_candidates; ++up) {
        const Index above = doc_.tokens.head[below];
        if (above == none) break;
        candidates.push_back({above, up, true});
        add_dependents(above, below, up, candidates);
        below = above;
    }
    add_below(predicate_, candidates);
    // What the order of the words tells where the tree does not.
    for (const Index token : {clause_.subject, clause_.object, clause_.recipient}) {
        const auto known = [&](const RoleCandidate& candidate) { return candidate.token == token; };
        if (token != none && std::none_of(candidates.begin(), candidates.end(), known))
            candidates.push_back({token, most_steps + 1, false});
    }
}

bool RoleReader::tells_when_or_where(Index token) const {
    if (doc_.tokens.time[token] != none) return true;
    if (name_of_[token] == none) return false;
    const EntityType type = doc_.mentions[name_of_[token]].type;
    return type == EntityType::GPE || type == EntityType::LOC || type == EntityType::FAC;
}

// Days and places that the tree hangs on a noun instead of the verb, and what follows the last of several
// joined verbs.
void RoleReader::add_below(Index predicate, std::vector<RoleCandidate>& candidates) const {
    for (Index child = children_.first(predicate); child != none; child = children_.next(child)) {
        const bool joined = doc_.tokens.deprel[child] == Deprel::conj;
        for (Index below = children_.first(child); below != none && candidates.size() < most_candidates;
             below = children_.next(below)) {
            const Deprel relation = doc_.tokens.deprel[below];
            const bool taken = joined ? below > child && (relation == Deprel::obj || relation == Deprel::obl)
                                      : relation == Deprel::nmod && tells_when_or_where(below);
            if (taken) candidates.push_back({below, 0, false, child});
        }
    }
}

// The preposition or conjunction of a phrase or clause.
Index RoleReader::marker_of(Index token) const {
    if (const Index preposition = children_.find(doc_, token, Deprel::case_); preposition != none)
        return preposition;
    return children_.find(doc_, token, Deprel::mark);
}

// Whether it is a person, a place, a day, a sum …, as far as the stages before tell.
std::uint32_t RoleReader::kind_of(Index token) const {
    const Index time = doc_.tokens.time[token], quantity = doc_.tokens.quantity[token];
    if (time != none) return 32u + static_cast<std::uint32_t>(doc_.times[time].type);
    if (quantity != none) return 48u + static_cast<std::uint32_t>(doc_.quantities[quantity].kind);
    if (name_of_[token] != none) return 1u + static_cast<std::uint32_t>(doc_.mentions[name_of_[token]].type);
    return 100u + static_cast<std::uint32_t>(doc_.tokens.upos[token]);
}

void RoleReader::select(Index predicate) {
    predicate_ = predicate;
    clause_ = read_clause(syntax_, predicate);
    passive_ = children_.find(doc_, predicate, Deprel::aux_pass) != none ||
               children_.find(doc_, predicate, Deprel::nsubj_pass) != none ||
               children_.find(doc_, predicate, Deprel::obl_agent) != none;
    const Deprel relation = doc_.tokens.deprel[predicate];
    if (!passive_ && doc_.tokens.xpos[predicate] == Xpos::VBN &&
        children_.find(doc_, predicate, Deprel::aux) == none &&
        children_.find(doc_, predicate, Deprel::obj) == none)
        passive_ = relation == Deprel::acl || relation == Deprel::amod || relation == Deprel::advcl;
    frame_ = 0;
    constexpr Deprel seen[] = {Deprel::nsubj, Deprel::nsubj_pass, Deprel::obj,   Deprel::iobj,
                               Deprel::ccomp, Deprel::xcomp,      Deprel::csubj, Deprel::compound_prt};
    for (std::size_t i = 0; i < std::size(seen); ++i) {
        const Index child = children_.find(doc_, predicate, seen[i]);
        // "died *aged 91*" is no frame of its own.
        if (child != none && !(seen[i] == Deprel::xcomp && syntax_.in_age[child])) frame_ |= 1u << i;
    }
    const Index particle = children_.find(doc_, predicate, Deprel::compound_prt);
    lemma_ = hash(doc_.lemma(predicate));
    if (particle != none) lemma_ = hash(doc_.lower(particle), hash(" ", lemma_));
    governor_ = doc_.tokens.head[predicate] == none ? 0 : hash(doc_.lemma(doc_.tokens.head[predicate]));
    Index at = predicate;
    std::uint32_t path = 7;
    for (std::size_t up = 0; up < paths_.size(); ++up) {
        paths_[up] = path;
        if (at == none) continue;
        path = combine(path, of(doc_.tokens.deprel[at]));
        at = doc_.tokens.head[at];
    }
    signs_ = 0;
    std::array<std::int16_t, WordVectors::size> vector{};
    if (vectors_.find(WordReader::vector_key(doc_.lemma(predicate)), vector.data()))
        for (int i = 0; i < vector_signs; ++i)
            signs_ |= vector[static_cast<std::size_t>(i)] > 0 ? 1u << i : 0u;
}

std::uint32_t RoleReader::relation_of(const RoleCandidate& candidate) const {
    return candidate.above ? 200u : of(doc_.tokens.deprel[candidate.token]);
}

std::uint32_t RoleReader::path_of(const RoleCandidate& candidate) const {
    const std::uint32_t path = combine(paths_[candidate.up], relation_of(candidate));
    return candidate.via == none ? path : combine(path, 300u + of(doc_.tokens.deprel[candidate.via]));
}

std::uint32_t RoleReader::path_feature(const RoleCandidate& candidate) const {
    return feature(path_voice, combine(path_of(candidate), passive_ ? 2 : 1));
}

void RoleReader::describe(const RoleCandidate& candidate, std::vector<std::uint32_t>& features) const {
    FeatureList list(features);
    const Index token = candidate.token;
    const std::uint32_t relation = relation_of(candidate), path = path_of(candidate);
    const std::uint32_t voice = combine(path, passive_ ? 2 : 1);
    const Index marker_token = candidate.above ? none : marker_of(token);
    const std::uint32_t marker = marker_token == none ? 1 : hash(doc_.lower(marker_token));
    const std::uint32_t word = hash(doc_.lemma(token));
    const std::uint32_t kind = kind_of(token);
    const auto tag = static_cast<std::uint32_t>(doc_.tokens.xpos[token]);
    const bool before = token < predicate_;
    const Index distance = before ? predicate_ - token : token - predicate_;
    const std::uint32_t far = distance < 4 ? distance : distance < 8 ? 4 : distance < 16 ? 5 : 6;
    const auto predicate_tag = static_cast<std::uint32_t>(doc_.tokens.xpos[predicate_]);
    const Index first = children_.first(token);
    const std::uint32_t first_word = first != none && first < token ? hash(doc_.lower(first)) : 3;
    list.add(bias, 0);
    list.add(path_voice, voice);
    list.add(path_voice_lemma, voice, lemma_);
    list.add(path_voice_frame, voice, frame_);
    list.add(path_voice_marker, voice, marker);
    list.add(lemma_marker_relation, lemma_, marker, relation);
    list.add(marker_word, marker, word);
    list.add(marker_kind, marker, kind);
    list.add(path_kind, path, kind);
    list.add(path_tag, path, tag);
    list.add(path_word, path, word);
    list.add(path_side, voice, before);
    list.add(path_distance, path, far, before);
    list.add(relation_frame_lemma, relation, frame_, lemma_);
    list.add(path_voice_governor, voice, governor_);
    list.add(path_tag_of_predicate, voice, predicate_tag);
    list.add(kind_word, kind, word);
    list.add(relation_word, relation, word);
    list.add(marker_relation_kind, marker, relation, kind);
    list.add(lemma_kind, lemma_, kind, relation);
    list.add(lemma_voice_relation, lemma_, passive_, combine(relation, marker));
    list.add(path_before_frame, voice, frame_, before);
    list.add(marker_lemma_kind, marker, lemma_, kind);
    list.add(path_marker_tag, path, marker, tag);
    list.add(path_first_word, relation, first_word, marker);
    const std::uint32_t rule = token == clause_.subject     ? 1
                               : token == clause_.object    ? 2
                               : token == clause_.recipient ? 3
                                                            : 0;
    const std::uint32_t others = (clause_.subject != none ? 1 : 0) + (clause_.object != none ? 2 : 0);
    list.add(ruled, rule, others);
    list.add(ruled_path, rule, voice);
    list.add(ruled_lemma, rule, lemma_, others);
    for (int i = 0; i < vector_signs; ++i)
        list.add(path_sign, voice, static_cast<std::uint32_t>(2 * i) + ((signs_ >> i) & 1u), frame_ & 0x3Fu);
}

}  // namespace lede
