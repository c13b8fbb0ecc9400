// The tables of a model: one for each file src/resources/en/NAME.tsv, which a test holds against this list.
#pragma once

#include <string_view>

namespace lede {

// clang-format off
inline constexpr std::string_view table_names[] = {
    "abbreviations",
    "answer_markers",
    "attitude_verbs",
    "attitude_words",
    "caption_cues",
    "casualty_words",
    "causal_signals",
    "check_words",
    "clause_words",
    "closed_words",
    "contractions",
    "counted_nouns",
    "currencies",
    "demonyms",
    "dull_verbs",
    "event_modality",
    "event_nouns",
    "feats",
    "function_words",
    "generic_nouns",
    "given_names",
    "headline_words",
    "inflections",
    "irregular_forms",
    "joined_prefixes",
    "known_acronyms",
    "language_vector",
    "language_words",
    "lemmas",
    "line_words",
    "name_parts",
    "name_words",
    "namesakes",
    "news_agencies",
    "number_suffixes",
    "number_words",
    "numbered_nouns",
    "offices",
    "organisations",
    "page_phrases",
    "page_words",
    "person_nouns",
    "places",
    "plover_verbs",
    "pronouns",
    "quantity_modifiers",
    "quantity_words",
    "quotation_words",
    "relation_nouns",
    "reporting_verbs",
    "sentence_starters",
    "source_nouns",
    "stance_classes",
    "stances",
    "states",
    "surnames",
    "thing_nouns",
    "time_context",
    "time_words",
    "titles",
    "units",
    "verb_group_words",
};
// clang-format on

/// Never defined: a name that is no table's leads here, which is no constant.
void there_is_no_such_table();

/// The name of a table. One that the list lacks does not compile.
class TableName {
  public:
    consteval TableName(const char* name) : name_(name) {
        for (const std::string_view known : table_names)
            if (known == name_) return;
        there_is_no_such_table();
    }

    constexpr std::string_view text() const { return name_; }

  private:
    std::string_view name_;
};

}  // namespace lede
