#include "coreference/coreference.h"

#include <utility>

#include "coreference/candidates.h"
#include "coreference/linker.h"

namespace lede {

using namespace coreference;

Groups find_chains(Document& doc, const Resources& resources) {
    const Lexicon lexicon(resources);
    Phrases phrases = find_phrases(doc, lexicon, resources);
    Linker linker(doc, resources, lexicon, phrases.groups, phrases.candidates);
    linker.link(phrases.appositions);
    linker.add_mentions();
    return std::move(phrases.groups);
}

}  // namespace lede
