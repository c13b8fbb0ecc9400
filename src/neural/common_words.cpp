#include "neural/common_words.h"

#include "base/unicode.h"

namespace lede {

CommonWords::CommonWords(const CoreModel& model, const WordReader& words) {
    WordLayer layer(model, words);
    for (const std::string_view form : model.common)
        if (rows_.try_emplace(form, static_cast<std::uint32_t>(rows_.size())).second)
            layer.add(form, fold(form));
    known_ = layer.compute();
}

}  // namespace lede
