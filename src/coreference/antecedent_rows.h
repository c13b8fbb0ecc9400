// The rows of the table of the ranker of antecedents (neural/antecedent_model.h): what each is about, hashed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document.h"
#include "neural/antecedent_model.h"

namespace lede::antecedent_rows {

// What a row is about. Values are mixed with it; a new one goes to the end, and the model is trained again.
enum Template : std::uint32_t {
    kind_alone = 1,
    form,
    number_gender,
    type_alone,
    determiner_alone,
    relation,
    in_quote,
    length,
    tag,
    place_in_sentence,
    in_headline,
    name_count,
    place_in_text,
    pronoun_bits,
    governor_tag,
    governor_lemma,
    clause_beside,
    tag_after,
    depth,
    tag_before,
    complement,
    kinds = 23,
    sentences_between,
    candidates_between,
    genders,
    numbers,
    types,
    forms,
    same_governor,
    subjects,
    same_words_row,
    heads,
    heads_far,
    nearest_head,
    name_word,
    kind_word,
    likeness_row,
    quotes_between,
    speaker,
    agreeing,
    count_of_name,
    governors,
    told_of,
    determiners,
    blocks_between,
    topic,
    leader,
    firsts,
    nothing,
    nothing_heads,
    nothing_agreeing,
    nothing_words,
    agreement,
    agreement_first,
    relation_pair,
    chain_named,
    chain_size,
    chain_gender,
    named_nearer,
    nothing_named,
    description_row,
    below,
    depth_of,
    follows,
    speakers,
    given_name,
    preposition_row,
    follows_how,
    follows_none,
    doubtful_row,
    described_before,
    own_body,
    chain_head,
    nothing_described
};

inline std::uint32_t mix(std::uint32_t h, std::uint32_t value) {
    h = (h ^ value) * 0x9E3779B1u;
    return h ^ (h >> 15);
}

class Rows {
  public:
    Rows(std::uint32_t seed, std::vector<std::uint32_t>& rows) : seed_(seed), rows_(rows) {}

    template <typename... Values>
    void add(Template what, Values... values) {
        std::uint32_t h = mix(seed_, what);
        ((h = mix(h, static_cast<std::uint32_t>(values))), ...);
        h ^= h >> 13;
        rows_.push_back(h % AntecedentModel::rows);
    }

  private:
    std::uint32_t seed_;
    std::vector<std::uint32_t>& rows_;
};

inline constexpr std::uint32_t of_anaphor = 1, of_antecedent = 2, of_pair = 3;

inline std::uint32_t hash_of(std::string_view text) {
    std::uint32_t h = 2166136261u;
    for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
    return h;
}

// 0, 1, 2, 3, 4-5, 6-8, 9-14, 15-24, 25 and more
inline std::uint32_t bucket(std::uint32_t n) {
    return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 15 ? 6 : n < 25 ? 7 : 8;
}

inline std::uint32_t code_of(std::optional<EntityType> type) {
    return type ? static_cast<std::uint32_t>(*type) : 15u;
}

}  // namespace lede::antecedent_rows
