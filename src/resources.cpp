#include "resources.h"

#include "model/model_file.h"

namespace lede {

Expected<Resources> Resources::open(std::span<const std::uint8_t> model_file) {
    auto file = ModelFile::open(model_file);
    if (!file) return tl::unexpected<Error>(file.error());
    Resources resources;
    resources.model_ = file->name();
    for (const ModelFile::View& section : file->sections()) {
        if (section.kind == SectionKind::table) {
            auto table = Table::open(section.bytes);
            if (!table) return tl::unexpected<Error>(table.error());
            resources.tables_.push_back({section.name, *table});
        } else {
            resources.raw_.push_back({section.name, section.bytes});
            if (section.name == "core") {
                auto core = CoreModel::open(section.bytes);
                if (!core) return tl::unexpected<Error>(core.error());
                resources.core_ = *std::move(core);
            } else if (section.name == "coreference") {
                resources.antecedents_ = AntecedentModel::open(section.bytes);
                if (resources.antecedents_.empty())
                    return fail(ErrorCode::bad_model,
                                "the ranker of antecedents is of another format version");
            }
        }
    }
    if (!resources.core_.empty())
        resources.common_words_ = CommonWords(resources.core_, resources.word_reader());
    resources.language_weights_ = LanguageWeights::read(resources.table("language_vector"));
    return resources;
}

Table Resources::find_table(std::string_view name) const {
    for (const NamedTable& candidate : tables_)
        if (candidate.name == name) return candidate.table;
    return {};
}

WordReader Resources::word_reader() const {
    return WordReader({.given_names = table("given_names"),
                       .surnames = table("surnames"),
                       .places = table("places"),
                       .organisations = table("organisations"),
                       .demonyms = table("demonyms"),
                       .titles = table("titles"),
                       .name_parts = table("name_parts")});
}

std::span<const std::uint8_t> Resources::raw(std::string_view name) const {
    for (const NamedBytes& candidate : raw_)
        if (candidate.name == name) return candidate.bytes;
    return {};
}

}  // namespace lede
