// What is said of a candidate by itself.
#include <cmath>

#include "coreference/antecedent_rows.h"
#include "coreference/antecedents.h"
#include "neural/word_features.h"

namespace lede::coreference {

using namespace antecedent_rows;

void Antecedents::describe(Index c, AntecedentModel::Role role, std::vector<std::uint32_t>& out) const {
    const Candidate& candidate = candidates_[c];
    const Facts& facts = facts_[c];
    out.clear();
    Rows rows(role == AntecedentModel::Role::anaphor ? of_anaphor : of_antecedent, out);
    const TokenRange sentence = doc_.sentences[facts.sentence].tokens;
    const std::uint32_t kind = facts.kind;
    const Index head = candidate.head;
    rows.add(kind_alone, kind);
    if (candidate.kind == MentionKind::pronoun) {
        rows.add(form, hash_of(doc_.lower(head)));
        if (facts.governor != none) rows.add(governor_lemma, kind, hash_of(doc_.lemma(facts.governor)) % 256);
    }
    rows.add(number_gender, kind, candidate.number, candidate.gender);
    rows.add(type_alone, kind, code_of(candidate.type));
    rows.add(determiner_alone, kind, candidate.determiner, candidate.number);
    rows.add(relation, kind, doc_.tokens.deprel[head]);
    rows.add(in_quote, kind, candidate.quote != none);
    rows.add(length, kind, bucket(candidate.tokens.size()));
    rows.add(tag, kind, doc_.tokens.xpos[head]);
    rows.add(place_in_sentence, kind, facts.first, facts.subject);
    const bool titled =
        facts.block < doc_.blocks.size() && doc_.blocks[facts.block].kind != BlockKind::paragraph;
    rows.add(in_headline, kind, titled);
    rows.add(name_count, kind, bucket(facts.named));
    rows.add(place_in_text, kind, bucket(facts.sentence));
    if (facts.governor != none) {
        rows.add(governor_tag, kind, doc_.tokens.upos[facts.governor], doc_.tokens.deprel[head]);
        rows.add(clause_beside, kind, clauses_[facts.governor], doc_.tokens.upos[facts.governor],
                 facts.subject);
        rows.add(depth, kind, doc_.tokens.deprel[facts.governor], facts.subject);
    }
    const Index after = candidate.tokens.end, before = candidate.tokens.begin;
    rows.add(tag_after, kind,
             after < sentence.end ? static_cast<std::uint32_t>(doc_.tokens.xpos[after]) : 99u);
    rows.add(tag_before, kind,
             before > sentence.begin ? static_cast<std::uint32_t>(doc_.tokens.xpos[before - 1]) : 99u);
    rows.add(complement, kind, facts.postmodified, candidate.determiner, candidate.number);
    if (facts.preposition != none)
        rows.add(preposition_row, kind, facts.relation, hash_of(doc_.lower(facts.preposition)) % 64);
    rows.add(preposition_row, kind, facts.aside, 999u);
    rows.add(pronoun_bits, kind, candidate.possessive, candidate.reflexive);
}

const Antecedents::Vector& Antecedents::vector_of(Index token) {
    const auto [known, is_new] = known_vectors_.try_emplace(doc_.tokens.lower[token]);
    Vector& vector = known->second;
    if (is_new) {
        vectors_.look_up(WordReader::vector_key(doc_.lower(token)), vector.values.data());
        std::int64_t square = 0;
        for (const std::int16_t value : vector.values) square += value * value;
        vector.length = std::sqrt(static_cast<double>(square));
    }
    return vector;
}

const std::int16_t* Antecedents::head_vector(Index c) { return vector_of(candidates_[c].head).values.data(); }

const std::int16_t* Antecedents::governor_vector(Index c) {
    static constexpr std::array<std::int16_t, WordVectors::size> zeros{};
    return facts_[c].governor == none ? zeros.data() : vector_of(facts_[c].governor).values.data();
}

}  // namespace lede::coreference
