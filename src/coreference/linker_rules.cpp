// What is joined without ranking: names of one thing, appositions and descriptions, offices, "I" and its
// speaker.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/unicode.h"
#include "coreference/linker.h"

namespace lede::coreference {

void Linker::link_names() {
    std::vector<Index> first(groups_.list.size(), none);
    for (Index c = 0; c < candidates_.size(); ++c) {
        if (candidates_[c].name == none) continue;
        Index& known = first[groups_.of_mention[candidates_[c].name]];
        if (known == none)
            known = c;
        else
            join(c, known);
    }
    first_of_group_ = std::move(first);
}

void Linker::link_appositions(const std::vector<Apposition>& appositions) {
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
        join(c, first_of_group_[apposition.group], 0.8f);
    }
    for (Index c = 0; c < candidates_.size(); ++c) {
        if (candidates_[c].beside == none || settled_[c]) continue;
        settled_[c] = true;
        join(c, first_of_group_[groups_.of_mention[candidates_[c].beside]], 0.8f);
    }
    link_descriptions();
}

// "India's finance minister … Palaniappan Chidambaram, India's finance minister": the same words mean the
// same, where they are more than an office that several may hold.
void Linker::link_descriptions() {
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
        join(c, known->second, 0.7f);
    }
}

// "A county judge … the judge … Judge Ann Lee": the only one whom the text calls so is meant from the first
// to the last, unless another was introduced by "a" after the name.
void Linker::link_offices() {
    for (Index c = 0; c < candidates_.size(); ++c) {
        const Candidate& phrase = candidates_[c];
        const bool definite = phrase.determiner == Determiner::definite;
        if (phrase.kind != MentionKind::nominal || phrase.joined || phrase.number == Number::plural ||
            phrase.tokens.end != phrase.head + 1 || phrase.tokens.size() < 2 ||
            !(definite || phrase.determiner == Determiner::indefinite))
            continue;
        const Chain& chain = chains_[find(c)];
        if (chain.so_far.named || (chain.type && *chain.type != EntityType::PERSON)) continue;
        const Index group = antecedents_.descriptions().only_bearer(phrase);
        if (group == none || first_of_group_[group] == none) continue;
        const Index name = first_of_group_[group];
        const Gender one = chain.so_far.gender, other = chains_[find(name)].so_far.gender;
        const Candidate& first = candidates_[find(c)];
        const bool introduced = first.determiner == Determiner::indefinite;
        if ((introduced && (name < find(c) || chain.so_far.size < 2)) ||
            (one != Gender::unknown && other != Gender::unknown && one != other))
            continue;
        join(c, name, 0.7f);
    }
}

// Who says "I" in a quotation is its speaker.
void Linker::link_first_persons() {
    for (Index c = 0; c < candidates_.size(); ++c) {
        const Candidate& pronoun = candidates_[c];
        if (pronoun.kind != MentionKind::pronoun || pronoun.person != 1 || pronoun.number == Number::plural ||
            pronoun.quote == none)
            continue;
        const Index speaker = speaking_[pronoun.quote];
        if (speaker == none || candidates_[speaker].number == Number::plural) continue;
        const Chain& chain = chains_[find(speaker)];
        if (chain.type && *chain.type != EntityType::PERSON) continue;
        settled_[c] = true;
        join(c, speaker, 0.8f);
    }
}

// "Her mother was less impressed. “…,” she said": of whom the sentence before, in the same paragraph, tells.
bool Linker::leads_up_to(const Candidate& one, Index sentence) const {
    const Index place = doc_.tokens.sentence[one.head], governor = doc_.tokens.head[one.head];
    const Deprel relation = doc_.tokens.deprel[one.head];
    return doc_.sentences[place].block == doc_.sentences[sentence].block && governor != none &&
           doc_.tokens.deprel[governor] == Deprel::root &&
           (relation == Deprel::nsubj || relation == Deprel::nsubj_pass);
}

// "Colen Garrow said the budget was bold. “…,” he said": who says "he said" is who spoke in the sentence
// before.
Index Linker::who_spoke_before(Index c) {
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
        if (alike && (speaks_[c - back] || leads_up_to(one, sentence))) return c - back;
    }
    return none;
}

// "In her speech, Ann Lee said": "she" is always someone, and where nobody stands before, who follows.
Index Linker::person_after(Index c) {
    if (!is_gendered_pronoun(candidates_[c])) return none;
    for (const Index a : found_)
        if (a > c && candidates_[a].kind == MentionKind::name && candidates_[a].type == EntityType::PERSON &&
            !clash(c, a))
            return a;
    return none;
}

// "the firm", of which the text has not told before, is the company that it is about: a name that may
// stand for such a thing, of several the one named most and last.
Index Linker::named_by_kind(Index c) {
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
        const Group& group = groups_.of(name.name);
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

}  // namespace lede::coreference
