// What the engine knows before it reads: the opened model file. Read-only, shared by all calls.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "error.h"
#include "model/table.h"
#include "model/table_names.h"
#include "neural/antecedent_model.h"
#include "neural/common_words.h"
#include "neural/core_model.h"
#include "neural/language_weights.h"
#include "neural/word_features.h"

namespace lede {

class Resources {
  public:
    /// Opens a model file in place; its bytes must outlive the Resources. Error: bad_model, with the reason.
    static Expected<Resources> open(std::span<const std::uint8_t> model_file);

    /// "en 0.1.0"
    std::string_view model() const { return model_; }

    /// The table packed from src/resources/en/NAME.tsv; an empty one where the model has none of that name,
    /// as those of tests. A stage asks once an article, not once a token.
    Table table(TableName name) const { return find_table(name.text()); }

    /// The same for a name that is known only when the program runs.
    Table find_table(std::string_view name) const;

    /// The neural core; an empty one where the model has none.
    const CoreModel& core() const { return core_; }

    /// What reads a word for the core.
    WordReader word_reader() const;

    const CommonWords& common_words() const { return common_words_; }

    const LanguageWeights& language_weights() const { return language_weights_; }

    /// The ranker of antecedents; an empty one where the model has none.
    const AntecedentModel& antecedents() const { return antecedents_; }

    /// The bytes of a section that is no table; empty where the model has none of that name.
    std::span<const std::uint8_t> raw(std::string_view name) const;

  private:
    struct NamedTable {
        std::string_view name;
        Table table;
    };
    struct NamedBytes {
        std::string_view name;
        std::span<const std::uint8_t> bytes;
    };
    std::string_view model_;
    std::vector<NamedTable> tables_;
    std::vector<NamedBytes> raw_;
    CoreModel core_;
    CommonWords common_words_;
    LanguageWeights language_weights_;
    AntecedentModel antecedents_;
};

}  // namespace lede
