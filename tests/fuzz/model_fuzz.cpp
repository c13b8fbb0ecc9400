// The model file: any bytes are refused, or an article is read with them. Since a changed byte fails the
// checksum, the input is a list of changes to a small model, repaired with a right checksum, unless its first
// byte is odd.
#include <algorithm>

#include "model/embedded.h"
#include "model/model_file.h"
#include "target.h"
#include "tiny_core.h"
#include "writers.h"

namespace {

using namespace lede;

constexpr std::size_t checksum_at = 12;
constexpr std::size_t checked_from = checksum_at + 8;

void read_with(std::span<const std::uint8_t> bytes) {
    const auto resources = Resources::open(bytes);
    if (!resources) return;
    const auto doc = analyze(
        "BRUSSELS (Reuters) - Ann Lee, the 45-year-old mayor, said on Thursday \u201cno\u201d to $3.5 "
        "million.",
        {}, *resources);
    fuzz::require(doc.has_value(), "the article was refused");
    const std::string faults = test::faults_of(*doc);
    fuzz::require(faults.empty(), faults);
    fuzz::require(write_json(*doc, resources->model(), {}).has_value(), "the result was refused");
}

/// Some sections of the built-in model, small ones whole, so that a run takes no longer than a millisecond.
std::vector<std::uint8_t> small_model() {
    constexpr std::size_t small = 4096;
    const ModelFile whole = ModelFile::open(embedded_model()).value();
    std::vector<Section> sections;
    for (const ModelFile::View& view : whole.sections())
        if (view.bytes.size() <= small)
            sections.push_back({std::string(view.name), view.kind, {view.bytes.begin(), view.bytes.end()}});
    sections.push_back({"core", SectionKind::raw, test::tiny_core()});
    return write_model_file("en 0.0.0", sections);
}

void repair_checksum(std::vector<std::uint8_t>& model) {
    std::uint64_t sum = checksum(std::span(model).subspan(checked_from));
    for (std::size_t i = 0; i < 8; ++i, sum >>= 8) model[checksum_at + i] = static_cast<std::uint8_t>(sum);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<std::uint8_t> good = small_model();
    fuzz::Bytes bytes(data, size);
    if ((bytes.byte() & 1) != 0) {
        const std::string_view raw = bytes.rest();
        const std::vector<std::uint8_t> model(raw.begin(), raw.end());
        read_with(model);
        return 0;
    }
    std::vector<std::uint8_t> model = good;
    while (bytes.rest().size() >= 4) {
        std::size_t at = bytes.byte();
        at = at << 8 | bytes.byte();
        at = at << 8 | bytes.byte();
        model[at % model.size()] = bytes.byte();
    }
    if (model.size() >= checked_from) repair_checksum(model);
    read_with(model);
    return 0;
}
